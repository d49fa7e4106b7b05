"""The families of the invented district: twelve stories, each in a file of its own, and twenty-eight others."""

from collections.abc import Callable
from datetime import date
from typing import Any

from intreccio.front.web.stories import (
    aside,
    assessed,
    bah,
    bellomo,
    closed,
    conti,
    dervishi,
    gashi,
    generated,
    haddad,
    heard,
    kovac,
    lombardo,
    marchetti,
    near,
    planned,
    principles,
    ramos,
    referred,
    schooled,
    supported,
    together,
    tosi,
    traore,
    visited,
    walked,
)
from intreccio.front.web.stories.acts import events_of
from intreccio.front.web.stories.numbers import number
from intreccio.front.web.stories.tale import Rows, merged

# Karim's home comes after Elena's: their children are written there first.
WRITTEN: tuple[Callable[[date], Rows], ...] = tuple(
    story.story
    for story in (
        marchetti,
        haddad,
        bah,
        dervishi,
        conti,
        tosi,
        gashi,
        bellomo,
        traore,
        ramos,
        lombardo,
        kovac,
    )
)

# What each area adds to the same families, told beside them.
CHAPTERS = (
    assessed,
    heard,
    planned,
    referred,
    supported,
    closed,
    together,
    aside,
    principles,
    visited,
    walked,
    near,
    schooled,
)


def recipe(today: date) -> Rows:
    """Every family, as it stands on `today`."""
    families = [*(story(today) for story in WRITTEN), *generated.stories(today)]
    return merged([*families, *(chapter.rows(today) for chapter in CHAPTERS)])


def complete(world: dict[str, Any]) -> None:
    """What follows from all rows together: short codes in the order of time, and the acts that led here."""
    planned.settle(world)
    number(world)
    referred.complete(world)
    world["events"] = events_of(world)
