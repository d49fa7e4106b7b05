"""A file chosen on a telephone or a computer."""

from typing import Any

from django import forms
from django.core.files import File
from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.clock import today
from intreccio.workshop.documents.files.content import Content, NotKept, checked
from intreccio.workshop.documents.queries import limits_on
from intreccio.workshop.documents.vocabulary import MediaType


class DocumentInput(forms.FileInput):
    """On a telephone it offers the camera beside the files; an iPhone sends its photographs as JPEG."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"accept": ",".join(MediaType.values), **(attrs or {})})


class DocumentField(forms.FileField):
    """Answers a `Content` that may be kept; says in a sentence why something may not."""

    widget = DocumentInput
    default_error_messages = {"empty": _("Il file è vuoto.")}

    def to_python(self, data: "File[Any] | None") -> Any:
        """Looked into, and drawn anew where it is a picture. Neither its name nor what the browser calls it is believed."""
        if data in self.empty_values or data is None:
            return None
        try:
            return checked(data.read(), limits_on(today()), size=data.size)
        except NotKept as no:
            raise forms.ValidationError(str(no.reason)) from no

    def clean(self, data: Any, initial: Any = None) -> Content | None:
        """Nothing of an earlier answer stands in for a file that was not chosen."""
        del initial
        kept: Content | None = forms.Field.clean(self, data)
        return kept
