"""A spreadsheet of families, undone."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from intreccio.parties.people.actions import undoing as actions
from intreccio.parties.people.views.importing import sheet_in_sight
from intreccio.workshop.imports.vocabulary import SheetState


@require_http_methods(["GET", "POST"])
def undo_sheet(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """Asks once more, then hands it to the job."""
    viewer, sheet = sheet_in_sight(request, import_id)
    if request.method == "POST" or sheet.state != SheetState.DONE:
        if request.method == "POST" and sheet.state == SheetState.DONE:
            actions.undo_sheet(sheet, by=viewer)
        return redirect("import_page", import_id)
    return render(request, "parties/people/pages/undo_sheet.html", {"sheet": sheet})
