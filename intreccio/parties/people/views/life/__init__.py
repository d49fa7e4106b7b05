"""What happens to a family."""

from intreccio.parties.people.views.life.births import expect_child, record_birth, record_loss
from intreccio.parties.people.views.life.homes import (
    foster_child,
    join_homes,
    leave_home,
    part_home,
    return_home,
)
from intreccio.parties.people.views.life.pages import (
    household_on,
    life_event_list,
    record_death,
    undo_life_event,
)

__all__ = [
    "expect_child",
    "foster_child",
    "household_on",
    "join_homes",
    "leave_home",
    "life_event_list",
    "part_home",
    "record_birth",
    "record_death",
    "record_loss",
    "return_home",
    "undo_life_event",
]
