"""The counter: a conversation written down, the register, and what follows."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from intreccio.families.access import policies
from intreccio.families.access.actions import contacts as acts
from intreccio.families.access.actions import links
from intreccio.families.access.forms.contacts import BeginForm, ContactForm
from intreccio.families.access.forms.links import LinkForm
from intreccio.families.access.models import Contact, Triage
from intreccio.families.access.queries.contacts import contacts_at_hand, register_page
from intreccio.families.access.queries.desks import my_desks, my_open_teams
from intreccio.families.access.queries.nearby import cards_for
from intreccio.families.access.rules.titles import title_of
from intreccio.families.access.views.contact_page import draw_contact
from intreccio.families.access.views.finding import find_signal, key_in
from intreccio.families.access.views.hints import hint_for
from intreccio.families.access.views.place import in_sight
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import once
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import Changed, Refused
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.needs.queries import tree
from intreccio.parties.organisations.models import Team
from intreccio.parties.people.vocabulary import HomeRole


@require_http_methods(["GET", "POST"])
def create_contact(request: HttpRequest) -> HttpResponse:
    """Three blocks, two minutes. «Mostra i servizi» draws the page again with the answers it had."""
    viewer = viewer_of(request)
    policies.create_contact.require(viewer)
    about = _about(request, viewer)
    form = ContactForm(
        request.POST or None, desks=_desks(viewer, about), needs=tree(viewer), initial=_initial(about)
    )
    looking = "look" in request.POST
    if request.method == "POST" and not looking and form.is_valid():
        return redirect(once(form.cleaned_data["once"], lambda: _create(request, form, viewer, about)))
    context = {"form": form, "about": about, "about_title": title_of(about.signal.facts) if about else ""}
    if form.is_bound:
        context |= _look(form, viewer, looking=looking)
    failed = form.is_bound and not looking
    return render(
        request, "families/access/pages/create_contact.html", context, status=422 if failed else 200
    )


def _about(request: HttpRequest, viewer: Viewer) -> Triage | None:
    """The signal that the conversation is about, where the address names one."""
    signal_id = key_in(request, "signal")
    return find_signal(viewer, signal_id) if signal_id else None


def _desks(viewer: Viewer, about: Triage | None) -> list[Team]:
    desks = [desk for desk in my_desks(viewer, today()) if about is None or desk.pk == about.desk_id]
    if not desks:
        raise Refused(
            _(
                "Un contatto si scrive allo sportello dove si lavora, e oggi non lavorate in questo sportello."
            ),
            code="no_desk",
            way_out=_("Chi cura il vostro ente può aggiungervi allo sportello."),
        )
    return desks


def _initial(about: Triage | None) -> dict[str, Any]:
    return {"municipality": about.signal.municipality_code} if about else {}


def _look(form: ContactForm, viewer: Viewer, *, looking: bool) -> dict[str, Any]:
    """Services nearby, and on asking «la conosciamo già?», out of what is filled so far; nothing is written."""
    form.is_valid()
    data = getattr(form, "cleaned_data", {})
    cards, chosen = cards_for(data, today()), {str(each) for each in data.get("services", ())}
    drawn = {str(card.service_id) for card in cards}
    found = {"cards": [(card, str(card.service_id) in chosen) for card in cards], "kept": chosen - drawn}
    if not looking:
        return found
    # What is still missing is said when it is saved, not while looking.
    form.errors.clear()
    return {**found, "looked": True, "hint": hint_for(viewer, data)}


def _create(request: HttpRequest, form: ContactForm, viewer: Viewer, about: Triage | None) -> str:
    desk_id = UUID(form.cleaned_data["desk"])
    contact = acts.create_contact(form.heard(), desk_id=desk_id, by=viewer, today=today(), about=about)
    messages.success(request, _("Fatto: il contatto è scritto nel registro."))
    return (
        reverse("create_contact") if "another" in request.POST else reverse("contact_page", args=[contact.pk])
    )


@require_safe
def contact_list(request: HttpRequest) -> HttpResponse:
    """The register of the viewer's desks, last first."""
    viewer = viewer_of(request)
    policies.open_contacts.require(viewer)
    lines, more = register_page(viewer, after=key_in(request, "after"))
    record_reading(viewer, "contact_list", shown=[line.contact.pk for line in lines], count=len(lines))
    context = {"lines": lines, "more": more, "may_create": policies.create_contact(viewer) and viewer.at_desk}
    return render(request, "families/access/pages/contact_list.html", context)


def _contact(viewer: Viewer, contact_id: UUID) -> Contact:
    return get_object_or_404(contacts_at_hand(viewer), pk=contact_id)


@require_safe
def contact_page(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """One conversation, and what can follow."""
    viewer = viewer_of(request)
    return draw_contact(request, viewer, _contact(viewer, contact_id))


@require_POST
def link_contact(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Ties a conversation to a family in sight; with «look», asks whether there is one."""
    viewer = viewer_of(request)
    contact = _contact(viewer, contact_id)
    policies.link_household.require(viewer)
    if "look" in request.POST:
        said = {"surname": contact.surname, "birth_date": contact.birth_date, "fiscal_code": ""}
        return draw_contact(request, viewer, contact, hint=hint_for(viewer, said), asked=True)
    form = LinkForm(request.POST)
    if not form.is_valid():
        return draw_contact(request, viewer, contact, status=422, link_form=form)
    try:
        return redirect(_link(request, form, contact, viewer))
    except Changed:
        form.add_error(
            None, _("Nel frattempo qualcuno ha scritto su questo contatto: guarda che cosa, poi conferma.")
        )
        return draw_contact(request, viewer, _contact(viewer, contact_id), status=409, link_form=form)


def _link(request: HttpRequest, form: LinkForm, contact: Contact, viewer: Viewer) -> str:
    address, data = reverse("contact_page", args=[contact.pk]), form.cleaned_data

    def write() -> str:
        acts.link_contact(contact, form.household, by=viewer, version=data["version"] or 0)
        messages.success(request, _("Fatto: il contatto è collegato alla famiglia."))
        return address

    return once(data["once"], write, leads_to=address)


@require_http_methods(["GET", "POST"])
def begin_household(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Writes the family out of what was said at the counter."""
    viewer = viewer_of(request)
    contact = _contact(viewer, contact_id)
    policies.link_household.require(viewer)
    if request.method == "GET":
        acts.require_free(contact)
    record_reading(viewer, "begin_household", household_id=in_sight(contact), shown=[contact.pk])
    name = _("Famiglia %s") % contact.surname if contact.surname else ""
    initial = {"version": contact.version, "name": name, "team": str(contact.desk_id)}
    form = BeginForm(request.POST or None, teams=my_open_teams(viewer), who=contact.who, initial=initial)
    if request.method == "POST" and form.is_valid():
        return redirect(once(form.cleaned_data["once"], lambda: _begin(request, form, contact, viewer)))
    context = {"form": form, "contact": contact}
    return render(
        request, "families/access/pages/begin_household.html", context, status=422 if form.errors else 200
    )


def _begin(request: HttpRequest, form: BeginForm, contact: Contact, viewer: Viewer) -> str:
    data = form.cleaned_data
    household = links.begin_household(
        contact,
        name=data["name"],
        team_id=UUID(data["team"]),
        by=viewer,
        version=data["version"] or 0,
        today=today(),
        role=data["role"] or HomeRole.PARENT,
    )
    messages.success(request, _("Fatto: la famiglia è scritta, con quello che si sa. Ora si può completare."))
    return reverse("household_page", args=[household.pk])
