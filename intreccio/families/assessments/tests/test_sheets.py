"""Sheets of the library as a caseworker meets them: chosen, answered, read beside the one before, printed."""

import pytest
from django.db import transaction
from django.db.utils import IntegrityError, ProgrammingError

from intreccio.families.assessments import actions
from intreccio.families.assessments.models import PointOfView, Sheet
from intreccio.families.assessments.queries.look import look_of
from intreccio.families.assessments.queries.sheets import before, edition_for
from intreccio.families.assessments.tests.conftest import page
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused
from intreccio.workshop.instruments.actions import Told
from intreccio.workshop.instruments.actions.answering import begin_response
from intreccio.workshop.instruments.models import Instrument, Response

OPEN, ELIA = "pellegrini_t0", key_for("person", "pellegrini_3")
NADIA = ("marchetti_t0", "diciassette-sguardi-1", "nadia", "team")
WEIGHTS = ("hoxha_t1", "tre-pesi-1", "", "team")


def the_sheet(words):
    rows = Sheet.objects.select_related(
        "assessment__household", "response__instrument", "instrument", "about"
    )
    return rows.get(pk=key_for("sheet", *words))


def address(name, words):
    return page(name, words[0], key_for("sheet", *words))


def chosen(today, **changes):
    values = {"code": "diciassette-sguardi", "about": ELIA, "voice": "team", "heard_on": today, **changes}
    return actions.Chosen(**values)


def added(look_at, today, viewer, **changes):
    return actions.add_sheet(look_at(OPEN), chosen(today, **changes), by=viewer, today=today)


def test_add_sheet_about_a_child_of_this_home(acting_as, today, look_at):
    with acting_as("educatrice") as viewer:
        sheet = added(look_at, today, viewer)
        assert (sheet.instrument_id, sheet.about_id, sheet.response.finished_at) == (
            "diciassette-sguardi-1",
            ELIA,
            None,
        )
        event = Event.objects.filter(kind="assessment.sheet_added").latest("at")
        assert event.codes["instrument"] == "diciassette-sguardi-1"
        with pytest.raises(Refused) as no:
            added(look_at, today, viewer)
        assert no.value.code == "not_for", "the same, in the same voice, is there already"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"about": key_for("person", "nadia")}, "not_for"),
        ({"about": None}, "not_for"),
        ({"voice": "mother"}, "not_for"),
        ({"code": "genitori-14-18", "voice": "team"}, "not_for"),
        ({"code": "che-cosa-c-e", "about": None}, "not_for"),
        ({"code": "fattori", "about": None}, "not_for"),
        ({"code": "non-c-e"}, "no_instrument"),
    ],
)
def test_a_sheet_that_is_not_for_this_home(acting_as, today, look_at, changes, code):
    with acting_as("educatrice") as viewer, pytest.raises(Refused) as no:
        added(look_at, today, viewer, **changes)
    assert no.value.code == code


def test_answer_sheet_keeps_facts_points_of_view_and_the_step_in_words(acting_as, today, look_at):
    told = Told(
        {"health": 6, "care": 5, "home": 1},
        {"health": "Visto dal pediatra.", "health.mother": "Mangia poco."},
    )
    with acting_as("educatrice") as viewer:
        sheet = added(look_at, today, viewer)
        assert actions.answer_sheet(sheet, told, version=1, by=viewer), "every section has an answer"
        response = Response.objects.get(pk=sheet.response_id)
        assert response.labels == {
            "health": "è un punto di forza evidente",
            "care": "va bene",
            "home": "è una difficoltà grave: serve aiuto adesso",
        }
        assert response.scores == {}, "nothing is added up"
        assert response.words["health.mother"] == "Mangia poco."
        with pytest.raises(Changed):
            actions.answer_sheet(sheet, told, version=1, by=viewer)
        event = Event.objects.filter(kind="assessment.sheet_answered").latest("at")
        assert "pediatra" not in str(event.codes)
        assert "health" not in str(event.codes)


@pytest.mark.parametrize(
    "told",
    [Told({"health": 7}), Told({"health": 0}), Told({"other": 1}), Told({}, {"total": "mi sento solo"})],
)
def test_what_is_not_asked_is_not_written(acting_as, today, look_at, told):
    with acting_as("educatrice") as viewer:
        sheet = added(look_at, today, viewer)
        with pytest.raises(Refused):
            actions.answer_sheet(sheet, told, version=1, by=viewer)


def test_of_a_restricted_instrument_only_totals_are_kept(acting_as, today, look_at):
    with acting_as("educatrice") as viewer:
        sheet = added(look_at, today, viewer, code="sdq-totali", voice="mother")
        with pytest.raises(Refused):
            actions.answer_sheet(
                sheet, Told({"total": 12}, {"conduct": "litiga spesso"}), version=1, by=viewer
            )
        totals = {"emotional": 3, "conduct": 3, "hyperactivity": 3, "peers": 3, "total": 12, "prosocial": 8}
        assert actions.answer_sheet(sheet, Told(totals), version=1, by=viewer)
        assert Response.objects.get(pk=sheet.response_id).scores == totals


