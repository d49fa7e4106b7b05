"""Assessments in a family's story, on the line of its way, and among its contacts."""

from django.utils.translation import gettext_lazy as _

from intreccio.families.assessments.vocabulary import OF_THE_FAMILY, Heard, Moment
from intreccio.families.cases.queries.sources import add_contacts, add_marks
from intreccio.ground.kernel.panels import add_chapter, add_reading_place

READ = (
    ("assessments_assessment", "id"),
    ("assessments_pointofview", "assessment_id"),
    ("assessments_childwords", "assessment_id"),
)
OF_WAYS = (
    "voided_at IS NULL AND household_id IN (SELECT household_id FROM ways)"
    " AND assessment_id IN (SELECT id FROM assessments_assessment WHERE voided_at IS NULL)"
)
VOICES = ", ".join(f"'{voice}'" for voice in OF_THE_FAMILY)


def tell_story() -> None:
    """The part of the story that is ours; who of the family spoke was met (decision 76)."""
    add_chapter("assessment", _("la valutazione"), 40, "assessment", "factor", "listening", "drawing")
    add_reading_place(
        *(
            f"SELECT r.id, 'assessment_page', ARRAY[a.id::text] FROM {table} r"  # noqa: S608  # fixed texts
            f" JOIN assessments_assessment a ON a.id = r.{key} WHERE r.id = ANY(%(ids)s)"
            for table, key in READ
        ),
        "SELECT id, 'sheet_page', ARRAY[assessment_id::text, id::text] FROM assessments_sheet WHERE id = ANY(%(ids)s)",
        "SELECT id, 'factor_list', ARRAY[case_id::text] FROM assessments_factor WHERE id = ANY(%(ids)s)",
    )
    add_reading_place(
        "SELECT r.id, 'child_voice', ARRAY[r.household_id::text, r.person_id::text]"
        " FROM assessments_listening r WHERE r.id = ANY(%(ids)s)",
        "SELECT r.id, 'child_voice', ARRAY[l.household_id::text, l.person_id::text] FROM assessments_childdrawing r"
        " JOIN assessments_listening l ON l.id = r.listening_id WHERE r.id = ANY(%(ids)s)",
    )
    add_marks(
        "assessment", 20, _("valutazioni"), _moment,
        "SELECT begun_on, moment FROM assessments_assessment WHERE household_id = %(household)s AND voided_at IS NULL",
    )  # fmt: skip
    add_contacts(
        f"SELECT household_id, heard_on FROM assessments_pointofview WHERE voice IN ({VOICES}) AND {OF_WAYS}",  # noqa: S608  # fixed texts
        f"SELECT household_id, heard_on FROM assessments_childwords WHERE heard <> '{Heard.NOT_YET}' AND {OF_WAYS}",  # noqa: S608  # fixed texts
        "SELECT household_id, heard_on FROM assessments_listening WHERE voided_at IS NULL"
        " AND household_id IN (SELECT household_id FROM ways)",
    )


def _moment(code: str) -> str:
    return str(Moment(code).label)
