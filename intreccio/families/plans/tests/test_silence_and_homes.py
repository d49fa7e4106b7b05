"""A home becomes two, or two become one: the silence that a family asked for goes where its people go, and is never lost."""

from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.urls import reverse

from intreccio.families.cases.actions import close_case
from intreccio.families.cases.actions.charge import Choice, take_charge
from intreccio.families.cases.actions.closing import Agreed
from intreccio.families.cases.actions.opening import Reasons, open_case
from intreccio.families.cases.models import Case
from intreccio.families.cases.vocabulary import Motive
from intreccio.families.plans.actions import paths as actions
from intreccio.families.plans.models import FamilyPath
from intreccio.families.plans.queries.letters import silence_of
from intreccio.families.plans.queries.waiting import waiting_for
from intreccio.families.plans.tests.test_paths import D, begun, shipped, walked
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import Refused
from intreccio.ground.kernel.viewer import House
from intreccio.parties.people.actions.households import create_household, hand_over
from intreccio.parties.people.actions.life import join_homes, part_home, undo_life_event
from intreccio.parties.people.actions.life.parting import Parting
from intreccio.parties.people.models import Household, Person

HOME = key_for("household", "marchetti")
NADIA, LEO = key_for("person", "nadia"), key_for("person", "leo")


def home() -> Household:
    return Household.objects.get(pk=HOME)


def silent(path: FamilyPath, by: Any, *, on: bool = True) -> None:
    path.refresh_from_db()
    actions.set_silence(path, silent=on, version=path.version, by=by, today=D)


def parted(by: Any) -> Household:
    _event, second = part_home(home(), Parting(going=frozenset({str(NADIA)})), by=by, day=D)
    return second


def in_charge(household: Household, by: Any) -> Case:
    case = open_case(household, reasons=Reasons(motive=Motive.OWN_REQUEST), by=by, today=D)
    take_charge(
        case,
        choice=Choice(household.team_id, by.membership_id),
        motive=Motive.AGREED,
        words="Resta con noi",
        by=by,
        today=D,
    )
    return Case.objects.select_related("household").get(pk=case.pk)


def begun_in(case: Case, by: Any, **changes: Any) -> FamilyPath:
    return actions.begin_path(case, shipped(), walked(contact_id=by.membership_id, **changes), by=by, today=D)


def test_who_goes_to_another_home_is_left_in_peace_there_too(acting_as):
    with acting_as("coordinatrice") as viewer:
        path = begun(viewer)
        silent(path, viewer)
        second = parted(viewer)
        assert silence_of(second.pk)
        silent(path, viewer, on=False)
        assert silence_of(HOME) is None
        assert silence_of(second.pk), "it was theirs too: they say themselves when it is over"


def test_the_first_path_of_the_new_home_begins_in_silence_and_there_it_is_lifted(acting_as):
    with acting_as("coordinatrice") as viewer:
        silent(begun(viewer), viewer)
        second = parted(viewer)
        case = in_charge(second, viewer)
        path = begun_in(case, viewer, zero=D - timedelta(days=6))
        assert path.silent_since == D
        assert not [
            line
            for line in waiting_for(viewer, 80, today=D)
            if line.kind == "letter" and line.plan_id == path.pk
        ]
        silent(path, viewer, on=False)
        assert silence_of(second.pk) is None
        assert silence_of(HOME)
        assert begun_in(case, viewer, loss="job").silent_since is None


def test_what_is_asked_for_afterwards_is_of_that_home_alone(acting_as):
    with acting_as("coordinatrice") as viewer:
        path = begun(viewer)
        second = parted(viewer)
        silent(path, viewer)
        assert silence_of(second.pk) is None


def test_a_silence_that_was_a_mistake_goes_nowhere(acting_as):
    with acting_as("coordinatrice") as viewer:
        path = begun(viewer)
        silent(path, viewer)
        second = parted(viewer)
        actions.void_path(path, reason="Era un'altra famiglia", by=viewer)
        assert silence_of(second.pk) is None


