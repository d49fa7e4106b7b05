"""How the persons of a family are tied: read of one of them, written, corrected; relatives written with their ties."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import new_key
from intreccio.parties.people import policies
from intreccio.parties.people.actions import kinship as actions
from intreccio.parties.people.forms.kinship import KINDS, KinshipForm, NewKinshipForm, RelativeForm
from intreccio.parties.people.models import Kinship, Person
from intreccio.parties.people.queries.kin import Kin, kin_of
from intreccio.parties.people.queries.ties import kinship_row
from intreccio.parties.people.views.asking import Asked, answer, found, opening, person_or_404, sent, writing

TITLES = {
    "parent": _("Aggiungi la madre o il padre"),
    "child": _("Aggiungi una figlia o un figlio"),
    "partner": _("Aggiungi chi fa coppia"),
    "sibling": _("Aggiungi una sorella o un fratello"),
}


@require_safe
def person_ties(request: HttpRequest, household_id: UUID, person_id: UUID) -> HttpResponse:
    """Of one person: every tie, and whom one can add."""
    viewer, seen = opening(request, household_id, shown=[person_id])
    if not seen.shows_record:
        raise Http404
    person = person_or_404(viewer, household_id, person_id)
    context = {
        "household": seen.household,
        "person": person,
        "kin": (kin := kin_of(viewer, seen.household)),
        "name": kin.name_of(person.pk),
        "ties": kin.ties_of(person.pk, today()),
        "adding": TITLES.items(),
        "writes": seen.is_written and policies.edit_household(viewer),
    }
    return render(request, "parties/people/pages/person_ties.html", context)


@require_http_methods(["GET", "POST"])
def write_kinship(request: HttpRequest, household_id: UUID, person_id: UUID) -> HttpResponse:
    """Two who are written already."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    person, kin = person_or_404(viewer, household_id, person_id), kin_of(viewer, seen.household)
    form = NewKinshipForm(sent(request), me=person.pk, persons=kin.choices, judge=kin.judge)
    words = (_("Come sono legati"), _("Scrivi il legame"), _("Fatto: il legame è scritto."))
    back = reverse("person_ties", args=[household_id, person.pk])
    asked = Asked(seen, *words, lead=kin.name_of(person.pk), back=back)

    def write() -> Kinship:
        note = form.cleaned_data["note"]
        return actions.write_kinship(seen.household, form.tie(), by=viewer, note=note)

    return answer(request, form, asked, write)


@require_http_methods(["GET", "POST"])
def edit_kinship(request: HttpRequest, household_id: UUID, row_id: UUID) -> HttpResponse:
    """One, corrected or ended."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    row, kin = found(kinship_row(viewer, household_id, row_id)), kin_of(viewer, seen.household)
    form = KinshipForm(sent(request), row=row, tie=kin.tie(row), judge=lambda tie: kin.judge(tie, row))
    void = reverse("void_row", args=[household_id, "kinship", row_id])
    asked = asked_to_edit(
        kin, row, Asked(seen, _("Correggi il legame"), _("Salva"), _("Fatto: è corretto.")), void
    )
    return answer(
        request,
        form,
        asked,
        lambda: actions.edit_kinship(row, by=viewer, version=form.read_at, **form.values()),
    )


def asked_to_edit(kin: Kin, row: Kinship, asked: Asked, void: str) -> Asked:
    """With what the row says now, and the way to void it."""
    return Asked(
        asked.seen, asked.title, asked.button, asked.said, lead=kin.said_of(row, today()),
        back=reverse("genogram", args=[asked.seen.household.pk]), also=((_("Annulla: era uno sbaglio"), void),),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def add_relative(request: HttpRequest, household_id: UUID, person_id: UUID, how: str) -> HttpResponse:
    """Somebody new, with how they are tied: `how` is parent, child, partner or sibling."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    found(KINDS.get(how))
    person, kin = person_or_404(viewer, household_id, person_id), kin_of(viewer, seen.household)
    start, place = kin.beginning(person.pk, how), new_key()
    form = RelativeForm(sent(request), start=start, judge=kin.judge_new(place), place=place)
    words = (TITLES[how], _("Aggiungi"), _("Fatto: è scritto."))
    back = reverse("person_ties", args=[household_id, person.pk])
    asked = Asked(seen, *words, lead=kin.name_of(person.pk), back=back)

    def write() -> Person:
        return actions.add_relative(seen.household, form.new(), form.ties(), by=viewer, place=place)

    return answer(request, form, asked, write)
