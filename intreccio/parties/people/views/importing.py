"""A spreadsheet of families: uploaded, its columns said, looked at, brought in."""

import re
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from intreccio.ground.kernel.once import once
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people import policies
from intreccio.parties.people.actions import importing as actions
from intreccio.parties.people.forms.importing import ColumnsForm, UploadForm
from intreccio.parties.people.queries.importing import brought_in
from intreccio.parties.people.queries.preview import preview_of
from intreccio.parties.people.queries.sight import teams_of
from intreccio.parties.people.rules.sheet_columns import COLUMNS, names_columns
from intreccio.parties.people.views.asking import found, sent
from intreccio.workshop.documents.files import csv, download, xlsx
from intreccio.workshop.imports.models import Sheet, SheetContent
from intreccio.workshop.imports.queries import columns_of_before, content_of, progress_of, sheet_of, sheets_of
from intreccio.workshop.imports.rules.columns import guess
from intreccio.workshop.imports.rules.entries import Unreadable
from intreccio.workshop.imports.vocabulary import SheetState

WRITERS = {"csv": csv, "xlsx": xlsx}
MOST, MOST_KEPT = 20, 500  # of those that came in the first are enough; those that were kept are all told


@require_safe
def sheet_list(request: HttpRequest) -> HttpResponse:
    """The sheets of the viewer and of the teams they lead."""
    viewer = viewer_of(request)
    policies.import_families.require(viewer)
    context = {"sheets": sheets_of(viewer, actions.KIND)}
    return render(request, "parties/people/pages/sheet_list.html", context)


@require_safe
def families_template(request: HttpRequest) -> HttpResponse:
    """A sheet to fill in: the columns there may be, and three invented persons."""
    policies.import_families.require(viewer_of(request))
    kind = "xlsx" if request.GET.get("format") == "xlsx" else "csv"
    rows = zip(*(column.example for column in COLUMNS), strict=True)
    return download(WRITERS[kind]([str(column.label) for column in COLUMNS], rows), f"famiglie.{kind}")


@require_http_methods(["GET", "POST"])
def upload_sheet(request: HttpRequest) -> HttpResponse:
    """The file, read to its end."""
    viewer = viewer_of(request)
    policies.import_families.require(viewer)
    teams = list(teams_of(viewer).values_list("pk", "name"))
    form = UploadForm(sent(request), request.FILES or None, teams=teams)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(once(form.cleaned_data["once"], lambda: _uploaded(form, viewer)))
        except Unreadable as problem:
            form.add_error("file", _("Non si può leggere: %(why)s.") % {"why": problem})
    status = 422 if request.method == "POST" else 200
    return render(request, "parties/people/pages/upload_sheet.html", {"form": form}, status=status)


def _uploaded(form: UploadForm, viewer: Viewer) -> str:
    said = form.cleaned_data
    sheet = actions.upload_sheet(said["file"], by=viewer, team_id=UUID(said["team_id"]))
    return reverse("map_sheet", args=[sheet.pk])


def sheet_in_sight(request: HttpRequest, import_id: UUID) -> tuple[Viewer, Sheet]:
    """The sheet. Raises Http404 where there is none in sight, NotAllowed for who may bring in none."""
    viewer = viewer_of(request)
    policies.import_families.require(viewer)
    return viewer, found(sheet_of(viewer, import_id, actions.KIND))


def preparing(request: HttpRequest, import_id: UUID) -> tuple[Viewer, Sheet, SheetContent]:
    """The same with its cells: only for who uploaded it, as long as it is being prepared."""
    viewer, sheet = sheet_in_sight(request, import_id)
    return viewer, sheet, found(content_of(viewer, sheet))


