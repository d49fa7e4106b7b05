"""What is asked at each step of a case."""

from intreccio.families.cases.forms.analysis import EndPreliminaryForm, OpenCaseForm, VoidForm
from intreccio.families.cases.forms.charge import TakeChargeForm
from intreccio.families.cases.forms.keeping import KeepForm
from intreccio.families.cases.forms.passing import HandOverForm
from intreccio.families.cases.forms.workers import AddWorkerForm, EndWorkerForm, ResponsibleForm

__all__ = [
    "AddWorkerForm",
    "EndPreliminaryForm",
    "EndWorkerForm",
    "HandOverForm",
    "KeepForm",
    "OpenCaseForm",
    "ResponsibleForm",
    "TakeChargeForm",
    "VoidForm",
]
