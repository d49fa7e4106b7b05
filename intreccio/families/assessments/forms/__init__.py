"""What is asked around an assessment, sheet by sheet; the statements themselves are drawn by `workshop/instruments`."""

from intreccio.families.assessments.forms.hearing import (
    BeginForm,
    ChildWordsForm,
    CloseForm,
    ReadTogetherForm,
    SpeakerForm,
    VoidForm,
)
from intreccio.families.assessments.forms.listening import DrawingForm, ListeningForm, ShareForm
from intreccio.families.assessments.forms.sheets import FactorForm, SheetForm

__all__ = [
    "BeginForm",
    "ChildWordsForm",
    "CloseForm",
    "DrawingForm",
    "FactorForm",
    "ListeningForm",
    "ReadTogetherForm",
    "ShareForm",
    "SheetForm",
    "SpeakerForm",
    "VoidForm",
]
