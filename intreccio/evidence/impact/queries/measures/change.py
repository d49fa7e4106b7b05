"""What has changed, as families and workers measured it."""

from django.utils.translation import gettext as _

from intreccio.evidence.impact.queries import words
from intreccio.evidence.impact.queries.counts import Numbers
from intreccio.evidence.impact.queries.measures.shape import Measured, Row, n_of, said
from intreccio.evidence.impact.rules.numbers import Mean, mean_of
from intreccio.evidence.impact.vocabulary.definitions import CHANGE, GOALS
from intreccio.evidence.impact.vocabulary.kinds import FactKind, Reached


def changes(numbers: Numbers) -> dict[str, Mean | None]:
    """By axis, in words; None where it may not be told."""
    return {label: _mean(numbers, axis) for axis, label in _axes(numbers).items()}


def _axes(numbers: Numbers) -> dict[str, str]:
    populations = numbers.release.populations.get(FactKind.CHANGE, [])
    found = {each for population in populations for each in population.outcomes}
    told = words.scales()
    axes = [*(code for code in told if code in found), *sorted(found - set(told))]
    return {axis: told.get(axis, axis) for axis in axes}


def _mean(numbers: Numbers, axis: str) -> Mean | None:
    cell = numbers.count(FactKind.CHANGE, outcomes={axis})
    return mean_of(cell.n, cell.total, cell.squares) if cell and cell.n else None


def change(numbers: Numbers) -> Measured:
    """Mean difference by axis, with its interval."""
    rows = [Row(label, _told(numbers, axis)) for axis, label in _axes(numbers).items()]
    columns = (_("Famiglie"), _("Differenza media"), _("Da"), _("A"))
    return Measured(CHANGE, columns, tuple(rows))


def _told(numbers: Numbers, axis: str) -> tuple[int | float | None, ...]:
    """How many, their mean, its interval. Nobody has no mean; that there is nobody is told to who sees all of it."""
    mean = _mean(numbers, axis)
    if mean is None:
        return (n_of(numbers.count(FactKind.CHANGE, outcomes={axis})), None, None, None)
    return tuple(_rounded(each) for each in (mean.n, mean.mean, mean.low, mean.high))


def _rounded(value: float | None) -> int | float | None:
    return value if value is None or isinstance(value, int) else round(value, 2)


def goals(numbers: Numbers) -> Measured:
    """Reached or not, and their share."""
    told = {each: n_of(numbers.count(FactKind.GOAL_SCORED, outcomes={each.value})) for each in Reached}
    whole, reached = n_of(numbers.count(FactKind.GOAL_SCORED)), told[Reached.REACHED]
    rows = (
        *(Row(str(each.label).capitalize(), (n,)) for each, n in told.items()),
        Row(_("In tutto"), (whole,)),
    )
    headline = f"{round(100 * reached / whole)}%" if reached is not None and whole else ""
    about = _("su %s obiettivi, scala da −2 a +2") % said(whole) if whole else ""
    return Measured(GOALS, (_("Obiettivi"),), rows, headline, about)
