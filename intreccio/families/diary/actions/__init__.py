"""What people do with a line of support: one verb, one function, one transaction, one event."""

from intreccio.families.diary.actions.answering import accept_line, decline_line
from intreccio.families.diary.actions.asking import Asked, ask_line, void_line
from intreccio.families.diary.actions.ending import end_line, hand_over_line, leave_lines, renew_line
from intreccio.families.diary.actions.meetings import How, Plan, move_meeting, plan_meetings, record_meeting
from intreccio.families.diary.actions.notes import correct_note, edit_note, write_note

__all__ = [
    "Asked",
    "How",
    "Plan",
    "accept_line",
    "ask_line",
    "correct_note",
    "decline_line",
    "edit_note",
    "end_line",
    "hand_over_line",
    "leave_lines",
    "move_meeting",
    "plan_meetings",
    "record_meeting",
    "renew_line",
    "void_line",
    "write_note",
]
