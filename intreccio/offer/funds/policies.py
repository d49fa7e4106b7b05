"""Who may do what with lines and hours: said to pages in words, and to row security in SQL."""

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from intreccio.ground.accounts.roles import (
    PROFESSIONALS,
    Administrator,
    Coordinator,
    OrganisationLead,
    may,
)
from intreccio.ground.kernel.refused import NotAllowed
from intreccio.ground.kernel.viewer import Viewer
from intreccio.offer.funds.models import FundingLine
from intreccio.parties.organisations.models import TeamMembership
from intreccio.parties.organisations.policies import composes, is_over

LEADS = (Administrator, OrganisationLead, Coordinator)
read_funds = may(
    "read_funds",
    _("leggere le linee di finanziamento e le ore concordate"),
    *PROFESSIONALS,
    OrganisationLead,
    Administrator,
)
write_funding_line = may(
    "write_funding_line", _("scrivere le linee di finanziamento del proprio ente"), *LEADS
)
agree_hours = may("agree_hours", _("scrivere le ore concordate di chi lavora in un'équipe"), *LEADS)

ADMIN = "(SELECT my_role()) = 'administrator'"
LEADING = "(SELECT my_role()) IN ('organisation_lead', 'coordinator')"
READS = "(SELECT my_role()) IN ('coordinator', 'social_worker', 'educator', 'psychologist', 'organisation_lead', 'administrator')"
KEEPS_LINE = f"({ADMIN} OR ({LEADING} AND organisation_id = (SELECT my_organisation())))"
AGREES = (
    f"({ADMIN} OR ({LEADING} AND EXISTS (SELECT 1 FROM organisations_teammembership p"
    " JOIN organisations_team t ON t.id = p.team_id JOIN organisations_membership m ON m.id = p.membership_id"
    " WHERE p.id = place_id AND (t.organisation_id = (SELECT my_organisation()) OR m.organisation_id = (SELECT my_organisation())"
    " OR t.id = ANY ((SELECT my_teams())::uuid[])))))"  # fixed texts
)


def keeps(viewer: Viewer, line: FundingLine) -> bool:
    """A line is kept by who leads or coordinates the body that answers for it."""
    return write_funding_line(viewer) and is_over(viewer, line.organisation_id)


def agrees(viewer: Viewer, place: TeamMembership) -> bool:
    """Hours are agreed by who composes the team, and by who leads the employer."""
    return agree_hours(viewer) and (
        composes(viewer, place.team) or is_over(viewer, place.membership.organisation_id)
    )


def require_keeps(viewer: Viewer, line: FundingLine) -> None:
    """Raises NotAllowed for who does not keep this line."""
    write_funding_line.require(viewer)
    if not keeps(viewer, line):
        raise NotAllowed(now_("Può farlo solo chi guida l'ente che ne risponde."), code="other_organisation")


def require_agrees(viewer: Viewer, place: TeamMembership) -> None:
    """Raises NotAllowed for who does not agree the hours of this place."""
    agree_hours.require(viewer)
    if not agrees(viewer, place):
        raise NotAllowed(
            now_("Può farlo solo chi coordina questa équipe, o chi guida l'ente per cui lavora."),
            code="other_organisation",
        )
