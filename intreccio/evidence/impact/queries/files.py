"""What a file holds: every number of the page, one a line."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from intreccio.evidence.impact.queries.counts import View
from intreccio.evidence.impact.queries.measures.shape import NOT_SHOWN, Measured
from intreccio.evidence.impact.queries.words import municipalities, period_words

Cell = str | int | float


def header() -> list[str]:
    """The columns of every file: one number a line."""
    return [_("Periodo"), _("Comune"), _("Indicatore"), _("Voce"), _("Misura"), _("Valore")]


def rows_of(view: View, measured: Iterable[Measured]) -> Iterable[list[Cell]]:
    """Every number of the page, and where there is none that it is not shown."""
    where = municipalities().get(view.municipality, view.municipality) or str(_("tutti"))
    for each in measured:
        period = period_words(view.period)
        if each.complete_to:
            period += str(_(", contati fino a %s")) % each.complete_to
        begin: list[Cell] = [period, where, str(each.indicator.name)]
        if each.headline:
            yield [*begin, str(_("in breve")), each.about, each.headline]
        for row in each.rows:
            for column, value in zip(each.columns, row.values, strict=True):
                yield [*begin, row.label, str(column), str(NOT_SHOWN) if value is None else value]
