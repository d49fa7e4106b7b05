"""Notes."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intreccio.families.diary.models import SupportMeeting
from intreccio.families.diary.vocabulary import MeetingState
from intreccio.ground.design.forms import OnceForm, field_of
from intreccio.ground.design.templatetags.design import spoken
from intreccio.parties.people.forms.rows import RowForm

LONGEST = 8000


def text_field() -> forms.CharField:
    """The words of a note."""
    return forms.CharField(
        label=gettext_lazy("La nota"),
        help_text=gettext_lazy("La leggi solo tu. Se un giorno passi la linea, decidi tu se passarla."),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=LONGEST,
    )


class NoteForm(OnceForm):
    """A note, of a meeting or of none."""

    meeting = forms.ChoiceField(label=gettext_lazy("Di quale incontro"), required=False)
    text = text_field()

    def __init__(self, *args: Any, meetings: Iterable[SupportMeeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = [each for each in meetings if each.state == MeetingState.HELD]
        choices = [("", _("Di nessuno in particolare")), *((str(each.pk), spoken(each.day)) for each in held)]
        field_of(self, "meeting", forms.ChoiceField).choices = choices

    @property
    def meeting_id(self) -> UUID | None:
        """The meeting it is of."""
        said = self.cleaned_data["meeting"]
        return UUID(said) if said else None


class NoteRowForm(RowForm):
    """The same words, corrected while they are fresh."""

    text = text_field()


class CorrectForm(OnceForm):
    """What stands beside the first note."""

    text = forms.CharField(
        label=gettext_lazy("La rettifica"), widget=forms.Textarea(attrs={"rows": 6}), max_length=LONGEST
    )
