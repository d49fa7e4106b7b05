"""A form for each kind of part. `said()` is the part as definitions write it; what is empty is left out."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import EditForm, TouchBoxes, TouchRadio, add_reasons
from intreccio.workshop.protocols.forms.moments import MomentField
from intreccio.workshop.protocols.rules.calendar import Definition, Part
from intreccio.workshop.protocols.rules.moments import is_after, why_not_span
from intreccio.workshop.protocols.vocabulary import Age, Answering, Doer, PartKind, Side, StepKind, Subject


def radio(label: Any, kind: Any, **more: Any) -> forms.ChoiceField:
    """One of an enumeration."""
    choices = [(code, capfirst(said)) for code, said in kind.choices]
    return forms.ChoiceField(label=label, choices=choices, widget=TouchRadio(layout="pairs"), **more)


def boxes(label: Any, choices: Any = (), **more: Any) -> forms.MultipleChoiceField:
    """Any of several; none means all."""
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=TouchBoxes(layout="pairs"), **more
    )


class PartForm(EditForm):
    """A part of a definition. Choices that the definition has none of are left out of the form."""

    plain: ClassVar[tuple[str, ...]] = ()
    seldom: ClassVar[tuple[str, ...]] = ("about", "losses", "sources")

    def __init__(self, *args: Any, definition: Definition, part: Part | None = None, **kwargs: Any) -> None:
        kwargs["initial"] = {**self.read(part or {}), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        several = list(definition["about"]) if len(definition["about"]) > 1 else []
        self._plant("about", [(code, capfirst(Subject(code).label)) for code in several])
        self._plant(
            "losses", [(each["code"], capfirst(each["label"])) for each in definition.get("losses", [])]
        )
        self._plant("track", [(each["code"], each["label"]) for each in definition["tracks"]])
        sources = [
            (each["code"], Truncator(each["text"]).chars(80)) for each in definition.get("sources", [])
        ]
        self._plant("sources", sources)
        self.folded = tuple(name for name in self.seldom if name in self.fields)

    def _plant(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields.get(name)
        if isinstance(field, forms.ChoiceField):
            field.choices = choices
            if not choices:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """An end has a beginning."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if "first" in said and "last" in said:
            add_reasons(self, last=why_not_span(said["first"], said["last"]))
        return said

    @classmethod
    def read(cls, part: Part) -> dict[str, Any]:
        """A part as the fields of the form."""
        first, last = [*part.get("when", []), "", ""][:2] if isinstance(part.get("when"), list) else ("", "")
        return {
            **{name: part[name] for name in cls.base_fields if name in part},
            "first": first,
            "last": last,
            "documents": "\n".join(part.get("documents", [])),
        }

    def said(self) -> dict[str, Any]:
        """What was written."""
        cleaned = self.cleaned_data
        kept: dict[str, Any] = {name: cleaned[name] for name in self.plain if cleaned.get(name)}
        if moments := [cleaned[name] for name in ("first", "last") if cleaned.get(name)]:
            kept["when"] = moments
        if lines := [line.strip() for line in cleaned.get("documents", "").splitlines() if line.strip()]:
            kept["documents"] = lines
        return kept


def text_field(rows: int = 5) -> forms.CharField:
    """The words of a part."""
    return forms.CharField(
        label=_("Testo"), max_length=4000, widget=forms.Textarea(attrs={"rows": str(rows)})
    )


