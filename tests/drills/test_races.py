"""Two hands at once, on a real PostgreSQL: one row for many taps, one winner, nothing seen after it was closed, nothing left behind."""

import random
import time
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from intreccio.families.cases import actions as cases
from intreccio.families.cases.models import Case
from intreccio.families.cases.vocabulary import Motive
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.people.actions.aspects import add_aspect
from intreccio.parties.people.actions.grants import grant, withdraw
from intreccio.parties.people.actions.households import create_household, hand_over
from intreccio.parties.people.actions.newcomers import Draft
from intreccio.parties.people.actions.persons import add_person
from intreccio.parties.people.models import Aspect, Household
from intreccio.parties.people.vocabulary import AspectKind, GrantPurpose, Level
from tests.drills.at_once import Window, at_once, person
from tests.drills.size import size

pytestmark = pytest.mark.drill
ROUNDS = size(20, 4)
TAPS = 16
DESK = key_for("team", "sportello_rozzano")
NORTH, SOUTH = key_for("team", "equipe_nord"), key_for("team", "equipe_sud")
NEED = "emergenze.alimentare"


@pytest.fixture
def one(keeper: Any) -> Callable[..., Any]:
    """The only value of a question put as keeper."""
    return lambda question, *values: keeper.execute(question, values).fetchone()[0]


def new_family(today: date, account: str = "assistente") -> Household:
    """Of the northern team."""
    viewer = person(account)
    with acting(viewer):
        return create_household(
            by=viewer, name="Famiglia Prova", municipality_code="015189", team_id=NORTH, today=today
        )


def new_contact(window: Window) -> UUID:
    told = window.sends("/contacts/new", **contact_fields())()
    assert told.status == 302, told.says
    return UUID(told.leads_to.rsplit("/", 1)[1])


def one_wins(told: list[Any], reason: str) -> None:
    """The other is told why."""
    first, second = sorted(told)
    assert (first.status, second.status) == (302, 409), told
    assert reason in second.says


def contact_fields(words: str = "") -> dict[str, object]:
    return {
        "once": uuid4(), "channel": "phone", "needs": NEED, "answers": "intake", "minutes": 5, "desk": DESK, "words": words,
    }  # fmt: skip


def test_sixteen_taps_of_one_form_write_one_row(one):
    windows = [Window("assistente")]
    windows += [windows[0].another() for _ in range(TAPS - 1)]
    for number in range(ROUNDS):
        fields = contact_fields(f"gara {number}")
        told = at_once(*[window.sends("/contacts/new", **fields) for window in windows])
        assert {answer.status for answer in told} == {302}, told
        (address,) = {answer.leads_to for answer in told}
        key = address.rsplit("/", 1)[1]
        assert one("SELECT count(*) FROM access_contact WHERE words = %s", f"gara {number}") == 1
        assert (
            one("SELECT count(*) FROM kernel_event WHERE kind = 'contact.created' AND subject_id = %s", key)
            == 1
        )


def test_two_who_take_up_the_same_contact_open_one_case(one, today):
    mine, hers = Window("assistente"), Window("coordinatrice")
    for _ in range(ROUNDS):
        family, contact = new_family(today), new_contact(mine)
        linking = {"link-once": uuid4(), "link-version": 1, "link-code": family.code}
        assert mine.sends(f"/contacts/{contact}/link", **linking)().status == 302
        tap = f"/cases/new?contact={contact}"
        told = at_once(
            *[window.sends(tap, once=uuid4(), motive=Motive.OWN_REQUEST) for window in (mine, hers)]
        )
        one_wins(told, "ha già una presa in carico aperta")
        assert one("SELECT count(*) FROM cases_case WHERE household_id = %s", family.pk) == 1
        assert (
            one(
                "SELECT count(*) FROM kernel_event WHERE kind = 'case.opened' AND household_id = %s",
                family.pk,
            )
            == 1
        )


def test_two_windows_that_write_the_same_family_write_one(one):
    mine = Window("assistente")
    other = mine.another()
    for _ in range(ROUNDS):
        contact = new_contact(mine)
        before = one("SELECT count(*) FROM people_household")
        tap = f"/contacts/{contact}/household"
        said = {"name": "Famiglia Doppia", "team": DESK, "version": 1}
        told = at_once(*[window.sends(tap, once=uuid4(), **said) for window in (mine, other)])
        one_wins(told, "è già collegato a una famiglia")
        assert one("SELECT count(*) FROM people_household") == before + 1


def test_two_who_take_the_same_family_in_charge_are_one_and_a_reason(one, today):
    people = [person("assistente"), person("coordinatrice")]
    choice = cases.Choice(NORTH, key_for("membership", "educatrice"))
    for _ in range(ROUNDS):
        family = new_family(today)
        with acting(people[0]):
            case = cases.open_case(family, reasons=cases.Reasons(Motive.RETURN), by=people[0], today=today)

        def take(viewer: Any, key: UUID = case.pk) -> None:
            with acting(viewer):
                held = Case.objects.select_related("household").get(pk=key)
                cases.take_charge(
                    held, choice=choice, motive=Motive.AGREED, words="Aspettano.", by=viewer, today=today
                )

        told = at_once(*[lambda viewer=viewer: take(viewer) for viewer in people])
        refused = [no for no in told if no is not None]
        assert [type(no) for no in refused] == [Refused], told
        assert "già in carico" in str(refused[0].reason)
        taken = "SELECT count(*) FROM cases_casestep WHERE case_id = %s AND verb = 'take_charge'"
        assert one(taken, case.pk) == 1


