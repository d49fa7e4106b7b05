"""What may be agreed: some hours, within the days of their line and of who works them, and no more than a week holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _


@dataclass(frozen=True, slots=True)
class Span:
    """From a day to the first day without it; none is for good."""

    since: date
    until: date | None = None

    def meets(self, other: "Span") -> bool:
        """Whether they have a day in common."""
        return (other.until is None or self.since < other.until) and (
            self.until is None or other.since < self.until
        )

    def holds(self, other: "Span") -> bool:
        """Whether the other lies within this one."""
        if other.since < self.since:
            return False
        return self.until is None or (other.until is not None and other.until <= self.until)


@dataclass(frozen=True, slots=True)
class Agreed:
    """Hours a week for a time."""

    hours: Decimal
    span: Span


def most_at_once(agreed: Iterable[Agreed], span: Span) -> Decimal:
    """The fullest week within a time: it begins where it begins, or where some hours do."""
    meeting = [each for each in agreed if each.span.meets(span)]
    starts = {span.since, *(max(each.span.since, span.since) for each in meeting)}
    weeks = (
        sum((each.hours for each in meeting if each.span.meets(Span(day, _next(day)))), Decimal(0))
        for day in starts
    )
    return max(weeks, default=Decimal(0))


def _next(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def why_not_last(span: Span) -> Words | None:
    """A time has at least one day."""
    if span.until is not None and span.until <= span.since:
        return _("La fine viene prima dell'inizio.")
    return None


def why_not_agree(
    wanted: Agreed, *, line: Span, place: Span, others: Iterable[Agreed], most: Decimal
) -> Words | None:
    """Whether these hours may be agreed beside the others of the same person."""
    if wanted.hours <= 0:
        return _("Le ore sono almeno qualche minuto: scrivi un numero più grande di zero.")
    if reason := why_not_last(wanted.span):
        return reason
    if not line.holds(wanted.span):
        return _("La linea di finanziamento non copre tutti questi giorni.")
    if wanted.span.since < place.since or (place.until is not None and wanted.span.since >= place.until):
        return _("In quel giorno questa persona non lavora nell'équipe.")
    total = most_at_once(others, wanted.span) + wanted.hours
    if total > most:
        said = {"total": _hours(total), "most": _hours(most)}
        return (
            _(
                "Sommando le sue ore su tutte le linee si arriva a %(total)s alla settimana: il massimo è %(most)s."
            )
            % said
        )
    return None


def why_not_overlap(*, already: bool) -> Words | None:
    """On a line somebody has one number of hours at a time."""
    return (
        _("Su questa linea, in quei giorni, le sue ore sono già scritte: correggi quelle.")
        if already
        else None
    )


def why_not_shorten(span: Span, agreed: Iterable[Span]) -> Words | None:
    """A line does not leave agreed hours outside."""
    if reason := why_not_last(span):
        return reason
    if all(span.holds(each) for each in agreed):
        return None
    return _("Ci sono ore concordate fuori da questi giorni: prima correggi quelle.")


def why_not_void_line(*, hours: int) -> Words | None:
    """A line on which hours stand is no mistake."""
    return _("Ci sono ore concordate su questa linea: prima annulla quelle.") if hours else None


def tidy(number: Decimal) -> Decimal:
    """Without zeros that say nothing: 7.50 is 7.5, 30.00 is 30."""
    return Decimal(f"{number.normalize():f}")


def _hours(number: Decimal) -> str:
    return str(tidy(number)).replace(".", ",")
