"""Figures with their tables. Registered as builtin: no `{% load %}` needed. Titles say the conclusion."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import template

from intreccio.ground.design import charts
from intreccio.ground.design.rules import share

register = template.Library()
HEAT_LOW = 6


@register.inclusion_tag("ground/design/_line_chart.html")
def line_chart(
    title: str, points: Iterable[tuple[str, float]], limit: float | None = None, limit_label: str = ""
) -> dict[str, Any]:
    """A line from zero, with a dashed limit: points are label and number, in order."""
    kept = list(points)
    return {"title": title, "line": charts.line_of(kept, limit), "limit_label": limit_label}


@register.inclusion_tag("ground/design/_pair_bars.html")
def pair_bars(
    title: str, rows: Iterable[tuple[str, float, float | None]], whole: str, part: str
) -> dict[str, Any]:
    """Two bars one over the other, soft and full: rows are label, first number, second number (None: not shown)."""
    kept = list(rows)
    most = max((max(first, second or 0) for _, first, second in kept), default=0)
    drawn = [
        (label, first, second, share(first, most), share(second or 0, most)) for label, first, second in kept
    ]
    return {"title": title, "rows": drawn, "whole": whole, "part": part}


@register.inclusion_tag("ground/design/_heat_table.html")
def heat_table(
    title: str,
    head: str,
    columns: Sequence[str],
    rows: Iterable[tuple[str, Sequence[int | None]]],
    hidden: str,
) -> dict[str, Any]:
    """A table of numbers out of ten, warmer where they are low, with ▼: the sign says it too. None: `hidden`."""
    drawn = [(label, [(value, charts.warmth(value, HEAT_LOW)) for value in values]) for label, values in rows]
    return {"title": title, "head": head, "columns": columns, "rows": drawn, "hidden": hidden}


@register.inclusion_tag("ground/design/_step_lines.html")
def step_lines(tracks: Sequence[Any], low: int, high: int, last: date) -> dict[str, Any]:
    """Things that stand on levels, day by day, with their table: each has `title`, `points` and `rows` (day and level as written)."""
    drawn = charts.stairs_of([track.points for track in tracks], low=low, high=high, last=last)
    ticks = [(y, f"{level:+d}".replace("-", "−") if level else "0") for y, level in drawn.ticks]
    return {
        "title": " · ".join(track.title for track in tracks),
        "tracks": tracks,
        "drawn": drawn,
        "ticks": ticks,
    }


@register.inclusion_tag("ground/design/_intervals.html")
def intervals(title: str, rows: Iterable[tuple[str, float, float | None, float | None]]) -> dict[str, Any]:
    """Means with their intervals, around zero: rows are label, mean, low, high."""
    return {"title": title, "spans": charts.spans_of(list(rows))}
