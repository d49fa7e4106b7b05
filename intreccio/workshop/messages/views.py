"""What administrators see of mails: to whom, which, when, or why not."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.once import once
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.refused import Refused
from intreccio.workshop.messages import policies, queries
from intreccio.workshop.messages.actions import mail as actions
from intreccio.workshop.messages.forms import RetryForm
from intreccio.workshop.messages.models import Mail


def _key(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None


@require_safe
def mail_list(request: HttpRequest) -> HttpResponse:
    """What has left, what waits, what could not."""
    viewer = viewer_of(request)
    policies.read_mail.require(viewer)
    unsent = request.GET.get("show") == "unsent"
    lines, more = queries.mails(viewer, unsent=unsent, after=_key(request.GET.get("after")))
    context = {
        "lines": lines,
        "more": more,
        "unsent": unsent,
        "all_once": new_key() if queries.are_to_retry(viewer) else None,
    }
    return render(request, "workshop/messages/pages/mail_list.html", context)


@require_POST
def retry_mail(request: HttpRequest, mail_id: UUID) -> HttpResponse:
    """Puts one back in the queue."""
    viewer = viewer_of(request)
    policies.retry_mail.require(viewer)
    mail = get_object_or_404(Mail, pk=mail_id)

    def write() -> str:
        actions.retry_mail(mail, by=viewer)
        return reverse("mail_list")

    address = once(_pressed(request), write)
    messages.success(request, _("Fatto: il messaggio riparte tra poco."))
    return redirect(address)


@require_POST
def retry_mails(request: HttpRequest) -> HttpResponse:
    """Puts all of them back in the queue, and says how many."""
    viewer = viewer_of(request)
    policies.retry_mail.require(viewer)

    def write() -> str:
        many = actions.retry_mails(by=viewer)
        said = ngettext(
            "Fatto: %d messaggio riparte tra poco.", "Fatto: %d messaggi ripartono tra poco.", many
        )
        messages.success(request, said % many)
        return reverse("mail_list")

    return redirect(once(_pressed(request), write))


def _pressed(request: HttpRequest) -> UUID:
    """The key of the button. Raises Refused where the page had none."""
    form = RetryForm(request.POST)
    if form.is_valid():
        key: UUID = form.cleaned_data["once"]
        return key
    raise Refused(
        _("Non è ripartito niente: la pagina da cui hai premuto «Riprova» era incompleta."),
        code="no_key",
        way_out=_("Torna ai messaggi e premi di nuovo «Riprova»: quello che aspetta è ancora lì."),
    )
