"""What a conversation's page shows."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from intreccio.families.access import policies
from intreccio.families.access.forms.links import LinkForm
from intreccio.families.access.models import Contact
from intreccio.families.access.queries.contacts import signal_of
from intreccio.families.access.queries.nearby import services_named
from intreccio.families.access.rules.titles import title_of
from intreccio.families.access.views.place import in_sight, shown_place
from intreccio.families.access.vocabulary import Answer, Channel, ChildAge
from intreccio.ground.kernel.panels import panels_for
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.needs.queries import words_of_needs


def draw_contact(
    request: HttpRequest, viewer: Viewer, contact: Contact, *, status: int = 200, **more: Any
) -> HttpResponse:
    """The page of a conversation; `more`: a form to mend, or a hint that was asked for."""
    record_reading(viewer, "contact_page", household_id=in_sight(contact), shown=[contact.pk])
    works_here = contact.desk_id in viewer.team_ids or contact.team_id in viewer.team_ids
    context = {
        **_said(viewer, contact),
        "may_link": works_here
        and policies.link_household(viewer)
        and contact.household_id is None
        and not contact.erased_on,
        "may_list": policies.open_contacts(viewer),
        "link_form": LinkForm(initial={"version": contact.version}),
        "panels": panels_for(request, "contact.page", contact=contact),
        **more,
    }
    return render(request, "families/access/pages/contact_page.html", context, status=status)


def _said(viewer: Viewer, contact: Contact) -> dict[str, Any]:
    signal = signal_of(viewer, contact)
    return {
        "contact": contact,
        "channel": Channel(contact.channel).label,
        "ages": ", ".join(str(ChildAge(age).label) for age in contact.ages),
        "needs": list(words_of_needs(contact.needs).values()),
        "answers": [Answer(answer).label for answer in contact.answers],
        "services": services_named(contact.service_ids),
        "intake": Answer.INTAKE in contact.answers,
        "signal_title": (title_of(signal.facts) or signal.code) if signal else "",
        **shown_place(viewer, contact, contact.household, contact.municipality_code),
    }
