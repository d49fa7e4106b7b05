"""What people do with a case: one verb, one function, one transaction, one event."""

from intreccio.families.cases.actions.answering import answer_conference
from intreccio.families.cases.actions.attention import set_aside_prompt, take_back_prompt
from intreccio.families.cases.actions.beginning import NewFamily, begin, begin_from_contact, begin_from_signal
from intreccio.families.cases.actions.charge import Choice, end_preliminary, take_charge
from intreccio.families.cases.actions.closing import Agreed, close_case, reopen_case
from intreccio.families.cases.actions.conferences import (
    add_decision,
    call_off_conference,
    edit_conference,
    meet_family,
    plan_conference,
    void_decision,
    write_minutes,
)
from intreccio.families.cases.actions.deputies import end_deputy, name_deputy
from intreccio.families.cases.actions.follow_ups import move_follow_up, record_follow_up
from intreccio.families.cases.actions.opening import Origin, Reasons, open_case
from intreccio.families.cases.actions.passing import Keep, hand_over_case
from intreccio.families.cases.actions.reports import ToSend, send_report
from intreccio.families.cases.actions.review import begin_plan, begin_review, end_review
from intreccio.families.cases.actions.summaries import read_summary
from intreccio.families.cases.actions.voiding import void_case
from intreccio.families.cases.actions.weighing import weigh_case
from intreccio.families.cases.actions.workers import add_worker, change_responsible, end_worker

__all__ = [
    "Agreed",
    "Choice",
    "Keep",
    "NewFamily",
    "Origin",
    "Reasons",
    "ToSend",
    "add_decision",
    "add_worker",
    "answer_conference",
    "begin",
    "begin_from_contact",
    "begin_from_signal",
    "begin_plan",
    "begin_review",
    "call_off_conference",
    "change_responsible",
    "close_case",
    "edit_conference",
    "end_deputy",
    "end_preliminary",
    "end_review",
    "end_worker",
    "hand_over_case",
    "meet_family",
    "move_follow_up",
    "name_deputy",
    "open_case",
    "plan_conference",
    "read_summary",
    "record_follow_up",
    "reopen_case",
    "send_report",
    "set_aside_prompt",
    "take_back_prompt",
    "take_charge",
    "void_case",
    "void_decision",
    "weigh_case",
    "write_minutes",
]
