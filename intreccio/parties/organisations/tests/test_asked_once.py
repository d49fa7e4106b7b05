"""Which teams are mine, and which families are open to me, is worked out once and heard while nothing changes."""

from typing import Any

import pytest
from django.db import connection, transaction

from conftest import viewer_named
from intreccio.ground.kernel.acting import act, acting
from intreccio.parties.organisations.models import Team, TeamMembership
from tests.drills.at_once import told

EVERYBODY = (
    "educatrice",
    "assistente",
    "coordinatrice",
    "psicologa",
    "scuola",
    "comune",
    "admin",
)
GRANTED = (
    "coalesce((SELECT array_agg(household ORDER BY household) FROM my_openings() WHERE level >= 2), '{}')"
)


def ask(what: str, **values: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {what}", values)
        row = cursor.fetchone() or ()
    return row[0] if len(row) == 1 else row


@pytest.mark.parametrize("account", EVERYBODY)
def test_what_is_kept_is_what_the_tables_say(acting_as, account):
    with acting_as(account):
        kept, said = ask("my_teams(), teams_of(my_membership())")
        assert set(kept) == set(said)
        again, said = ask(f"ARRAY(SELECT unnest(my_granted(2)) ORDER BY 1), {GRANTED}")
        assert again == said


def test_it_is_worked_out_once_and_heard_from_then_on(acting_as):
    """Words put in its place are heard: whoever can put them there can as well say that somebody else acts."""
    with acting_as("educatrice"):
        first, _put, then = ask(
            "my_teams(), set_config('intreccio.teams', asking() || '{}', true), my_teams()"
        )
        assert first
        assert then == []


def test_words_of_another_moment_are_not_heard(acting_as):
    with acting_as("educatrice"):
        mine = ask("my_teams()")
        old = "replace(asking(), pg_current_snapshot()::text, '7:7:') || '{}'"
        ask(f"set_config('intreccio.teams', {old}, true), set_config('intreccio.granted_2', {old}, true)")
        assert ask("my_teams()") == mine
        assert ask("cardinality(my_granted(2))") == ask(f"cardinality({GRANTED})")


def test_what_a_colleague_changes_meanwhile_is_seen_by_the_next_statement(committed, today):
    """One transaction, begun before; another of the coordinator's in between."""
    educator = viewer_named("educatrice")

    def goes() -> None:
        with acting(viewer_named("coordinatrice")):
            assert TeamMembership.objects.filter(membership_id=educator.membership_id).update(until=today)

    with transaction.atomic():
        act(educator)
        assert ask("my_teams()") == list(educator.team_ids)
        assert told(goes) == ["done"]
        assert ask("my_teams()") == []


def test_whoever_acts_next_hears_nothing_of_it(acting_as):
    with acting_as("educatrice"):
        mine = ask("my_teams()")
        with transaction.atomic():
            act(viewer_named("scuola"))
            assert ask("my_teams()") != mine
            act(None)


def test_in_one_statement_another_actor_hears_their_own(acting_as):
    other = viewer_named("assistente")
    with acting_as("educatrice"):
        _mine, _other, theirs = ask(
            "my_teams(), set_config('intreccio.membership', %(other)s, true), my_teams()",
            other=str(other.membership_id),
        )
        assert set(theirs) == set(ask("teams_of(my_membership())"))


def test_whoever_changes_who_belongs_where_begins_a_new_turn(acting_as):
    """So that nothing is heard from before, not even within one statement that does both."""
    with acting_as("coordinatrice") as viewer:
        before = ask("current_setting('intreccio.turn', true)")
        assert Team.objects.filter(pk__in=viewer.team_ids).update(name="Équipe con un altro nome")
        assert ask("current_setting('intreccio.turn', true)") != before
