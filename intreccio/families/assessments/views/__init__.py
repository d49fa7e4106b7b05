"""Pages of assessments: one URL, one function, one name."""

from intreccio.families.assessments.views.beginning import begin_assessment
from intreccio.families.assessments.views.closing import close_assessment, read_together, void_assessment
from intreccio.families.assessments.views.factors import add_factor, edit_factor, factor_list, void_factor
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
from intreccio.families.assessments.views.voices import (
    add_point_of_view,
    answer_point_of_view,
    void_point_of_view,
    write_child_words,
)

__all__ = [
    "add_factor",
    "add_point_of_view",
    "add_sheet",
    "answer_point_of_view",
    "answer_sheet",
    "assessment_page",
    "begin_assessment",
    "choose_sheet",
    "close_assessment",
    "edit_factor",
    "export_sheet",
    "factor_list",
    "print_sheet",
    "read_together",
    "sheet_page",
    "void_assessment",
    "void_factor",
    "void_point_of_view",
    "void_sheet",
    "write_child_words",
]
