"""A moment written in words: «12 settimane prima»."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from intreccio.workshop.protocols.rules.moments import in_words, is_moment, typed

EXAMPLES = _("Per esempio: «12 settimane prima», «il giorno stesso», «3 mesi dopo».")


class MomentField(forms.CharField):
    """How far from the protocol's day. A moment as definitions write it («-12w»); empty where nothing was written."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 40, "help_text": EXAMPLES, **kwargs})

    def clean(self, value: Any) -> str:
        """Raises ValidationError where the words are no moment."""
        said = str(super().clean(value))
        moment = typed(said)
        if said and moment is None:
            raise ValidationError(
                now_("Non si capisce quando. Scrivi per esempio «12 settimane prima» o «3 mesi dopo».")
            )
        return moment or ""

    def prepare_value(self, value: Any) -> Any:
        """A moment in words; what somebody typed stays as it was typed."""
        return in_words(value) if is_moment(value) else value
