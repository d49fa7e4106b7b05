"""Who decides for whom: as it stands today, with what was before."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from intreccio.ground.kernel.clock import today
from intreccio.parties.people import policies
from intreccio.parties.people.actions import responsibility as actions
from intreccio.parties.people.forms.responsibility import EndForm, ResponsibilityForm
from intreccio.parties.people.queries.persons import name_of
from intreccio.parties.people.queries.responsibility import deciding_in, responsibility_row
from intreccio.parties.people.views.asking import Asked, answer, found, opening, sent, writing


@require_safe
def responsibility_list(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """For each who decides today, and by whose acts; those of before and mistakes too."""
    viewer, seen = opening(request, household_id)
    if not seen.shows_record:
        raise Http404
    context = {
        "household": seen.household,
        "deciding": deciding_in(viewer, seen, today()),
        "decides_here": seen.is_written and policies.write_responsibility(viewer),
    }
    return render(request, "parties/people/pages/responsibility_list.html", context)


@require_http_methods(["GET", "POST"])
def write_responsibility(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """A new act; `?person=`: for whom."""
    viewer, seen = writing(request, household_id, policies.write_responsibility)
    people = deciding_in(viewer, seen, today()).members
    form = ResponsibilityForm(sent(request), people=people, initial={"person": request.GET.get("person", "")})
    words = (_("Scrivi chi decide"), _("Salva chi decide"), _("Fatto: è scritto chi decide."))
    asked = Asked(seen, *words, back=reverse("responsibility_list", args=[household_id]))
    return answer(
        request, form, asked, lambda: actions.write_responsibility(seen.household, form.holding(), by=viewer)
    )


@require_http_methods(["GET", "POST"])
def edit_responsibility(request: HttpRequest, household_id: UUID, row_id: UUID) -> HttpResponse:
    """One, corrected."""
    viewer, seen = writing(request, household_id, policies.write_responsibility)
    row = found(responsibility_row(viewer, household_id, row_id))
    form = ResponsibilityForm(sent(request), row=row, people=deciding_in(viewer, seen, today()).members)
    words = (_("Correggi chi decide"), _("Salva chi decide"), _("Fatto: è corretto."))
    asked = Asked(seen, *words, back=reverse("responsibility_list", args=[household_id]))
    return answer(
        request,
        form,
        asked,
        lambda: actions.edit_responsibility(row, form.holding(), by=viewer, version=form.read_at),
    )


@require_http_methods(["GET", "POST"])
def end_responsibility(request: HttpRequest, household_id: UUID, row_id: UUID) -> HttpResponse:
    """It no longer holds: what was before it does again."""
    viewer, seen = writing(request, household_id, policies.write_responsibility)
    row = found(responsibility_row(viewer, household_id, row_id))
    form = EndForm(sent(request), row=row)
    words = (_("Non vale più"), _("Salva la data"), _("Fatto: da quel giorno non vale più."))
    who = name_of(viewer, row.holder) if row.holder else row.holder_words
    back = reverse("responsibility_list", args=[household_id])
    asked = Asked(seen, *words, lead=f"{who}: {row.get_kind_display()}", back=back)
    return answer(
        request,
        form,
        asked,
        lambda: actions.end_responsibility(row, by=viewer, version=form.read_at, **form.values()),
    )
