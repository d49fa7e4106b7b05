"""What this area shows elsewhere."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from intreccio.ground.accounts.roles import BY_CODE
from intreccio.ground.kernel.clock import days_since, today
from intreccio.ground.kernel.panels import (
    MenuItem,
    Waiting,
    add_menu,
    add_pages_under,
    add_search,
    add_waiting,
    tell,
)
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.models import Invitation, ProjectPrinciples
from intreccio.parties.organisations.queries.network import search_for
from intreccio.parties.organisations.queries.people import OPEN, invitations_that_wait
from intreccio.parties.organisations.queries.principles import again_for, look_again
from intreccio.workshop.messages.letters import About, Letter, add_letter
from intreccio.workshop.messages.models import OneTimeLink
from intreccio.workshop.messages.queries import address_of, token_of, why_not_open


def register() -> None:
    """Fills the kernel's registers, and says which mails this area writes."""
    add_menu(
        MenuItem("network", _("Rete"), "organisation_list", "share", order=60, shown_to=lambda _viewer: True)
    )
    add_pages_under(
        "network", "/projects/", "/teams/", "/sites/", "/team-members/", "/memberships/", "/invitations/"
    )
    add_search(search_for)
    add_waiting(waiting)
    add_waiting(principles_again)
    add_letter(
        Letter(
            "invitation",
            _("Un invito in Intreccio"),
            "parties/organisations/pages/invitation.txt",
            invitation_words,
        )
    )
    tell(
        organisation__created=_("ente aggiunto"),
        organisation__edited=_("ente aggiornato"),
        site__created=_("sede aggiunta"),
        site__edited=_("sede aggiornata"),
        project__created=_("progetto aggiunto"),
        project__edited=_("progetto aggiornato"),
        project__principles_checked=_("i sei principi del progetto guardati"),
        team__created=_("équipe aggiunta"),
        team__edited=_("équipe aggiornata"),
        team__closed=_("équipe chiusa"),
        team__planned=_("composizione prevista cambiata"),
        team_member__added=_("comincia a lavorare nell'équipe"),
        team_member__ended=_("non lavora più nell'équipe"),
        invitation__sent=_("invito mandato"),
        invitation__withdrawn=_("invito ritirato"),
        invitation__accepted=_("invito accettato"),
        membership__role_changed=_("ruolo cambiato"),
        membership__ended=_("ruolo concluso"),
        hat__worn=_("ha cambiato ruolo con cui lavora"),
    )


def principles_again(viewer: Viewer, most: int) -> list[Waiting]:
    """Projects of which the viewer said when to look again at the six principles."""
    rows = again_for(viewer, ProjectPrinciples.objects.all(), "project", today())[:most]
    return [
        look_again(row.project.name, row.again_on, reverse("check_project_principles", args=[row.project_id]))
        for row in rows
        if row.again_on
    ]


def waiting(viewer: Viewer, most: int) -> list[Waiting]:
    """Invitations that nobody has answered for a week."""
    return [
        Waiting(
            title=invitation.name,
            why=_("Non ha ancora aperto l'invito."),
            url=reverse("membership_list", args=[invitation.organisation_id]),
            action=_("Guarda gli inviti"),
            days=days_since(invitation.invited_at),
            group=_("Inviti senza risposta"),
        )
        for invitation in invitations_that_wait(viewer)[:most]
    ]


def invitation_words(about: About) -> Mapping[str, Any] | None:
    """What the mail says; None when the invitation was used or withdrawn before it left."""
    asked = (
        Invitation.objects.filter(OPEN, pk=UUID(about["invitation"])).select_related("organisation").first()
    )
    link = OneTimeLink.objects.filter(pk=UUID(about["link"])).first()
    if asked is None or link is None or why_not_open(link):
        return None
    return {
        "name": asked.name,
        "organisation": asked.organisation.name,
        "role": BY_CODE[asked.role].label,
        "address": address_of("accept_invitation", token_of(link)),
        "until": link.expires_at,
    }
