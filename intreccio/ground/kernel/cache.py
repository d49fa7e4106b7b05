"""Django's cache in a table, asked as the house's door: limits of sign-in are kept there, and nobody whom they count touches them."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.cache.backends.db import DatabaseCache

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.viewer import DOOR


def as_the_door(ask: Callable[..., Any]) -> Callable[..., Any]:
    """Whoever is acting."""

    @wraps(ask)
    def asked(*args: Any, **kwargs: Any) -> Any:
        with acting(DOOR):
            return ask(*args, **kwargs)

    return asked


class DoorCache(DatabaseCache):
    """Every verb that touches the table; the others are made of these."""

    get_many = as_the_door(DatabaseCache.get_many)
    delete_many = as_the_door(DatabaseCache.delete_many)
    delete = as_the_door(DatabaseCache.delete)
    has_key = as_the_door(DatabaseCache.has_key)
    clear = as_the_door(DatabaseCache.clear)
    set = as_the_door(DatabaseCache.set)
    add = as_the_door(DatabaseCache.add)
    touch = as_the_door(DatabaseCache.touch)
