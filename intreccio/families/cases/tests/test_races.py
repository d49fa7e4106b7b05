"""Two people at once: one wins, the other is told. Real commits, real threads."""

from collections.abc import Callable
from typing import Any

from intreccio.families.cases import actions
from intreccio.families.cases.models import Case
from intreccio.families.cases.vocabulary import Motive
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.actions.grants import grant, withdraw
from intreccio.parties.people.models import Household
from intreccio.parties.people.vocabulary import GrantPurpose, Level
from tests.drills.at_once import person as _viewer
from tests.drills.at_once import told_as as at_once

NORTH, SOUTH = key_for("team", "equipe_nord"), key_for("team", "equipe_sud")
Act = Callable[[Any], None]


def the_case() -> Case:
    return Case.objects.select_related("household").get(pk=key_for("case", "gashi"))


def test_two_take_charge_at_once_and_one_wins(keeper, hat, today):
    def take(team: Any, person: str) -> Act:
        return lambda viewer: actions.take_charge(
            the_case(), choice=actions.Choice(team, hat(person)), motive=Motive.AGREED, by=viewer, today=today
        )

    told = at_once(("assistente", take(NORTH, "educatrice")), ("coordinatrice", take(NORTH, "psicologa")))
    assert sorted(told) == ["done", "stage"]
    steps = keeper.execute(
        "SELECT count(*) FROM cases_casestep WHERE case_id = %s AND verb = 'take_charge'",
        [key_for("case", "gashi")],
    )
    assert steps.fetchone()[0] == 1


def test_taken_here_and_given_away_at_once_is_one_of_the_two(keeper, hat, today):
    def stay(viewer: Any) -> None:
        actions.take_charge(
            the_case(),
            choice=actions.Choice(NORTH, hat("educatrice")),
            motive=Motive.AGREED,
            by=viewer,
            today=today,
        )

    def leave(viewer: Any) -> None:
        actions.take_charge(
            the_case(),
            choice=actions.Choice(SOUTH, hat("sara")),
            motive=Motive.AGREED,
            by=viewer,
            today=today,
        )

    told = at_once(("assistente", stay), ("coordinatrice", leave))
    assert told.count("done") == 1
    assert set(told) - {"done"} <= {"stage", "handed_over"}
    row = keeper.execute(
        "SELECT team_id, responsible_id FROM cases_case WHERE id = %s", [key_for("case", "gashi")]
    ).fetchone()
    assert row in [(NORTH, hat("educatrice")), (SOUTH, hat("sara"))]


def test_two_open_the_same_family_at_once_and_there_is_one_case(keeper, today):
    family = key_for("household", "bellomo")

    def begin(viewer: Any) -> None:
        actions.open_case(
            Household.objects.get(pk=family), reasons=actions.Reasons(Motive.RETURN), by=viewer, today=today
        )

    assert sorted(at_once(("assistente", begin), ("coordinatrice", begin))) == ["already_open", "done"]
    rows = keeper.execute(
        "SELECT count(*) FROM cases_case WHERE household_id = %s AND ended_on IS NULL", [family]
    )
    assert rows.fetchone()[0] == 1


def test_put_to_work_and_closed_out_at_once_is_at_work_no_longer(keeper, hat, today):
    """Whoever is quicker: nobody is left at work on a family that they do not see."""
    with acting(_viewer("coordinatrice")):
        given = grant(
            the_case().household, by=_viewer("coordinatrice"), level=Level.RECORD, purpose=GrantPurpose.COLLABORATION,
            reason="Doposcuola", since=today, until=None, to_team_id=key_for("team", "equipe_est"),
        )  # fmt: skip

    def join(viewer: Any) -> None:
        actions.add_worker(the_case(), membership_id=hat("davide"), why="Compiti", by=viewer, today=today)

    def close(viewer: Any) -> None:
        withdraw(given, by=viewer, reason="Il doposcuola è finito")

    told = at_once(("assistente", join), ("coordinatrice", close))
    assert told in (["done", "done"], ["cannot_join", "done"])
    lines = keeper.execute(
        "SELECT end_reason FROM cases_caseworker WHERE case_id = %s AND membership_id = %s",
        [key_for("case", "gashi"), hat("davide")],
    ).fetchall()
    assert lines in ([], [("no_longer_sees",)])


def agreed(today: Any) -> list[actions.Agreed]:
    return [actions.Agreed(months, today, left_out="non serve") for months in (6, 12)]


def in_plan() -> Case:
    return Case.objects.select_related("household").get(pk=key_for("case", "marchetti"))


def ended() -> Case:
    return Case.objects.select_related("household").get(pk=key_for("case", "el_amrani"))


def closing(today: Any) -> Act:
    return lambda viewer: actions.close_case(
        in_plan(), motive=Motive.REACHED, words="Grazie.", follow_ups=agreed(today), by=viewer, today=today
    )


def test_two_close_at_once_and_it_ends_once(keeper, today):
    assert sorted(at_once(("assistente", closing(today)), ("coordinatrice", closing(today)))) == [
        "done",
        "stage",
    ]
    count = "SELECT count(*) FROM {} WHERE case_id = %s {}"
    case = [key_for("case", "marchetti")]
    assert keeper.execute(count.format("cases_casefollowup", ""), case).fetchone()[0] == 2
    assert keeper.execute(count.format("cases_casestep", "AND verb = 'close_case'"), case).fetchone()[0] == 1


def test_closed_and_given_away_at_once_is_one_of_the_two(keeper, today):
    def leave(viewer: Any) -> None:
        actions.hand_over_case(
            in_plan(), to_team_id=SOUTH, motive=Motive.MOVED, summary="Da qui.", by=viewer, today=today
        )

    told = at_once(("assistente", closing(today)), ("coordinatrice", leave))
    assert told.count("done") == 1
    assert set(told) - {"done"} <= {"stage", "handed_over"}
    row = keeper.execute(
        "SELECT team_id, stage FROM cases_case WHERE id = %s", [key_for("case", "marchetti")]
    ).fetchone()
    assert row in [(NORTH, "closed"), (SOUTH, "plan")]


def test_two_reopen_at_once_and_who_worked_with_them_is_back_once(keeper, today):
    def again(viewer: Any) -> None:
        actions.reopen_case(ended(), motive=Motive.ASKS_AGAIN, words="Torna.", by=viewer, today=today)

    assert sorted(at_once(("assistente", again), ("coordinatrice", again))) in (
        ["cannot_reopen", "done"],
        ["done", "stage"],
    )
    rows = keeper.execute(
        "SELECT count(*) FROM cases_caseworker WHERE case_id = %s AND until IS NULL",
        [key_for("case", "el_amrani")],
    )
    assert rows.fetchone()[0] == 2
