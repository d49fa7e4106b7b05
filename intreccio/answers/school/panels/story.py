"""School in a family's story: the part of it that is ours, of whom each act was, and where it is read."""

from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.panels import add_chapter, add_reading_place, add_story_words

# Each row of ours, as the class that it is of.
OF_A_CLASS = (("school_schooling", "r.id"), ("school_schoolcontact", "r.schooling_id"))


def tell_story() -> None:
    """Every act is of one child, and is read on the page of their school."""
    add_chapter("school", _("la scuola"), 45, "schooling", "school_contact")
    add_reading_place(
        *(
            "SELECT r.id, 'child_school', ARRAY[s.household_id::text, coalesce(p.merged_into_id, s.child_id)::text]"  # noqa: S608  # fixed texts
            f" FROM {table} r JOIN school_schooling s ON s.id = {key} JOIN people_person p ON p.id = s.child_id"
            " WHERE r.id = ANY(%(ids)s)"
            for table, key in OF_A_CLASS
        )
    )
    add_story_words(
        "SELECT e.id, s.child_id, NULL, '', '' FROM acts e JOIN school_schooling s ON s.id = e.subject_id"
        " WHERE starts_with(e.kind, 'schooling.')",
        "SELECT e.id, s.child_id, NULL, '', '' FROM acts e JOIN school_schoolcontact c ON c.id = e.subject_id"
        " JOIN school_schooling s ON s.id = c.schooling_id WHERE starts_with(e.kind, 'school_contact.')",
    )
