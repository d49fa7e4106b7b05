"""Who may write about the network: everywhere who administers, in their own body who leads or coordinates.

The database says the same (`0002_sight`); here it is said in words, before anything is tried.
"""

from uuid import UUID

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from intreccio.ground.accounts.roles import (
    PROFESSIONALS,
    Ability,
    Administrator,
    Coordinator,
    OrganisationLead,
    may,
)
from intreccio.ground.kernel.refused import NotAllowed
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.models import Team

_LEADS = (Administrator, OrganisationLead, Coordinator)

create_organisation = may("create_organisation", _("aggiungere un ente all'elenco della rete"), *_LEADS)
edit_network = may("edit_network", _("aggiornare il proprio ente, le sedi, i progetti, le équipe"), *_LEADS)
compose_team = may("compose_team", _("dire chi serve e chi lavora in un'équipe"), *_LEADS)
close_team = may("close_team", _("chiudere uno sportello o un'équipe del proprio ente"), *_LEADS)
invite_member = may("invite_member", _("invitare chi lavora o partecipa nel proprio ente"), *_LEADS)
change_role = may("change_role", _("cambiare il ruolo di una persona del proprio ente"), *_LEADS)
end_membership = may("end_membership", _("concludere il ruolo di una persona del proprio ente"), *_LEADS)

read_strategy = may(
    "read_strategy",
    _("leggere gli obiettivi e l'agenda istituzionale delle équipe"),
    *PROFESSIONALS,
    OrganisationLead,
    Administrator,
)
write_strategy = may(
    "write_strategy", _("scrivere gli obiettivi e l'agenda istituzionale di un'équipe"), *_LEADS
)


def is_over(viewer: Viewer, organisation_id: UUID) -> bool:
    """Everywhere for who administers, at home for who leads."""
    if viewer.role == Administrator.code:
        return True
    return edit_network(viewer) and organisation_id == viewer.organisation_id


def composes(viewer: Viewer, team: Team) -> bool:
    """A team is composed by its body, and by who coordinates it from another one."""
    return compose_team(viewer) and (is_over(viewer, team.organisation_id) or team.pk in viewer.team_ids)


def require_over(ability: Ability, viewer: Viewer, organisation_id: UUID) -> None:
    """Raises NotAllowed for who may not do this, or not in this body."""
    ability.require(viewer)
    if not is_over(viewer, organisation_id):
        raise NotAllowed(
            now_("Può farlo solo chi guida questo ente, o chi amministra."), code="other_organisation"
        )


def require_composes(viewer: Viewer, team: Team) -> None:
    """Raises NotAllowed for who does not compose this team."""
    compose_team.require(viewer)
    if not composes(viewer, team):
        raise NotAllowed(
            now_("Può farlo solo chi coordina questa équipe, o chi amministra."), code="other_team"
        )


def writes_strategy(viewer: Viewer, team: Team) -> bool:
    """Goals and agenda are written by who composes the team."""
    return write_strategy(viewer) and composes(viewer, team)


def require_writes_strategy(viewer: Viewer, team: Team) -> None:
    """Raises NotAllowed for who does not write the goals and the agenda of this team."""
    write_strategy.require(viewer)
    require_composes(viewer, team)
