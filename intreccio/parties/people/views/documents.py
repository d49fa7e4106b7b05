"""Papers of a household: the list, a new one, its words corrected, the file itself."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people import policies
from intreccio.parties.people.actions import documents as actions
from intreccio.parties.people.forms.documents import AddDocumentForm, DescribedForm
from intreccio.parties.people.models import FamilyDocument, Person
from intreccio.parties.people.queries.documents import document_of, documents_of
from intreccio.parties.people.queries.households import Seen
from intreccio.parties.people.queries.members import members_of
from intreccio.parties.people.queries.persons import person_in
from intreccio.parties.people.rules.documents import why_not_edit_document
from intreccio.parties.people.views.asking import Asked, answer, found, opening, sent, writing
from intreccio.workshop.documents.files import show
from intreccio.workshop.documents.forms import tell_of_places
from intreccio.workshop.documents.queries import content_of, neutral_name

FORM = "parties/people/pages/document_form.html"


@require_safe
def document_list(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """All of them, the last first; mistakes too."""
    viewer, seen = opening(request, household_id)
    if not seen.shows_record:
        raise Http404
    names = {member.person.pk: member.name for member in members_of(viewer, seen)}
    context = {
        "household": seen.household,
        "documents": [
            (row, names.get(row.person_id, "") if row.person_id else "") for row in documents_of(viewer, seen)
        ],
        "writes": seen.is_written and policies.edit_household(viewer),
        "takes_back": seen.is_written and policies.share_household(viewer),
    }
    return render(request, "parties/people/pages/document_list.html", context)


@require_safe
def open_document(request: HttpRequest, household_id: UUID, row_id: UUID) -> HttpResponse:
    """The file: a picture in the browser, a PDF to be saved; each opening is written, with which one it was."""
    viewer = viewer_of(request)
    row = found(document_of(viewer, household_id, row_id))
    record_reading(viewer, "open_document", household_id=household_id, shown=[row.pk])
    return show(content_of(row.document), neutral_name(row.document))


@require_http_methods(["GET", "POST"])
def add_document(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """A new one, from a scanner, a telephone, a drawer."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    files = request.FILES if request.method == "POST" else None
    form = AddDocumentForm(sent(request), files, persons=_persons(viewer, seen))
    asked = Asked(
        seen, _("Aggiungi un documento"), _("Salva il documento"), _("Fatto: il documento è al sicuro."),
        back=reverse("document_list", args=[household_id]), template=FORM,
    )  # fmt: skip

    def write() -> object:
        said, person = _said(viewer, household_id, form)
        tell_of_places(request, form.content)
        return actions.add_document(seen.household, form.content, said, person=person, by=viewer)

    return answer(request, form, asked, write)


@require_http_methods(["GET", "POST"])
def edit_document(request: HttpRequest, household_id: UUID, row_id: UUID) -> HttpResponse:
    """What is written on the folder, corrected; the file stays."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    row = found(document_of(viewer, household_id, row_id))
    refuse_if(why_not_edit_document(row.kind), code="document")
    form = DescribedForm(sent(request), row=row, persons=_persons(viewer, seen, also=row.person_id))
    back = reverse("document_list", args=[household_id])
    asked = Asked(
        seen, _("Correggi il documento"), _("Salva"), _("Fatto: è corretto."), back=back, lead=str(row)
    )

    def write() -> None:
        said, person = _said(viewer, household_id, form, row)
        actions.edit_document(row, said, person=person, by=viewer, version=form.read_at)

    return answer(request, form, asked, write)


def _persons(viewer: Viewer, seen: Seen, *, also: UUID | None = None) -> list[tuple[UUID, str]]:
    """Who is of the home, and whom the paper is about already."""
    members = [one for one in members_of(viewer, seen) if one.is_written_of or one.person.pk == also]
    return [(one.person.pk, one.name) for one in members]


def _said(
    viewer: Viewer, household_id: UUID, form: DescribedForm, row: FamilyDocument | None = None
) -> tuple[actions.Described, Person | None]:
    """Whoever it is of already stays so, also where they are out of sight by now."""
    said = form.values()
    key = said.pop("person")
    person = person_in(viewer, household_id, UUID(key)) if key else None
    if person is None and row is not None and key == str(row.person_id):
        person = Person(pk=row.person_id)
    return actions.Described(**said), found(person) if key else None
