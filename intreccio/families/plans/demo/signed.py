"""What invented families have signed: the imprint of a plan's words, and the picture of a signature."""

import hashlib
from collections import defaultdict
from functools import cache
from io import BytesIO
from math import sin
from typing import Any
from uuid import UUID

from PIL import Image, ImageDraw

from intreccio.families.plans.rules.signing import FORM, WordedAction, WordedGoal, WordedLink, imprint_of
from intreccio.ground.kernel.bulk import Row, copy_rows
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for
from intreccio.workshop.documents.files import shelf
from intreccio.workshop.documents.rules import media_type_of

World = dict[str, Any]
INK = "#17324d"


def mark_key(row: Row) -> UUID:
    """The document that a yes of a recipe shows."""
    return key_for("signature_mark", row["plan"], _signer(row))


def _signer(row: Row) -> str:
    return str(row.get("person") or row.get("worker") or row["somebody"])


def load_marks(world: World) -> None:
    """The sealed file of each signature, and its row. They come before the yeses that they are of."""
    marked = [row for row in world.get("acceptances", []) if row.get("mark")]
    picture = _signature() if marked else b""
    for row in marked:
        shelf.put(_name(row), picture)
    copy_rows("documents_document", (_document(row, picture) for row in marked))


def _name(row: Row) -> str:
    return hashlib.sha256(f"{row['plan']}/{_signer(row)}".encode()).hexdigest()


def _document(row: Row, picture: bytes) -> Row:
    return {
        "id": mark_key(row),
        "name": _name(row),
        "media_type": media_type_of(picture),
        "size": len(picture),
        "sha256": hashlib.sha256(picture).hexdigest(),
        "added_at": now(),
        "added_by": key_for("membership", row["by"]) if row.get("by") else None,
    }


@cache
def _signature() -> bytes:
    """A line as a finger leaves it."""
    picture = Image.new("RGB", (900, 320), "white")
    points = [(60 + step * 3, 160 + 70 * sin(step / 9) * sin(step / 57) + step / 12) for step in range(260)]
    ImageDraw.Draw(picture).line(points, fill=INK, width=7, joint="curve")
    kept = BytesIO()
    picture.save(kept, "PNG", optimize=True)
    return kept.getvalue()


def imprints(world: World) -> dict[str, Row]:
    """By the key of a plan, for those on which somebody has signed: as `queries/signing` reads them from the rows."""
    signed = {row["plan"] for row in world.get("acceptances", []) if row.get("imprinted")}
    goals, links, actions = defaultdict(list), defaultdict(list), defaultdict(list)
    for row in _standing(world, "plan_actions") if signed else []:
        actions[row["goal"]].append(_action(row))
    for row in _standing(world, "goals") if signed else []:
        goals[row["plan"]].append(_goal(row, actions[row["key"]]))
    for row in _standing(world, "goal_links") if signed else []:
        one, other = (str(key_for("goal", row[side])) for side in ("child", "parent"))
        links[row["plan"]].append(WordedLink(one, other, row.get("words", "")))
    return {plan: _signed(goals[plan], links[plan]) for plan in signed}


def _signed(goals: list[WordedGoal], links: list[WordedLink]) -> Row:
    covers = [UUID(action.key) for goal in goals for action in goal.actions]
    return {"imprint": imprint_of(goals, links), "form": FORM, "covers": covers}


def _standing(world: World, table: str) -> list[Row]:
    return [row for row in world.get(table, []) if not row.get("voided")]


def _goal(row: Row, actions: list[WordedAction]) -> WordedGoal:
    return WordedGoal(
        str(key_for("goal", row["key"])), row["side"], row["strand"], _key("person", row), row.get("need", ""), row["title"],
        row.get("why", ""), list(row["steps"]), row["start"], row.get("aim", 0), actions,
        row.get("child_words", ""), row.get("picture", ""), row.get("families", ()), row.get("own_time", ""),
    )  # fmt: skip


def _action(row: Row) -> WordedAction:
    kinds = (("person", "person"), ("worker", "membership"), ("service", "service"))
    ties = (f"{column} {key_for(kind, row[column])}" for column, kind in kinds if row.get(column))
    who = next(ties, f"somebody {row.get('somebody', '')}")
    return WordedAction(
        str(key_for("planaction", row["key"])),
        row["what"],
        who,
        row.get("rhythm", ""),
        str(row.get("by_when") or ""),
    )


def _key(kind: str, row: Row) -> str:
    return str(key_for(kind, row[kind])) if row.get(kind) else ""
