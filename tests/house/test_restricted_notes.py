"""Professional secrecy in random small worlds: a leak that somebody might write into the policy of notes is noticed."""

import os

import psycopg

from intreccio.families.diary.models import RestrictedNote
from intreccio.front.web.demo import load_world
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import today
from tests.house.compare import wearing
from tests.house.oracle import RULES, Eyes
from tests.worlds import make_world

# What a tired hand could write in the policy of notes: each must be noticed by the oracle.
PLANTED = {
    "the author is forgotten": "team_id = ANY ((SELECT my_teams())::uuid[])",
    "every psychologist of the team reads": "team_id = ANY ((SELECT my_teams())::uuid[]) AND (SELECT my_role()) = 'psychologist'"
    " OR household_id = ANY ((SELECT my_granted(3))::uuid[])",
    "who coordinates reads too": "(SELECT my_role()) = 'coordinator' AND team_id = ANY ((SELECT my_teams())::uuid[])",
    "the lead of the body reads": "(SELECT my_role()) = 'organisation_lead'",
    "whoever asked reads": "EXISTS (SELECT FROM diary_supportline l WHERE l.id = line_id AND l.asked_by_id = (SELECT my_membership()))",
}


def who_reads_wrongly(worlds):
    """Roles that find other notes than the oracle says."""
    wrong = set()
    for world in worlds:
        for hat in world["memberships"]:
            right = RULES["diary.RestrictedNote"](Eyes(world, hat["key"]))
            with acting(wearing(world, hat["key"])):
                found = set(RestrictedNote.objects.values_list("id", flat=True))
            wrong |= {hat["role"]} if found != right else set()
    return wrong


def test_a_leak_planted_in_the_policy_of_notes_is_found(committed):
    worlds = [make_world(seed, today()) for seed in (511, 512)]
    for world in worlds:
        load_world(world)
    assert who_reads_wrongly(worlds) == set()
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as owner:
        (sound,) = owner.execute(
            "SELECT pg_get_expr(polqual, polrelid) FROM pg_policy WHERE polrelid = 'diary_restrictednote'::regclass AND polname = 'see'"
        ).fetchone()
        for leak, words in PLANTED.items():
            owner.execute(f"ALTER POLICY see ON diary_restrictednote USING ({words})")
            noticed = who_reads_wrongly(worlds)
            owner.execute(f"ALTER POLICY see ON diary_restrictednote USING ({sound})")
            assert noticed, f"nobody noticed: {leak}"
