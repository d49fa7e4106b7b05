"""What is asked at each step of a plan."""

from intreccio.families.plans.forms.agreeing import AcceptForm, DisagreementForm, InForceForm
from intreccio.families.plans.forms.differing import EditDisagreementForm, SettleForm
from intreccio.families.plans.forms.doing import ActionForm, FinishForm
from intreccio.families.plans.forms.goals import GoalForm, LinkForm, ScoreForm
from intreccio.families.plans.forms.handing import HandForm, MinorsYesForm, OwnYesForm, SignForm
from intreccio.families.plans.forms.proposals import LeaveForm, TakeUpForm
from intreccio.families.plans.forms.reasons import BeginForm, ReasonForm, VoidYesForm
from intreccio.families.plans.forms.resources import ResourceForm

__all__ = [
    "AcceptForm",
    "ActionForm",
    "BeginForm",
    "DisagreementForm",
    "EditDisagreementForm",
    "FinishForm",
    "GoalForm",
    "HandForm",
    "InForceForm",
    "LeaveForm",
    "LinkForm",
    "MinorsYesForm",
    "OwnYesForm",
    "ReasonForm",
    "ResourceForm",
    "ScoreForm",
    "SettleForm",
    "SignForm",
    "TakeUpForm",
    "VoidYesForm",
]
