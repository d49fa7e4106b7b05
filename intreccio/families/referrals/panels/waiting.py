"""What of this area waits for somebody in Oggi, on both sides. What was received says nothing of whose it is."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intreccio.families.referrals.models import Referral, ReferralOrigin
from intreccio.families.referrals.queries import waiting
from intreccio.ground.design.templatetags.design import spoken
from intreccio.ground.kernel.clock import days_since, today
from intreccio.ground.kernel.panels import Waiting
from intreccio.ground.kernel.viewer import Viewer

GROUPS = {
    "news": (gettext_lazy("Ti hanno risposto"), gettext_lazy("Leggi")),
    "overdue": (gettext_lazy("Invii senza risposta"), gettext_lazy("Senti che cosa succede")),
    "ended": (gettext_lazy("Invii che aspettano la famiglia"), gettext_lazy("Chiedi se ha aiutato")),
}


def waits(viewer: Viewer, most: int) -> Iterator[Waiting]:
    """To answer, for who was asked; answered, overdue and ended, for who asked."""
    yield from map(_to_answer, waiting.to_answer(viewer, most))
    for group, rows in waiting.of_ours(viewer, most, today=today()).items():
        yield from (_of_ours(group, row) for row in rows)


def _to_answer(referral: Referral) -> Waiting:
    return Waiting(
        title=referral.service.name,
        why=_("%(body)s vi chiede un posto, e aspetta una risposta entro %(day)s.")
        % {"body": referral.sender.name, "day": spoken(referral.answer_by)},
        url=reverse("referral_page", args=[referral.pk]),
        action=gettext_lazy("Rispondi"),
        days=days_since(referral.sent_at),
        urgent=referral.urgency == "now",
        group=gettext_lazy("Richieste a cui rispondere"),
        left=(referral.answer_by - today()).days,
    )


def _of_ours(group: str, origin: ReferralOrigin) -> Waiting:
    name, action = GROUPS[group]
    page = "record_answer" if group == "ended" else "referral_page"
    return Waiting(
        title=origin.household.name,
        why=_why(group, origin),
        url=reverse(page, args=[origin.referral_id]),
        action=action,
        days=days_since(origin.referral.state_since),
        group=name,
        about=origin.household_id,
    )


def _why(group: str, origin: ReferralOrigin) -> str:
    said = {
        "service": origin.referral.service.name,
        "state": origin.referral.get_state_display(),
        "day": spoken(origin.answer_by),
    }
    if group == "overdue":
        return _("Da «%(service)s» aspettavamo una risposta entro %(day)s.") % said
    if group == "ended":
        return _("«%(service)s» ha concluso: la famiglia dice se ha aiutato?") % said
    return _("Da «%(service)s» c'è una novità: %(state)s.") % said
