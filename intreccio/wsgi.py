"""The front door: the pages as a server is given them, `granian --factory intreccio.wsgi:application` (decision 104)."""

import gc
import threading
from html import escape
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application
from django.template import base as templates
from django.template.context import Context
from django.urls import base as addresses
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import trans_real as words

# In which language, at which hour and under which addresses one reads: asked two hundred times a page.
KEPT_BY_THREAD: tuple[tuple[Any, str], ...] = (
    (words, "_active"),
    (timezone, "_active"),
    (addresses, "_urlconfs"),
    (addresses, "_prefixes"),
)
# New objects before those that refer to each other are looked for: a page leaves some thousands, few of them in circles.
LOOKED_FOR_AFTER = 20_000


def application() -> WSGIHandler:
    """Django's own, in a process that does nothing but answer pages, each from beginning to end in one thread."""
    house = get_wsgi_application()
    keep_by_thread()
    write_text_at_once()
    gc.collect()
    gc.freeze()
    gc.set_threshold(LOOKED_FOR_AFTER, 20, 20)
    return house


def keep_by_thread() -> None:
    """Django keeps these where coroutines find them too; we have none, and a thread's own are read four times as fast."""
    for module, name in KEPT_BY_THREAD:
        if not hasattr(module, name):
            raise AttributeError(f"{module.__name__} no longer keeps {name}: decision 104")
        setattr(module, name, threading.local())


def write_text_at_once() -> None:
    """What a template writes is nearly always text, and Django asks of each what else it might be: five hundred times a page."""
    asked = templates.render_value_in_context

    def written(value: Any, context: Context) -> str:
        kind = type(value)
        if kind is str and context.autoescape:
            return SafeString(escape(value))
        return value if kind is SafeString else asked(value, context)

    templates.render_value_in_context = written
