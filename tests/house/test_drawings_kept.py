"""What a child keeps to who listened, in random small worlds: a leak written into the policy of drawings or words is noticed."""

import os

import psycopg
import pytest

from intreccio.families.assessments.models import ChildDrawing, ChildWords
from intreccio.front.web.demo import load_world
from intreccio.ground.kernel.acting import acting
from tests.house.compare import wearing
from tests.house.oracle import RULES, Eyes
from tests.worlds import make_world

# What a tired hand could write in the policy of drawings: each must be noticed by the oracle.
PLANTED = {
    "whether the child agrees is forgotten": "team_id = ANY ((SELECT my_teams())::uuid[])"
    " OR household_id = ANY ((SELECT my_granted(3))::uuid[])",
    "who coordinates sees": "team_id = ANY ((SELECT my_teams())::uuid[]) AND"
    " (shared OR heard_by_id = (SELECT my_membership()) OR (SELECT my_role()) = 'coordinator')",
    "who listened sees it for ever": "(team_id = ANY ((SELECT my_teams())::uuid[])"
    " OR household_id = ANY ((SELECT my_granted(3))::uuid[])) AND shared OR heard_by_id = (SELECT my_membership())",
    "whoever works on the case sees": "team_id = ANY ((SELECT my_teams())::uuid[]) AND (shared OR EXISTS (SELECT FROM"
    " cases_caseworker w WHERE w.household_id = assessments_childdrawing.household_id"
    " AND w.membership_id = (SELECT my_membership())))",
    "whoever is the reference today sees": "(team_id = ANY ((SELECT my_teams())::uuid[])"
    " OR household_id = ANY ((SELECT my_granted(3))::uuid[])) AND (shared OR heard_by_id = (SELECT my_membership())"
    " OR EXISTS (SELECT FROM cases_case c WHERE c.household_id = assessments_childdrawing.household_id"
    " AND c.responsible_id = (SELECT my_membership()) AND c.ended_on IS NULL AND c.voided_at IS NULL))",
    "a window shows it at the level of contact": "shared AND household_id = ANY ((SELECT my_granted(2))::uuid[])",
}


TEAM = "team_id = ANY ((SELECT my_teams())::uuid[]) OR household_id = ANY ((SELECT my_granted(3))::uuid[])"
PLANTED_IN_WORDS = {
    "whom the words are for is forgotten": TEAM,
    "who coordinates reads": f"({TEAM}) AND"
    " (agreed <> 'near' OR heard_by_id = (SELECT my_membership()) OR (SELECT my_role()) = 'coordinator')",
    "who listened reads for ever": f"({TEAM}) AND agreed <> 'near' OR heard_by_id = (SELECT my_membership())",
    "another body reads what is for the team": f"({TEAM}) AND (agreed <> 'near' OR heard_by_id = (SELECT my_membership())"
    " OR reference_id = (SELECT my_membership()))",
    "whoever is the reference today reads": f"({TEAM}) AND (agreed = 'plan' OR heard_by_id = (SELECT my_membership())"
    " OR agreed <> 'near' AND team_id = ANY ((SELECT my_teams())::uuid[]) OR EXISTS (SELECT FROM cases_case c"
    " WHERE c.household_id = assessments_childwords.household_id AND c.responsible_id = (SELECT my_membership())))",
}


def who_sees_wrongly(worlds, model=ChildDrawing):
    """Roles that find other rows than the oracle says."""
    wrong = set()
    for world in worlds:
        for hat in world["memberships"]:
            right = RULES[f"assessments.{model.__name__}"](Eyes(world, hat["key"]))
            with acting(wearing(world, hat["key"])):
                found = set(model.objects.values_list("id", flat=True))
            wrong |= {hat["role"]} if found != right else set()
    return wrong


@pytest.mark.parametrize(
    ("model", "planted"), [(ChildDrawing, PLANTED), (ChildWords, PLANTED_IN_WORDS)], ids=["drawings", "words"]
)
def test_a_leak_planted_in_the_policy_is_found(committed, today, model, planted):
    worlds = [make_world(seed, today) for seed in range(611, 617)]
    for world in worlds:
        load_world(world)
    assert who_sees_wrongly(worlds, model) == set()
    table = model._meta.db_table
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as owner:
        (sound,) = owner.execute(
            "SELECT pg_get_expr(polqual, polrelid) FROM pg_policy"
            f" WHERE polrelid = '{table}'::regclass AND polname = 'see'"
        ).fetchone()
        for leak, words in planted.items():
            owner.execute(f"ALTER POLICY see ON {table} USING ({words})")
            noticed = who_sees_wrongly(worlds, model)
            owner.execute(f"ALTER POLICY see ON {table} USING ({sound})")
            assert noticed, f"nobody noticed: {leak}"
