"""Pictures of signatures in random small worlds: a leak that somebody might write into their policy is noticed."""

import os

import psycopg

from intreccio.front.web.demo import load_world
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import today
from intreccio.workshop.documents.models import Document
from tests.house.compare import wearing
from tests.house.oracle import RULES, Eyes
from tests.worlds import make_world

# What a tired hand could write in the policy of signatures: each must be noticed by the oracle.
PLANTED = {
    "the yes is forgotten, and any file is read": "(SELECT my_role()) IS NOT NULL",
    "who put it there reads it for ever": "added_by = (SELECT my_membership())",
    "what is no paper that I see must be a signature": "NOT EXISTS (SELECT FROM people_familydocument f"
    " WHERE f.document_id = documents_document.id) AND (SELECT actor()) IS NOT NULL",
    "the team alone is asked, and whoever was given the record is shut out": "EXISTS (SELECT FROM plans_acceptance a"
    " WHERE a.mark_id = documents_document.id AND a.team_id = ANY ((SELECT my_teams())::uuid[]))",
}


def who_reads_wrongly(worlds):
    """Roles that find other files than the oracle says."""
    wrong = set()
    for world in worlds:
        for hat in world["memberships"]:
            right = RULES["documents.Document"](Eyes(world, hat["key"]))
            with acting(wearing(world, hat["key"])):
                found = set(Document.objects.values_list("id", flat=True))
            wrong |= {hat["role"]} if found != right else set()
    return wrong


def test_a_leak_planted_in_the_policy_of_signatures_is_found(committed):
    worlds = [make_world(seed, today()) for seed in (521, 522)]
    for world in worlds:
        load_world(world)
    assert who_reads_wrongly(worlds) == set()
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as owner:
        (sound,) = owner.execute(
            "SELECT pg_get_expr(polqual, polrelid) FROM pg_policy"
            " WHERE polrelid = 'documents_document'::regclass AND polname = 'see_of_signature'"
        ).fetchone()
        for leak, words in PLANTED.items():
            owner.execute(f"ALTER POLICY see_of_signature ON documents_document USING ({words})")
            noticed = who_reads_wrongly(worlds)
            owner.execute(f"ALTER POLICY see_of_signature ON documents_document USING ({sound})")
            assert noticed, f"nobody noticed: {leak}"
