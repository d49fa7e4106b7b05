"""A worker's path is of the person, and of whom the person named, as long as they work where they were chosen and the person
can take them off. No role opens it.

Written from the words of decision 108, not from the policy. They are no tables of families, and stand beside `oracle.RULES`.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from intreccio.ground.kernel.keys import key_for
from tests.house.oracle import Eyes, in_force

Row = dict[str, Any]


def works(eyes: Eyes, user: str) -> list[Row]:
    """The hats of somebody as one who works there, the oldest first."""
    hats = [hat for hat in eyes.world["memberships"] if hat["user"] == user]
    return sorted((hat for hat in hats if hat.get("kind") != "user_member"), key=lambda hat: hat["since"])


def chosen_in(eyes: Eyes, user: str) -> str:
    """Where somebody was chosen: in the invented worlds the body in which they have been for longest."""
    return str(works(eyes, user)[0]["organisation"])


def decides(eyes: Eyes, user: str) -> bool:
    """Whoever wears a hat, whatever it is, signs in and takes off who reads."""
    hats = [hat for hat in eyes.world["memberships"] if hat["user"] == user]
    return any(in_force(hat, eyes.day) for hat in hats)


def reads(eyes: Eyes, path: Row) -> bool:
    """By the person and not by the hat."""
    me = eyes.hat["user"]
    if me == path["user"]:
        return True
    if not decides(eyes, path["user"]):
        return False
    there = [hat for hat in works(eyes, me) if in_force(hat, eyes.day)]
    return me in path.get("readers", []) and any(hat["organisation"] == chosen_in(eyes, me) for hat in there)


def _readers(eyes: Eyes) -> set[UUID]:
    me = eyes.hat["user"]
    return {
        key_for("path_reader", path["key"], who)
        for path in eyes.world["worker_paths"]
        for who in path.get("readers", [])
        if path["user"] == me or (who == me and reads(eyes, path))
    }


RULES: dict[str, Callable[[Eyes], set[UUID]]] = {
    "staff.WorkerPath": lambda eyes: {
        key_for("worker_path", path["key"]) for path in eyes.world["worker_paths"] if reads(eyes, path)
    },
    "staff.PathReader": _readers,
    "staff.WorkerMark": lambda eyes: {
        key_for("worker_mark", path["key"], mark["step"])
        for path in eyes.world["worker_paths"]
        if reads(eyes, path)
        for mark in path.get("marks", [])
    },
}
