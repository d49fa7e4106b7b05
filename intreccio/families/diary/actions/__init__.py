"""What people do with visits and lines of support: one verb, one function, one transaction, one event."""

from intreccio.families.diary.actions.answering import accept_line, decline_line
from intreccio.families.diary.actions.asking import Asked, ask_line, void_line
from intreccio.families.diary.actions.ending import end_line, hand_over_line, leave_lines, renew_line
from intreccio.families.diary.actions.meetings import How, Plan, move_meeting, plan_meetings, record_meeting
from intreccio.families.diary.actions.notes import correct_note, edit_note, write_note
from intreccio.families.diary.actions.signalling import Worry, signal_from_note
from intreccio.families.diary.actions.visit_notes import (
    Noted,
    Spent,
    correct_visit_note,
    edit_visit_note,
    void_visit_note,
    write_visit_note,
)
from intreccio.families.diary.actions.visits import Agreed, call_off_visit, miss_visit, move_visit, plan_visit

__all__ = [
    "Agreed",
    "Asked",
    "How",
    "Noted",
    "Plan",
    "Spent",
    "Worry",
    "accept_line",
    "ask_line",
    "call_off_visit",
    "correct_note",
    "correct_visit_note",
    "decline_line",
    "edit_note",
    "edit_visit_note",
    "end_line",
    "hand_over_line",
    "leave_lines",
    "miss_visit",
    "move_meeting",
    "move_visit",
    "plan_meetings",
    "plan_visit",
    "record_meeting",
    "renew_line",
    "signal_from_note",
    "void_line",
    "void_visit_note",
    "write_note",
    "write_visit_note",
]
