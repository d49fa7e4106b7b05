"""Pages of assessments: one URL, one function, one name."""

from intreccio.families.assessments.views.beginning import begin_assessment
from intreccio.families.assessments.views.closing import close_assessment, read_together, void_assessment
from intreccio.families.assessments.views.drawings import (
    add_child_drawing,
    child_drawing,
    share_child_drawing,
    void_child_drawing,
)
from intreccio.families.assessments.views.factors import add_factor, edit_factor, factor_list, void_factor
from intreccio.families.assessments.views.listening import edit_listening, listen_to_child, void_listening
from intreccio.families.assessments.views.page import assessment_page
from intreccio.families.assessments.views.sheets import (
    add_sheet,
    answer_sheet,
    choose_sheet,
    export_sheet,
    print_sheet,
    sheet_page,
    void_sheet,
)
from intreccio.families.assessments.views.voice import child_voice, voices_beside
from intreccio.families.assessments.views.voices import (
    add_point_of_view,
    answer_point_of_view,
    void_point_of_view,
)
from intreccio.families.assessments.views.words import share_child_words, write_child_words

__all__ = [
    "add_child_drawing",
    "add_factor",
    "add_point_of_view",
    "add_sheet",
    "answer_point_of_view",
    "answer_sheet",
    "assessment_page",
    "begin_assessment",
    "child_drawing",
    "child_voice",
    "choose_sheet",
    "close_assessment",
    "edit_factor",
    "edit_listening",
    "export_sheet",
    "factor_list",
    "listen_to_child",
    "print_sheet",
    "read_together",
    "share_child_drawing",
    "share_child_words",
    "sheet_page",
    "voices_beside",
    "void_assessment",
    "void_child_drawing",
    "void_factor",
    "void_listening",
    "void_point_of_view",
    "void_sheet",
    "write_child_words",
]
