"""A definition as a form: one touch an item, section by section; facts in plain words; why a section was left empty."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import EditForm, TouchRadio
from intreccio.workshop.instruments.actions import Told
from intreccio.workshop.instruments.models import Response
from intreccio.workshop.instruments.rules.definition import has_items
from intreccio.workshop.instruments.rules.scoring import empty_sections, unexplained, why_not_sum

BLANK = "-"
LEFT_BLANK = (BLANK, _("lasciamo in bianco"))
DONE = "done"  # the button that says that nothing is to come; the other one keeps a draft


@dataclass(frozen=True, slots=True)
class Asked:
    """An item as it is drawn: its steps; where it has words of its own, its facts and what each one says of it."""

    field: BoundField
    words: list[BoundField]

    @property
    def is_told(self) -> bool:
        """Somebody has written something here already, or something is to be mended."""
        return any(each.value() or each.errors for each in self.words)


@dataclass(frozen=True, slots=True)
class Part:
    """A section as it is drawn; `facts` where they are of the whole section."""

    code: str
    label: str
    lead: str
    items: list[Asked]
    facts: BoundField | None
    empty: BoundField


@dataclass(frozen=True, slots=True)
class Both:
    """One line of a second edit: what stands there now, and what was written here."""

    label: str
    theirs: str
    yours: str


class ResponseForm(EditForm):
    """Every item of an edition, or its totals where only totals are kept. A draft may leave anything out."""

    mark_optional = False
    sown = ("facts-", "empty-")

    def __init__(self, *args: Any, response: Response, **kwargs: Any) -> None:
        self.definition: Mapping[str, Any] = response.instrument.said
        super().__init__(*args, initial=_initial(response), **kwargs)
        self.fields["version"].required = True
        if not has_items(self.definition):
            for scale in self.definition["scales"]:
                self.fields[f"item-{scale['code']}"] = _total(scale)
        self.views = self.definition.get("views", [])
        for section in self.definition.get("sections", []):
            for item in section["items"]:
                self.fields[f"item-{item['code']}"] = _item(item, self.definition["steps"][item["steps"]])
                self.fields |= dict(_words_of(item, self.views))
            if not self.views:
                self.fields[f"facts-{section['code']}"] = _facts(section.get("facts", ""))
            self.fields[f"empty-{section['code']}"] = _empty(section)

    @property
    def parts(self) -> Iterator[Part]:
        """The sections in order; none where only totals are kept."""
        for section in self.definition.get("sections", []):
            code = section["code"]
            items = [
                Asked(
                    self[f"item-{item['code']}"], [self[name] for name, _field in _words_of(item, self.views)]
                )
                for item in section["items"]
            ]
            facts = None if self.views else self[f"facts-{code}"]
            yield Part(code, section["label"], section.get("lead", ""), items, facts, self[f"empty-{code}"])

    @property
    def totals(self) -> list[BoundField]:
        """The totals typed from paper, where nothing else is kept."""
        return (
            []
            if has_items(self.definition)
            else [self[f"item-{each['code']}"] for each in self.definition["scales"]]
        )

    @property
    def told(self) -> Told:
        """What was answered, without what was left blank."""
        answers = self._said("item-")
        empty = empty_sections(self.definition, answers)
        reasons = {code: why for code, why in self._said("empty-").items() if code in empty}
        return Told(answers, self._said("facts-"), reasons)

    def _said(self, beginning: str) -> dict[str, Any]:
        return {
            name.removeprefix(beginning): value.strip() if isinstance(value, str) else value
            for name, value in self.cleaned_data.items()
            if name.startswith(beginning) and value not in (None, "")
        }

    def clean(self) -> dict[str, Any]:
        """A total is the sum of its parts; finished is what has, in every section, an answer or the reason why there is none."""
        cleaned = super().clean() or {}
        if wrong := why_not_sum(self.definition, self._said("item-")):
            self.add_error(f"item-{wrong[0]}", str(wrong[1]))
            return cleaned
        if DONE in self.data:
            told = self.told
            for code in unexplained(self.definition, told.answers, told.left_empty):
                name = f"empty-{code}" if f"empty-{code}" in self.fields else f"item-{code}"
                self.add_error(name, _("Serve almeno una risposta, o una riga che dice perché non c'è"))
        return cleaned

    def show_both(self, now: Response) -> list[Both]:
        """Where somebody else has written something else meanwhile; sending again writes over it knowingly."""
        self.data = MultiValueDict(dict(self.data.lists()) if isinstance(self.data, MultiValueDict) else {})
        self.data[self.add_prefix("version")] = str(now.version)
        theirs, mine = _initial(now), self.cleaned_data
        return [
            Both(str(field.label), self._words(field.name, theirs), self._words(field.name, mine))
            for field in self.visible_fields()
            if (theirs.get(field.name) or None) != (mine.get(field.name) or None)
        ]

    def _words(self, name: str, said: Mapping[str, Any]) -> str:
        choices = dict(getattr(self.fields[name], "choices", ()))
        value = said.get(name)
        return str(choices.get(value, value) if value not in (None, "") else _("in bianco"))


def _initial(response: Response) -> dict[str, Any]:
    said = {"item": response.answers, "facts": response.words, "empty": response.left_empty}
    return {"version": response.version} | {
        f"{kind}-{code}": value for kind, values in said.items() for code, value in values.items()
    }


def _item(item: Mapping[str, Any], steps: list[Mapping[str, Any]]) -> forms.Field:
    return forms.TypedChoiceField(
        label=item["text"],
        help_text=item.get("lead", ""),
        choices=[*((step["value"], step["label"]) for step in steps), LEFT_BLANK],
        coerce=lambda value: None if value == BLANK else int(value),
        empty_value=None,
        widget=TouchRadio(layout="steps"),
        required=False,
    )


def _total(scale: Mapping[str, Any]) -> forms.Field:
    return forms.IntegerField(
        label=scale["label"],
        help_text=_("Da %(low)s a %(high)s.") % {"low": scale["low"], "high": scale["high"]},
        min_value=scale["low"],
        max_value=scale["high"],
        required=False,
    )


def _words_of(item: Mapping[str, Any], views: list[Mapping[str, Any]]) -> Iterator[tuple[str, forms.Field]]:
    """Facts of one item, then what each one says of it; none where words are of the whole section."""
    if views:
        yield f"facts-{item['code']}", _facts("")
    for view in views:
        name = f"facts-{item['code']}.{view['code']}"
        yield name, forms.CharField(label=view["label"], max_length=1000, required=False)


def _facts(help_text: str) -> forms.Field:
    return forms.CharField(
        label=_("I fatti, con parole semplici"),
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )


def _empty(section: Mapping[str, Any]) -> forms.Field:
    return forms.CharField(
        label=_("«%(section)s», lasciata vuota perché…") % {"section": section["label"]},
        help_text=_("Solo se qui sopra non c'è nessuna risposta."),
        max_length=200,
        required=False,
    )
