"""A child's school is of the record: read by whom it is opened to, written by the team in charge, whatever its profession."""

from datetime import date
from typing import Any

from intreccio.ground.kernel.keys import key_for

TABLE = """
                         |  no |  co  as  ed  ps  le |  gr  gc  gk  gp |  se  sl  sp  ad  pa
school_list          GET  |  in | 200 200 200 200 200 | 200 404 404 200 | 404 404 404 404 404
school_list          POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
child_school         GET  |  in | 200 200 200 200 200 | 200 404 404 200 | 404 404 404 404 404
child_school         POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
begin_schooling      GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
begin_schooling      POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
begin_schooling      GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
edit_schooling       GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
edit_schooling       POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
edit_schooling       GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
end_schooling        GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
end_schooling        POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
end_schooling        GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
void_schooling       GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
void_schooling       POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
void_schooling       GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
add_school_contact   GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
add_school_contact   POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
add_school_contact   GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
edit_school_contact  GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
edit_school_contact  POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
edit_school_contact  GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
void_school_contact  GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
void_school_contact  POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
void_school_contact  GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
# What a teacher tells is of the record too; the sheet itself is opened by whoever has its link, and by nobody else.
school_sheet_page    GET  |  in | 200 200 200 200 200 | 200 404 404 200 | 404 404 404 404 404
school_sheet_page    POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
ask_teacher          GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
ask_teacher          POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
ask_teacher          GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
show_school_sheet    GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
show_school_sheet    POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
show_school_sheet    GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
void_school_sheet    GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
void_school_sheet    POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
void_school_sheet    GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
answer_school_sheet  GET  | 404 | 404 404 404 404 404 | 404 404 404 404 | 404 404 404 404 404
answer_school_sheet  POST | 404 | 404 404 404 404 404 | 404 404 404 404 | 404 404 404 404 404
# A path at school is as the family's own: of the record, walked by the team in charge.
school_path_page     GET  |  in | 200 200 200 200 200 | 200 404 404 200 | 404 404 404 404 404
school_path_page     POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
begin_school_path    GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
begin_school_path    POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
begin_school_path    GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
mark_school_step     GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
mark_school_step     POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
mark_school_step     GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
void_school_mark     GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
void_school_mark     POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
void_school_mark     GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
edit_school_path     GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
edit_school_path     POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
edit_school_path     GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
end_school_path      GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
end_school_path      POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
end_school_path      GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
# A PEI or a PDP says something of health: the team at work reads it; neither who leads the body nor any grant. This one has no paper.
write_school_plan    GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
write_school_plan    POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
write_school_plan    GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
edit_school_plan     GET  |  in | 200 200 200 200 404 | 404 404 404 404 | 404 404 404 404 404
edit_school_plan     POST |  in | 422 422 422 422 404 | 404 404 404 404 | 404 404 404 404 404
edit_school_plan     GOOD |  in |  go  go  go  go 404 | 404 404 404 404 | 404 404 404 404 404
void_school_plan     GET  |  in | 200 200 200 200 404 | 404 404 404 404 | 404 404 404 404 404
void_school_plan     POST |  in | 422 422 422 422 404 | 404 404 404 404 | 404 404 404 404 404
void_school_plan     GOOD |  in |  go  go  go  go 404 | 404 404 404 404 | 404 404 404 404 404
open_school_plan     GET  |  in | 404 404 404 404 404 | 404 404 404 404 | 404 404 404 404 404
open_school_plan     POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
# Who is out of school: of the families of one's own teams; partners, administrators and participants have none.
out_of_school        GET  |  in | 200 200 200 200 200 | 200 200 200 403 | 200 200 403 403 403
out_of_school        POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
"""
# family: its class, and the word that stands on its page alone
CLASSES = {
    "mx_family": ("mx_class", "Scuola di casa nostra"),
    "mx_foreign": ("mx_class_far", "Scuola lontana"),
}
TEACHER = "Maestra della prova"
WRITERS = {"mx_family": "mx_own_educator", "mx_foreign": "mx_stranger_educator"}
WALKED = {"mx_family": "Fatto a casa nostra", "mx_foreign": "Fatto lontano"}
AGREED = {"mx_family": "Concordato per casa nostra", "mx_foreign": "Concordato lontano"}
TOLD = {"mx_family": "Visto a casa nostra", "mx_foreign": "Visto lontano"}


def rows(since: date) -> dict[str, Any]:
    """The child of each family in a class, with somebody to talk with."""
    world: dict[str, Any] = {
        "schoolings": [],
        "school_contacts": [],
        "school_sheets": [],
        "school_paths": [],
        "school_plans": [],
    }
    for family, (key, school) in CLASSES.items():
        world["schoolings"].append(
            {
                "key": key,
                "household": family,
                "child": f"{family}_child",
                "cycle": "primary",
                "year": 2,
                "school": school,
                "since": since,
            }
        )
        world["school_sheets"].append(
            {
                "key": key,
                "schooling": key,
                "teacher": TEACHER,
                "asked": since,
                "by": WRITERS[family],
                "name": "Bruno",
                "answered": since,
                "answers": {"able": 3, "sad": 2},
                "words": {"strong": TOLD[family]},
            }
        )
        world["school_plans"].append(
            {
                "key": key,
                "household": family,
                "child": f"{family}_child",
                "kind": "pdp",
                "year": since.year,
                "signed": since,
                "agreed": AGREED[family],
            }
        )
        mark = {"step": "place", "by": WRITERS[family], "day": since, "words": WALKED[family]}
        world["school_paths"].append(
            {
                "key": key,
                "household": family,
                "child": f"{family}_child",
                "text": "soli-mai-scuola-1",
                "zero": since,
                "begun": since,
                "loss": "death",
                "contact": WRITERS[family],
                "marks": [mark],
            }
        )
        world["school_contacts"].append({"schooling": key, "name": TEACHER, "email": f"{key}@example.org"})
    return world


def ids(family: str) -> dict[str, Any]:
    """Ids of a family's own rows."""
    key, _school = CLASSES[family]
    return {
        "schooling_id": key_for("schooling", key),
        "school_sheet_id": key_for("school_sheet", key),
        "school_path_id": key_for("school_path", key),
        "school_mark_id": key_for("school_mark", key, "place"),
        "school_plan_id": key_for("school_plan", key),
        "school_contact_id": key_for("school_contact", key, TEACHER),
    }
