"""How pages of school and growth are reached, where they are empty, and how they go wrong."""

from tests.journeys.reaching import Blank, form, listing, page

CHILD = {"person_id": "child"}
SCHOOL = {
    "school_list": page(empty=Blank("assistente", ids={"household_id": "bare_household"})),
    "out_of_school": listing(empty=Blank("pg_nuova")),
    "child_school": page(ids=CHILD),
    "begin_schooling": form(ids=CHILD),
    "edit_schooling": form(),
    "end_schooling": form(),
    "void_schooling": form(),
    "ask_teacher": form(words={"until": ""}),
    "school_sheet_page": page(empty=Blank("assistente", ids={"school_sheet_id": "asked_sheet"})),
    "show_school_sheet": form(words={"day": ""}),
    "void_school_sheet": form(),
    "begin_school_path": form(ids={**CHILD, "protocol_version_id": "school_version"}, words={"zero": ""}),
    "school_path_page": page(),
    "mark_school_step": form(ids={"step": "school_step"}),
    "void_school_mark": form(),
    "edit_school_path": form(),
    "end_school_path": form(words={"day": ""}),
    "write_school_plan": form(ids=CHILD, words={"signed_by": ""}),
    "edit_school_plan": form(words={"signed_by": ""}),
    "void_school_plan": form(),
    "add_school_contact": form(),
    "edit_school_contact": form(),
    "void_school_contact": form(),
}
