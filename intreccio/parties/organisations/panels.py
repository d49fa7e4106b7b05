"""What this area shows elsewhere."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.dateformat import format as format_date
from django.utils.translation import gettext_lazy as _

from intreccio.ground.accounts.roles import BY_CODE
from intreccio.ground.design.templatetags.design import spoken
from intreccio.ground.kernel.clock import days_since, today
from intreccio.ground.kernel.panels import (
    MenuItem,
    Panel,
    Waiting,
    add_menu,
    add_pages_under,
    add_panel,
    add_search,
    add_waiting,
    tell,
)
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.kernel.words import in_sentence
from intreccio.parties.organisations.actions import beginning, invitations
from intreccio.parties.organisations.models import Invitation
from intreccio.parties.organisations.queries.network import search_for
from intreccio.parties.organisations.queries.people import OPEN, invitations_that_wait
from intreccio.parties.organisations.queries.principles import look_again
from intreccio.parties.organisations.queries.teams import named_teams
from intreccio.parties.organisations.queries.waiting import APPOINTMENT, GOAL, PRINCIPLES, Dated, dated_waits
from intreccio.parties.organisations.queries.weeks import appointments_of
from intreccio.workshop.calendar.queries.sources import Source, add_source
from intreccio.workshop.messages.letters import About, Letter, add_letter, add_link
from intreccio.workshop.messages.models import OneTimeLink
from intreccio.workshop.messages.queries import address_of, token_of, why_not_open
from intreccio.workshop.messages.vocabulary import Recipient


def register() -> None:
    """Fills the kernel's registers, and says which mails this area writes."""
    add_menu(
        MenuItem("network", _("Rete"), "organisation_list", "share", order=60, shown_to=lambda _viewer: True)
    )
    add_pages_under(
        "network", "/projects/", "/teams/", "/sites/", "/team-members/", "/memberships/", "/invitations/"
    )
    add_pages_under("network", "/strategy-goals/", "/strategy-looks/", "/appointments/")
    add_panel("calendar.page", Panel("parties/organisations/pages/_team_weeks.html", team_weeks, order=10))
    add_source(Source("agenda", appointments_of))
    add_search(search_for)
    add_waiting(waiting)
    add_waiting(dated)
    add_letter(
        Letter(
            "invitation",
            _("Un invito in Intreccio"),
            "parties/organisations/pages/invitation.txt",
            invitation_words,
            recipient=Recipient.WORKER,
        )
    )
    add_link(invitations.PURPOSE, Recipient.WORKER)
    add_link(beginning.PURPOSE, Recipient.WORKER)
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
        strategy_goal__added=_("obiettivo della strategia aggiunto"),
        strategy_goal__edited=_("obiettivo della strategia corretto"),
        strategy_goal__looked_at=_("a che punto è un obiettivo della strategia"),
        strategy_goal__voided=_("obiettivo della strategia annullato"),
        strategy_look__voided=_("sguardo a un obiettivo annullato"),
        appointment__added=_("appuntamento aggiunto all'agenda"),
        appointment__edited=_("appuntamento corretto o spostato"),
        appointment__concluded=_("scritto che cosa si è concordato"),
        appointment__next_step_finished=_("passo che seguiva fatto"),
        appointment__voided=_("appuntamento annullato"),
        hat__worn=_("ha cambiato ruolo con cui lavora"),
    )


def team_weeks(viewer: Viewer, **_subject: Any) -> Mapping[str, Any] | None:
    """The way to the weeks of one's teams; of who answers for hundreds, to the first ones."""
    return {"teams": named_teams(viewer.team_ids)} if viewer.team_ids else None


def dated(viewer: Viewer, most: int) -> list[Waiting]:
    """What has come to its day: principles of a project, the institutional agenda, goals of the strategy."""
    draw = {PRINCIPLES: _principles, APPOINTMENT: _appointment, GOAL: _goal}
    return [draw[row.kind](row) for row in dated_waits(viewer, today(), most)]


def _principles(row: Dated) -> Waiting:
    return look_again(row.title, row.day, reverse("check_project_principles", args=[row.key]))


def _appointment(row: Dated) -> Waiting:
    """In the days before; afterwards it asks to be told, and its next step to be done."""
    said = {"day": spoken(row.day), "hour": f"{row.hour:%H:%M}", "about": row.about, "step": row.next_step}
    on, url = row.day, reverse("team_agenda", args=[row.team_id])
    why, action = _("Vi vedete %(day)s, ore %(hour)s: %(about)s"), _("Apri l'agenda")
    if row.agreed and row.next_on:
        why, on, action = _("Il passo che segue: %(step)s"), row.next_on, _("Segna come fatto")
        url = reverse("finish_next_step", args=[row.key])
    elif row.day < today():
        why, action = _("Vi siete visti %(day)s: che cosa si è concordato?"), _("Scrivi com'è andata")
        url = reverse("conclude_appointment", args=[row.key])
    left = (on - today()).days
    return Waiting(
        title=row.with_whom, why=why % said, url=url, action=action, days=max(-left, 0), left=max(left, 0),
        when=in_sentence(format_date(on, "j M")), group=_("Agenda istituzionale"),
    )  # fmt: skip


def _goal(row: Dated) -> Waiting:
    return Waiting(
        title=row.title,
        why=_("Il giorno che vi eravate dati era %s: a che punto siete?") % spoken(row.day),
        url=reverse("look_at_strategy_goal", args=[row.key]),
        action=_("Scrivi a che punto siete"),
        days=days_since(row.day),
        group=_("Obiettivi della strategia"),
    )


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
        for invitation in invitations_that_wait(viewer, most)
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
