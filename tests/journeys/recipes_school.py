"""How pages of school and growth are reached, where they are empty, and how they go wrong."""

from tests.journeys.reaching import Blank, form, page

CHILD = {"person_id": "child"}
SCHOOL = {
    "school_list": page(empty=Blank("assistente", ids={"household_id": "bare_household"})),
    "child_school": page(ids=CHILD),
    "begin_schooling": form(ids=CHILD),
    "edit_schooling": form(),
    "end_schooling": form(),
    "void_schooling": form(),
    "add_school_contact": form(),
    "edit_school_contact": form(),
    "void_school_contact": form(),
}
