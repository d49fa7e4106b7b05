"""A sheet of families: the file, and which column is what."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import OnceForm, field_of
from intreccio.ground.kernel.once import key_of
from intreccio.parties.people.rules.sheet_columns import COLUMNS, ENOUGH
from intreccio.workshop.imports.rules.grids import MOST_BYTES

SAMPLE = 24
FIRST_ROW = (
    ("names", _("sì, sono i nomi delle colonne")),
    ("other", _("no: è già una persona, o un titolo")),
)


class UploadForm(OnceForm):
    """The file, and the team that will answer for the families."""

    team_id = forms.ChoiceField(label=_("Quale équipe le accompagna"))
    file = forms.FileField(
        label=_("Il foglio di calcolo"),
        help_text=_(
            "Excel (.xlsx) oppure .csv, con una riga per persona e i nomi delle colonne nella prima riga. Al massimo 20.000 righe."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
        max_length=200,
    )

    def __init__(self, *args: Any, teams: Sequence[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field_of(self, "team_id", forms.ChoiceField).choices = [(str(key), name) for key, name in teams]
        if len(teams) == 1:
            self.fields["team_id"].widget = forms.HiddenInput()
            self.fields["team_id"].initial = str(teams[0][0])

    def clean_file(self) -> bytes:
        """All of it; nothing is kept on the disk."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("Il file è troppo grande: al massimo 10 MB."))
        return bytes(file.read())

    def clean(self) -> dict[str, Any]:
        """Another file is another writing, also from a page that Back brought out of the browser's memory."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if "once" in said and "file" in said:
            told = {name: self.data.get(name, "") for name in ("once", "team_id")}
            said["once"] = key_of({**told, "file": hashlib.sha256(said["file"]).hexdigest()})
        return said


class ColumnsForm(OnceForm):
    """For each field the column that holds it, or none."""

    mark_optional = False

    def __init__(
        self,
        *args: Any,
        headers: Sequence[str],
        samples: Sequence[str],
        said: Mapping[str, int],
        asks_first_row: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        choices = [
            ("", _("non c'è")),
            *((str(place), _called(*each)) for place, each in enumerate(zip(headers, samples, strict=True))),
        ]
        if asks_first_row:
            self.fields["first_row"] = _first_row(headers)
        for column in COLUMNS:
            self.fields[column.code] = forms.ChoiceField(
                label=str(column.label),
                choices=choices,
                required=False,
                initial=str(said.get(column.code, "")),
            )

    def clean_first_row(self) -> str:
        """A first row that is somebody's would be taken for names, and they would be lost."""
        if self.cleaned_data["first_row"] == "other":
            raise forms.ValidationError(
                _(
                    "Aggiungete nel foglio, sopra a tutto, una riga con i nomi delle colonne, e caricatelo di nuovo:"
                    " così nessuno resta fuori. Un titolo si toglie: i nomi delle colonne stanno nella prima riga."
                )
            )
        return str(self.cleaned_data["first_row"])

    def clean(self) -> dict[str, Any]:
        """Somebody has a name, and a column is one thing only."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if not any(said.get(code) for code in ENOUGH):
            self.add_error("given", _("Serve almeno la colonna del nome o del cognome"))
        taken: dict[str, str] = {}
        for column in COLUMNS:
            place = said.get(column.code)
            if place and place in taken:
                self.add_error(column.code, _("Questa colonna è già scelta più su"))
            elif place:
                taken[place] = column.code
        return said

    def columns(self) -> dict[str, int]:
        """Field code → place of its column."""
        chosen = {column.code: self.cleaned_data.get(column.code) for column in COLUMNS}
        return {code: int(place) for code, place in chosen.items() if place}


def _first_row(cells: Sequence[str]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("La prima riga del foglio"),
        help_text=_("Dice: %(row)s. Sono i nomi delle colonne?") % {"row": " · ".join(filter(None, cells))},
        choices=FIRST_ROW,
        widget=forms.RadioSelect,
        error_messages={"required": _("Dite se la prima riga sono i nomi delle colonne")},
    )


def _called(header: str, sample: str) -> str:
    name = header or str(_("senza nome"))
    return f"{name} (es. {sample[:SAMPLE]})" if sample else name
