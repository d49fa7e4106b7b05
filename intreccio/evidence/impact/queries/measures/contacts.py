"""How soon, and how many."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intreccio.evidence.impact.queries.counts import Numbers
from intreccio.evidence.impact.queries.measures.shape import Measured, Row, n_of, said
from intreccio.evidence.impact.queries.words import month_words
from intreccio.evidence.impact.rules.masking import LEAST
from intreccio.evidence.impact.rules.numbers import median_of, out_of_ten, within
from intreccio.evidence.impact.rules.release import MONTH
from intreccio.evidence.impact.vocabulary.definitions import FIRST_CONTACT, TAKEN_CHARGE
from intreccio.ground.kernel.keeping import kept
from intreccio.ground.parameters.queries import value_at


def agreed_limit(numbers: Numbers) -> int:
    """Within how many days the network means to answer, in the last month of what is looked at."""
    return _limit_on(numbers.view.period.quarters[-1].months[-1])


@kept
def _limit_on(day: date) -> int:
    return int(value_at("first_contact_days", day))


def first_contact(numbers: Numbers) -> Measured:
    """Days from message to first contact, by month."""
    took = numbers.took(FIRST_CONTACT.facts[0])
    middle = None if took is None else median_of(took)
    days = (
        ngettext("%s giorno", "%s giorni", 1 if middle == 1 else 2) % said(middle)
        if middle is not None
        else ""
    )
    rows = [
        Row(month_words([month.month for month in months]), (n, median))
        for months, n, median in by_month(numbers)
    ]
    columns = (_("Contatti"), _("Giorni (mediana)"))
    return Measured(FIRST_CONTACT, columns, tuple(rows), days, _kept(numbers, middle))


def by_month(numbers: Numbers) -> list[tuple[list[date], int, float | None]]:
    """Months (or months that stand together), how many, and their median. None of a single municipality."""
    kind = FIRST_CONTACT.facts[0]
    wanted = {
        month
        for quarter in (
            [numbers.view.period.only] if numbers.view.period.only else numbers.view.period.quarters
        )
        for month in quarter.months
    }
    groups = [] if numbers.view.municipality else numbers.release.groups(kind, MONTH)
    found = []
    for keys, cell in groups:
        if cell.n and keys <= wanted:
            took = numbers.took(kind, MONTH, keys)
            months = sorted(key for key in keys if isinstance(key, date))
            found.append((months, cell.n, median_of(took) if took else None))
    return sorted(found, key=lambda each: each[0])


def _kept(numbers: Numbers, middle: float | None) -> str:
    """How many within the limit, where neither these nor the others are few. Told of the whole year alone: one cut at a time.

    Who leads a body knows how many of its own were, and would know the rest: they are told it of their own body.
    """
    took = numbers.took(FIRST_CONTACT.facts[0])
    if took is None or middle is None:
        return ""
    limit, whole = agreed_limit(numbers), sum(took.values())
    kept = within(took, limit)
    of_all = numbers.view.cut == ("", ()) and (numbers.own is None or numbers.view.body is not None)
    least = 0 if numbers.view.body else LEAST
    if of_all and min(kept, whole - kept) >= least:
        return _("%(tens)s su 10 entro l'impegno di %(limit)s giorni") % {
            "tens": out_of_ten(kept, whole),
            "limit": limit,
        }
    return _("l'impegno è di %s giorni") % limit


def taken_charge(numbers: Numbers) -> Measured:
    """Families, by quarter."""
    kind = TAKEN_CHARGE.facts[0]
    whole = n_of(numbers.count(kind))
    quarters = numbers.view.period.quarters if numbers.view.cut == ("", ()) else ()
    rows = [
        Row(
            month_words([month.month for month in quarter.months]),
            (n_of(numbers.release.ask(kind, dimension=MONTH, keys=set(quarter.months))),),
        )
        for quarter in quarters
    ]
    return Measured(TAKEN_CHARGE, (_("Famiglie"),), (*rows, Row(_("In tutto"), (whole,))), said(whole))
