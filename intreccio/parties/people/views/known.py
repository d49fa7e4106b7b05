"""The hint against writing a family twice, as a fragment that any form of the house can ask for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from intreccio.ground.kernel.panels import viewer_of
from intreccio.parties.people.forms.households import KnownForm
from intreccio.parties.people.queries.known import NOTHING
from intreccio.parties.people.queries.known import known_already as look_for


@require_POST
def known_already(request: HttpRequest) -> HttpResponse:
    """`surname` with `birth_date`, or `fiscal_code`: who is in sight by name, who is not only as «già conosciuta»."""
    viewer = viewer_of(request)
    form = KnownForm(request.POST)
    said = form.cleaned_data if form.is_valid() else {}
    asked = [said.get(name) for name in ("surname", "birth_date", "fiscal_code")]
    hint = look_for(viewer, asked[0] or "", asked[1], asked[2] or "") if said else NOTHING
    return render(
        request, "parties/people/pages/_duplicate_hint.html", {"hint": hint}, status=200 if said else 422
    )
