"""What every page that writes does alike: once, a word of thanks, the way on; or the form again with all that was said."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from intreccio.ground.design.asking import Drawn, ask
from intreccio.ground.design.forms import OnceForm
from intreccio.ground.kernel.refused import Words

Write = Callable[[], str]
Now = Callable[[], Mapping[str, Any]]
TEMPLATE = "ground/design/sheet.html"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with one form: its title, a line below, where one came from, the verb of the button.

    template: another way to draw it; more: what else stands on it.
    """

    title: Words
    button: Words
    back_label: Words
    back: str
    lead: Words = ""
    warning: Words = ""
    template: str = TEMPLATE
    more: Mapping[str, Any] = field(default_factory=dict)


def answer(
    request: HttpRequest, sheet: Sheet, form: OnceForm, write: Write, *, said: Words = "", now: Now = dict
) -> HttpResponse:
    """Draws the sheet; when it comes back filled, writes once and goes where `write` says.

    now: what is being edited as it stands, to lay beside the form when somebody else wrote first.
    """
    drawn = Drawn(
        draw=lambda shown, status: page(request, sheet, shown, status=status),
        both=lambda shown, _current: both(request, sheet, shown, now()),
        said=str(said) or _("Fatto: è scritto."),
    )
    return ask(request, form, drawn, write)


def page(request: HttpRequest, sheet: Sheet, form: forms.Form, *, status: int, **more: Any) -> HttpResponse:
    """The sheet with its form."""
    return render(
        request, sheet.template, {"sheet": sheet, "form": form, **sheet.more, **more}, status=status
    )


def both(request: HttpRequest, sheet: Sheet, form: OnceForm, values: Mapping[str, Any]) -> HttpResponse:
    """Law 7: what the row says now beside what was written; sending again writes over it, knowingly."""
    differences = [
        (field.label, shown(field.field, values[field.name]))
        for field in form.visible_fields()
        if field.name in values and values[field.name] != form.cleaned_data.get(field.name)
    ]
    form.data = form.sent_over(values.get("version", ""))
    return page(request, sheet, form, status=409, changed=True, differences=differences)


def values_of(row: models.Model, fields: Iterable[str]) -> dict[str, Any]:
    """What a row says, for the fields of a form; its version comes with it."""
    return {name: getattr(row, name) for name in fields if hasattr(row, name)}


def standing(row: models.Model, form: forms.Form) -> Now:
    """The row as it stands when it is asked, for the fields of a form."""

    def read() -> dict[str, Any]:
        row.refresh_from_db()
        return values_of(row, form.fields)

    return read


def shown(field: forms.Field, value: Any) -> Any:
    """A value as the form would show it: the words of a choice, the name of a municipality."""
    if isinstance(value, models.Model):
        return str(value)
    choices = dict(getattr(field, "choices", ()))
    if isinstance(value, list):
        return ", ".join(str(choices.get(each, each)) for each in value)
    return choices.get(value, field.prepare_value(value)) if choices else field.prepare_value(value)
