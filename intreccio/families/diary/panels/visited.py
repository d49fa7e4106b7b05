"""What visits tell elsewhere: days on which a family was met, months on the line of its way, their chapter of a story."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from intreccio.families.cases.queries.sources import add_contacts, add_marks
from intreccio.families.diary.vocabulary import VisitPlace
from intreccio.ground.kernel.panels import add_chapter, add_reading_place, add_story_sight, tell

# With somebody of the family there, whatever the place: what is done for them without them is no contact.
WITH_THEM = f"voided_at IS NULL AND place <> '{VisitPlace.DESK}' AND present <> '{{}}'"
# The last one alone, and first of an index: of a family met twice a week for years, the others are not looked at.
LAST_OF_WAY = "household_id = w.household_id AND day <= %(day)s {} ORDER BY day DESC LIMIT 1"
NOTED = f"(SELECT day FROM diary_visitnote WHERE {WITH_THEM} AND {LAST_OF_WAY.format('')})"  # noqa: S608  # fixed texts
# Of a note that one does not read, the minutes with the family tell that it was met.
WORKED = (
    "(SELECT day FROM diary_workedtime WHERE"  # noqa: S608  # fixed texts
    f" {LAST_OF_WAY.format('GROUP BY day, note_id HAVING sum(direct) > 0')})"
)
# A mark a month: of a family that is met every week the line stays one that can be looked at.
MONTHS = (
    f"SELECT max(day), count(*)::text FROM diary_visitnote WHERE household_id = %(household)s AND {WITH_THEM}"  # noqa: S608  # fixed texts
    " AND corrects_id IS NULL GROUP BY date_trunc('month', day)"
)
# Where an act is read: of who opens the diary at all.
READ = (
    "SELECT r.id, 'diary_page', ARRAY[r.case_id::text] FROM {table} r WHERE r.id = ANY(%(ids)s)"
    " AND (SELECT my_role()) IN ('coordinator', 'social_worker', 'educator', 'psychologist')"
)


# That somebody wrote for fewer is told to those few.
IN_SIGHT = (
    "NOT starts_with(e.kind, 'visit_note.') OR EXISTS (SELECT FROM diary_visitnote n WHERE n.household_id = %(household)s"
    " AND n.id = e.subject_id)"
)


def _times(count: str) -> str:
    return ngettext("%(count)s volta nel mese", "%(count)s volte nel mese", int(count)) % {"count": count}


def tell_visits() -> None:
    """Fills the registers of the way and of the story."""
    add_contacts(NOTED, WORKED)
    add_marks("visit", 35, _("visite"), _times, MONTHS)
    add_reading_place(*(READ.format(table=table) for table in ("diary_visit", "diary_visitnote")))
    add_story_sight(IN_SIGHT, in_team=True)
    add_chapter("visits", _("le visite"), 62, "visit", "visit_note")
    tell(
        visit__planned=_("fissata una visita"),
        visit__moved=_("spostata una visita"),
        visit__called_off=_("annullata una visita che non serviva più"),
        visit__missed=_("a una visita non ci si è visti"),
        visit_note__written=_("scritta una nota di visita"),
        visit_note__edited=_("cambiata una nota di visita da chi l'ha scritta"),
        visit_note__corrected=_("rettificata una nota di visita da chi l'ha scritta"),
        visit_note__voided=_("annullata una nota di visita scritta per errore"),
    )
