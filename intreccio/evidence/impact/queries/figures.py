"""What is drawn, and the conclusion that each drawing has for a title."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from intreccio.evidence.impact.queries.counts import Numbers
from intreccio.evidence.impact.queries.measures.change import changes
from intreccio.evidence.impact.queries.measures.contacts import agreed_limit, by_month
from intreccio.evidence.impact.queries.measures.needs import asked_and_answered
from intreccio.evidence.impact.queries.measures.shape import Measured, said
from intreccio.evidence.impact.queries.words import month_words
from intreccio.evidence.impact.rules.sentences import is_surely_most
from intreccio.evidence.impact.vocabulary.kinds import FactKind

MOST_BARS = 8
LOW = 6


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing: its title, its values, and the table they come from."""

    title: str
    values: list[Any]
    measure: Measured
    limit: int | None = None


def figures(numbers: Numbers, measured: Mapping[str, Measured]) -> dict[str, Figure | None]:
    """Those that have something to draw; the others are None, and the page says so."""
    return {
        "needs": _needs(numbers, measured["needs"]),
        "first_contact": _first_contact(numbers, measured["first_contact"]),
        "where": _where(measured["where"]),
        "change": _change(numbers, measured["change"]),
    }


def _needs(numbers: Numbers, measure: Measured) -> Figure | None:
    rows = [each for each in asked_and_answered(measure) if each[1]]
    whole = numbers.count(FactKind.NEED_ASKED)
    if not rows:
        return None
    words = _("Si chiede soprattutto «%(need)s»: %(asked)s volte su %(all)s")
    if whole is None or not is_surely_most(rows, whole.n):
        words = _("Fra ciò che si può contare, il più chiesto è «%(need)s»: %(asked)s volte")
    title = words % {"need": rows[0][0], "asked": said(rows[0][1]), "all": said(whole.n if whole else None)}
    return Figure(title, rows[:MOST_BARS], measure)


def _first_contact(numbers: Numbers, measure: Measured) -> Figure | None:
    points = [
        (month_words([month.month for month in months], short=True), middle)
        for months, _n, middle in by_month(numbers)
        if middle is not None
    ]
    if len(points) < 2:
        return None
    limit = agreed_limit(numbers)
    (first, before), (last, now) = points[0], points[-1]
    kept = _("entro l'impegno di %s") if now <= limit else _("oltre l'impegno di %s")
    title = _("Giorni fra messaggio e primo contatto: da %(before)s (%(first)s) a %(now)s (%(last)s), %(kept)s") % {
        "before": said(before), "first": first, "now": said(now), "last": last, "kept": kept % limit,
    }  # fmt: skip
    return Figure(title, points, measure, limit)


def _where(measure: Measured) -> Figure | None:
    rows = [(row.label, row.values) for row in measure.rows if any(value is not None for value in row.values)]
    if not rows:
        return None
    low = sum(1 for _label, values in rows for value in values if isinstance(value, int) and value < LOW)
    title = _("Dove meno di %(low)s invii su 10 hanno un sì: %(cells)s caselle") % {"low": LOW, "cells": low}
    return Figure(
        title if low else _("Dove si può dire, almeno %s invii su 10 hanno un sì") % LOW, rows, measure
    )


def _change(numbers: Numbers, measure: Measured) -> Figure | None:
    rows = [(axis, mean) for axis, mean in changes(numbers).items() if mean]
    if not rows:
        return None
    moved = [axis for axis, mean in rows if mean.moved and mean.mean > 0]
    title = (
        _("Si sta meglio in: %s") % ", ".join(moved) if moved else _("Le differenze possono essere un caso")
    )
    return Figure(title, [(axis, mean.mean, mean.low, mean.high) for axis, mean in rows], measure)
