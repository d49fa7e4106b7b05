"""What every page of a line begins and ends with."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from intreccio.families.diary.actions.steps import require_state, require_verb
from intreccio.families.diary.models import SupportLine
from intreccio.families.diary.policies import ABILITIES
from intreccio.families.diary.queries.lines import lines_in_sight
from intreccio.ground.kernel.once import once
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import Changed, Words
from intreccio.ground.kernel.viewer import Viewer


def find_line(request: HttpRequest, line_id: UUID, verb: str = "line_page") -> tuple[Viewer, SupportLine]:
    """The viewer and a line in sight; 404 for strangers, 403 where it is not theirs to do, 409 where it stands elsewhere."""
    viewer = viewer_of(request)
    line = get_object_or_404(lines_in_sight(viewer), pk=line_id)
    if verb in ABILITIES:
        require_verb(line, verb, by=viewer)
        if request.method != "POST":
            require_state(line, verb)
    if request.method != "POST":
        record_reading(viewer, verb, household_id=line.household_id, shown=[line.household_id])
    return viewer, line


def page_of(line: SupportLine) -> str:
    """The address of its own page."""
    return reverse("line_page", args=[line.pk])


def show(
    request: HttpRequest, line: SupportLine, form: forms.BaseForm, page: str, **words: Any
) -> HttpResponse:
    """A small page with one form; 422 where something is missing, 409 where somebody else wrote first. Both are read too."""
    if request.method == "POST":
        key, match = line.household_id, request.resolver_match
        record_reading(viewer_of(request), match.view_name if match else "", household_id=key, shown=[key])
    context = {"line": line, "family": line.household, "form": form, **words}
    status = 409 if words.get("changed") else 422 if form.is_bound else 200
    return render(request, page, context, status=status)


def lead(
    request: HttpRequest, line: SupportLine, form: forms.BaseForm, write: Callable[[], object], said: Words
) -> HttpResponse:
    """Writes once, says what was done, goes to the line. Raises Changed where somebody else wrote first."""

    def and_where() -> str:
        write()
        return page_of(line)

    address = once(form.cleaned_data["once"], and_where)
    messages.success(request, str(said))
    return redirect(address)


def lead_or_both(
    request: HttpRequest,
    line: SupportLine,
    form: Any,
    write: Callable[[], object],
    said: Words,
    page: str,
    **words: Any,
) -> HttpResponse:
    """The same for an edit: where somebody else wrote first, both are shown and nothing is lost."""
    try:
        return lead(request, line, form, write, said)
    except Changed as changed:
        both = form.show_both(changed.current)
        return show(request, line, form, page, changed=True, both=both, **words)
