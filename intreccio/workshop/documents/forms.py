"""A file chosen on a telephone or a computer, or drawn on it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.core.files import File
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.clock import today
from intreccio.workshop.documents.files.content import Content, NotKept, checked
from intreccio.workshop.documents.files.drawing import (
    MOST_POINTS,
    PENS,
    WIDE,
    TooLong,
    picture_of,
    strokes_of,
)
from intreccio.workshop.documents.queries import limits_on
from intreccio.workshop.documents.vocabulary import MediaType

PICTURES = ",".join(kind for kind in MediaType if kind.is_picture)


def tell_of_places(request: HttpRequest, content: Content | None) -> None:
    """After a signed PDF was kept: what could not be taken out of it."""
    if content is not None and content.may_say_places:
        words = _(
            "È un PDF firmato, e lo teniamo com'è: se dentro ci sono fotografie, possono dire dove e quando sono state fatte."
        )
        messages.warning(request, str(words))


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


class Two(str):
    """The strokes of a drawing that came together with a photograph."""


def _is_drawn(strokes: str | None) -> bool:
    return strokes is not None and strokes.strip() not in {"", "[]"}


class DrawInput(DocumentInput):
    """A pad to draw on with a finger, and a photograph of paper instead. Without a script there is the photograph alone."""

    template_name = "workshop/documents/pages/_draw.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"accept": PICTURES, **(attrs or {})})
        self.pens: Sequence[str] = ()
        self.height = WIDE
        self.photo = True

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        """The photograph, or the strokes as they were sent; of both the two, for the field to ask which."""
        photo = super().value_from_datadict(data, files, name)
        strokes = data.get(f"{name}_strokes") or None
        return Two(strokes) if photo and _is_drawn(strokes) else photo or strokes

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """True where neither came."""
        return name not in files and f"{name}_strokes" not in data

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """What was drawn comes back with the form."""
        context = super().get_context(name, None, attrs)
        pens = [(code, PENS[code]) for code in self.pens]
        drawn = value if isinstance(value, str) else ""
        pad = {
            "wide": WIDE,
            "height": self.height,
            "strokes": drawn,
            "photo": self.photo,
            "most": MOST_POINTS,
        }
        return {**context, **pad, "pens": pens}


class DrawField(DocumentField):
    """Answers a `Content`, drawn here or photographed. `height`: of a pad 1000 wide; several `pens` make it a drawing.

    photo: False beside a field that takes the paper already; without a script it is offered all the same.
    """

    widget = DrawInput

    def __init__(
        self,
        *args: Any,
        height: int = WIDE,
        pens: Sequence[str] = tuple(PENS),
        photo: bool = True,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.height = height
        if isinstance(self.widget, DrawInput):
            self.widget.height, self.widget.pens, self.widget.photo = height, pens, photo

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What was drawn is still there; a browser never gives a file back."""
        return data if isinstance(data, str) else super().bound_data(data, initial)

    def to_python(self, data: Any) -> Any:
        """A photograph as any other; strokes become a picture here. Nothing drawn is nothing sent."""
        if not isinstance(data, str):
            return super().to_python(data)
        if isinstance(data, Two):
            raise forms.ValidationError(
                _(
                    "Ci sono un disegno e una fotografia, e se ne tiene una cosa sola. Il disegno è ancora qui: salva di nuovo "
                    "per tenerlo. Per tenere la fotografia, toglilo con «Ricomincia» e sceglila di nuovo."
                )
            )
        try:
            strokes = strokes_of(data, self.height)
        except TooLong as trouble:
            raise forms.ValidationError(
                _("Il disegno è troppo lungo per essere tenuto: togli l'ultimo segno e salva di nuovo.")
            ) from trouble
        except (ValueError, RecursionError) as trouble:
            raise forms.ValidationError(
                _("Il disegno non è arrivato intero: rifatelo, o scegliete una fotografia.")
            ) from trouble
        return checked(picture_of(strokes, self.height), limits_on(today())) if strokes else None


def drawn_again(strokes: str, field: forms.Field | None) -> str:
    """What was drawn in this field as an address that shows it; empty where it is no drawing."""
    height = field.height if isinstance(field, DrawField) else WIDE
    try:
        picture = picture_of(strokes_of(strokes, height), height)
    except (ValueError, RecursionError):
        return ""
    return Content(picture, MediaType.PNG).address


class SignatureField(DrawField):
    """A signature: one pen, on a low pad."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, height=360, pens=("ink",), **kwargs)
