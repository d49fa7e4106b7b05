"""Saying that something is missing here."""

from datetime import date

from django.db import transaction

from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.needs.actions import could_not
from intreccio.offer.directory import policies


@transaction.atomic
def report_missing(need: str, municipality_code: str, reason: str, *, by: Viewer, today: date) -> None:
    """Writes into the ledger of unmet need, which keeps nobody's name: that is why this act alone has no event."""
    policies.report_missing.require(by)
    could_not(need, municipality_code, reason, by=by, day=today)
