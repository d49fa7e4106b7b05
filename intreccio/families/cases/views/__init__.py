"""Pages: each finds, acts, shows."""

from intreccio.families.cases.views.answering import answer_conference
from intreccio.families.cases.views.attention import attention_list, set_aside_prompt, take_back_prompt
from intreccio.families.cases.views.charge import (
    end_preliminary,
    hand_over_case,
    handed_over,
    take_charge,
    void_case,
)
from intreccio.families.cases.views.closing import close_case, reopen_case
from intreccio.families.cases.views.conferences import (
    add_decision,
    call_off_conference,
    conference_page,
    edit_conference,
    plan_conference,
    void_decision,
    write_minutes,
)
from intreccio.families.cases.views.follow_ups import move_follow_up, record_follow_up
from intreccio.families.cases.views.meeting import meet_family
from intreccio.families.cases.views.minutes import print_conference
from intreccio.families.cases.views.opening import open_case
from intreccio.families.cases.views.pages import case_list, case_page
from intreccio.families.cases.views.reports import send_report
from intreccio.families.cases.views.review import begin_review, end_review, review_page
from intreccio.families.cases.views.team import end_deputy, name_deputy, read_summary, weigh_case
from intreccio.families.cases.views.workers import add_worker, change_responsible, end_worker

__all__ = [
    "add_decision",
    "add_worker",
    "answer_conference",
    "attention_list",
    "begin_review",
    "call_off_conference",
    "case_list",
    "case_page",
    "change_responsible",
    "close_case",
    "conference_page",
    "edit_conference",
    "end_deputy",
    "end_preliminary",
    "end_review",
    "end_worker",
    "hand_over_case",
    "handed_over",
    "meet_family",
    "move_follow_up",
    "name_deputy",
    "open_case",
    "plan_conference",
    "print_conference",
    "read_summary",
    "record_follow_up",
    "reopen_case",
    "review_page",
    "send_report",
    "set_aside_prompt",
    "take_back_prompt",
    "take_charge",
    "void_case",
    "void_decision",
    "weigh_case",
    "write_minutes",
]
