"""Each indicator measured: one function for each definition, by its code."""

from collections.abc import Callable
from dataclasses import replace

from intreccio.evidence.impact.queries.counts import Numbers
from intreccio.evidence.impact.queries.measures import change, contacts, needs, referrals
from intreccio.evidence.impact.queries.measures.shape import Measured
from intreccio.evidence.impact.queries.words import month_words
from intreccio.evidence.impact.vocabulary.definitions import INDICATORS, Indicator

MEASURES: dict[str, Callable[[Numbers], Measured]] = {
    "needs": needs.needs,
    "first_contact": contacts.first_contact,
    "where": referrals.where,
    "change": change.change,
    "taken_charge": contacts.taken_charge,
    "goals": change.goals,
    "helped": referrals.helped,
    "referrals": referrals.referrals,
    "unmet": needs.unmet,
}


def measured(numbers: Numbers) -> dict[str, Measured]:
    """All of them, in the order of the definitions."""
    return {each.code: measure(each, numbers) for each in INDICATORS}


def measure(indicator: Indicator, numbers: Numbers) -> Measured:
    """One of them, and how far it goes where the last quarters hold too little to be told."""
    return replace(MEASURES[indicator.code](numbers), complete_to=_complete_to(indicator, numbers))


def _complete_to(indicator: Indicator, numbers: Numbers) -> str:
    told = [quarters for kind in indicator.facts if (quarters := numbers.release.quarters.get(kind))]
    period = numbers.view.period
    last = min((quarters[-1] for quarters in told), default=period.quarters[-1])
    if period.only or last == period.quarters[-1]:
        return ""
    return f"{month_words([last.months[-1].month])} {last.year}"
