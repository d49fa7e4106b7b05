"""Pages that a one-time link opens, for who has not signed in yet."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from intreccio.ground.accounts.models import User
from intreccio.ground.accounts.roles import BY_CODE
from intreccio.ground.design.forms import OnceForm
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import once
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.organisations.actions import beginning, invitations
from intreccio.parties.organisations.forms.people import EnterForm, PasswordForm
from intreccio.parties.organisations.queries import entrance as queries
from intreccio.workshop.messages.queries import find_link, why_not_open

PAGES = {
    "accept_invitation": "parties/organisations/pages/accept_invitation.html",
    "set_password": "parties/organisations/pages/set_password.html",
}


def opened(token: str, purpose: str) -> UUID:
    """The id behind a link that still opens. Raises Http404, or Refused with what can be done."""
    link = find_link(token, purpose)
    if link is None:
        raise Http404
    if reason := why_not_open(link):
        raise Refused(
            reason, code="link_closed", way_out=_("Chiedi a chi te l'ha mandato di mandartene un altro.")
        )
    return link.subject_id


@require_http_methods(["GET", "HEAD", "POST"])
def accept_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Somebody new chooses a password; who has one already signs in and says yes."""
    asked = queries.invitation(opened(token, invitations.PURPOSE))
    form = form_for(asked, request)
    may_accept = asked.user is None or request.user == asked.user
    if may_accept and form.is_valid():
        return entered(request, token, form)
    context = {
        "asked": asked,
        "role": BY_CODE[asked.invitation.role],
        "form": form,
        "may_accept": may_accept,
        "other": request.user.is_authenticated and not may_accept,
    }
    return drawn(request, "accept_invitation", form, context)


def drawn(request: HttpRequest, name: str, form: OnceForm, context: dict[str, Any]) -> HttpResponse:
    """The page with its form; 422 when the form came back with something missing."""
    status = 422 if form.is_bound else 200
    return render(request, PAGES[name], context, status=status)


def form_for(asked: queries.Asked, request: HttpRequest) -> OnceForm:
    """A name and a password for somebody new; only a yes for who has an access."""
    if asked.user is not None:
        return OnceForm(request.POST or None)
    invited = User(email=asked.invitation.email, name=asked.invitation.name)
    return EnterForm(request.POST or None, initial={"name": invited.name}, user=invited)


def entered(request: HttpRequest, token: str, form: OnceForm) -> HttpResponse:
    """Uses the link, and shows the way in."""
    said = form.cleaned_data

    def write() -> str:
        invitations.accept_invitation(
            token, password=said.get("password"), name=said.get("name", ""), today=today()
        )
        return reverse("choose_hat")

    address = once(said["once"], write)
    way_in = _("Fatto: scegli il ruolo nuovo quando vuoi lavorare lì.")
    first = _("Fatto: ora entra con il tuo indirizzo e la password.")
    messages.success(request, way_in if request.user.is_authenticated else first)
    return redirect(address)


@require_http_methods(["GET", "HEAD", "POST"])
def set_password(request: HttpRequest, token: str) -> HttpResponse:
    """Whoever was given this link chooses the password they will sign in with."""
    user = queries.user(opened(token, beginning.PURPOSE))
    form = PasswordForm(request.POST or None, user=user)
    if not form.is_valid():
        return drawn(request, "set_password", form, {"form": form, "person": user})

    def write() -> str:
        beginning.set_password(token, form.cleaned_data["password"])
        return reverse(settings.LOGIN_URL)

    address = once(form.cleaned_data["once"], write)
    messages.success(request, _("Fatto: ora entra con il tuo indirizzo e la password."))
    return redirect(address)
