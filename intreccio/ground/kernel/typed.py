"""What somebody has written in a form that came to nothing: shown again, to be copied, and kept nowhere.

The form itself is not there: its page may not open any more. What each name stands for is read from the forms of the house.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from uuid import UUID

from django import forms
from django.http import HttpRequest
from django.utils.formats import date_format

from intreccio.ground.kernel.refused import Words

SECRET = re.compile(r"password|csrf|token|^again$|^once$|^version$|^next$|^seen$|_FORMS$", re.IGNORECASE)
STROKES = re.compile(r"_?strokes$")
# Of a name that no form knows: what a person writes, and what a choice or a box sends by itself.
CODE = re.compile(r"[a-z][a-z0-9_-]*|[0-9]{1,2}|-?", re.ASCII)
ONE_OF_SEVERAL = re.compile(r"^\w+-\d+-")
UNTYPED = (forms.CheckboxInput, forms.FileInput, forms.PasswordInput)
FormClass = type[forms.BaseForm]


@dataclass(frozen=True, slots=True)
class Written:
    """Words as they were written, below the label they had; empty where nobody knows it."""

    label: Words
    words: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """What was drawn, as an address that shows it by itself; empty where it did not arrive whole."""

    label: Words
    picture: str


@dataclass(frozen=True, slots=True)
class Typed:
    """All that a request carried and a person made. files: where each was chosen; a browser never gives one back."""

    words: list[Written]
    drawings: list[Drawing]
    files: list[Words]

    def __bool__(self) -> bool:
        return bool(self.words or self.drawings or self.files)


@dataclass(slots=True)
class _Easel:
    """How strokes become a picture: `documents`, which knows the pad, puts it here."""

    draw: Callable[[str, forms.Field | None], str] = lambda *_sent: ""


easel = _Easel()


def typed_in(request: HttpRequest) -> Typed:
    """Every text, number and day that a request carries, what was drawn, and where files were chosen. Secrets stay out."""
    if request.method != "POST":
        return Typed([], [], [])
    told = [(name, str(value)) for name, values in request.POST.lists() for value in values]
    form = _form_of(request, {_bare(name) for name, _value in told})
    drawn = [(name, value) for name, value in told if STROKES.search(name)]
    return Typed(
        [each for name, value in told if (each := _written(name, value, form))],
        [_drawing(name, value, form) for name, value in drawn if value.strip() not in ("", "[]")],
        [_label(_bare(name), form) for name in request.FILES],
    )


def _written(name: str, value: str, form: FormClass | None) -> Written | None:
    if SECRET.search(name) or STROKES.search(name) or not value.strip() or _is_key(value):
        return None
    field = _field(_bare(name), form)
    if field is None:
        planted = name.startswith(_sown(form))
        return Written("", value) if planted or not CODE.fullmatch(value.strip()) else None
    if not isinstance(field.widget, (forms.widgets.Input, forms.Textarea)) or isinstance(
        field.widget, UNTYPED
    ):
        return None
    return None if field.widget.is_hidden else Written(field.label or "", _as_said(value, field))


def _drawing(name: str, value: str, form: FormClass | None) -> Drawing:
    named = STROKES.sub("", name)
    return Drawing(_label(named, form), easel.draw(value, _field(named, form)))


def _as_said(value: str, field: forms.Field) -> str:
    """A day as it is said, and not as a browser sends it."""
    try:
        return (
            date_format(date.fromisoformat(value), "d/m/Y") if isinstance(field, forms.DateField) else value
        )
    except ValueError:
        return value


def _is_key(value: str) -> bool:
    try:
        return str(UUID(value)) == value.lower()
    except ValueError:
        return False


def _bare(name: str) -> str:
    return ONE_OF_SEVERAL.sub("", name)


def _field(name: str, form: FormClass | None) -> forms.Field | None:
    """What a name stands for: in this form, or in any that has it."""
    several = (_fields(one).get(name) for one in chain([form] if form else [], _forms()))
    return next((field for field in several if field is not None), None)


def _label(name: str, form: FormClass | None) -> Words:
    field = _field(name, form)
    return field.label or "" if field else ""


def _form_of(request: HttpRequest, names: set[str]) -> FormClass | None:
    """The form that knows most of these names; of several, the one nearest to the page, and the smallest."""
    match = request.resolver_match
    page = set(match.func.__module__.split(".")) if match else set()
    asked = {STROKES.sub("", name) for name in names}

    def fits(form: FormClass) -> tuple[int, int, int]:
        fields, sown = _fields(form), _sown(form)
        known = asked & fields.keys() | ({name for name in asked if name.startswith(sown)} if sown else set())
        return len(known), len(page.intersection(form.__module__.split("."))), -len(fields)

    return max(_forms(), key=fits, default=None)


def _fields(form: FormClass) -> dict[str, forms.Field]:
    """The fields that a form declares, as its page names them."""
    prefix: str | None = form.prefix
    fields: dict[str, forms.Field] = getattr(form, "base_fields", {})
    return {f"{prefix}-{name}": field for name, field in fields.items()} if prefix else fields


def _sown(form: FormClass | None) -> tuple[str, ...]:
    return getattr(form, "sown", ())


def _forms(above: FormClass = forms.BaseForm) -> Iterator[FormClass]:
    for form in above.__subclasses__():
        yield form
        yield from _forms(form)
