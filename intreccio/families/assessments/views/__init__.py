"""Pages of assessments: one URL, one function, one name."""

from intreccio.families.assessments.views.beginning import begin_assessment
from intreccio.families.assessments.views.closing import close_assessment, read_together, void_assessment
from intreccio.families.assessments.views.page import assessment_page
from intreccio.families.assessments.views.voices import (
    add_point_of_view,
    answer_point_of_view,
    void_point_of_view,
    write_child_words,
)

__all__ = [
    "add_point_of_view",
    "answer_point_of_view",
    "assessment_page",
    "begin_assessment",
    "close_assessment",
    "read_together",
    "void_assessment",
    "void_point_of_view",
    "write_child_words",
]
