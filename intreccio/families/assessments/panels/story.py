"""Assessments in a family's story, on the line of its way, and among its contacts."""

from django.utils.translation import gettext_lazy as _

from intreccio.families.assessments.vocabulary import OF_THE_FAMILY, Heard, Moment, NotHeard, Voice
from intreccio.families.cases.queries.sources import add_contacts, add_marks
from intreccio.ground.kernel.panels import add_chapter, add_reading_place, add_story_words
from intreccio.ground.kernel.refused import Words

READ = (
    ("assessments_assessment", "id"),
    ("assessments_pointofview", "assessment_id"),
    ("assessments_childwords", "assessment_id"),
)
OF_WAYS = (
    "voided_at IS NULL AND household_id = w.household_id"
    " AND assessment_id IN (SELECT id FROM assessments_assessment WHERE voided_at IS NULL)"
)
# Of a child who was not heard it is told that it was not, and why as long as it is so; whoever may not read the words is not
# told whose they were.
SAID_OF = {
    "e.kind = 'assessment.child_words_written'": f"""
    SELECT c.person_id, CASE WHEN e.codes ->> 'heard' = '{Heard.NOT_YET}' THEN 'assessment.child_words_missing' END,
      'not_heard', CASE WHEN e.codes ->> 'heard' = '{Heard.NOT_YET}' AND c.heard = '{Heard.NOT_YET}'
        THEN coalesce(nullif(c.not_heard_words, ''), c.not_heard) ELSE '' END
    FROM (SELECT) act LEFT JOIN assessments_childwords c ON c.id = e.subject_id""",  # noqa: S608  # fixed texts
    "e.kind = 'assessment.child_words_shared'":
        "SELECT c.person_id, NULL, '', '' FROM assessments_childwords c WHERE c.id = e.subject_id",
    "starts_with(e.kind, 'assessment.point_of_view')":
        "SELECT p.person_id, NULL, 'voice', CASE WHEN p.person_id IS NULL THEN p.voice ELSE '' END"
        " FROM assessments_pointofview p WHERE p.id = e.subject_id",
    "starts_with(e.kind, 'listening.')":
        "SELECT l.person_id, NULL, '', '' FROM assessments_listening l WHERE l.id = e.subject_id",
    "starts_with(e.kind, 'drawing.')":
        "SELECT l.person_id, NULL, '', '' FROM assessments_childdrawing d JOIN assessments_listening l ON l.id = d.listening_id"
        " WHERE d.id = e.subject_id",
}  # fmt: skip
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
    add_story_words(SAID_OF, not_heard=_why_not, voice=_voice)
    add_marks(
        "assessment", 20, _("valutazioni"), _moment,
        "SELECT begun_on, moment FROM assessments_assessment WHERE household_id = %(household)s AND voided_at IS NULL",
    )  # fmt: skip
    add_contacts(
        f"SELECT heard_on FROM assessments_pointofview WHERE voice IN ({VOICES}) AND {OF_WAYS}",  # noqa: S608  # fixed texts
        f"SELECT heard_on FROM assessments_childwords WHERE heard <> '{Heard.NOT_YET}' AND {OF_WAYS}",  # noqa: S608  # fixed texts
        "SELECT heard_on FROM words_kept(w.household_id)",
        "SELECT heard_on FROM assessments_listening WHERE voided_at IS NULL AND household_id = w.household_id",
    )


def _moment(code: str) -> str:
    return str(Moment(code).label)


def _why_not(reason: str) -> Words:
    """A code, or words of one's own."""
    return NotHeard(reason).label if reason in NotHeard.values else reason


def _voice(code: str) -> Words:
    return Voice(code).label
