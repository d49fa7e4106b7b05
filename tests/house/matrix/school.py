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
"""
# family: its class, and the word that stands on its page alone
CLASSES = {
    "mx_family": ("mx_class", "Scuola di casa nostra"),
    "mx_foreign": ("mx_class_far", "Scuola lontana"),
}
TEACHER = "Maestra della prova"


def rows(since: date) -> dict[str, Any]:
    """The child of each family in a class, with somebody to talk with."""
    world: dict[str, Any] = {"schoolings": [], "school_contacts": []}
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
        world["school_contacts"].append({"schooling": key, "name": TEACHER, "email": f"{key}@example.org"})
    return world


def ids(family: str) -> dict[str, Any]:
    """Ids of a family's own rows."""
    key, _school = CLASSES[family]
    return {
        "schooling_id": key_for("schooling", key),
        "school_contact_id": key_for("school_contact", key, TEACHER),
    }
