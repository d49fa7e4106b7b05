"""A family's ecomap on a day: on a page, and on paper; its bonds written and corrected."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.reading import record_reading
from intreccio.parties.people import policies
from intreccio.parties.people.actions import bonds as actions
from intreccio.parties.people.forms.bonds import BondForm
from intreccio.parties.people.forms.days import day_asked
from intreccio.parties.people.queries.ecomap import surroundings_of
from intreccio.parties.people.queries.kin import kin_of
from intreccio.parties.people.queries.ties import bond_row
from intreccio.parties.people.views.asking import Asked, answer, found, sent, writing
from intreccio.parties.people.views.paper import drawn, on_paper


@require_safe
def ecomap(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """What is around the home: drawn, and in words."""
    viewer, seen, day = drawn(request, household_id)
    record_reading(viewer, "ecomap", household_id=household_id)
    form = day_asked(request.GET)
    context = {
        "household": seen.household,
        "ecomap": surroundings_of(viewer, seen, day),
        "day": day,
        "today": today(),
        "form": form,
        "writes": seen.is_written and policies.edit_household(viewer),
    }
    return render(request, "parties/people/pages/ecomap.html", context, status=422 if form.errors else 200)


@require_safe
def print_ecomap(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """The same, as a file for paper."""
    viewer, seen, day = drawn(request, household_id)
    record_reading(viewer, "print_ecomap", household_id=household_id)
    shown = surroundings_of(viewer, seen, day)
    context = {"ecomap": shown, "day": day}
    parts = [(_("I legami, in parole"), [each.in_words for each in shown.told])]
    return on_paper(seen, "_ecomap_drawing.html", context, _("Ecomappa"), parts, shown.in_words)


@require_http_methods(["GET", "POST"])
def add_bond(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """A new one, as the family tells it."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    form = BondForm(sent(request), persons=kin_of(viewer, seen.household).choices)
    words = (
        gettext_lazy("Aggiungi chi c'è intorno"),
        gettext_lazy("Aggiungi"),
        gettext_lazy("Fatto: è scritto."),
    )
    asked = Asked(seen, *words, back=reverse("ecomap", args=[household_id]))
    return answer(request, form, asked, lambda: actions.add_bond(seen.household, form.bonded(), by=viewer))


@require_http_methods(["GET", "POST"])
def edit_bond(request: HttpRequest, household_id: UUID, row_id: UUID) -> HttpResponse:
    """One, corrected or ended."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    row = found(bond_row(viewer, household_id, row_id))
    form = BondForm(sent(request), row=row, persons=kin_of(viewer, seen.household).choices)
    void = reverse("void_row", args=[household_id, "bond", row_id])
    also = ((gettext_lazy("Annulla: era uno sbaglio"), void),)
    words = (gettext_lazy("Correggi il legame"), gettext_lazy("Salva"), gettext_lazy("Fatto: è corretto."))
    asked = Asked(seen, *words, back=reverse("ecomap", args=[household_id]), also=also)
    return answer(
        request, form, asked, lambda: actions.edit_bond(row, form.bonded(), by=viewer, version=form.read_at)
    )
