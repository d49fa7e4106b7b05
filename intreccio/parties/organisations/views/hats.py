"""Which hat one wears, and what one is in the network."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from intreccio.ground.accounts.models import User
from intreccio.ground.accounts.roles import BY_CODE
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.middleware import HAT
from intreccio.ground.kernel.once import once
from intreccio.ground.kernel.panels import NoViewer, panels_for, viewer_of
from intreccio.parties.organisations.actions.hats import wear_hat
from intreccio.parties.organisations.forms.people import HatForm
from intreccio.parties.organisations.queries import hats as queries
from intreccio.parties.organisations.queries import people


@require_http_methods(["GET", "HEAD", "POST"])
def choose_hat(request: HttpRequest) -> HttpResponse:
    """One's own active hats; a word of explanation for who has none."""
    if not request.user.is_authenticated:
        raise NoViewer
    form = HatForm(request.POST or None)
    if form.is_valid():
        return worn(request, form)
    context = {
        "hats": [(hat, new_key()) for hat in queries.hats_of(request.user.pk)],
        "person": request.user,
        "lost": form.is_bound,
    }
    return render(
        request, "parties/organisations/pages/choose_hat.html", context, status=422 if form.is_bound else 200
    )


def worn(request: HttpRequest, form: HatForm) -> HttpResponse:
    """Puts the hat on: it is written in the session, and every act from now on carries it."""
    user = request.user
    if not isinstance(user, User):
        raise NoViewer

    def write() -> str:
        wear_hat(user.pk, form.cleaned_data["membership"])
        return "/"

    address = once(form.cleaned_data["once"], write)
    request.session[HAT] = str(form.cleaned_data["membership"])
    messages.success(request, _("Fatto: da ora lavori con questo ruolo."))
    return redirect(address)


@require_safe
def profile_page(request: HttpRequest) -> HttpResponse:
    """One's own hats and teams, and the ways to sign in."""
    viewer = viewer_of(request)
    context = {
        "role": BY_CODE[viewer.role],
        "hats": [(hat, BY_CODE[hat.role].label) for hat in people.own_hats(viewer)],
        "teams": people.own_teams(viewer, today()),
        "person": request.user,
        "panels": panels_for(request, "profile.page"),
    }
    return render(request, "parties/organisations/pages/profile_page.html", context)
