"""A relative, a neighbour, a volunteer whom the family names: written, corrected, heard, ended."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from intreccio.families.around.forms.hands import HearForm, HelperForm
from intreccio.families.around.views.finding import as_read, find_case, network_of_case, sent, sheet_of
from intreccio.families.cases.models import Case
from intreccio.ground.design.sheets import answer
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions import bonds as actions
from intreccio.parties.people.models import Bond
from intreccio.parties.people.policies import edit_household
from intreccio.parties.people.queries.kin import kin_of
from intreccio.parties.people.queries.ties import bond_row
from intreccio.parties.people.rules.bonds import why_not_hear


@second_tap_first
def name_helper(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Somebody near who gives a hand."""
    viewer, case = find_case(request, case_id, edit_household)
    form = HelperForm(sent(request), persons=kin_of(viewer, case.household).choices)
    sheet = sheet_of(case, _("Chi dà una mano"), _("Scrivi"), _lead())

    def write() -> str:
        actions.name_helper(case.household, form.helping(), by=viewer)
        return network_of_case(case)

    return answer(request, sheet, form, write, said=_("Fatto: è tra chi fa qualcosa per loro."))


@second_tap_first
def edit_helper(request: HttpRequest, case_id: UUID, row_id: UUID) -> HttpResponse:
    """What they do, their yes, or that they no longer do it."""
    viewer, case = find_case(request, case_id, edit_household)
    row = _row(viewer, case, row_id)
    form = HelperForm(sent(request), row=row, persons=kin_of(viewer, case.household).choices)
    sheet = sheet_of(case, _("Che cosa fa %(name)s") % {"name": row.to}, _("Salva"), _lead())

    def write() -> str:
        actions.edit_helper(row, form.helping(), by=viewer, version=form.read_at)
        return network_of_case(case)

    return answer(request, sheet, form, write, said=_("Fatto: è aggiornato."), now=as_read(row, form))


@second_tap_first
def hear_helper(request: HttpRequest, case_id: UUID, row_id: UUID) -> HttpResponse:
    """We have heard them, on a day."""
    viewer, case = find_case(request, case_id, edit_household)
    row = _row(viewer, case, row_id)
    if request.method != "POST":
        over = row.until is not None and row.until <= today()
        refuse_if(why_not_hear(is_over=over, day=today(), today=today()), code="bond")
    form = HearForm(sent(request))
    sheet = sheet_of(case, _("Ci siamo sentiti con %(name)s") % {"name": row.to}, _("Scrivi"))

    def write() -> str:
        actions.hear_helper(row, day=form.cleaned_data["day"], by=viewer)
        return network_of_case(case)

    return answer(request, sheet, form, write, said=_("Fatto: resta scritto che vi siete sentiti."))


def _row(viewer: Viewer, case: Case, row_id: UUID) -> Bond:
    """A bond of this family, that was no mistake. Raises Http404."""
    if (row := bond_row(viewer, case.household_id, row_id)) is None:
        raise Http404
    return row


def _lead() -> str:
    return _(
        "Chi è già vicino conta. Si scrive ciò che la famiglia dice, con parole che quella persona può leggere."
    )