def test_what_is_closed_while_somebody_reads_is_closed_from_then_on(committed, today):
    giver, reader = person("assistente"), person("sara")
    window = Window("sara")
    for _ in range(ROUNDS):
        family, looks = new_family(today), []
        with acting(giver):
            given = grant(
                family, by=giver, level=Level.RECORD, purpose=GrantPurpose.COLLABORATION, reason="Lavorano insieme",
                since=today, until=None, to_team_id=SOUTH,
            )  # fmt: skip
            add_aspect(family, by=giver, kind=AspectKind.STRONG, words="La nonna c'è", since=today)
        closed_at: list[float] = []

        def close(given: Any = given, moments: list[float] = closed_at) -> None:
            time.sleep(0.15)
            with acting(giver):
                withdraw(given, by=giver, reason="Hanno finito")
            moments.append(time.monotonic())

        def look(key: UUID = family.pk, moments: list[float] = closed_at, looks: list[Any] = looks) -> None:
            """Again and again in one transaction that was open before, and goes on after."""
            with acting(reader):
                while not moments or looks[-1][0] < moments[0]:
                    begun = time.monotonic()
                    looks.append(
                        (
                            begun,
                            Household.objects.filter(pk=key).exists(),
                            Aspect.objects.filter(household=key).count(),
                        )
                    )

        def open_page(
            address: str = f"/households/{family.pk}", moments: list[float] = closed_at
        ) -> list[tuple[float, int]]:
            pages = [(time.monotonic(), window.opens(address))]
            while not moments or pages[-1][0] < moments[0]:
                pages.append((time.monotonic(), window.opens(address)))
            return pages

        told = at_once(close, look, open_page)
        assert told[:2] == [None, None], told
        assert any(seen for _, seen, _ in looks), "the reader never saw it"
        late = [(seen, rows) for begun, seen, rows in looks if begun >= closed_at[0]]
        assert late
        assert set(late) == {(False, 0)}
        assert {status for begun, status in told[2] if begun >= closed_at[0]} == {404}
        assert {status for begun, status in told[2]} <= {200, 404}


@pytest.fixture
def family_tables(keeper: Any) -> list[str]:
    """Tables whose rows say household and team."""
    found = keeper.execute(
        "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name IN ('household_id', 'team_id')"
        " GROUP BY table_name HAVING count(*) = 2 ORDER BY 1"
    )
    return [name for (name,) in found]


def test_who_writes_a_number_and_who_hands_the_family_over_never_wait_for_each_other(one, today, aloud):
    giver = person("coordinatrice")
    writers = [Window(account) for account in ("educatrice", "assistente", "educatrice", "assistente")]
    chance, written = random.Random(11), 0
    for _ in range(ROUNDS):
        family = new_family(today)
        viewer = person("assistente")
        with acting(viewer):
            who = add_person(family, Draft("Prova", "Numeri", "parent"), by=viewer, since=today).pk

        def give(family: Household = family, wait: float = chance.uniform(0, 0.15)) -> None:
            time.sleep(wait)
            with acting(giver):
                hand_over(family, to_team_id=SOUTH, by=giver, reason_code="moved")

        address = f"/households/{family.pk}/persons/{who}/contact-points/new"
        taps = [
            window.sends(address, once=uuid4(), kind="phone", value=f"33300000{number}")
            for number, window in enumerate(writers)
        ]
        told = at_once(give, *taps)
        assert told[0] is None, told[0]
        statuses = [answer.status for answer in told[1:]]
        assert set(statuses) <= {302, 403, 404, 409}, told
        kept = one("SELECT count(*) FROM people_contactpoint WHERE person_id = %s", who)
        assert kept == statuses.count(302)
        written += kept
    aloud(f"{ROUNDS} families handed over, {written} of {4 * ROUNDS} numbers written just before")


def test_nothing_is_left_behind_when_a_family_changes_hands(one, family_tables, today, aloud):
    assert "people_aspect" in family_tables
    giver = person("coordinatrice")
    writers = [Window(account) for account in ("educatrice", "psicologa", "assistente")]
    chance, written = random.Random(7), 0
    for _ in range(ROUNDS):
        family = new_family(today)

        def give(family: Household = family, wait: float = chance.uniform(0, 0.15)) -> None:
            time.sleep(wait)
            with acting(giver):
                hand_over(family, to_team_id=SOUTH, by=giver, reason_code="moved")

        taps = [
            window.sends(
                f"/households/{family.pk}/aspects/new",
                once=uuid4(),
                kind="strong",
                words=f"voce {number}",
                since=today,
            )
            for number, window in enumerate(writers)
        ]
        told = at_once(give, *taps)
        assert told[0] is None
        assert one("SELECT team_id FROM people_household WHERE id = %s", family.pk) == SOUTH
        for table in family_tables:
            behind = f"SELECT count(*) FROM {table} WHERE household_id = %s AND team_id <> %s"
            assert one(behind, family.pk, SOUTH) == 0, table
        for number, answer in enumerate(told[1:]):
            rows = one(
                "SELECT count(*) FROM people_aspect WHERE household_id = %s AND words = %s",
                family.pk,
                f"voce {number}",
            )
            assert (answer.status, rows) in {(302, 1), (404, 0), (403, 0), (409, 0)}, answer
            written += rows
    aloud(f"{ROUNDS} families handed over, {written} of {3 * ROUNDS} words written just before")
