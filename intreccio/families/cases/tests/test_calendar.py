"""What of cases stands in a calendar beside meetings: agreed reviews, what was agreed for later."""

from datetime import timedelta

import pytest

from intreccio.families.cases.models import Case, CaseFollowUp
from intreccio.families.cases.queries.calendar import entries_of
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for
from intreccio.workshop.calendar.queries.sources import Wanted

D = today()
FAR = timedelta(days=900)
TEAMS = {key: key_for("team", key) for key in ("equipe_nord", "equipe_sud", "equipe_est")}


def seen(viewer, kind, **more):
    wanted = Wanted(D - FAR, D + FAR, **more)
    return {entry.key: entry for entry in entries_of(viewer, wanted) if entry.kind == kind}


def test_the_agreed_review_stands_on_its_day_with_who_answers_for_the_family(acting_as):
    with acting_as("coordinatrice") as viewer:
        cases = Case.objects.filter(
            team=TEAMS["equipe_nord"], review_on__isnull=False, ended_on=None, voided_at=None
        ).select_related("household", "responsible__user")
        found = seen(viewer, "review", team_id=TEAMS["equipe_nord"])
        assert {key: (each.day, each.title) for key, each in found.items()} == {
            case.pk: (case.review_on, case.household.name) for case in cases
        }
        assert found
        for case in cases:
            names = [case.responsible.user.name] if case.responsible else []
            assert [who.name for who in found[case.pk].who] == names


def test_what_was_agreed_for_later_is_there_until_it_is_done(acting_as):
    with acting_as("coordinatrice") as viewer:
        rows = CaseFollowUp.objects.filter(
            team__in=viewer.team_ids, done_on=None, voided_at=None, case__voided_at=None
        )
        found = {}
        for team in viewer.team_ids:
            found |= seen(viewer, "follow_up", team_id=team)
        assert {key: each.day for key, each in found.items()} == dict(rows.values_list("pk", "due_on"))
        assert found
        assert all(each.what.startswith("da risentire, ") for each in found.values())


@pytest.mark.parametrize("account", ["davide", "admin", "elio"])
def test_a_stranger_finds_nothing_of_the_team(acting_as, account):
    with acting_as(account) as viewer:
        for kind in ("meeting", "review", "follow_up"):
            assert seen(viewer, kind, team_id=TEAMS["equipe_nord"]) == {}


def test_one_finds_ones_own_across_teams(acting_as):
    """By the membership alone: what I answer for, what I am to do, where I am asked."""
    with acting_as("assistente") as viewer:
        me = viewer.membership_id
        mine = {
            case.pk
            for case in Case.objects.filter(
                responsible=me, review_on__isnull=False, ended_on=None, voided_at=None
            )
        }
        assert set(seen(viewer, "review", members=(me,))) == mine
        assert all(
            me in {who.key for who in each.who} for each in seen(viewer, "meeting", members=(me,)).values()
        )
        assert seen(viewer, "meeting", members=(me,))
