"""Pages of lines of support: one URL, one function, one name."""

from intreccio.families.diary.views.answering import accept_line, decline_line
from intreccio.families.diary.views.asking import ask_line, void_line
from intreccio.families.diary.views.ending import end_line, hand_over_line, renew_line
from intreccio.families.diary.views.meetings import move_meeting, plan_meetings, record_meeting
from intreccio.families.diary.views.mine import my_notes
from intreccio.families.diary.views.notes import correct_note, edit_note, write_note
from intreccio.families.diary.views.page import line_page

__all__ = [
    "accept_line",
    "ask_line",
    "correct_note",
    "decline_line",
    "edit_note",
    "end_line",
    "hand_over_line",
    "line_page",
    "move_meeting",
    "my_notes",
    "plan_meetings",
    "record_meeting",
    "renew_line",
    "void_line",
    "write_note",
]
