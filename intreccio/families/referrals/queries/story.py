"""Where a referral stands and how it got there, as pages draw it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intreccio.families.referrals.models import Referral, ReferralStep
from intreccio.families.referrals.vocabulary import (
    DeclineReason,
    EndReason,
    ReferralState,
    SharedField,
    WithdrawReason,
)
from intreccio.ground.accounts.models import Colleague
from intreccio.ground.design.templatetags.design import spoken
from intreccio.ground.kernel.models import Reading

A = ReferralState
SAID = {
    "create_referral": gettext_lazy("chiesto"),
    "see_referral": gettext_lazy("visto"),
    "accept_referral": gettext_lazy("accolto"),
    "put_on_waiting_list": gettext_lazy("in lista d'attesa"),
    "decline_referral": gettext_lazy("questa volta no"),
    "start_referral": gettext_lazy("comincia"),
    "end_referral": gettext_lazy("concluso dal servizio"),
    "withdraw_referral": gettext_lazy("ritirato"),
    "record_answer": gettext_lazy("la famiglia ha risposto"),
    "write_word": gettext_lazy("scrive"),
}
REASONS = {
    "decline_referral": DeclineReason,
    "withdraw_referral": WithdrawReason,
    "end_referral": EndReason,
}
MOST_READERS = 5


@dataclass(frozen=True, slots=True)
class Dot:
    """One point of the line."""

    label: str
    detail: str
    state: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the log, as the component `thread` draws it."""

    at: datetime
    what: str
    text: str
    family: bool = False


def log_of(referral: Referral) -> list[ReferralStep]:
    """The log in order. One query."""
    rows = referral.steps.select_related("by__user", "by__organisation").order_by("at", "id")
    return list(rows)


def thread_of(steps: list[ReferralStep]) -> list[Entry]:
    """Newest first: who, what, why and in whose words."""
    return [_entry(step) for step in reversed(steps)]


def _entry(step: ReferralStep) -> Entry:
    kinds = REASONS.get(step.verb)
    reason = str(kinds(step.reason).label) if kinds and step.reason else ""
    who = f"{step.by.user.name}, {step.by.organisation.name}" if step.by else ""
    what = " · ".join(part for part in (str(SAID[step.verb]), who) if part)
    text = ". ".join(part for part in (reason[:1].upper() + reason[1:], step.words) if part)
    return Entry(step.at, what, text, family=step.verb == "record_answer")


_WAY = ((A.ASKED, "create_referral"), (A.SEEN, "see_referral"), (A.ACCEPTED, "accept_referral"),
        (A.UNDER_WAY, "start_referral"), (A.ENDED, "end_referral"))  # fmt: skip


def loop_of(referral: Referral, steps: list[ReferralStep]) -> list[Dot]:
    """Asked, seen, accepted, under way, ended, helped: what has been, and what is next. A no ends the line."""
    at = {step.verb: step.at for step in steps}
    dots = [_dot(_(state.label.capitalize()), at.get(verb)) for state, verb in _WAY]
    if referral.state == A.WAITING:
        dots[2] = Dot(_("In lista d'attesa"), _since(referral.state_since), "now")
    if referral.state in (A.DECLINED, A.WITHDRAWN):
        done = [dot for dot in dots if dot.state == "done"]
        return [*done, Dot(referral.get_state_display().capitalize(), _since(referral.state_since), "now")]
    if referral.ended_at and "start_referral" not in at:
        del dots[3]  # never met
    helped = referral.get_helped_display() if referral.helped else _("lo dice la famiglia")
    last = Dot(_("Ha aiutato?"), helped, "done" if referral.helped else "")
    return _with_now([*dots, last])


def _dot(label: str, at: datetime | None) -> Dot:
    return Dot(label, _since(at), "done" if at else "")


def _since(at: datetime | date | None) -> str:
    return spoken(at) if at else ""


def _with_now(dots: list[Dot]) -> list[Dot]:
    """The first that has not been is where we are."""
    place = next((number for number, dot in enumerate(dots) if dot.state != "done"), None)
    return [Dot(dot.label, dot.detail, "now") if number == place else dot for number, dot in enumerate(dots)]


def sent_words(snapshot: dict[str, str]) -> list[tuple[str, str]]:
    """What was sent, field by field, in the order of the vocabulary."""
    return [(str(field.label).capitalize(), snapshot[field]) for field in SharedField if field in snapshot]


def readers_of(referral: Referral) -> list[tuple[str, datetime]]:
    """Who opened it on the other side, each once, last first; row security shows it to the family's side."""
    rows = Reading.objects.filter(
        page="referral_page",
        household_id__isnull=True,
        organisation_id=referral.receiver_id,
        shown__0=referral.pk,
    )
    last: dict[UUID, datetime] = {}
    for user_id, at in rows.order_by("-at").values_list("user_id", "at")[: MOST_READERS * 5]:
        if user_id:
            last.setdefault(user_id, at)
    names = dict(Colleague.objects.filter(pk__in=list(last)).values_list("pk", "name"))
    return [(names[key], at) for key, at in last.items() if key in names][:MOST_READERS]
