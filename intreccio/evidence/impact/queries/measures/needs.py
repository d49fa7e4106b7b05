"""What is asked, what is there, what is missing."""

from django.utils.translation import gettext as _

from intreccio.evidence.impact.queries import words
from intreccio.evidence.impact.queries.counts import UNMET, Numbers
from intreccio.evidence.impact.queries.measures.shape import Measured, Row, n_of, said
from intreccio.evidence.impact.rules.release import NEED, REASON, Cell
from intreccio.evidence.impact.vocabulary import definitions
from intreccio.evidence.impact.vocabulary.kinds import Decided, FactKind
from intreccio.ground.needs.vocabulary import UnmetReason
from intreccio.offer.directory.queries.offer import Offer, offer_by_need


def needs(numbers: Numbers) -> Measured:
    """By line in the whole district and year, by area in a municipality or a quarter: what is asked most comes first."""
    by_line = numbers.view.cut == ("", ())
    offer = offer_by_need(numbers.view.municipality)
    rows = []
    for code, label in (words.lines() if by_line else words.areas()).items():
        there = offer.get(code, Offer())
        asked, yes = (n_of(_of(numbers, kind, code, by_line=by_line)) for kind in _ASKED_AND_ANSWERED)
        rows.append(Row(label, (asked, yes, there.services, there.free)))
    rows.sort(key=lambda row: -(row.values[0] or -1) if isinstance(row.values[0], int) else 1)
    whole = n_of(numbers.count(FactKind.NEED_ASKED))
    columns = (_("Chiesto"), _("Sì da un servizio"), _("Servizi"), _("Posti liberi"))
    return Measured(definitions.NEEDS, columns, tuple(rows), said(whole))


_ASKED_AND_ANSWERED = (
    (FactKind.NEED_ASKED, None),
    (FactKind.REFERRAL_DECIDED, {Decided.ACCEPTED.value}),
)


def _of(numbers: Numbers, facts: tuple[str, set[str] | None], code: str, *, by_line: bool) -> Cell | None:
    kind, outcomes = facts
    area = {code.partition(".")[0]}
    if by_line:
        return numbers.release.ask(kind, outcomes=outcomes, areas=area, dimension=NEED, keys={code})
    return numbers.count(kind, outcomes=outcomes, areas=area)


def asked_and_answered(measure: Measured) -> list[tuple[str, int, int | None]]:
    """What was asked and may be told, the most asked first, and how often a service said yes."""
    return [
        (row.label, asked, yes if isinstance(yes, int) else None)
        for row in measure.rows
        if isinstance(asked := row.values[0], int) and isinstance(yes := row.values[1], int | None)
    ]


def unmet(numbers: Numbers) -> Measured:
    """Noes by reason, of the whole year; in a municipality or a quarter how many in all. The ledger knows no body."""
    if numbers.view.body:
        return Measured(definitions.UNMET, (_("Volte"),), ())
    whole = n_of(numbers.count(UNMET))
    rows = []
    if numbers.view.cut == ("", ()):
        rows = [
            Row(str(each.label), (n_of(numbers.release.ask(UNMET, dimension=REASON, keys={each.value})),))
            for each in UnmetReason
        ]
    return Measured(definitions.UNMET, (_("Volte"),), (*rows, Row(_("In tutto"), (whole,))), said(whole))