@require_http_methods(["GET", "POST"])
def map_sheet(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """Which column is which field: as the last time with these headers, or guessed from their names."""
    viewer, sheet, content = preparing(request, import_id)
    form = _columns_form(request, viewer, sheet, content)
    if request.method == "POST" and form.is_valid():
        address = reverse("preview_sheet", args=[import_id])

        def write() -> str:
            actions.map_sheet(sheet, content, form.columns(), by=viewer)
            return address

        return redirect(once(form.cleaned_data["once"], write, leads_to=address))
    status = 422 if request.method == "POST" else 200
    return render(
        request, "parties/people/pages/map_sheet.html", {"form": form, "sheet": sheet}, status=status
    )


def _columns_form(request: HttpRequest, viewer: Viewer, sheet: Sheet, content: SheetContent) -> ColumnsForm:
    headers = content.headers
    before = sheet.columns or columns_of_before(viewer, sheet)
    return ColumnsForm(
        sent(request),
        headers=headers,
        samples=samples_of(content, len(headers)),
        said=before or guess(headers, COLUMNS),
        asks_first_row=not before and not names_columns(headers),
    )


def samples_of(content: SheetContent, width: int) -> list[str]:
    """The first thing that each column says."""
    rows = [row for _number, row in content.cells[:50]]
    return [next((row[place] for row in rows if row[place]), "") for place in range(width)]


@require_http_methods(["GET", "POST"])
def preview_sheet(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """How many families would come in, what is wrong row by row, who is double; which doubles come in anyway."""
    viewer, sheet, content = preparing(request, import_id)
    if not sheet.columns:
        return redirect("map_sheet", import_id)
    page = page_of(request)
    if request.method == "POST":
        choose(request, sheet, viewer)
        return redirect(f"{reverse('preview_sheet', args=[import_id])}?page={page}")
    preview = preview_of(viewer, sheet, content, page)
    record_reading(viewer, "preview_sheet", shown=[sheet.pk, *preview.shown], count=len(preview.doubles))
    context = {"sheet": sheet, "preview": preview}
    return render(request, "parties/people/pages/preview_sheet.html", context)


# Of a list of twenty thousand rows; what is longer is no row of anybody's.
ROW_NUMBER = re.compile(r"[0-9]{1,6}")


def page_of(request: HttpRequest) -> int:
    """Which page of doubles. Raises Http404 for what is no number."""
    try:
        return int(request.GET.get("page", "1"))
    except ValueError:
        raise Http404 from None


def choose(request: HttpRequest, sheet: Sheet, viewer: Viewer) -> None:
    """Keeps what was ticked among the doubles of a page."""
    shown, taken = (
        [int(number) for number in request.POST.getlist(name) if ROW_NUMBER.fullmatch(number)]
        for name in ("shown", "taken")
    )
    actions.choose_rows(sheet, by=viewer, shown=shown, taken=taken)


@require_POST
def bring_in_sheet(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """Hands it to the job, with what is ticked on the page. A second tap finds the same page."""
    viewer, sheet = sheet_in_sight(request, import_id)
    if sheet.state == SheetState.PREPARING:
        found(content_of(viewer, sheet))
        choose(request, sheet, viewer)
        actions.bring_in_sheet(sheet, by=viewer)
    return redirect("import_page", import_id)


@require_safe
def import_page(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """How far it is; then what came in, or what was kept of it."""
    viewer, sheet = sheet_in_sight(request, import_id)
    most = MOST_KEPT if sheet.undone_at else MOST
    whole, families = brought_in(viewer, sheet.pk, most) if sheet.done_at and not sheet.moves else (0, [])
    record_reading(viewer, "import_page", shown=[row.pk for row in families], count=len(families))
    context: dict[str, Any] = {
        "sheet": sheet,
        "progress": progress_of(viewer, sheet) if sheet.moves else None,
        "families": families,
        "more": whole - len(families),
        "mine": sheet.membership_id == viewer.membership_id,
    }
    return render(request, "parties/people/pages/import_page.html", context)


@require_http_methods(["GET", "POST"])
def abandon_sheet(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """Leaves it before it is brought in."""
    viewer, sheet, _content = preparing(request, import_id)
    if request.method == "POST":
        actions.abandon_sheet(sheet, by=viewer)
        messages.success(
            request, str(_("Fatto: l'elenco è lasciato perdere e il suo contenuto è cancellato."))
        )
        return redirect("sheet_list")
    return render(request, "parties/people/pages/abandon_sheet.html", {"sheet": sheet})
