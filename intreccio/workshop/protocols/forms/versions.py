"""Forms of a version as a whole."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import DayInput, EditForm, Form, OnceForm, add_reasons
from intreccio.ground.kernel.clock import today
from intreccio.workshop.protocols.rules.calendar import Definition
from intreccio.workshop.protocols.rules.running import why_not_zero
from intreccio.workshop.protocols.vocabulary import Age, Subject


class HeadingForm(EditForm):
    """What it is called, what it is for, and from which day it counts."""

    title = forms.CharField(label=_("Titolo"), max_length=160)
    lead = forms.CharField(label=_("Che cos'è"), max_length=1000, widget=forms.Textarea(attrs={"rows": "4"}))
    zero = forms.CharField(
        label=_("Da quale giorno si conta"),
        help_text=_("Con le parole di una frase: «la data prevista del parto»."),
        max_length=160,
    )


class ApproveForm(EditForm):
    """A name put to what was read."""

    read = forms.BooleanField(label=_("L'ho letta tutta, e ne rispondo con il mio nome"))


class VoidForm(OnceForm):
    """Why a draft goes no further."""

    reason = forms.CharField(label=_("Perché"), max_length=200)


class LookForm(Form):
    """How one looks at a version: counted from a day, for one loss, one age. Codes and a day of nobody."""

    mark_optional = False
    day = forms.DateField(label=_("Prova con una data"), required=False, widget=DayInput)
    about = forms.ChoiceField(label=_("Per chi"), required=False)
    loss = forms.ChoiceField(label=_("Quale perdita"), required=False)
    age = forms.ChoiceField(label=_("Età del bambino o del ragazzo"), required=False)

    def __init__(self, *args: Any, definition: Definition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        about = definition["about"] if len(definition["about"]) > 1 else []
        ages = {age for page in definition.get("guidance", []) for age in page.get("ages", [])}
        self._plant("about", [(code, Subject(code).label) for code in about])
        self._plant("loss", [(each["code"], each["label"]) for each in definition.get("losses", [])])
        self._plant("age", [(code, label) for code, label in Age.choices if code in ages])

    def clean(self) -> dict[str, Any]:
        """A day near enough that its steps have days."""
        said = super().clean() or {}
        if day := said.get("day"):
            add_reasons(self, day=why_not_zero(day, today=today()))
        return said

    def _plant(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        if choices and isinstance(field, forms.ChoiceField):
            field.choices = [("", _("Tutto")), *((code, capfirst(label)) for code, label in choices)]
        else:
            del self.fields[name]

    @property
    def asked(self) -> dict[str, Any]:
        """What was asked; nothing of what makes no sense."""
        said = self.cleaned_data if self.is_valid() else {}
        return {"day": said.get("day")} | {name: said.get(name) or "" for name in ("about", "loss", "age")}
