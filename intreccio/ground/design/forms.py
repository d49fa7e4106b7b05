"""Forms: label above, hint below it, error above the field, nothing lost. Any Django form is drawn like this."""

import re
from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar, TypeVar
from uuid import UUID

from django import forms
from django.forms.boundfield import BoundField as DjangoBoundField
from django.forms.boundfield import BoundWidget
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.once import key_of
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.signs import seen

TOUCHED = (forms.CheckboxInput, forms.RadioSelect, forms.CheckboxSelectMultiple)


@dataclass(frozen=True, slots=True)
class Explained:
    """The label of a choice with a small line below: `Explained(_("Incontrare"), _("Qualcuno chiama"))`."""

    label: Words
    small: Words

    def __str__(self) -> str:
        return str(self.label)


@dataclass(frozen=True, slots=True)
class Pictured:
    """The label of a choice below a picture: `Pictured(_("la scuola"), "school")`."""

    label: Words
    picture: str

    def __str__(self) -> str:
        return str(self.label)


class Touch:
    """A choice by touch. layout: `list` one below the other, `pairs` two to a row, `line` short ones, `steps` from one end
    to the other with the way to leave it blank last, `needs` the tree, `pictures` as many to a row as there is room for."""

    def __init__(self, *args: Any, layout: str = "list", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.layout = layout


class TouchRadio(Touch, forms.RadioSelect):
    """One answer."""


class TouchBoxes(Touch, forms.CheckboxSelectMultiple):
    """Any number of answers."""


class DayInput(forms.DateInput):
    """A day, with the browser's calendar, which reads and writes 2026-11-26 whatever the language."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class BoundField(DjangoBoundField):
    """A field that knows how it is drawn, and that a text of signs which nobody sees is no text."""

    @property
    def data(self) -> Any:
        """What was sent, without unseen signs around it; a secret stays as it was typed."""
        sent = super().data
        is_text = isinstance(self.field, forms.CharField) and self.field.strip
        return seen(sent) if is_text and isinstance(sent, str) else sent

    @property
    def kind(self) -> str:
        """`box` for a single checkbox, `choices` for a group of them, `field` for the rest."""
        widget = self.field.widget
        if isinstance(widget, forms.CheckboxInput):
            return "box"
        return "choices" if isinstance(widget, (forms.RadioSelect, forms.CheckboxSelectMultiple)) else "field"

    @property
    def layout(self) -> str:
        """How the answers are laid out."""
        return getattr(self.field.widget, "layout", "list")

    @property
    def mark(self) -> Words:
        """What is written beside the label: «facoltativo», the form's own word, or nothing. Boxes need not be ticked anyway."""
        own: Mapping[str, Words] = getattr(self.form, "marks", {})
        marked = getattr(self.form, "mark_optional", True)
        boxes = isinstance(self.field.widget, (forms.CheckboxInput, forms.CheckboxSelectMultiple))
        optional = marked and not self.field.required and not boxes
        return own.get(self.name, _("facoltativo") if optional else "")

    @property
    def first_id(self) -> str:
        """Where a link from the error summary leads: the control, or the first of the group."""
        if self.kind != "choices":
            return self.id_for_label or self.auto_id
        answers = [answer for _group, options in self.groups for answer in options]
        return (answers[0].id_for_label if answers else "") or self.auto_id

    @property
    def groups(self) -> list[tuple[str, list[BoundWidget]]]:
        """The answers by group; a single group without a name where they are not grouped."""
        widget = self.field.widget
        attrs = self.build_widget_attrs({"id": self.auto_id} if self.auto_id else {})
        drawn: dict[str, list[BoundWidget]] = {}
        for name, options, _index in widget.optgroups(
            self.html_name, widget.format_value(self.value()), widget.build_attrs(widget.attrs, attrs)
        ):
            drawn.setdefault(name or "", []).extend(
                BoundWidget(widget, option, self.form.renderer) for option in options
            )
        return list(drawn.items())

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        """Adds our class, and drops a placeholder that only repeats the label."""
        attrs = super().build_widget_attrs(attrs, widget)
        drawn = widget or self.field.widget
        if not drawn.is_hidden and not isinstance(drawn, TOUCHED):
            attrs["class"] = f"i-input {drawn.attrs.get('class', '')}".strip()
        if drawn.attrs.get("placeholder") == self.label:
            attrs["placeholder"] = False
        if isinstance(drawn, forms.Textarea) and drawn.attrs.get("rows") == "10":
            attrs["rows"] = "4"  # Django's ten rows are half a telephone
        return attrs


class Renderer(TemplatesSetting):
    """Draws every form of the house, and those of libraries."""

    form_template_name = "ground/design/_form.html"
    field_template_name = "ground/design/_field.html"
    bound_field_class = BoundField


@dataclass(frozen=True, slots=True)
class ErrorLine:
    """One line of the summary: what is wrong, and where to mend it (empty for the whole form)."""

    text: str
    target: str


def error_lines(form: forms.BaseForm) -> Iterator[ErrorLine]:
    """Every error of a form, those of the whole form and of hidden fields first."""
    visible = form.visible_fields()
    for text in form.non_field_errors():
        yield ErrorLine(str(text), "")
    for field in form.hidden_fields():
        yield from (ErrorLine(str(text), "") for text in field.errors)
    for field in visible:
        target = getattr(field, "first_id", field.auto_id)
        yield from (ErrorLine(in_line(str(field.label), str(text)), target) for text in field.errors)


def in_line(label: str, text: str) -> str:
    """«Qual è il primo passo?» and «Scegli una risposta» → «Qual è il primo passo: scegli una risposta»."""
    small = text[:1].lower() + text[1:] if text[1:2].islower() else text
    return f"{label.rstrip(' ?:.')}: {small}"


# Groups of three may be parted, cents are one or two: «8.240» is eight thousand, «8,24» is not.
_EURO = re.compile(r"(?P<whole>-?(?:\d{1,3}(?:[.,]\d{3})+|\d+))(?:[.,](?P<cents>\d{1,2}))?")


class EuroField(forms.DecimalField):
    """Euro as people write them: «5300,40», «5.300,40», «5300.40», «€ 8.240». A Decimal with two places; never below zero."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=0, max_digits=9, decimal_places=2, localize=True, **kwargs)

    def to_python(self, value: Any) -> Any:
        """As `DecimalField`, which reads what is left as it is where it is no sum of money."""
        if isinstance(value, str) and (found := _EURO.fullmatch(value.replace("€", "").replace(" ", ""))):
            value = Decimal(re.sub("[.,]", "", found["whole"]) + "." + (found["cents"] or "0"))
        return super().to_python(value)


class Form(forms.Form):
    """The base of our forms. The server says what is missing, all at once and in our words."""

    use_required_attribute = False
    mark_optional = True
    # Said beside a label instead of «facoltativo», by field: «ne basta uno».
    marks: ClassVar[Mapping[str, Words]] = {}
    # How names begin of the fields for words that a form plants when it is made: what was typed there is known again.
    sown: ClassVar[tuple[str, ...]] = ()
    # Fields that are seldom needed: below the others, folded where they are empty.
    folded: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if field.error_messages.get("required") == forms.Field.default_error_messages["required"]:
                field.error_messages["required"] = missing(field)
            if isinstance(field, forms.DateField):
                field.error_messages["invalid"] = _("Questo giorno non esiste. Si scrive così: 26/11/2026")

    @property
    def is_unfolded(self) -> bool:
        """Something is written in a folded field, or asks to be mended."""
        return any(self[name].value() or self[name].errors for name in self.folded if name in self.fields)


Declared = TypeVar("Declared", bound=forms.Field)


def field_of(form: forms.BaseForm, name: str, kind: type[Declared]) -> Declared:
    """A field of a form as it was declared: `field_of(self, "needs", NeedsField).plant(tree)`."""
    field = form.fields[name]
    if not isinstance(field, kind):
        raise TypeError(f"{name} is a {type(field).__name__}, not a {kind.__name__}")
    return field


def missing(field: forms.Field) -> str:
    """What is said of an answer that is not there."""
    if isinstance(field, forms.BooleanField):
        return _("Serve la spunta")
    if isinstance(field, forms.ChoiceField):
        return _("Scegli una risposta")
    return _("Manca ancora")


class OnceField(forms.UUIDField):
    """The key of one writing. Where it was lost on the way, the page that comes back carries a new one."""

    default_error_messages = {
        "required": gettext_lazy("La pagina era incompleta e non è stato scritto niente: premi di nuovo"),
        "invalid": gettext_lazy("La pagina era incompleta e non è stato scritto niente: premi di nuovo"),
    }

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What the hidden input holds when the form is drawn again."""
        try:
            return self.to_python(data) or initial
        except forms.ValidationError:
            return initial


def add_reasons(form: forms.BaseForm, **reasons: Words | None) -> None:
    """What a rule says of a field that is well written and cannot be so: its error, beside what was typed."""
    for name, reason in reasons.items():
        if reason is not None and name not in form.errors:
            form.add_error(name, str(reason))


class OnceForm(Form):
    """A form whose second tap writes nothing (law 7)."""

    once = OnceField(widget=forms.HiddenInput, initial=new_key)

    def clean_once(self) -> UUID:
        """The key of this writing: the form's own, and what the form says."""
        return key_of(self.data, self.add_prefix("once"))

    def sent_over(self, version: object) -> Any:
        """What was sent, as if it had been written over this version: for the page that shows both (law 7)."""
        sent: Any = copy(self.data)
        sent["version"] = str(version)
        return sent


class EditForm(OnceForm):
    """An edit carries the version it was read at (law 7); empty where the row is being made."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)
