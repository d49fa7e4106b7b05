"""School in a family's story: the part of it that is ours, of whom each act was, and where it is read."""

from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.panels import (
    add_chapter,
    add_reading_place,
    add_readings_of_team,
    add_story_sight,
    add_story_words,
)

# Each row that is read on the page of a child's school, as the class that it is of; each act, as the child it was about.
OF_A_CLASS = (("school_schooling", "r.id"), ("school_schoolcontact", "r.schooling_id"))
# Acts on a path and on its steps, as the path.
OF_A_PATH = "SELECT r.id, r.id AS path FROM school_schoolpath r UNION ALL SELECT m.id, m.path_id FROM school_schoolmark m"
ABOUT = (
    ("schooling", "r.child_id", "school_schooling r"),
    (
        "school_contact",
        "s.child_id",
        "school_schoolcontact r JOIN school_schooling s ON s.id = r.schooling_id",
    ),
    ("school_sheet", "s.child_id", "school_schoolsheet r JOIN school_schooling s ON s.id = r.schooling_id"),
    ("school_path", "p.child_id", f"({OF_A_PATH}) r JOIN school_schoolpath p ON p.id = r.path"),
    ("school_plan", "r.child_id", "school_schoolplan r"),
)


def tell_story() -> None:
    """Every act is of one child, and is read on the page of their school, or on its own."""
    add_chapter("school", _("la scuola"), 45, *(noun for noun, _child, _rows in ABOUT))
    add_reading_place(
        *(
            "SELECT r.id, 'child_school', ARRAY[s.household_id::text, coalesce(p.merged_into_id, s.child_id)::text]"  # noqa: S608  # fixed texts
            f" FROM {table} r JOIN school_schooling s ON s.id = {key} JOIN people_person p ON p.id = s.child_id"
            " WHERE r.id = ANY(%(ids)s)"
            for table, key in OF_A_CLASS
        ),
        "SELECT id, 'school_sheet_page', ARRAY[id::text] FROM school_schoolsheet WHERE id = ANY(%(ids)s)",
        "SELECT r.id, 'child_school', ARRAY[r.household_id::text, coalesce(p.merged_into_id, r.child_id)::text]"
        " FROM school_schoolplan r JOIN people_person p ON p.id = r.child_id WHERE r.id = ANY(%(ids)s)",
        f"SELECT r.id, 'school_path_page', ARRAY[r.path::text] FROM ({OF_A_PATH}) r WHERE r.id = ANY(%(ids)s)",  # noqa: S608  # fixed texts
    )
    add_story_words(
        {
            f"starts_with(e.kind, '{noun}.')": f"SELECT {child}, NULL, '', '' FROM {rows} WHERE r.id = e.subject_id"  # noqa: S608  # fixed texts
            for noun, child, rows in ABOUT
        }
    )
    # That there is one is for whom it is for: neither its acts nor its openings tell it to others.
    add_readings_of_team("write_school_plan", "edit_school_plan", "void_school_plan", "open_school_plan")
    add_story_sight(
        "NOT starts_with(e.kind, 'school_plan.') OR EXISTS (SELECT FROM school_schoolplan r WHERE r.id = e.subject_id"
        " AND r.household_id = %(household)s)",
        in_team=True,
    )
