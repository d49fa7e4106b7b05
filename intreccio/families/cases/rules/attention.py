"""What a team is invited to look at: from which day, until which day. Nothing is weighed, summed, or said of a family."""

from dataclasses import dataclass
from datetime import date, timedelta

from intreccio.families.cases.vocabulary import PromptKind
from intreccio.ground.kernel.days import months_after
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _

# What is set aside comes back by itself where something new happens; of these it would not.
WITH_A_DAY = (PromptKind.NO_CONTACT, PromptKind.NO_TIES)
# News for a time, and not for good.
PASSING = (PromptKind.REOPENED, PromptKind.MOVED)


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
    no_ties: int
    moved: int


@dataclass(frozen=True, slots=True)
class Aside:
    """A prompt set aside: what it knew of then, and until when (excluded; None: until something new)."""

    as_of: date
    until: date | None = None


def due_on(kind: str, since: date, *, limits: AttentionLimits, before: date | None = None) -> date | None:
    """The first day on which a prompt shows, of something that stands as it is since a day.

    before: the day a way had ended, before it began again. None: never shows. A kind of an area above says itself since when.
    """
    if kind == PromptKind.LONG_IN_CHARGE:
        return months_after(since, limits.in_charge_months)
    if kind == PromptKind.REOPENED:
        soon = before is not None and since <= months_after(before, limits.reopened_months)
        return since if soon else None
    days = _days(limits).get(kind)
    return since if days is None else since + timedelta(days=days + 1)


def _days(limits: AttentionLimits) -> dict[str, int]:
    return {
        PromptKind.NO_CONTACT: limits.no_contact,
        PromptKind.REVIEW_OVERDUE: limits.review,
        PromptKind.GOAL_STALLED: limits.goal,
        PromptKind.REFERRAL_UNANSWERED: limits.referral,
        PromptKind.REFERRAL_UNHEARD: limits.unheard,
        PromptKind.NO_TIES: limits.no_ties,
    }


def whole_months(since: date, day: date) -> int:
    """Months gone by between two days, for saying it."""
    months = (day.year - since.year) * 12 + day.month - since.month
    return months - 1 if months_after(since, months) > day else months


def is_due(
    kind: str, since: date, *, today: date, limits: AttentionLimits, before: date | None = None
) -> bool:
    """Whether it shows today. A way that began again, a new home are news for a time, and not for good."""
    due = due_on(kind, since, limits=limits, before=before)
    if due is None or due > today:
        return False
    if kind not in PASSING:
        return True
    return today <= since + timedelta(days=limits.moved if kind == PromptKind.MOVED else limits.reopened_for)


def is_aside(aside: Aside | None, *, kind: str, as_of: date, today: date) -> bool:
    """A prompt stays aside until its day comes, or something newer has happened. Of a silence nothing new ever happens."""
    if aside is None or as_of > aside.as_of:
        return False
    if aside.until is None:
        return kind not in WITH_A_DAY
    return today < aside.until


def why_not_show(*, is_there: bool) -> Words:
    """Why there is nothing to set aside."""
    if is_there:
        return _("È già messo da parte: chi lo ha fatto ha scritto perché.")
    return _("Questo richiamo non c'è più: nel frattempo è successo qualcosa di nuovo.")


def longest_aside(kind: str, *, limits: AttentionLimits) -> int:
    """For how many days: a silence no longer than what is one."""
    return min(limits.set_aside, limits.no_contact) if kind == PromptKind.NO_CONTACT else limits.set_aside


def why_not_until(*, kind: str, until: date | None, today: date, limits: AttentionLimits) -> Words | None:
    """A day to come, not further than was agreed; no day is a reason of its own, but of a silence."""
    if until is None:
        if kind == PromptKind.NO_CONTACT:
            return _("Scegliete quando torna: di una famiglia che nessuno sente non succede niente di nuovo.")
        if kind in WITH_A_DAY:
            return _(
                "Scegliete quando torna: finché nessuno chiede chi c'è intorno, non succede niente di nuovo."
            )
        return None
    if until <= today:
        return _("Il giorno in cui torna è da domani in poi.")
    if until > today + timedelta(days=longest_aside(kind, limits=limits)):
        said = {"days": longest_aside(kind, limits=limits)}
        return _("Si mette da parte per %(days)d giorni al massimo: poi si guarda di nuovo.") % said
    return None


def why_not_take_back(*, is_back: bool) -> Words | None:
    """Once."""
    return _("È già tornato tra i richiami.") if is_back else None
