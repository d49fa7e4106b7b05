"""What people do with a case: one verb, one function, one transaction, one event."""

from intreccio.families.cases.actions.beginning import NewFamily, begin, begin_from_contact, begin_from_signal
from intreccio.families.cases.actions.charge import Choice, end_preliminary, take_charge
from intreccio.families.cases.actions.opening import Origin, Reasons, open_case
from intreccio.families.cases.actions.passing import Keep, hand_over_case
from intreccio.families.cases.actions.planning import begin_plan
from intreccio.families.cases.actions.voiding import void_case
from intreccio.families.cases.actions.workers import add_worker, change_responsible, end_worker

__all__ = [
    "Choice",
    "Keep",
    "NewFamily",
    "Origin",
    "Reasons",
    "add_worker",
    "begin",
    "begin_from_contact",
    "begin_from_signal",
    "begin_plan",
    "change_responsible",
    "end_preliminary",
    "end_worker",
    "hand_over_case",
    "open_case",
    "take_charge",
    "void_case",
]
