"""What is asked around an assessment, sheet by sheet; the statements themselves are drawn by `workshop/instruments`."""

from intreccio.families.assessments.forms.hearing import (
    BeginForm,
    ChildWordsForm,
    CloseForm,
    ReadTogetherForm,
    SpeakerForm,
    VoidForm,
)
from intreccio.families.assessments.forms.sheets import FactorForm, SheetForm

__all__ = [
    "BeginForm",
    "ChildWordsForm",
    "CloseForm",
    "FactorForm",
    "ReadTogetherForm",
    "SheetForm",
    "SpeakerForm",
    "VoidForm",
]
