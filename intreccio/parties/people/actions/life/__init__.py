"""What happens to a family, one verb a function; each is a `LifeEvent`, and `undo_life_event` puts back what it wrote."""

from intreccio.parties.people.actions.life.births import expect_child, record_birth, record_loss
from intreccio.parties.people.actions.life.deaths import record_death
from intreccio.parties.people.actions.life.fostering import foster_child, return_home
from intreccio.parties.people.actions.life.joining import join_homes
from intreccio.parties.people.actions.life.leaving import leave_home
from intreccio.parties.people.actions.life.parting import Parting, part_home
from intreccio.parties.people.actions.life.undoing import undo_life_event

__all__ = [
    "Parting",
    "expect_child",
    "foster_child",
    "join_homes",
    "leave_home",
    "part_home",
    "record_birth",
    "record_death",
    "record_loss",
    "return_home",
    "undo_life_event",
]
