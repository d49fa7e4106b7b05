"""Pages of school and growth."""

from intreccio.answers.school.views.answering import answer_school_sheet
from intreccio.answers.school.views.growing import out_of_school
from intreccio.answers.school.views.paths import (
    begin_school_path,
    edit_school_path,
    end_school_path,
    mark_school_step,
    school_path_page,
    void_school_mark,
)
from intreccio.answers.school.views.places import (
    add_school_contact,
    begin_schooling,
    child_school,
    edit_school_contact,
    edit_schooling,
    end_schooling,
    school_list,
    void_school_contact,
    void_schooling,
)
from intreccio.answers.school.views.plans import (
    edit_school_plan,
    open_school_plan,
    void_school_plan,
    write_school_plan,
)
from intreccio.answers.school.views.sheets import (
    ask_teacher,
    school_sheet_page,
    show_school_sheet,
    void_school_sheet,
)

__all__ = [
    "add_school_contact",
    "answer_school_sheet",
    "ask_teacher",
    "begin_school_path",
    "begin_schooling",
    "child_school",
    "edit_school_contact",
    "edit_school_path",
    "edit_school_plan",
    "edit_schooling",
    "end_school_path",
    "end_schooling",
    "mark_school_step",
    "open_school_plan",
    "out_of_school",
    "school_list",
    "school_path_page",
    "school_sheet_page",
    "show_school_sheet",
    "void_school_contact",
    "void_school_mark",
    "void_school_plan",
    "void_school_sheet",
    "void_schooling",
    "write_school_plan",
]
