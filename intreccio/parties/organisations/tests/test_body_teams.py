"""Which teams a lead reads: all those of their body, as soon as they are there and no longer than they are."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError

from conftest import viewer_named
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.organisations.actions.teams import create_team
from intreccio.parties.organisations.models import BodyTeams, Organisation
from tests.drills.at_once import acted, told

BODY, OTHER = (str(key_for("organisation", name)) for name in ("comune_opera", "melograno"))
MAKES = (
    "INSERT INTO organisations_team (id, name, kind, organisation_id, municipality_codes, is_default_desk, version)"
    " VALUES (gen_random_uuid(), 'Équipe nuova', 'team', %s, '{}', false, 1) RETURNING id"
)


def kept(keeper: Any) -> dict[str, set[str]]:
    return {
        str(body): set(map(str, teams))
        for body, teams in keeper.execute("SELECT organisation_id, teams FROM organisations_bodyteams")
        if teams
    }


def stand(keeper: Any) -> dict[str, set[str]]:
    """Row by row, as one would count them."""
    found = defaultdict(set)
    for team, body in keeper.execute("SELECT id, organisation_id FROM organisations_team"):
        found[str(body)].add(str(team))
    return dict(found)


def test_the_teams_of_every_body_are_those_that_are_there(keeper):
    assert kept(keeper) == stand(keeper) != {}


def test_a_team_made_moved_and_taken_away(keeper):
    (made,) = keeper.execute(MAKES, [BODY]).fetchone()
    assert str(made) in kept(keeper)[BODY]
    keeper.execute("UPDATE organisations_team SET organisation_id = %s WHERE id = %s", [OTHER, made])
    assert str(made) not in kept(keeper).get(BODY, set())
    assert str(made) in kept(keeper)[OTHER]
    keeper.execute("DELETE FROM organisations_team WHERE id = %s", [made])
    assert kept(keeper) == stand(keeper)


def test_four_made_at_once_are_all_there(committed, keeper):
    def makes(name: str) -> Callable[[], object]:
        body = Organisation(pk=BODY)
        return acted(viewer_named("admin"), lambda by: create_team(body, by=by, kind="team", name=name))

    before = len(kept(keeper).get(BODY, ()))
    assert told(*map(makes, "ABCD")) == ["done"] * 4
    assert kept(keeper) == stand(keeper)
    assert len(kept(keeper)[BODY]) == before + 4


def test_a_lead_has_them_each_once_and_whoever_works_there_only_their_own(committed, keeper):
    (made,) = keeper.execute(MAKES, [BODY]).fetchone()
    lead, educator = viewer_named("comune"), viewer_named("educatrice")
    keeper.execute(
        "INSERT INTO organisations_teammembership (id, membership_id, team_id, since, version, profession)"
        " VALUES (gen_random_uuid(), %s, %s, today(), 1, 'other')",
        [lead.membership_id, made],
    )
    teams = viewer_named("comune").team_ids
    assert {str(team) for team in teams} == stand(keeper)[BODY]
    assert len(teams) == len(set(teams))
    assert made not in educator.team_ids
    assert viewer_named("educatrice").team_ids == educator.team_ids


@pytest.mark.parametrize("account", ["comune", "coordinatrice", "admin"])
@pytest.mark.parametrize("does", [lambda rows: rows.count(), lambda rows: rows.update(teams=[])])
def test_nobody_reads_or_writes_it_by_hand(acting_as, account, does):
    with acting_as(account), pytest.raises(ProgrammingError), transaction.atomic():
        does(BodyTeams.objects)
