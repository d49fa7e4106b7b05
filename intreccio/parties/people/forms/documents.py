"""A paper of a family: its file, and what is written on the folder."""

from typing import Any, ClassVar
from uuid import UUID, uuid5

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import DayInput, TouchRadio, field_of
from intreccio.ground.kernel.clock import today
from intreccio.parties.people.forms.rows import RowForm, still_of
from intreccio.parties.people.rules.documents import why_not_day
from intreccio.parties.people.vocabulary import CHOSEN_KINDS
from intreccio.workshop.documents.files.content import Content
from intreccio.workshop.documents.forms import DocumentField, DocumentInput


class DescribedForm(RowForm):
    """What it is, of which day, of whom."""

    keyed: ClassVar = frozenset({"person"})

    kind = forms.ChoiceField(label=_("Che cos'è"), choices=CHOSEN_KINDS, widget=TouchRadio(layout="pairs"))
    title = forms.CharField(
        label=_("Come lo chiamiamo"),
        help_text=_("Per ritrovarlo: «pagella del primo quadrimestre»."),
        max_length=120,
        required=False,
    )
    day = forms.DateField(label=_("Data del documento"), widget=DayInput, initial=today)
    person = forms.ChoiceField(label=_("Di chi parla"), required=False)
    note = forms.CharField(label=_("Nota"), max_length=300, required=False)

    def __init__(self, *args: Any, persons: list[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [
            ("", _("Tutta la famiglia")),
            *still_of(kwargs.get("row"), ((str(pk), name) for pk, name in persons)),
        ]
        field_of(self, "person", forms.ChoiceField).choices = choices

    def clean(self) -> dict[str, Any]:
        """A paper is not of a day to come."""
        said = super().clean() or {}
        if said.get("day") and (reason := why_not_day(said["day"], today())):
            self.add_error("day", str(reason))
        return said


class AddDocumentForm(DescribedForm):
    """The same with the file: chosen, or taken with the camera."""

    helpers = frozenset({"file", "photo"})
    file = DocumentField(
        label=_("Scegli il file"),
        help_text=_("Fotografia o PDF. Dalle fotografie togliamo il luogo e l'ora in cui sono state fatte."),
        required=False,
    )
    photo = DocumentField(
        label=_("Oppure fotografalo adesso"),
        help_text=_("Sul telefono apre la fotocamera."),
        widget=DocumentInput({"accept": "image/jpeg,image/png,image/webp", "capture": "environment"}),
        required=False,
    )
    field_order = ("file", "photo", "kind", "title", "day", "person", "note")
    marks = {"file": "", "photo": ""}

    def clean(self) -> dict[str, Any]:
        """One file. The key of this writing knows the file too: another one under the same words is another writing."""
        said = super().clean()
        chosen = [said[name] for name in ("file", "photo") if said.get(name)]
        if len(chosen) == 1 and "once" in said:
            said["once"] = uuid5(said["once"], chosen[0].sha256)
        elif not {"file", "photo"} & self.errors.keys() and len(chosen) != 1:
            self.add_error(
                "file", _("Un file alla volta.") if chosen else _("Scegline uno, oppure fotografalo.")
            )
        if self.errors and len(chosen) == 1:
            self.add_error(
                None, _("Il file va scelto di nuovo: una pagina non può tenerlo. Il resto è rimasto.")
            )
        return said

    @property
    def content(self) -> Content:
        """What was chosen."""
        chosen: Content = self.cleaned_data["file"] or self.cleaned_data["photo"]
        return chosen
