"""A child at school after a loss: begun from the look at a sibling, walked by the team, in peace on the day that returns."""

from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.db import transaction
from django.db.utils import IntegrityError, ProgrammingError
from django.urls import reverse

from intreccio.answers.school.actions import paths as actions
from intreccio.answers.school.actions.paths import Lost
from intreccio.answers.school.actions.schooling import begin_schooling
from intreccio.answers.school.actions.sheets import Wanted, ask_teacher, void_school_sheet
from intreccio.answers.school.models import SchoolMark, SchoolPath
from intreccio.answers.school.queries.paths import (
    family_path_of,
    is_in_peace,
    school_paths_in_sight,
    siblings_of,
    startable_at_school,
    walk_of,
)
from intreccio.answers.school.tests.conftest import D, child_of, family_of
from intreccio.answers.school.tests.test_schooling import studies
from intreccio.families.plans.tests.test_paths import begun as family_begun
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused
from intreccio.parties.people.actions.households import create_household
from intreccio.parties.people.actions.life.joining import join_homes
from intreccio.parties.people.actions.newcomers import Draft
from intreccio.parties.people.actions.persons import add_person
from intreccio.workshop.protocols.models import ProtocolVersion


def shipped(name: str = "soli-mai-scuola-1") -> ProtocolVersion:
    return ProtocolVersion.objects.get(shipped=name)


def begun(by: Any, **changes: Any) -> SchoolPath:
    lost = {"zero": D - timedelta(days=3), "loss": "death", "contact_id": by.membership_id} | changes
    path = actions.begin_school_path(
        family_of("marchetti"), child_of("nadia"), shipped(), Lost(**lost), by=by, today=D
    )
    return school_paths_in_sight(by).get(pk=path.pk)


def codes(steps: Any) -> list[str]:
    return [step.code for step in steps]


def test_from_the_look_at_a_sibling_the_school_s_path_begins(acting_as):
    with acting_as("educatrice") as viewer:
        family = family_begun(viewer)
        before = {one.whose.name.split()[0]: one.path for one in siblings_of(viewer, family)}
        assert before["Nadia"] is None
        path = begun(viewer, zero=family.zero, loss=family.loss, family_path=family)
        after = {one.whose.name.split()[0]: one.path for one in siblings_of(viewer, family)}
        assert after["Nadia"] == path
        assert after["Leo"] is None
        assert family_path_of(viewer, family.household_id, str(family.pk)) == family
        assert family_path_of(viewer, family.household_id, "nothing") is None


def test_its_words_are_those_for_that_age(acting_as):
    with acting_as("educatrice") as viewer:
        pages = [page.part["code"] for page in walk_of(begun(viewer), D).reading.pages]
        assert "preteen" in pages
        assert "small" not in pages


def test_a_step_is_written_once_and_a_mistake_waits_again(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer)
        assert "place" in codes(walk_of(path, D).asked)
        said = {"day": D, "words": "La biblioteca", "by": viewer, "today": D}
        actions.mark_school_step(path, "place", "done", **said)
        assert codes(walk_of(path, D).kept) == ["place"]
        with pytest.raises(Refused, match="marked"):
            actions.mark_school_step(path, "place", "done", **said)
        with pytest.raises(Refused, match="mark"):
            actions.mark_school_step(path, "return", "not_needed", **{**said, "words": " "})
        mark = SchoolMark.objects.select_related("household", "path__household").get(path=path)
        actions.void_school_mark(mark, reason="era un'altra bambina", by=viewer)
        assert "place" in codes(walk_of(path, D).asked)
        kinds = Event.objects.filter(
            kind__startswith="school_path.", household_id=path.household_id
        ).order_by("id")
        assert [event.kind.split(".")[1] for event in kinds] == ["begun", "step_marked", "mark_voided"]


def test_what_was_a_mistake_stays_to_be_read_with_its_reason(acting_as, signed_in):
    with acting_as("educatrice") as viewer:
        path = begun(viewer)
        said = {"day": D, "words": "La palestra piccola", "by": viewer, "today": D}
        actions.mark_school_step(path, "place", "done", **said)
        mark = SchoolMark.objects.select_related("household", "path__household").get(path=path)
    page, title = signed_in("educatrice"), "Un posto dove andare"
    assert title in text(page.get(reverse("void_school_mark", args=[path.pk, mark.pk])))
    with acting_as("educatrice") as viewer:
        actions.void_school_mark(mark, reason="era un'altra bambina", by=viewer)
    words = text(page.get(reverse("school_path_page", args=[path.pk])))
    assert "La palestra piccola" in words
    assert "Annullato: era un'altra bambina" in words


def test_it_begins_once_from_a_day_and_ends(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer)
        with pytest.raises(Refused, match="begun"):
            begun(viewer)
        with pytest.raises(Changed):
            actions.end_school_path(path, day=D, version=9, by=viewer, today=D)
        actions.end_school_path(path, day=D, version=1, by=viewer, today=D)
        with pytest.raises(Refused, match="over"):
            actions.mark_school_step(path, "place", "done", day=D, words="", by=viewer, today=D)
        with pytest.raises(Refused, match="over"):
            actions.require_going_on(SchoolPath.objects.get(pk=path.pk))


