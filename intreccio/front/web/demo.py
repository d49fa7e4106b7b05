"""The invented district: every area's share and the families' stories, merged and loaded in one keeper transaction.

A *world* is a dictionary of lists of plain dictionaries, with readable keys instead of ids (`key_for` makes the ids).
Demo district, random worlds of the drills and the bench's 100,000 households are all worlds, loaded by the same code;
the oracle of the need-to-know test reads the same dictionaries.
"""

from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import Any

from django.db import transaction

from intreccio.front.web import stories
from intreccio.ground.kernel.acting import act
from intreccio.ground.kernel.bulk import KEEPER, Row
from intreccio.ground.kernel.viewer import House

World = dict[str, Any]
# In the order of the floors: what is pointed at is loaded before what points.
AREAS = (
    "ground.territory",
    "parties.organisations",
    "workshop.imports",
    "workshop.protocols",
    "parties.people",
    "offer.funds",
    "offer.directory",
    "families.access",
    "families.cases",
    "families.assessments",
    "families.plans",
    "families.diary",
    "families.referrals",
    "families.around",
    "answers.school",
    "network.staff",
    "front.web",
    "evidence.impact",  # facts are heard from the acts, which must be there
)


def load_world(world: World) -> None:
    """Loads a world as keeper: all of it or nothing."""
    with transaction.atomic(using=KEEPER):
        act(House("keeper"), using=KEEPER)
        for area in AREAS:
            _of(area, "load")(world)


def district(today: date) -> World:
    """The demo district as it stands on `today`."""
    world: World = {"today": today}
    for area in AREAS:
        _add(world, _of(area, "recipe")(today))
    _add(world, stories.recipe(today))
    stories.complete(world)
    return world


def _add(world: World, rows: World) -> None:
    for name, more in rows.items():
        world.setdefault(name, []).extend(more)


def service_models(today: date) -> list[Row]:
    """The services of the district, after which others are invented."""
    return list(_of("offer.directory", "recipe")(today).get("services", []))


def _of(area: str, name: str) -> Callable[..., Any]:
    module = import_module(f"intreccio.{area}.demo" if area != "front.web" else "intreccio.front.web.deeds")
    return getattr(module, name, _nothing)


def _nothing(*_: Any) -> World:
    return {}