def test_a_total_that_is_not_the_sum_is_not_written_and_the_page_says_which(
    acting_as, today, look_at, signed_in
):
    wrong = {"emotional": 10, "conduct": 10, "hyperactivity": 10, "peers": 10, "total": 3, "prosocial": 8}
    with acting_as("educatrice") as viewer:
        sheet = added(look_at, today, viewer, code="sdq-totali", voice="mother")
        assert sheet.instrument_id == "sdq-totali-2"
        with pytest.raises(Refused) as no:
            actions.answer_sheet(sheet, Told(wrong), version=1, by=viewer)
        assert "fa 40, e qui è scritto 3" in str(no.value.reason)
        assert Response.objects.get(pk=sheet.response_id).answers == {}
    said = {f"item-{code}": str(value) for code, value in wrong.items()}
    body = {"once": str(new_key()), "version": "1", **said}
    sent = signed_in("educatrice").post(page("answer_sheet", OPEN, sheet.pk), body)
    assert sent.status_code == 422
    assert "fa 40, e qui è scritto 3" in sent.content.decode()


def test_the_database_refuses_a_question_of_others(keeper):
    with pytest.raises(Exception, match="totals_hold_no_question"), keeper.transaction():
        keeper.execute(
            "INSERT INTO instruments_instrument (id, code, edition, title, licence, definition, valid_from)"
            " VALUES ('x-1', 'x', 1, 'X', 'scores_only', '{\"sections\": []}', '2026-01-01')"
        )


def test_a_draft_holds_the_closing_back_until_it_is_finished_or_annulled(acting_as, today, look_at):
    with acting_as("assistente") as viewer:
        sheet = added(look_at, today, viewer, code="tre-pesi", about=None)
        missing = " ".join(map(str, look_of(viewer, look_at(OPEN)).missing))
        assert "Che cosa pesa adesso" in missing
        actions.void_sheet(sheet, reason="non serviva", by=viewer)
        missing = " ".join(map(str, look_of(viewer, look_at(OPEN)).missing))
        assert "Che cosa pesa adesso" not in missing
        with pytest.raises(Refused) as no:
            actions.void_sheet(sheet, reason="ancora", by=viewer)
        assert no.value.code == "voided"
        assert added(look_at, today, viewer, code="tre-pesi", about=None), "it can begin again"


def test_closed_nobody_writes_a_sheet_any_more(acting_as, today):
    with acting_as("educatrice") as viewer:
        sheet = the_sheet(NADIA)
        with pytest.raises(Refused) as no:
            actions.answer_sheet(sheet, Told({"health": 1}), version=1, by=viewer)
        assert no.value.code == "closed"
        with pytest.raises(Refused):
            actions.add_sheet(sheet.assessment, chosen(today), by=viewer, today=today)
        assert Response.objects.filter(pk=sheet.response_id).update(answers={}) == 0, (
            "not even past the action"
        )


def test_who_only_reads_writes_no_sheet(acting_as, today, look_at):
    with acting_as("assistente") as viewer, pytest.raises(NotAllowed) as no:
        actions.add_sheet(look_at("lombardo_t0"), chosen(today), by=viewer, today=today)
    assert no.value.code == "not_in_charge"


def test_answers_have_one_owner(acting_as, today, look_at):
    """Neither a voice nor a sheet makes somebody's answers its own, whoever wrote their id down."""
    with acting_as("educatrice"):
        of_a_sheet = the_sheet(NADIA).response_id
        of_a_voice = PointOfView.objects.get(pk=key_for("point_of_view", OPEN, "team", "")).response_id
    with acting_as("sara"):
        about = {
            "household_id": key_for("household", "tosi"), "team_id": key_for("team", "equipe_sud"),
            "assessment_id": key_for("assessment", "tosi_t1"), "heard_on": today,
        }  # fmt: skip
        stolen = [
            PointOfView(**about, voice="school", response_id=of_a_sheet),
            Sheet(**about, voice="team", instrument_id="diciassette-sguardi-1", response_id=of_a_sheet),
            Sheet(**about, voice="team", instrument_id="che-cosa-c-e-1", response_id=of_a_voice),
        ]
        for row in stolen:
            with pytest.raises(IntegrityError), transaction.atomic():
                row.save(force_insert=True)
        assert not Response.objects.filter(pk__in=[of_a_sheet, of_a_voice]).exists()


def test_answers_are_of_the_edition_that_the_sheet_says(acting_as, today, look_at):
    with acting_as("educatrice"):
        look = look_at(OPEN)
        row = Sheet(
            household=look.household, team_id=look.team_id, assessment=look, voice="team", heard_on=today,
            instrument_id="isolamento-1", response=begin_response(Instrument.objects.get(pk="tre-pesi-1")),
        )  # fmt: skip
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save(force_insert=True)


def test_nothing_is_deleted(acting_as):
    with acting_as("assistente"), pytest.raises(ProgrammingError), transaction.atomic():
        Sheet.objects.all().delete()


def test_a_later_moment_takes_the_edition_of_the_earlier_one(acting_as, today, keeper):
    with acting_as("assistente"):
        assert edition_for(key_for("case", "hoxha"), "tre-pesi", today).pk == "tre-pesi-1"
        earlier = before(the_sheet(WEIGHTS))
        assert earlier.assessment.moment == "t0"
        assert before(the_sheet(("hoxha_t0", "tre-pesi-1", "", "team"))) is None
