"""What a team is invited to look at: from which day, until which day. Nothing is weighed, summed, or said of a family."""

from dataclasses import dataclass
from datetime import date, timedelta

from intreccio.families.cases.vocabulary import PromptKind
from intreccio.ground.kernel.days import months_after
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _


@dataclass(frozen=True, slots=True)
class AttentionLimits:
    """What the network agreed on (a dated parameter, never code): days, and months where the name says so."""

    no_contact: int
    review: int
    goal: int
    referral: int
    unheard: int
    in_charge_months: int
    reopened_months: int
    reopened_for: int
    set_aside: int


@dataclass(frozen=True, slots=True)
class Aside:
    """A prompt set aside: what it knew of then, and until when (excluded; None: until something new)."""

    as_of: date
    until: date | None = None


def due_on(kind: str, since: date, *, limits: AttentionLimits, before: date | None = None) -> date | None:
    """The first day on which a prompt shows, of something that stands as it is since a day.

    before: the day a way had ended, before it began again. None: never shows.
    """
    if kind == PromptKind.LONG_IN_CHARGE:
        return months_after(since, limits.in_charge_months)
    if kind == PromptKind.REOPENED:
        soon = before is not None and since <= months_after(before, limits.reopened_months)
        return since if soon else None
    if kind == PromptKind.PRINCIPLES_AGAIN:  # a day that was agreed: nothing is added to it
        return since
    return since + timedelta(days=_days(limits)[kind] + 1)


def _days(limits: AttentionLimits) -> dict[str, int]:
    return {
        PromptKind.NO_CONTACT: limits.no_contact,
        PromptKind.REVIEW_OVERDUE: limits.review,
        PromptKind.GOAL_STALLED: limits.goal,
        PromptKind.REFERRAL_UNANSWERED: limits.referral,
        PromptKind.REFERRAL_UNHEARD: limits.unheard,
    }


def whole_months(since: date, day: date) -> int:
    """Months gone by between two days, for saying it."""
    months = (day.year - since.year) * 12 + day.month - since.month
    return months - 1 if months_after(since, months) > day else months


def is_due(
    kind: str, since: date, *, today: date, limits: AttentionLimits, before: date | None = None
) -> bool:
    """Whether it shows today. A way that began again is news for a time, and not for good."""
    due = due_on(kind, since, limits=limits, before=before)
    if due is None or due > today:
        return False
    return kind != PromptKind.REOPENED or today <= since + timedelta(days=limits.reopened_for)


def is_aside(aside: Aside | None, *, as_of: date, today: date) -> bool:
    """A prompt stays aside until its day comes, or something newer has happened."""
    if aside is None or as_of > aside.as_of:
        return False
    return aside.until is None or today < aside.until


def why_not_show(*, is_there: bool) -> Words:
    """Why there is nothing to set aside."""
    if is_there:
        return _("È già messo da parte: chi lo ha fatto ha scritto perché.")
    return _("Questo richiamo non c'è più: nel frattempo è successo qualcosa di nuovo.")


def why_not_until(*, until: date | None, today: date, limits: AttentionLimits) -> Words | None:
    """A day to come, not further than was agreed; no day is a reason of its own."""
    if until is None:
        return None
    if until <= today:
        return _("Il giorno in cui torna è da domani in poi.")
    if until > today + timedelta(days=limits.set_aside):
        said = {"days": limits.set_aside}
        return _("Si mette da parte per %(days)d giorni al massimo: poi si guarda di nuovo.") % said
    return None


def why_not_take_back(*, is_back: bool) -> Words | None:
    """Once."""
    return _("È già tornato tra i richiami.") if is_back else None
