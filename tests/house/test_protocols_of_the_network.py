"""Who reads, writes and approves protocols, in random small worlds; a leak written into a policy is noticed."""

import os
from typing import Any
from uuid import UUID

import psycopg
from django.db import DatabaseError, transaction

from intreccio.front.web.demo import load_world
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import now
from intreccio.workshop.protocols.models import ProtocolVersion
from tests import worlds_protocols
from tests.house.compare import wearing
from tests.house.oracle import Eyes
from tests.house.oracle_protocols import read_of, signed_of, written_of
from tests.worlds import Maker

TABLE = "protocols_protocolversion"
ROLE = "(SELECT my_role())"
UNSIGNED = "approved_at IS NULL"
# What a policy would say if somebody forgot a half of it: the policy, its USING, its WITH CHECK.
PLANTED = {
    "partners read": ("see", f"{ROLE} <> 'participant'", None),
    "who leads any body writes": (
        "change",
        f"{ROLE} IN ('coordinator', 'organisation_lead')",
        f"{ROLE} IN ('coordinator', 'organisation_lead')",
    ),
    "educators sign": ("change", f"{ROLE} = 'educator'", f"{ROLE} = 'educator'"),
    "nobody signs": ("change", f"{ROLE} IN ('coordinator', 'organisation_lead')", UNSIGNED),
}


def make_world(seed, today) -> dict[str, Any]:
    """A small world whose bodies have protocols."""
    maker = Maker(seed, today)
    maker.make()
    worlds_protocols.add(maker)
    return maker.world


def tried(keys: set[UUID], **changes: Any) -> set[UUID]:
    """The versions that the database lets somebody change so."""
    done = set()
    for key in keys:
        try:
            with transaction.atomic():
                if ProtocolVersion.objects.filter(pk=key).update(**changes):
                    done.add(key)
                transaction.set_rollback(True)
        except DatabaseError:
            continue
    return done


def who_is_wrong(world) -> set[tuple[str, str]]:
    """Roles that find, write or sign other versions than the oracle says, with the verb."""
    wrong, every = set(), all_of(world)
    for hat in world["memberships"]:
        eyes, viewer = Eyes(world, hat["key"]), wearing(world, hat["key"])
        signed = {"approved_at": now(), "approved_by_id": viewer.user_id, "approved_as": viewer.role}
        with acting(viewer):
            found = set(ProtocolVersion.objects.values_list("pk", flat=True)) & every
            wrong |= {("reads", hat["role"])} if found != read_of(eyes) else set()
            written = tried(every, written_at=now())
            wrong |= {("writes", hat["role"])} if written != written_of(eyes) else set()
            wrong |= {("signs", hat["role"])} if tried(every, **signed) != signed_of(eyes) else set()
    return wrong


def all_of(world) -> set[UUID]:
    """Of this world alone: the network reads the rows of every world."""
    eyes = Eyes(world, world["memberships"][0]["key"])
    eyes.role = "administrator"
    return read_of(eyes)


def test_a_leak_planted_in_the_policy_of_protocols_is_found(committed, today):
    worlds = [make_world(seed, today) for seed in (631, 632)]
    for world in worlds:
        load_world(world)
        assert who_is_wrong(world) == set()
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as owner:
        for leak, (policy, using, check) in PLANTED.items():
            (sound, checked) = owner.execute(
                "SELECT pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid) FROM pg_policy"
                f" WHERE polrelid = '{TABLE}'::regclass AND polname = '{policy}'"
            ).fetchone()
            alter(owner, policy, using, check)
            noticed = [who_is_wrong(world) for world in worlds]
            alter(owner, policy, sound, checked)
            assert any(noticed), f"nobody noticed: {leak}"


def alter(owner, policy: str, using: str, check: str | None) -> None:
    """The policy says this from now on."""
    owner.execute(
        f"ALTER POLICY {policy} ON {TABLE} USING ({using})" + (f" WITH CHECK ({check})" if check else "")
    )
