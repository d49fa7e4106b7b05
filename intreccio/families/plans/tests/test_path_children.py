"""After a loss: the words are for the children who live, and each of them is looked at, also who has grown up since."""

from datetime import date

from intreccio.families.plans.actions.looking import look_at
from intreccio.families.plans.queries.along import along
from intreccio.families.plans.queries.looking import whose_of
from intreccio.families.plans.tests.test_paths import NADIA, D, begun
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.life import expect_child
from intreccio.parties.people.models import Household, Person

LEO = key_for("person", "leo")


def home() -> Household:
    return Household.objects.get(pk=key_for("household", "marchetti"))


def born(person_id: object, day: date | None) -> None:
    precision = {} if day else {"birth_precision": ""}
    assert Person.objects.filter(pk=person_id).update(birth_date=day, **precision)


def years_ago(years: int) -> date:
    return today().replace(day=1, year=today().year - years)


def pages(viewer: Viewer, **lost: object) -> set[str]:
    said = along(viewer, begun(viewer, **lost), D)["reading"]
    return {told.part["code"] for told in said.pages if told.part.get("ages")}


def test_of_a_child_who_died_the_guide_speaks_to_the_ones_who_live(acting_as):
    with acting_as("coordinatrice") as viewer:
        born(NADIA, years_ago(9))
        born(LEO, years_ago(3))
        assert pages(viewer, person=Person.objects.get(pk=LEO)) == {"death_child"}


def test_of_a_birth_that_was_lost_the_guide_speaks_to_the_siblings(acting_as):
    with acting_as("coordinatrice") as viewer:
        born(NADIA, years_ago(9))
        event = expect_child(home(), by=viewer, due_on=D)
        awaited = Person.objects.get(pk=event.person_id)
        assert pages(viewer, person=awaited, loss="pregnancy_loss") == {"pregnancy_siblings"}


def test_of_whom_the_age_is_not_known_every_page_is(acting_as):
    with acting_as("coordinatrice") as viewer:
        born(LEO, None)
        assert pages(viewer) == {"death_small", "death_child", "death_teen"}


def test_a_child_of_whom_no_birth_is_written_is_looked_at_and_who_is_awaited_is_not(acting_as):
    with acting_as("coordinatrice") as viewer:
        born(LEO, None)
        event = expect_child(home(), by=viewer, due_on=D)
        there = {one.person_id for one in whose_of(viewer, begun(viewer))}
        assert {NADIA, LEO} <= there
        assert event.person_id not in there


def test_who_comes_of_age_keeps_what_was_said(acting_as):
    with acting_as("coordinatrice") as viewer:
        path = begun(viewer)
        nadia = Person.objects.get(pk=NADIA)
        look_at(path, nadia, {"told": ("there", "La mamma, con parole vere")}, by=viewer, today=D)
        born(NADIA, years_ago(19))
        said = [item.last for one in along(viewer, path, D)["looking"] for item in one.items if item.last]
        assert [row.words for row in said] == ["La mamma, con parole vere"]
