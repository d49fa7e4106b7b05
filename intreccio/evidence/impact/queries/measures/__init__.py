"""Each indicator measured: one function for each definition, by its code."""

from collections.abc import Callable

from intreccio.evidence.impact.queries.counts import Numbers
from intreccio.evidence.impact.queries.measures import change, contacts, needs, referrals
from intreccio.evidence.impact.queries.measures.shape import Measured
from intreccio.evidence.impact.vocabulary.definitions import INDICATORS

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
    return {each.code: MEASURES[each.code](numbers) for each in INDICATORS}
