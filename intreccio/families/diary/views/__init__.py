"""Pages of the diary and of lines of support: one URL, one function, one name."""

from intreccio.families.diary.views.answering import accept_line, decline_line
from intreccio.families.diary.views.asking import ask_line, void_line
from intreccio.families.diary.views.diary import diary_page, start_visit_note
from intreccio.families.diary.views.ending import end_line, hand_over_line, renew_line
from intreccio.families.diary.views.hours import export_hours, export_my_hours, hours_page, my_hours
from intreccio.families.diary.views.meetings import move_meeting, plan_meetings, record_meeting
from intreccio.families.diary.views.mine import my_notes
from intreccio.families.diary.views.notes import correct_note, edit_note, write_note
from intreccio.families.diary.views.page import line_page
from intreccio.families.diary.views.printing import print_diary
from intreccio.families.diary.views.searching import search_diary
from intreccio.families.diary.views.visit_notes import (
    correct_visit_note,
    edit_visit_note,
    signal_from_note,
    void_visit_note,
    write_visit_note,
)
from intreccio.families.diary.views.visits import call_off_visit, miss_visit, move_visit, plan_visit

__all__ = [
    "accept_line",
    "ask_line",
    "call_off_visit",
    "correct_note",
    "correct_visit_note",
    "decline_line",
    "diary_page",
    "edit_note",
    "edit_visit_note",
    "end_line",
    "export_hours",
    "export_my_hours",
    "hand_over_line",
    "hours_page",
    "line_page",
    "miss_visit",
    "move_meeting",
    "move_visit",
    "my_hours",
    "my_notes",
    "plan_meetings",
    "plan_visit",
    "print_diary",
    "record_meeting",
    "renew_line",
    "search_diary",
    "signal_from_note",
    "start_visit_note",
    "void_line",
    "void_visit_note",
    "write_note",
    "write_visit_note",
]
