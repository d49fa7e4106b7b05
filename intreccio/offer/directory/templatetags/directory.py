"""Small drawings that the search page repeats a hundred times: a template for each would cost more than the search."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from intreccio.offer.directory.rules.reasons import Reason
from intreccio.offer.directory.rules.room import Tag

register = template.Library()


@lru_cache
def drawing(name: str) -> SafeString:
    """A silent drawing."""
    address = static("bootstrap-italia/svg/sprites.svg")
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#it-{}"></use></svg>',
        address,
        name,
    )


@lru_cache(maxsize=2048)
def why_line(reason: Reason) -> SafeString:
    """One reason; the same words come again and again."""
    hidden = format_html('<span class="visually-hidden">{}</span>', reason.hidden) if reason.hidden else ""
    return format_html(
        '<li class="{}">{}<div>{}{}</div></li>', reason.kind, drawing(reason.icon), hidden, reason.text
    )


@register.simple_tag
def why_lines(reasons: Iterable[Reason]) -> SafeString:
    """The reasons of one service."""
    return format_html_join("", "{}", ((why_line(reason),) for reason in reasons))


@register.simple_tag
def room(tag: Tag) -> SafeString:
    """How much room there is, as icon and words."""
    kind = f"i-tag i-tag-{tag.kind}" if tag.kind else "i-tag"
    return format_html('<span class="{}">{}{}</span>', kind, drawing(tag.icon), tag.text)


@register.simple_tag
def options(pairs: Iterable[tuple[str, Any]], chosen: str) -> SafeString:
    """The options of a list, one of them chosen."""
    return format_html_join(
        "", '<option value="{}"{}>{}</option>', ((code, _mark(code == chosen), said) for code, said in pairs)
    )


def _mark(chosen: bool) -> SafeString:
    return SafeString(" selected") if chosen else SafeString("")
