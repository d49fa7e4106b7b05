"""An instrument is added without code: a file dropped in a library is loaded, drawn, answered and scored."""

import json
from pathlib import Path

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError
from django.http import QueryDict
from django.template.loader import render_to_string

from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.refused import Refused
from intreccio.workshop.instruments.actions import ChangedEdition, answer, begin_response, load_library
from intreccio.workshop.instruments.actions.answering import Told
from intreccio.workshop.instruments.actions.library import UnsoundInstrument, definitions
from intreccio.workshop.instruments.forms import DONE, ResponseForm
from intreccio.workshop.instruments.models import Instrument, Response
from intreccio.workshop.instruments.queries import edition_on
from intreccio.workshop.instruments.tests.test_rules import SMALL

PAGE = "workshop/instruments/pages/_response.html"


@pytest.fixture
def library(tmp_path: Path):
    """A library of one file: `library(title=…)` writes it."""

    def write(**changes) -> Path:
        (tmp_path / "prova-1.json").write_text(json.dumps({**SMALL, **changes}), encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture
def as_keeper(committed):
    """Real commits, as after a migration."""
    from intreccio.ground.kernel.acting import acting
    from intreccio.ground.kernel.viewer import House

    def load(folder: Path) -> int:
        with acting(House("keeper"), using="keeper"):
            return load_library("keeper", folder)

    return load


def test_the_library_is_there_and_loading_it_again_writes_nothing(committed, as_keeper):
    from intreccio.workshop.instruments.actions.library import LIBRARY

    assert as_keeper(LIBRARY) == 0


def test_every_edition_of_the_library_stands_in_the_database(acting_as):
    with acting_as("educatrice"):
        assert set(Instrument.objects.values_list("pk", flat=True)) == {
            path.stem for path, _ in definitions()
        }


def test_a_file_is_loaded_and_an_edition_in_use_never_changes(as_keeper, library, keeper):
    assert as_keeper(library()) == 1
    assert as_keeper(library()) == 0
    assert as_keeper(library(title="Prova, con altre parole")) == 1, "nobody has answered it yet"
    keeper.execute(
        "INSERT INTO instruments_response (id, version, instrument_id, answers, labels, words, left_empty, scores)"
        " VALUES (%s, 1, 'prova-1', '{}', '{}', '{}', '{}', '{}')",
        [new_key()],
    )
    with pytest.raises(ChangedEdition, match="Scrivete l'edizione 2"):
        as_keeper(library(source="altrove"))
    assert as_keeper(library(title="Prova, con altre parole", valid_until="2026-12-31")) == 1, "it may end"


def test_an_unsound_file_is_not_loaded(as_keeper, library):
    with pytest.raises(UnsoundInstrument, match="non ha nessuna domanda"):
        as_keeper(library(sections=[]))


def test_the_edition_of_a_day(acting_as, today):
    with acting_as("educatrice"):
        assert edition_on("che-cosa-c-e", today).pk == "che-cosa-c-e-1"
        with pytest.raises(Instrument.DoesNotExist):
            edition_on("che-cosa-c-e", today.replace(year=2001))


def a_form(said=None, **small) -> ResponseForm:
    instrument = Instrument(id="prova-1", definition={**SMALL, **small})
    data = None
    if said is not None:
        data = QueryDict(mutable=True)
        data.update({"once": str(new_key()), "version": "1", **said})
    return ResponseForm(data, response=Response(instrument=instrument, answers={"a": 3}))


def test_a_definition_is_drawn_with_every_step_and_a_way_to_leave_blank():
    text = render_to_string(PAGE, {"form": a_form()})
    assert text.count('type="radio"') == 3 * 6
    assert "gradino 4" in text.lower()
    assert "«Prima», lasciata vuota perché" in text
    assert text.count(" checked") == 1


def test_a_draft_leaves_anything_out_and_finishing_asks_why():
    draft = a_form({"item-a": "4", "item-b": "-"})
    assert draft.is_valid()
    assert draft.told == Told({"a": 4})
    unfinished = a_form({"item-a": "4", DONE: "1"})
    assert list(unfinished.errors) == ["empty-two"]
    done = a_form({"item-a": "4", "empty-one": "non serve", "empty-two": "un'altra volta", DONE: "1"})
    assert done.is_valid()
    assert done.told.left_empty == {"two": "un'altra volta"}, "a section that was answered has no excuse"


def test_totals_are_typed_within_their_range():
    total = {"scales": [{"code": "t", "label": "Totale", "low": 0, "high": 40}], "sections": []}
    assert "Da 0 a 40" in render_to_string(PAGE, {"form": a_form(**total)})
    assert a_form({"item-t": "41"}, **total).errors
    assert a_form({"item-t": "12", DONE: "1"}, **total).is_valid()
    assert list(a_form({DONE: "1"}, **total).errors) == ["item-t"]


def test_a_second_edit_shows_both():
    form = a_form({"item-a": "4", "facts-one": "noi"})
    assert form.is_valid()
    now = Response(
        instrument=Instrument(definition=SMALL), answers={"a": 1}, words={"one": "loro"}, version=7
    )
    assert [(line.theirs, line.yours) for line in form.show_both(now)] == [
        ("gradino 1", "gradino 4"),
        ("loro", "noi"),
    ]
    assert form["version"].value() == "7"


def test_begin_response_is_anybodys_and_nobody_reads_one_that_is_no_family_s(acting_as, today):
    with acting_as("scuola"):
        made = begin_response(edition_on("che-cosa-c-e", today))
        assert not Response.objects.filter(pk=made.pk).exists()


def test_nobody_changes_the_library(acting_as):
    with acting_as("coordinatrice"), pytest.raises(ProgrammingError), transaction.atomic():
        Instrument.objects.update(title="altro")


def test_answer_refuses_what_is_not_asked(acting_as, today):
    with acting_as("educatrice"):
        response = begin_response(edition_on("che-cosa-c-e", today))
        with pytest.raises(Refused):
            answer(response, Told({"month_end": 6}), version=1)
