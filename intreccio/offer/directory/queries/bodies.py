"""The bodies for which somebody may write a service."""

from django.db.models import Q, QuerySet

from intreccio.ground.accounts.roles import Administrator
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.models import Organisation
from intreccio.parties.organisations.vocabulary import Standing


def bodies_of(viewer: Viewer) -> QuerySet[Organisation]:
    """One's own; for who administers also those only listed."""
    mine = Q(pk=viewer.organisation_id)
    if viewer.role == Administrator.code:
        mine |= Q(standing=Standing.LISTED)
    return Organisation.objects.filter(mine).order_by("name")
