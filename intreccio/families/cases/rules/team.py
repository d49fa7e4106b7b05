"""The work of a team with a family: who says how much it asks, who may stand in for whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from intreccio.families.cases.rules.workers import Standing, why_not_join
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _

# Longer than this somebody else takes the place, and nobody stands in.
LONGEST_STAND_IN = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Load:
    """What somebody has in hand in a team: with how many families, and how much work that is."""

    families: int
    weight: Decimal

    def an_hour(self, hours: Decimal | None) -> Decimal | None:
        """Weight for every ten agreed hours; None where no hours are agreed."""
        return (self.weight * 10 / hours).quantize(Decimal("0.1")) if hours else None


def load_of(efforts: Mapping[str, int], counts: Mapping[str, Decimal]) -> Load:
    """efforts: how many ways of each effort; counts: how much one of each counts."""
    total = sum((counts[effort] * number for effort, number in efforts.items()), Decimal(0))
    return Load(sum(efforts.values()), total)


def why_not_weigh(
    *, coordinates: bool, answers: bool, since: date, today: date, opened_on: date
) -> Words | None:
    """How much work a way asks is said by who coordinates the team, or by who answers for the family."""
    if not coordinates and not answers:
        return why_not_weigh_by_role()
    if since > today:
        return _("Si scrive da quando è così: la data è nel futuro.")
    if since < opened_on:
        return _("La data viene prima dell'inizio del percorso.")
    return None


def why_not_weigh_by_role() -> Words:
    """Said to everybody else."""
    return _("Lo dice chi coordina l'équipe, o il riferimento della famiglia.")


def why_not_stand_in(
    deputy: Standing, *, is_same: bool, absent_works: bool, since: date, until: date, today: date
) -> Words | None:
    """Who stands in is of the team that answers for the family, somebody else, and for a time."""
    if is_same:
        return _("Chi sostituisce è un'altra persona.")
    if not absent_works:
        return _("Si sostituisce chi lavora con la famiglia, o ne è il riferimento.")
    if reason := why_not_join(deputy):
        return reason
    if not deputy.in_team:
        return _("Chi sostituisce è una persona dell'équipe che accompagna la famiglia.")
    return _why_not_between(since, until, today)


def _why_not_between(since: date, until: date, today: date) -> Words | None:
    if until <= since:
        return _("Il giorno del ritorno viene dopo il primo di assenza.")
    if until <= today:
        return _("È già passato: si scrive per i giorni che vengono.")
    if until - since > LONGEST_STAND_IN:
        return _("Per più di un anno non si sostituisce: si sceglie un'altra persona.")
    return None


def why_not_again(between: tuple[date, date], others: Iterable[tuple[date, date]]) -> Words | None:
    """One at a time for each who is away."""
    since, until = between
    if any(first < until and since < last for first, last in others):
        return _("In quei giorni c'è già chi la sostituisce, o lo sostituisce.")
    return None
