"""Who belongs to a body: seen, invited, changed, ended."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from intreccio.ground.accounts.roles import BY_CODE
from intreccio.ground.design.forms import OnceForm
from intreccio.ground.design.sheets import Sheet, answer, page
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import once, second_tap_first
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations import policies
from intreccio.parties.organisations.actions import invitations, memberships
from intreccio.parties.organisations.forms.people import ChangeRoleForm, EndMembershipForm, InviteForm
from intreccio.parties.organisations.models import Invitation, Organisation
from intreccio.parties.organisations.queries import people as queries
from intreccio.parties.organisations.views.network import key_in
from intreccio.workshop.messages.queries import address_of


def people_of(organisation_id: UUID) -> str:
    """The address of the list of a body's people."""
    return reverse("membership_list", args=[organisation_id])


@require_safe
def membership_list(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """Present, or past; who leads sees who has been invited too."""
    viewer = viewer_of(request)
    organisation = get_object_or_404(Organisation, pk=organisation_id)
    past, after = request.GET.get("show") == "past", key_in(request.GET.get("after"))
    members, more = queries.members(viewer, organisation, day=today(), past=past, after=after)
    is_over = policies.is_over(viewer, organisation.pk)
    context = {
        "organisation": organisation,
        "members": members,
        "more": more,
        "past": past,
        "is_over": is_over,
        "invitations": queries.open_invitations(viewer, organisation) if is_over and not past else [],
    }
    return render(request, "parties/organisations/pages/membership_list.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invite_member(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """A mail leaves; the address of the link is shown to the inviter this once."""
    viewer = viewer_of(request)
    organisation = get_object_or_404(Organisation, pk=organisation_id)
    policies.require_over(policies.invite_member, viewer, organisation.pk)
    form = InviteForm(request.POST or None, giver=viewer.role)
    sheet = Sheet(_("Invita una persona"), _("Manda l'invito"), organisation.name, people_of(organisation.pk))
    if not form.is_valid():
        return page(request, sheet, form, status=422 if form.is_bound else 200)
    return _invite(request, form, organisation, viewer)


def _invite(
    request: HttpRequest, form: InviteForm, organisation: Organisation, viewer: Viewer
) -> HttpResponse:
    """Not a redirect: the address is drawn here and travels in no cookie. A reload leads to the list, and writes nothing."""
    answers, back, made = form.cleaned_data, people_of(organisation.pk), ""

    def write() -> str:
        nonlocal made
        said = {name: answers[name] for name in ("name", "email", "kind", "role")}
        _made, made = invitations.invite_member(organisation, by=viewer, today=today(), **said)
        return back

    once(answers["once"], write, leads_to=back)
    if not made:
        messages.info(request, _("Questo invito è già partito: il suo indirizzo non si rivede."))
        return redirect(back)
    context = {"organisation": organisation, "name": answers["name"], "back": back}
    context["address"] = address_of("accept_invitation", made)
    return render(request, "parties/organisations/pages/invited.html", context)


@second_tap_first
def withdraw_invitation(request: HttpRequest, invitation_id: UUID) -> HttpResponse:
    """Takes it back."""
    viewer = viewer_of(request)
    invitation = get_object_or_404(Invitation, pk=invitation_id)
    policies.require_over(policies.invite_member, viewer, invitation.organisation_id)
    title = _("Ritira l'invito a %(person)s") % {"person": invitation.name}
    back = people_of(invitation.organisation_id)
    warning = _("Il collegamento che ha ricevuto non si apre più.")
    sheet = Sheet(title, _("Ritira l'invito"), _("Persone"), back, warning=warning)

    def write() -> str:
        invitations.withdraw_invitation(invitation, by=viewer)
        return back

    return answer(
        request, sheet, OnceForm(request.POST or None), write, said=_("Fatto: l'invito è ritirato.")
    )


@second_tap_first
def change_role(request: HttpRequest, membership_id: UUID) -> HttpResponse:
    """Another role from today."""
    viewer = viewer_of(request)
    hat = get_object_or_404(queries.all_hats(), pk=membership_id)
    policies.require_over(policies.change_role, viewer, hat.organisation_id)
    form = ChangeRoleForm(request.POST or None, giver=viewer.role, now=hat.role)
    words = {"person": hat.user.name, "role": BY_CODE[hat.role].label}
    warning = (
        _("Ora è: %(role)s. Da oggi lascia le équipe in cui lavora: con il ruolo nuovo va aggiunta di nuovo.")
        % words
    )
    title, back = _("Il ruolo di %(person)s") % words, people_of(hat.organisation_id)
    sheet = Sheet(title, _("Cambia il ruolo da oggi"), hat.organisation.name, back, warning=warning)

    def write() -> str:
        memberships.change_role(hat, role=form.cleaned_data["role"], by=viewer, today=today())
        return back

    return answer(request, sheet, form, write, said=_("Fatto: il ruolo nuovo vale da oggi."))


@second_tap_first
def end_membership(request: HttpRequest, membership_id: UUID) -> HttpResponse:
    """Ends today, with everything that it opened."""
    viewer = viewer_of(request)
    hat = get_object_or_404(queries.all_hats(), pk=membership_id)
    policies.require_over(policies.end_membership, viewer, hat.organisation_id)
    form = EndMembershipForm(request.POST or None)
    words = {"person": hat.user.name, "role": BY_CODE[hat.role].label}
    title, back = _("%(person)s: concludi il ruolo") % words, people_of(hat.organisation_id)
    warning = (
        _("Da oggi %(person)s non apre più niente con il ruolo «%(role)s», e lascia le équipe in cui lavora.")
        % words
    )
    sheet = Sheet(title, _("Concludi da oggi"), hat.organisation.name, back, warning=warning)

    def write() -> str:
        memberships.end_membership(hat, reason=form.cleaned_data["reason"], by=viewer, today=today())
        return back

    return answer(request, sheet, form, write, said=_("Fatto: da oggi questo ruolo non apre più niente."))
