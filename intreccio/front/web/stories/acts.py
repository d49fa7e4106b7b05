"""The acts behind a world: what the house would have recorded, worked out from the rows themselves.

So an event cannot tell anything that the rows do not: the family's page, its story and the events agree by construction.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from intreccio.front.web.stories import (
    aside,
    assessed,
    closed,
    desk_acts,
    family_acts,
    heard,
    near,
    planned,
    referred,
    schooled,
    supported,
    visited,
    walked,
)
from intreccio.front.web.stories.codes import Codes
from intreccio.ground.kernel.bulk import Row

World = dict[str, Any]
ROME = ZoneInfo("Europe/Rome")
APART = timedelta(minutes=4)


def events_of(world: World) -> list[Row]:
    """Every act of a world, in order: those its rows imply, and those it tells by itself. Each row says who wrote it (`by`)."""
    codes = Codes(world)
    chapters = (
        family_acts,
        desk_acts,
        assessed,
        heard,
        planned,
        referred,
        supported,
        visited,
        closed,
        aside,
        walked,
        near,
        schooled,
    )
    acts = [*(act for chapter in chapters for act in chapter.acts_of(world)), *world.get("events", [])]
    written = [_event(act, codes) for act in _at_their_time(acts)]
    return sorted(written, key=lambda event: event["at"])


def _at_their_time(acts: list[Row]) -> Iterator[Row]:
    """A day becomes a moment of that morning, a few minutes after the act before it."""
    seen: dict[tuple[str, date], int] = {}
    for act in acts:
        if isinstance(act["at"], datetime):
            yield act
            continue
        mark = (act["household"], act["at"])
        seen[mark] = place = seen.get(mark, -1) + 1
        yield {**act, "at": datetime.combine(act["at"], time(11), ROME) + place * APART}


def _event(act: Row, codes: Codes) -> Row:
    if not act.get("household"):
        return act
    day = act["at"].astimezone(ROME).date()
    return {**act, "codes": {**codes.on(act["household"], day), **act.get("codes", {})}}
