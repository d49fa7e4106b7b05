"""Pages: each finds, acts, shows."""

from intreccio.families.cases.views.charge import (
    end_preliminary,
    hand_over_case,
    handed_over,
    take_charge,
    void_case,
)
from intreccio.families.cases.views.opening import open_case
from intreccio.families.cases.views.pages import case_list, case_page
from intreccio.families.cases.views.workers import add_worker, change_responsible, end_worker

__all__ = [
    "add_worker",
    "case_list",
    "case_page",
    "change_responsible",
    "end_preliminary",
    "end_worker",
    "hand_over_case",
    "handed_over",
    "open_case",
    "take_charge",
    "void_case",
]
