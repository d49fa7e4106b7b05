"""Keeping a file, and putting the folder of files in order."""

import json
import time
from pathlib import Path

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.viewer import Actor, House, Viewer
from intreccio.ground.parameters.actions import load_parameters
from intreccio.workshop.documents.files import shelf
from intreccio.workshop.documents.files.content import Content
from intreccio.workshop.documents.models import Document
from intreccio.workshop.documents.queries import named

RECIPE = Path(__file__).with_name("limits.json")
DAY = 86_400.0
KEPT_ASIDE = 90 * DAY
JOBS = House("jobs")


def store(content: Content, *, by: Actor) -> Document:
    """Keeps what was `checked`: the sealed file first, then its row. Who may read it the area above says, and records."""
    row = Document(
        name=shelf.new_name(), media_type=content.media_type, size=len(content.content), sha256=content.sha256,
        added_at=now(), added_by=by.membership_id if isinstance(by, Viewer) else None,
    )  # fmt: skip
    shelf.put(row.name, content.content)
    row.save(force_insert=True)
    return row


def tidy_files(*, at: float | None = None) -> int:
    """Sets aside what no row names since a day, brings back what one does, throws away after 90 days; answers how many it set aside.

    Not deleted at once: whoever starts the house on another database for a night loses nothing.
    """
    moment = time.time() if at is None else at
    lying, aside = shelf.settled(moment - DAY), shelf.those_aside()
    with acting(JOBS):
        asked_for = named([*lying, *aside])
    shelf.set_aside(lying - asked_for)
    for name, since in aside.items():
        if name in asked_for:
            shelf.bring_back(name)
        elif since < moment - KEPT_ASIDE:
            shelf.throw_away(name)
    shelf.sweep_parts(moment - DAY)
    return len(lying - asked_for)


def load_limits(using: str) -> int:
    """Writes what is new or has changed; twice writes none."""
    return load_parameters(using, json.loads(RECIPE.read_text(encoding="utf-8")))
