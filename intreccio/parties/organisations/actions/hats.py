"""Wearing another hat."""

from uuid import UUID

from django.db import transaction
from django.http import Http404

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.models import Membership
from intreccio.parties.organisations.queries.hats import find_viewer


@transaction.atomic
def wear_hat(user_id: UUID, membership_id: UUID) -> Viewer:
    """The viewer under the chosen hat; recorded as theirs. Raises Http404 for a hat that is not one's own, or ended."""
    viewer = find_viewer(user_id, membership_id)
    if viewer is None:
        raise Http404
    with acting(viewer):
        record("hat.worn", Membership(pk=membership_id), by=viewer)
    return viewer
