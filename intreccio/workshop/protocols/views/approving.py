"""A name put to a version."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from intreccio.ground.design.sheets import answer, page
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.panels import viewer_of
from intreccio.workshop.protocols import policies
from intreccio.workshop.protocols.actions import approving as actions
from intreccio.workshop.protocols.forms.versions import ApproveForm
from intreccio.workshop.protocols.rules.starting import why_not_approve
from intreccio.workshop.protocols.views.drafting import page_of, sheet_of
from intreccio.workshop.protocols.views.reading import find_version


@second_tap_first
def approve_protocol_version(request: HttpRequest, protocol_version_id: UUID) -> HttpResponse:
    """Whoever did not write it reads it, and answers for it."""
    viewer, shown = viewer_of(request), find_version(protocol_version_id)[1]
    row = shown.row
    policies.require_approves(viewer, row.protocol.organisation_id)
    form = ApproveForm(request.POST or None, initial={"version": row.version})
    lead = _("Da qui in poi si comincia con questa versione. Chi ne segue un'altra continua con quella.")
    sheet = sheet_of(row, _("Approva questa versione"), _("Approva con il mio nome"), lead=lead)
    if request.method != "POST" and (
        reason := why_not_approve(shown.stage, authors=row.authors, reader=viewer.user_id)
    ):
        return page(request, sheet, form, status=200, reasons=[reason])

    def write() -> str:
        actions.approve_protocol_version(row, read_at=form.cleaned_data["version"] or 0, by=viewer)
        return page_of(row)

    return answer(request, sheet, form, write, now=lambda: {"version": find_version(row.pk)[1].row.version})
