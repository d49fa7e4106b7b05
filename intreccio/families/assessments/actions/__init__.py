"""What people do with an assessment: one verb, one function, one transaction, one event."""

from intreccio.families.assessments.actions.beginning import begin_assessment
from intreccio.families.assessments.actions.children import ChildSaid, share_child_words, write_child_words
from intreccio.families.assessments.actions.closing import close_assessment, read_together, void_assessment
from intreccio.families.assessments.actions.drawings import (
    Drawn,
    add_child_drawing,
    share_child_drawing,
    void_child_drawing,
)
from intreccio.families.assessments.actions.factors import Noted, add_factor, edit_factor, void_factor
from intreccio.families.assessments.actions.listening import (
    Occasion,
    edit_listening,
    listen_to_child,
    void_listening,
)
from intreccio.families.assessments.actions.sheets import Chosen, add_sheet, answer_sheet, void_sheet
from intreccio.families.assessments.actions.voices import (
    add_point_of_view,
    answer_point_of_view,
    void_point_of_view,
)

__all__ = [
    "ChildSaid",
    "Chosen",
    "Drawn",
    "Noted",
    "Occasion",
    "add_child_drawing",
    "add_factor",
    "add_point_of_view",
    "add_sheet",
    "answer_point_of_view",
    "answer_sheet",
    "begin_assessment",
    "close_assessment",
    "edit_factor",
    "edit_listening",
    "listen_to_child",
    "read_together",
    "share_child_drawing",
    "share_child_words",
    "void_assessment",
    "void_child_drawing",
    "void_factor",
    "void_listening",
    "void_point_of_view",
    "void_sheet",
    "write_child_words",
]
