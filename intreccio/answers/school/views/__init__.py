"""Pages of school and growth."""

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

__all__ = [
    "add_school_contact",
    "begin_schooling",
    "child_school",
    "edit_school_contact",
    "edit_schooling",
    "end_schooling",
    "school_list",
    "void_school_contact",
    "void_schooling",
]
