"""One URL, one function, one name."""

from intreccio.parties.people.views.addresses import (
    address_list,
    edit_address,
    protect_address,
    protected_address,
    write_address,
)
from intreccio.parties.people.views.aspects import add_aspect, close_aspect, edit_aspect
from intreccio.parties.people.views.households import (
    create_household,
    edit_household,
    household_list,
    household_page,
    household_story,
)
from intreccio.parties.people.views.isee import edit_isee, isee_list, write_isee
from intreccio.parties.people.views.known import known_already
from intreccio.parties.people.views.life import (
    expect_child,
    foster_child,
    household_on,
    join_homes,
    leave_home,
    life_event_list,
    part_home,
    record_birth,
    record_death,
    record_loss,
    return_home,
    undo_life_event,
)
from intreccio.parties.people.views.merging import merge_persons, part_persons
from intreccio.parties.people.views.person_rows import (
    add_contact_point,
    add_identifier,
    add_name,
    edit_contact_point,
    edit_identifier,
    edit_name,
)
from intreccio.parties.people.views.persons import (
    add_person,
    bring_person,
    edit_person,
    person_page,
)
from intreccio.parties.people.views.sight import grant, household_sight, withdraw
from intreccio.parties.people.views.voiding import void_row

__all__ = [
    "add_aspect",
    "add_contact_point",
    "add_identifier",
    "add_name",
    "add_person",
    "address_list",
    "bring_person",
    "close_aspect",
    "create_household",
    "edit_address",
    "edit_aspect",
    "edit_contact_point",
    "edit_household",
    "edit_identifier",
    "edit_isee",
    "edit_name",
    "edit_person",
    "expect_child",
    "foster_child",
    "grant",
    "household_list",
    "household_on",
    "household_page",
    "household_sight",
    "household_story",
    "isee_list",
    "join_homes",
    "known_already",
    "leave_home",
    "life_event_list",
    "merge_persons",
    "part_home",
    "part_persons",
    "person_page",
    "protect_address",
    "protected_address",
    "record_birth",
    "record_death",
    "record_loss",
    "return_home",
    "undo_life_event",
    "void_row",
    "withdraw",
    "write_address",
    "write_isee",
]
