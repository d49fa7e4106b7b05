"""The six principles of a project, answered with words."""

from datetime import date

from django.db import transaction

from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations import policies
from intreccio.parties.organisations.models import Project, ProjectPrinciples
from intreccio.workshop.instruments.actions import Filled, columns_of


@transaction.atomic
def check_project_principles(
    project: Project, filled: Filled, *, by: Viewer, today: date
) -> ProjectPrinciples:
    """How a project stands today; what was answered before stays. Raises Refused with the reason."""
    policies.require_over(policies.edit_network, by, project.lead_id)
    row = ProjectPrinciples(project=project, by_id=by.membership_id, **columns_of(filled, today=today))
    row.save(force_insert=True)
    record("project.principles_checked", project, by=by, codes=filled.codes)
    return row