def test_the_day_that_returns_is_left_in_peace(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer, zero=D - timedelta(days=361))
        assert is_in_peace(path, D)
        assert not is_in_peace(path, D - timedelta(days=40))
        assert not is_in_peace(path, path.zero + timedelta(days=2)), "the first days are for being near"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"zero": D + timedelta(days=400)}, "zero"),
        ({"loss": ""}, "loss"),
        ({"contact_id": new_key()}, "contact"),
    ],
)
def test_what_cannot_be_is_refused(acting_as, changes, code):
    with acting_as("educatrice") as viewer, pytest.raises(Refused, match=code):
        begun(viewer, **changes)


def test_only_an_approved_text_for_who_goes_to_school_begins(acting_as):
    with acting_as("educatrice") as viewer:
        assert [one.row.shipped for one in startable_at_school(viewer)] == ["soli-mai-scuola-1"]
        draft = ProtocolVersion.objects.get(pk=key_for("protocol_version", "soli_mai-3"))
        lost = Lost(D, "death", viewer.membership_id)
        with pytest.raises(Refused, match="stage"):
            actions.begin_school_path(
                family_of("marchetti"), child_of("nadia"), draft, lost, by=viewer, today=D
            )
        with pytest.raises((IntegrityError, ProgrammingError)), transaction.atomic():
            SchoolPath.objects.create(
                household=family_of("marchetti"), team_id=family_of("marchetti").team_id, child=child_of("nadia"),
                protocol_version=draft, zero=D, loss="death", contact_id=viewer.membership_id, begun_on=D,
            )  # fmt: skip


@pytest.mark.parametrize("account", ["davide", "sara", "admin", "elio"])
def test_a_stranger_finds_nothing(acting_as, account):
    with acting_as("educatrice") as viewer:
        path = begun(viewer)
        actions.mark_school_step(path, "place", "done", day=D, words="", by=viewer, today=D)
    with acting_as(account):
        assert not SchoolPath.objects.filter(pk=path.pk).exists()
        assert not SchoolMark.objects.filter(path_id=path.pk).exists()


def test_whoever_reads_by_a_grant_does_not_walk(acting_as):
    with acting_as("educatrice") as viewer:
        path = school_paths_in_sight(viewer).get(pk=key_for("school_path", "mattia-scuola"))
        with pytest.raises(NotAllowed):
            actions.mark_school_step(path, "homework", "done", day=D, words="", by=viewer, today=D)


def text(answer: Any) -> str:
    assert answer.status_code == 200, answer.status_code
    return unescape(answer.content.decode())


def test_from_the_family_s_path_to_the_school_s_with_its_day(acting_as, signed_in):
    with acting_as("educatrice") as viewer:
        family, version = family_begun(viewer), shipped()
    page = signed_in("educatrice")
    words = text(page.get(reverse("path_page", args=[family.pk])))
    where = reverse("begin_school_path", args=[family.household_id, key_for("person", "nadia"), version.pk])
    assert f"{where}?path={family.pk}" in words
    form = text(page.get(f"{where}?path={family.pk}"))
    assert family.zero.isoformat() in form
    sent = {
        "once": str(new_key()),
        "zero": family.zero.isoformat(),
        "loss": "death",
        "contact": str(viewer.membership_id),
    }
    answer = page.post(f"{where}?path={family.pk}", sent)
    assert answer.status_code == 302, unescape(answer.content.decode())[:3000]
    school = text(page.get(answer["Location"]))
    assert "Il percorso della famiglia" in school
    assert "Alle medie" in school
    assert "Apri il percorso a scuola" in text(page.get(reverse("path_page", args=[family.pk])))


def test_the_silence_of_the_family_is_said_at_school_too(signed_in):
    words = text(
        signed_in("davide").get(reverse("school_path_page", args=[key_for("school_path", "mattia-scuola")]))
    )
    assert "La famiglia ha chiesto silenzio." in words


def test_a_home_with_something_open_at_school_is_not_absorbed(acting_as):
    """There nothing could be walked, shown or taken back any more; the address of a teacher would still open."""
    with acting_as("coordinatrice") as viewer:
        said = {
            "name": "Famiglia Prova",
            "municipality_code": "015189",
            "team_id": key_for("team", "equipe_nord"),
        }
        home = create_household(by=viewer, **said, today=D)
        child = add_person(
            home,
            Draft("Ada", "Prova", role="child", birth_date=child_of("nadia").birth_date),
            by=viewer,
            since=D,
        )
        row = begin_schooling(home, child, studies(cycle="lower"), by=viewer, today=D)
        wanted = Wanted(
            "Riva", "r@example.org", D + timedelta(days=7), reason="La mamma lo sa, firma domani."
        )
        sheet, _link = ask_teacher(row, wanted, by=viewer, today=D)
        with pytest.raises(Refused, match="join_homes"):
            join_homes(family_of("marchetti"), home, by=viewer, day=D)
        void_school_sheet(sheet, reason="si richiede dall'altra casa", by=viewer)
        lost = Lost(D - timedelta(days=3), "death", viewer.membership_id)
        path = actions.begin_school_path(home, child, shipped(), lost, by=viewer, today=D)
        with pytest.raises(Refused, match="join_homes"):
            join_homes(family_of("marchetti"), home, by=viewer, day=D)
        actions.end_school_path(path, day=D, version=1, by=viewer, today=D)
        assert join_homes(family_of("marchetti"), home, by=viewer, day=D)
