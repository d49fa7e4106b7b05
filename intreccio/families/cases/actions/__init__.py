"""What people do with a case: one verb, one function, one transaction, one event."""

from intreccio.families.cases.actions.attention import set_aside_prompt, take_back_prompt
from intreccio.families.cases.actions.beginning import NewFamily, begin, begin_from_contact, begin_from_signal
from intreccio.families.cases.actions.charge import Choice, end_preliminary, take_charge
from intreccio.families.cases.actions.closing import Agreed, close_case, reopen_case
from intreccio.families.cases.actions.follow_ups import move_follow_up, record_follow_up
from intreccio.families.cases.actions.opening import Origin, Reasons, open_case
from intreccio.families.cases.actions.passing import Keep, hand_over_case
from intreccio.families.cases.actions.reports import ToSend, send_report
from intreccio.families.cases.actions.review import begin_plan, begin_review, end_review
from intreccio.families.cases.actions.voiding import void_case
from intreccio.families.cases.actions.workers import add_worker, change_responsible, end_worker

__all__ = [
    "Agreed",
    "Choice",
    "Keep",
    "NewFamily",
    "Origin",
    "Reasons",
    "ToSend",
    "add_worker",
    "begin",
    "begin_from_contact",
    "begin_from_signal",
    "begin_plan",
    "begin_review",
    "change_responsible",
    "close_case",
    "end_preliminary",
    "end_review",
    "end_worker",
    "hand_over_case",
    "move_follow_up",
    "open_case",
    "record_follow_up",
    "reopen_case",
    "send_report",
    "set_aside_prompt",
    "take_back_prompt",
    "take_charge",
    "void_case",
]
