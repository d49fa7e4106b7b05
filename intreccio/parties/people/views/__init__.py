"""One URL, one function, one name."""

from intreccio.parties.people.views.addresses import (
    address_list,
    edit_address,
    protect_address,
    protected_address,
    write_address,
)
from intreccio.parties.people.views.aspects import add_aspect, close_aspect, edit_aspect
from intreccio.parties.people.views.documents import (
    add_document,
    document_list,
    edit_document,
    open_document,
)
from intreccio.parties.people.views.ecomap import add_bond, ecomap, edit_bond, print_ecomap
from intreccio.parties.people.views.genogram import genogram, print_genogram
from intreccio.parties.people.views.homes import add_home, edit_home
from intreccio.parties.people.views.households import (
    create_household,
    edit_household,
    household_list,
    household_page,
)
from intreccio.parties.people.views.importing import (
    abandon_sheet,
    bring_in_sheet,
    families_template,
    import_page,
    map_sheet,
    preview_sheet,
    sheet_list,
    upload_sheet,
)
from intreccio.parties.people.views.isee import edit_isee, isee_list, write_isee
from intreccio.parties.people.views.kinship import add_relative, edit_kinship, person_ties, write_kinship
from intreccio.parties.people.views.known import known_already
from intreccio.parties.people.views.languages import (
    edit_language,
    end_language,
    language_list,
    write_language,
)
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
from intreccio.parties.people.views.responsibility import (
    edit_responsibility,
    end_responsibility,
    responsibility_list,
    write_responsibility,
)
from intreccio.parties.people.views.sight import grant, household_sight, withdraw
from intreccio.parties.people.views.story import household_story
from intreccio.parties.people.views.undoing import undo_sheet
from intreccio.parties.people.views.voiding import void_row

__all__ = [
    "abandon_sheet",
    "add_aspect",
    "add_bond",
    "add_contact_point",
    "add_document",
    "add_home",
    "add_identifier",
    "add_name",
    "add_person",
    "add_relative",
    "address_list",
    "bring_in_sheet",
    "bring_person",
    "close_aspect",
    "create_household",
    "document_list",
    "ecomap",
    "edit_address",
    "edit_aspect",
    "edit_bond",
    "edit_contact_point",
    "edit_document",
    "edit_home",
    "edit_household",
    "edit_identifier",
    "edit_isee",
    "edit_kinship",
    "edit_language",
    "edit_name",
    "edit_person",
    "edit_responsibility",
    "end_language",
    "end_responsibility",
    "expect_child",
    "families_template",
    "foster_child",
    "genogram",
    "grant",
    "household_list",
    "household_on",
    "household_page",
    "household_sight",
    "household_story",
    "import_page",
    "isee_list",
    "join_homes",
    "known_already",
    "language_list",
    "leave_home",
    "life_event_list",
    "map_sheet",
    "merge_persons",
    "open_document",
    "part_home",
    "part_persons",
    "person_page",
    "person_ties",
    "preview_sheet",
    "print_ecomap",
    "print_genogram",
    "protect_address",
    "protected_address",
    "record_birth",
    "record_death",
    "record_loss",
    "responsibility_list",
    "return_home",
    "sheet_list",
    "undo_life_event",
    "undo_sheet",
    "upload_sheet",
    "void_row",
    "withdraw",
    "write_address",
    "write_isee",
    "write_kinship",
    "write_language",
    "write_responsibility",
]
