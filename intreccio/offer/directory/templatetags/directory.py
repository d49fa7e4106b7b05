"""Small drawings that the search page repeats a hundred times: a template for each would cost more than the search."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from intreccio.ground.design.templatetags.design import icon
from intreccio.ground.kernel.addresses import address_of_row
from intreccio.offer.directory.queries.cards import Card
from intreccio.offer.directory.rules.places import Pin
from intreccio.offer.directory.rules.reasons import Reason
from intreccio.offer.directory.rules.room import Tag

register = template.Library()


def why_line(reason: Reason) -> SafeString:
    """One reason."""
    return _why_line(reason, reason.hidden)


@lru_cache(maxsize=2048)  # the same words come again and again, in the language of each reader
def _why_line(reason: Reason, said: str) -> SafeString:
    hidden = format_html('<span class="visually-hidden">{}</span>', said) if said else ""
    return format_html(
        '<li class="{}">{}<div>{}{}</div></li>', reason.kind, icon(reason.icon), hidden, reason.text
    )


@register.simple_tag
def why_lines(reasons: Iterable[Reason]) -> SafeString:
    """The reasons of one service; nothing where there are none."""
    lines = "".join(map(why_line, reasons))
    return SafeString(f'<ul class="i-why">{lines}</ul>') if lines else SafeString("")


@register.simple_tag
def room(tag: Tag) -> SafeString:
    """How much room there is, as icon and words."""
    return _room(tag)


@lru_cache(maxsize=512)
def _room(tag: Tag) -> SafeString:
    kind = f"i-tag i-tag-{tag.kind}" if tag.kind else "i-tag"
    return format_html('<span class="{}">{}{}</span>', kind, icon(tag.icon), tag.text)


@register.simple_tag
def service_rows(cards: Iterable[Card]) -> SafeString:
    """The results, one below the other."""
    return SafeString("".join(map(service_row, cards)))


def service_row(card: Card) -> SafeString:
    """One result: its number on the map, who offers it, where, how much room, why and why not, how fresh."""
    return format_html(
        '<li class="{}"><span class="i-pin" aria-hidden="true">{}</span><div class="i-stack-s">'
        '<div class="i-line i-between i-line-top"><div><h3><a href="{}">{}</a></h3>'
        '<p class="i-small i-muted">{} · {}</p></div>{}</div>{}'
        '<p class="i-small i-muted">{} {}</p></div></li>',
        "i-svc" if card.fits else "i-svc i-svc-no",
        card.number,
        address_of_row("service_page", card.service_id),
        card.name,
        card.organisation,
        card.where,
        room(card.tag),
        why_lines(card.reasons),
        icon("refresh", "xs"),
        card.freshness,
    )


@register.simple_tag
def map_pins(pins: Iterable[Pin]) -> SafeString:
    """The places on the small map: where one looks from, and the results by number."""
    return SafeString("".join(map(map_pin, pins)))


def map_pin(pin: Pin) -> SafeString:
    """One place; the colours repeat what number and list say."""
    if pin.number is None:
        return format_html(
            '<path d="M{x} {y}m-9 0l9-9 9 9v11h-18z" fill="#9c4423"/><text class="m mid" x="{x}" y="{below}">{label}</text>',
            x=pin.x, y=pin.y, below=pin.below, label=pin.label,
        )  # fmt: skip
    fill, edge, text = ("#0059b3", "#fff", "mid h w") if pin.fits else ("#fff", "#6f8296", "mid h")
    return format_html(
        '<circle cx="{x}" cy="{y}" r="14" fill="{fill}" stroke="{edge}" stroke-width="2"/>'
        '<text class="{text}" x="{x}" y="{middle}">{number}</text>',
        x=pin.x, y=pin.y, fill=fill, edge=edge, text=text, middle=pin.middle, number=pin.number,
    )  # fmt: skip


@register.simple_tag
def options(pairs: Iterable[tuple[str, Any]], chosen: str) -> SafeString:
    """The options of a list, one of them chosen."""
    return _options(tuple((code, str(said)) for code, said in pairs), chosen)


@lru_cache(maxsize=256)  # needs and municipalities: the same lists at every opening
def _options(pairs: tuple[tuple[str, str], ...], chosen: str) -> SafeString:
    return format_html_join(
        "", '<option value="{}"{}>{}</option>', ((code, _mark(code == chosen), said) for code, said in pairs)
    )


def _mark(chosen: bool) -> SafeString:
    return SafeString(" selected") if chosen else SafeString("")
