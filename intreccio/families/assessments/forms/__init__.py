"""What is asked around an assessment, sheet by sheet; the statements themselves are drawn by `workshop/instruments`."""

from intreccio.families.assessments.forms.hearing import (
    BeginForm,
    CloseForm,
    ReadTogetherForm,
    SpeakerForm,
    VoidForm,
)
from intreccio.families.assessments.forms.listening import DrawingForm, ListeningForm, ShareForm
from intreccio.families.assessments.forms.sheets import FactorForm, SheetForm
from intreccio.families.assessments.forms.words import ChildWordsForm, ShareWordsForm

__all__ = [
    "BeginForm",
    "ChildWordsForm",
    "CloseForm",
    "DrawingForm",
    "FactorForm",
    "ListeningForm",
    "ReadTogetherForm",
    "ShareForm",
    "ShareWordsForm",
    "SheetForm",
    "SpeakerForm",
    "VoidForm",
]
