"""A form over a row: it knows what the row says now, and can put both answers side by side."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, ClassVar

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intreccio.ground.design.forms import EditForm


@dataclass(frozen=True, slots=True)
class Both:
    """What somebody else has written meanwhile, and what is in this form."""

    label: str
    theirs: str
    yours: str


class RowForm(EditForm):
    """Names its fields as the row's columns. `row` is None where the row is being made."""

    # Fields that help to fill another one and are no column.
    helpers: ClassVar[frozenset[str]] = frozenset()
    # Fields that hold the key of somebody, who may be out of sight.
    keyed: ClassVar[frozenset[str]] = frozenset()
    field_order: tuple[str, ...] = ()

    def __init__(self, *args: Any, row: Any = None, **kwargs: Any) -> None:
        if row is not None:
            kwargs["initial"] = {**self.read(row), "version": row.version, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)

    def read(self, row: Any) -> dict[str, Any]:
        """What the row says, by field. A query may have hung more on the row than its columns: `helpers` are never read."""
        columns = [name for name in self.base_fields if name != "version" and name not in self.helpers]
        keys = {name: str(getattr(row, f"{name}_id") or "") for name in columns if name in self.keyed}
        return {
            name: getattr(row, name) for name in columns if name not in keys and hasattr(row, name)
        } | keys

    @property
    def read_at(self) -> int:
        """The version the row was read at; 0 where the form carried none, which no row ever has."""
        return int(self.cleaned_data["version"] or 0)

    def values(self) -> dict[str, Any]:
        """What was filled in, by column."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in {"once", "version"} and name not in self.helpers
        }

    def by_field(self) -> dict[str, Any]:
        """What was filled in, as `read` tells what is written."""
        return self.values()

    def show_both(self, row: Any) -> list[Both]:
        """Where the row as it stands now differs from this form; sending again writes over it knowingly."""
        now_there, mine = self.read(row), self.by_field()
        self.data = MultiValueDict(dict(self.data.lists()) if isinstance(self.data, MultiValueDict) else {})
        self.data[self.add_prefix("version")] = str(row.version)
        return [
            Both(str(field.label), said(field, now_there[name]), said(field, mine[name]))
            for name, field in self.fields.items()
            if name in now_there and name in mine and now_there[name] != mine[name]
        ]


def said(field: forms.Field, value: Any) -> str:
    """A value as people read it."""
    if isinstance(value, (list, tuple)):
        return ", ".join(said(field, each) for each in value) or _("vuoto")
    if isinstance(value, bool):
        return _("sì") if value else _("no")
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(field, forms.ChoiceField):
        choices: Any = field.choices
        return flat(choices).get(str(value or ""), str(value or "")) or _("vuoto")
    return str(field.prepare_value(value) or "") or _("vuoto")


def flat(choices: Iterable[Any]) -> Mapping[str, str]:
    """Codes and labels, groups opened."""
    found: dict[str, str] = {}
    for code, label in choices:
        if isinstance(label, (list, tuple)):
            found |= flat(label)
        else:
            found[str(code)] = str(label)
    return found


def still_of(row: Any, named: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Whom a row can be of: who is named, and whom it is of already, where they are out of sight by now."""
    choices = list(named)
    whose = str(row.person_id or "") if row is not None else ""
    if whose and whose not in dict(choices):
        choices.append((whose, _("una persona della famiglia")))
    return choices


class VoidForm(EditForm):
    """Why a row was a mistake."""

    reason = forms.CharField(
        label=gettext_lazy("Perché era sbagliata"),
        max_length=200,
        help_text=gettext_lazy("Resta leggibile, con il motivo, a chi poteva già leggerla."),
    )

    @property
    def reason_said(self) -> str:
        """What was written."""
        return str(self.cleaned_data["reason"])
