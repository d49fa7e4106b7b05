"""Who speaks what, and who needs a mediator: as it stands, with what was before."""

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people import policies
from intreccio.parties.people.actions import languages as actions
from intreccio.parties.people.forms.languages import EndLanguageForm, LanguageForm, NewLanguageForm
from intreccio.parties.people.models import Language
from intreccio.parties.people.queries.households import Seen
from intreccio.parties.people.queries.languages import language_row, said_by, speakers_of, words_of_one
from intreccio.parties.people.queries.members import Member, members_of
from intreccio.parties.people.views.asking import Asked, answer, found, opening, sent, writing


@require_safe
def language_list(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """Each person's, then what was said of the home; what is over and mistakes too."""
    viewer, seen = opening(request, household_id)
    found(seen if seen.shows_contact else None)
    context = {
        "household": seen.household,
        "speakers": speakers_of(viewer, seen),
        "writes": seen.is_written and policies.edit_household(viewer),
    }
    return render(request, "parties/people/pages/language_list.html", context)


@require_http_methods(["GET", "POST"])
def write_language(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """A language, and what it is to somebody."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    chosen = {"person": request.GET.get("person", "")}
    form = NewLanguageForm(sent(request), people=people_of(viewer, seen), initial=chosen)
    words = (_("Scrivi una lingua"), _("Salva"), _("Fatto: è scritto."))

    def write() -> list[Language]:
        said = form.values()
        return actions.write_language(
            seen.household, by=viewer, person=form.whose(), uses=form.uses(), **said
        )

    return answer(request, form, Asked(seen, *words, back=back(seen)), write)


@require_http_methods(["GET", "POST"])
def edit_language(request: HttpRequest, household_id: UUID, row_id: UUID) -> HttpResponse:
    """One row, corrected."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    row = found(language_row(viewer, household_id, row_id))
    form = LanguageForm(sent(request), row=row, people=people_of(viewer, seen, row))
    words = (_("Correggi una lingua"), _("Salva"), _("Fatto: è corretto."))

    def write() -> None:
        said = form.values()
        actions.edit_language(row, by=viewer, version=form.read_at, person=form.whose(), **said)

    return answer(request, form, Asked(seen, *words, back=back(seen)), write)


@require_http_methods(["GET", "POST"])
def end_language(request: HttpRequest, household_id: UUID, row_id: UUID) -> HttpResponse:
    """No longer so."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    row = found(language_row(viewer, household_id, row_id))
    form = EndLanguageForm(sent(request), row=row)
    words = (_("Non è più così"), _("Salva la data"), _("Fatto: resta tra ciò che c'era."))
    asked = Asked(seen, *words, lead=words_of_one(row.use, row.code), back=back(seen))
    return answer(
        request,
        form,
        asked,
        lambda: actions.end_language(row, by=viewer, version=form.read_at, **form.values()),
    )


def back(seen: Seen) -> str:
    """Where these forms lead."""
    return reverse("language_list", args=[seen.household.pk])


def people_of(viewer: Viewer, seen: Seen, row: Language | None = None) -> Mapping[str, Member]:
    """Of whom a language can be written: who is of the home, and of whom it is already."""
    said = said_by(row).who if row else ""
    members = {str(one.person.pk): one for one in members_of(viewer, seen)}
    return {key: one for key, one in members.items() if one.is_written_of or key == said}