def test_it_goes_along_over_two_homes_and_to_another_team(acting_as):
    with acting_as("coordinatrice") as viewer:
        silent(begun(viewer), viewer)
        _event, second = part_home(home(), Parting(going=frozenset({str(NADIA), str(LEO)})), by=viewer, day=D)
        _event, third = part_home(second, Parting(going=frozenset({str(NADIA)})), by=viewer, day=D)
        assert silence_of(third.pk)
        hand_over(third, to_team_id=key_for("team", "equipe_est"), by=viewer, reason_code="moved")
    with acting_as("davide"):
        assert silence_of(third.pk)
    with acting_as("awa"):
        assert silence_of(third.pk)
    with acting_as("sara"):
        assert silence_of(third.pk), "of a family out of sight the answer is yes, whatever she asked"


@pytest.fixture
def alone(acting_as: Any) -> Any:
    """A home of the same team whose way is over, and that asked for silence on it."""

    def made(viewer: Any) -> tuple[Household, FamilyPath]:
        team = home().team_id
        other = create_household(
            by=viewer, name="Casa di Paolo", municipality_code="015189", team_id=team, today=D
        )
        case = in_charge(other, viewer)
        path = begun_in(case, viewer)
        silent(path, viewer)
        agreed = [Agreed(months, D + timedelta(days=30 * months), left_out="non serve") for months in (6, 12)]
        close_case(case, motive=Motive.STOPPED, words="Ci salutiamo", follow_ups=agreed, by=viewer, today=D)
        return other, path

    return made


def test_a_home_with_an_open_path_is_not_absorbed(acting_as, alone):
    with acting_as("coordinatrice") as viewer:
        other, path = alone(viewer)
        with pytest.raises(Refused, match="join_homes") as no:
            join_homes(home(), other, by=viewer, day=D)
        assert "SOLI MAI" in str(no.value.reason)
        path.refresh_from_db()
        actions.end_path(path, "family", day=D, version=path.version, by=viewer, today=D)
        join_homes(home(), other, by=viewer, day=D)


def test_the_silence_of_a_home_that_is_absorbed_is_of_the_one_that_stays(acting_as, alone):
    with acting_as("coordinatrice") as viewer:
        here = begun(viewer)
        other, path = alone(viewer)
        path.refresh_from_db()
        actions.end_path(path, "family", day=D, version=path.version, by=viewer, today=D)
        assert silence_of(HOME) is None
        event = join_homes(home(), other, by=viewer, day=D)
        assert silence_of(HOME)
        here.refresh_from_db()
        assert (here.silent_since, here.version) == (D, 2)
        assert Event.objects.filter(subject_id=here.pk, kind="path.silence_asked").exists()
        silent(here, viewer, on=False)
        assert silence_of(HOME) is None
        undo_life_event(event, by=viewer, reason="è tornato via")
        assert silence_of(other.pk), "there nobody has lifted it"


def test_what_was_for_a_home_that_has_been_absorbed_asks_the_one_that_stays(acting_as, alone):
    """A mail that waited under the name of the home that is no more."""
    with acting_as("coordinatrice") as viewer:
        other, path = alone(viewer)
        silent(path, viewer, on=False)
        path.refresh_from_db()
        actions.end_path(path, "family", day=D, version=path.version, by=viewer, today=D)
        join_homes(home(), other, by=viewer, day=D)
        assert silence_of(other.pk) is None
        here = begun(viewer)
        silent(here, viewer)
        assert silence_of(other.pk)
    with acting(House("jobs")):
        assert silence_of(other.pk)


def test_where_nobody_had_asked_for_it_a_path_goes_on_as_it_was(acting_as):
    with acting_as("coordinatrice") as viewer:
        path = begun(viewer)
        actions.silence_after_joining(HOME, by=viewer, today=D)
        path.refresh_from_db()
        assert (path.silent_since, path.version) == (None, 1)


def test_where_no_path_is_open_it_counts_all_the_same(acting_as, alone):
    with acting_as("coordinatrice") as viewer:
        other, path = alone(viewer)
        path.refresh_from_db()
        actions.end_path(path, "family", day=D, version=path.version, by=viewer, today=D)
        join_homes(home(), other, by=viewer, day=D)
        assert silence_of(HOME)
        assert begun(viewer).silent_since == D


def test_the_page_says_where_they_live_now(signed_in, acting_as):
    with acting_as("coordinatrice") as viewer:
        path = begun(viewer, loss="job", person=Person.objects.get(pk=NADIA))
        parted(viewer)
    page = unescape(signed_in("educatrice").get(reverse("path_page", args=[path.pk])).content.decode())
    assert "vive adesso in un'altra casa" in page