class StepForm(PartForm):
    """Something to do, by whom and when."""

    plain = ("title", "text", "role", "track", "kind", "about", "losses", "sources")
    seldom = ("documents", "about", "losses", "sources")
    title = forms.CharField(label=_("Che cosa si fa"), max_length=160)
    text = text_field()
    first = MomentField(label=_("Da quando"))
    last = MomentField(label=_("Entro quando"), required=False)
    role = radio(_("Chi lo fa"), Doer)
    track = forms.ChoiceField(label=_("In quale filo"), widget=TouchRadio(layout="pairs"))
    kind = radio(_("Che cos'è"), StepKind, initial=StepKind.STEP)
    documents = forms.CharField(
        label=_("Documenti che servono"),
        help_text=_("Uno per riga."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": "3"}),
    )
    about = boxes(_("Solo per"))
    losses = boxes(_("Solo per queste perdite"))
    sources = boxes(_("Da dove viene"))


class CheckForm(PartForm):
    """Something to look at."""

    plain: ClassVar[tuple[str, ...]] = ("label", "text", "answers", "about", "losses", "sources")
    label = forms.CharField(label=_("Che cosa si guarda"), max_length=160)
    text = text_field(4)
    answers = radio(_("Che cosa si risponde"), Answering, initial=Answering.CHOICE)
    first = MomentField(label=_("Da quando"), required=False)
    last = MomentField(label=_("Entro quando"), required=False)
    about = boxes(_("Solo per"))
    sources = boxes(_("Da dove viene"))

    def said(self) -> dict[str, Any]:
        """What everything is answered with is not written."""
        return {name: value for name, value in super().said().items() if value != Answering.CHOICE}


class FactorForm(PartForm):
    """What protects or weighs, and in which time one looks at it."""

    plain = ("label", "text", "side", "sources")
    label = forms.CharField(label=_("Che cosa si guarda"), max_length=160)
    text = text_field(4)
    first = MomentField(label=_("Da quando"), required=False)
    last = MomentField(label=_("Entro quando"), required=False)
    sources = boxes(_("Da dove viene"))
    side = radio(_("Protegge o pesa"), Side)


class PageForm(PartForm):
    """A page of the guide."""

    plain = ("title", "text", "ages", "about", "losses", "sources")
    title = forms.CharField(label=_("Titolo"), max_length=160)
    text = text_field(10)
    ages = boxes(_("Solo per queste età"), [(code, capfirst(said)) for code, said in Age.choices])
    about = boxes(_("Solo per"))
    losses = boxes(_("Solo per queste perdite"))
    sources = boxes(_("Da dove viene"))


class LetterForm(PartForm):
    """A letter, when it leaves, and how often it is recalled."""

    plain = ("title", "text", "when", "remembers", "about", "losses")
    title = forms.CharField(label=_("Oggetto"), max_length=160)
    text = text_field(8)
    when = MomentField(label=_("Quando parte"))
    every = MomentField(
        label=_("Se nessuno risponde, si ricorda"),
        help_text=_("Ogni quanto: «2 settimane dopo». Vuoto, se non si ricorda."),
        required=False,
    )
    most = forms.IntegerField(
        label=_("Quante volte, al massimo"), min_value=0, max_value=3, required=False, initial=0
    )
    remembers = forms.BooleanField(
        label=_("È scritta per il giorno che torna, e parte quel giorno"), required=False
    )
    about = boxes(_("Solo per"))
    losses = boxes(_("Solo per queste perdite"))

    def clean(self) -> dict[str, Any]:
        """A reminder has its distance and its number, both or neither."""
        said: dict[str, Any] = super().clean()
        every, most = said.get("every"), said.get("most")
        add_reasons(
            self,
            every=_("Scrivi dopo quanto tempo, ogni volta.") if most and not is_after(every) else None,
            most=_("Scrivi anche quante volte.") if every and not most else None,
        )
        return said

    @classmethod
    def read(cls, part: Part) -> dict[str, Any]:
        """With its reminders."""
        again: Mapping[str, Any] = part.get("again", {})
        return {**super().read(part), "every": again.get("every", ""), "most": again.get("most", 0)}

    def said(self) -> dict[str, Any]:
        """With its reminders, where there are any."""
        every, most = self.cleaned_data.get("every"), self.cleaned_data.get("most")
        return super().said() | ({"again": {"every": every, "most": most}} if every and most else {})


class SourceForm(PartForm):
    """On what the protocol rests."""

    plain = ("text",)
    text = forms.CharField(
        label=_("Legge, articolo, ricerca"), max_length=400, widget=forms.Textarea(attrs={"rows": "3"})
    )


FORMS: Mapping[str, type[PartForm]] = {
    PartKind.STEPS: StepForm,
    PartKind.CHECKS: CheckForm,
    PartKind.FACTORS: FactorForm,
    PartKind.GUIDANCE: PageForm,
    PartKind.LETTERS: LetterForm,
    PartKind.SOURCES: SourceForm,
}
