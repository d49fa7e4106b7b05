"""What of this area waits for somebody in Oggi, on both sides. What was received says nothing of whose it is."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intreccio.families.referrals.queries.waiting import Line, waiting_lines
from intreccio.families.referrals.vocabulary import ReferralState, Urgency
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
    for line in waiting_lines(viewer, most, today=today()):
        yield _to_answer(line) if line.kind == "to_answer" else _of_ours(line)


def _to_answer(line: Line) -> Waiting:
    return Waiting(
        title=line.service,
        why=_asks(line) % {"body": line.whose, "day": spoken(line.answer_by)},
        url=reverse("referral_page", args=[line.referral_id]),
        action=gettext_lazy("Rispondi"),
        days=days_since(line.since),
        urgent=line.answer_by <= today(),
        group=gettext_lazy("Richieste a cui rispondere"),
        left=(line.answer_by - today()).days,
    )


def _asks(line: Line) -> str:
    if line.answer_by < today():
        return _("%(body)s vi chiede un posto, e aspettava una risposta entro %(day)s.")
    if line.urgency == Urgency.NOW:
        return _("%(body)s vi chiede un posto subito, e aspetta una risposta entro %(day)s.")
    return _("%(body)s vi chiede un posto, e aspetta una risposta entro %(day)s.")


def _of_ours(line: Line) -> Waiting:
    name, action = GROUPS[line.kind]
    page = "record_answer" if line.kind == "ended" else "referral_page"
    return Waiting(
        title=line.whose,
        why=_why(line),
        url=reverse(page, args=[line.referral_id]),
        action=action,
        days=days_since(line.since),
        group=name,
        about=line.household_id,
    )


def _why(line: Line) -> str:
    said = {
        "service": line.service,
        "state": ReferralState(line.state).label,
        "day": spoken(line.answer_by),
    }
    if line.kind == "overdue":
        return _("Da «%(service)s» aspettavamo una risposta entro %(day)s.") % said
    if line.kind == "ended":
        return _("«%(service)s» ha concluso: la famiglia dice se ha aiutato?") % said
    return _("Da «%(service)s» c'è una novità: %(state)s.") % said
