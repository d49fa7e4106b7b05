"""To whom a version is given, and what they answer on their own telephone."""

from typing import Any, ClassVar
from uuid import uuid5

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.families.plans.forms.agreeing import CHOOSE_AGAIN
from intreccio.families.plans.queries.choices import Choice
from intreccio.ground.design.forms import OnceForm, TouchRadio, field_of
from intreccio.workshop.documents.files.content import Content
from intreccio.workshop.documents.forms import SignatureField


class HandForm(OnceForm):
    """Who of the family reads it, and signs."""

    person = forms.ChoiceField(label=_("Chi lo legge e lo firma"), widget=TouchRadio)

    def __init__(self, *args: Any, persons: list[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field_of(self, "person", forms.ChoiceField).choices = persons


class OwnYesForm(OnceForm):
    """One's own yes, with a reservation for who has one."""

    marks: ClassVar = {"reservation": _("se c'è")}
    reservation = forms.CharField(
        label=_("C'è qualcosa che non ti convince?"),
        help_text=_("Scrivilo con le tue parole: resta accanto al tuo sì."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=300,
        required=False,
    )


class MinorsYesForm(OwnYesForm):
    """A minor's, beside their own version: who reads the reservation is theirs to say."""

    shared = forms.BooleanField(
        label=_("Possono leggerlo anche la tua famiglia e gli altri"),
        help_text=_("Se non lo segni, lo legge solo chi lavora con voi."),
        required=False,
    )


class SignForm(OwnYesForm):
    """The same on one's own telephone, with a signature for who wants to draw it."""

    marks: ClassVar = {"signature": _("se vuoi"), **OwnYesForm.marks}
    field_order = ("signature", "reservation")
    signature = SignatureField(label=_("La tua firma"), required=False)

    def clean(self) -> dict[str, Any]:
        """The key of this writing knows the signature too."""
        said = super().clean() or {}
        if (mark := said.get("signature")) and "once" in said:
            said["once"] = uuid5(said["once"], mark.sha256)
        if mark and not mark.media_type.is_picture:
            self.add_error("signature", _("La firma si disegna, o si fotografa: non un PDF."))
        elif self.errors and "signature" in self.files:
            self.add_error("signature", CHOOSE_AGAIN)
        return said

    @property
    def mark(self) -> Content | None:
        """The picture of the signature."""
        return self.cleaned_data.get("signature") or None
