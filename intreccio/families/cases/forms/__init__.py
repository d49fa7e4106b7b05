"""What is asked at each step of a case."""

from intreccio.families.cases.forms.analysis import EndPreliminaryForm, OpenCaseForm, VoidForm
from intreccio.families.cases.forms.attention import AttentionFilter, SetAsideForm, TakeBackForm
from intreccio.families.cases.forms.charge import TakeChargeForm
from intreccio.families.cases.forms.closing import CloseCaseForm, ReopenCaseForm
from intreccio.families.cases.forms.conferences import ConferenceForm, DecisionForm, MinutesForm
from intreccio.families.cases.forms.follow_ups import MoveFollowUpForm, RecordFollowUpForm
from intreccio.families.cases.forms.keeping import KeepForm
from intreccio.families.cases.forms.passing import HandOverForm
from intreccio.families.cases.forms.review import BeginReviewForm, EndReviewForm
from intreccio.families.cases.forms.team import NameDeputyForm, WeighForm
from intreccio.families.cases.forms.workers import AddWorkerForm, EndWorkerForm, ResponsibleForm

__all__ = [
    "AddWorkerForm",
    "AttentionFilter",
    "BeginReviewForm",
    "CloseCaseForm",
    "ConferenceForm",
    "DecisionForm",
    "EndPreliminaryForm",
    "EndReviewForm",
    "EndWorkerForm",
    "HandOverForm",
    "KeepForm",
    "MinutesForm",
    "MoveFollowUpForm",
    "NameDeputyForm",
    "OpenCaseForm",
    "RecordFollowUpForm",
    "ReopenCaseForm",
    "ResponsibleForm",
    "SetAsideForm",
    "TakeBackForm",
    "TakeChargeForm",
    "VoidForm",
    "WeighForm",
]
