"""What people do with an assessment: one verb, one function, one transaction, one event."""

from intreccio.families.assessments.actions.beginning import begin_assessment
from intreccio.families.assessments.actions.children import ChildSaid, write_child_words
from intreccio.families.assessments.actions.closing import close_assessment, read_together, void_assessment
from intreccio.families.assessments.actions.voices import (
    add_point_of_view,
    answer_point_of_view,
    void_point_of_view,
)

__all__ = [
    "ChildSaid",
    "add_point_of_view",
    "answer_point_of_view",
    "begin_assessment",
    "close_assessment",
    "read_together",
    "void_assessment",
    "void_point_of_view",
    "write_child_words",
]
