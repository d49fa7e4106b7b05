"""What of the diary stands in a calendar: visits, and the meetings of lines of support."""

from collections.abc import Iterator

from django.urls import reverse

from intreccio.families.diary.vocabulary import SupportKind, VisitPlace
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.queries.weeks import of_each, people_named, rows_of, who_in
from intreccio.workshop.calendar.queries.sources import Wanted
from intreccio.workshop.calendar.rules.entries import Entry
from intreccio.workshop.calendar.vocabulary import EntryKind

MINE = of_each(
    "SELECT t.id FROM diary_supportline p JOIN diary_supportcycle y ON y.line_id = p.id JOIN diary_supportmeeting t ON t.cycle_id = y.id"
    " WHERE p.psychologist_id = who.id AND t.day BETWEEN %(since)s AND %(until)s"
)
MEETINGS = f"""
    SELECT m.id, m.day, m.hour, l.id, l.household_id, (SELECT h.name FROM people_household h WHERE h.id = l.household_id), l.kind,
      {who_in("l.psychologist_id")}
    FROM diary_supportmeeting m JOIN diary_supportcycle c ON c.id = m.cycle_id
      JOIN diary_supportline l ON l.id = c.line_id AND l.voided_at IS NULL
      JOIN cases_case k ON k.id = l.case_id AND k.voided_at IS NULL
    WHERE m.state IN ('planned', 'held') AND m.id = ANY (ARRAY(
        SELECT t.id FROM diary_supportmeeting t WHERE t.team_id = %(team)s::uuid AND t.day BETWEEN %(since)s AND %(until)s
        UNION SELECT each.id FROM {MINE}))
"""  # noqa: S608  # fixed texts
VISITS = f"""
    SELECT v.id, v.day, v.hour, v.minutes, v.case_id, v.household_id, (SELECT h.name FROM people_household h WHERE h.id = v.household_id),
      v.what, v.place, {who_in("SELECT unnest(v.workers)")}
    FROM diary_visit v JOIN cases_case c ON c.id = v.case_id AND c.voided_at IS NULL AND (c.ended_on IS NULL OR v.day <= c.ended_on)
    WHERE v.day BETWEEN %(since)s AND %(until)s AND v.state IN ('planned', 'met')
      AND (v.team_id = %(team)s::uuid OR v.workers && %(members)s::uuid[])
"""  # noqa: S608  # fixed texts
VISITS_DUE = "SELECT 'visit', key, hat, day, hour FROM visits_to_remind(%(since)s, %(until)s, %(only)s)"
DUE = "SELECT 'talk', key, hat, day, hour FROM support_to_remind(%(since)s, %(until)s, %(only)s)"


def entries_of(_viewer: Viewer, wanted: Wanted) -> Iterator[Entry]:
    """Those that the viewer may see."""
    for key, day, hour, line, family_id, family, kind, who in rows_of(MEETINGS, wanted):
        yield Entry(
            EntryKind.TALK, key, day, family or "", reverse("line_page", args=[line]), hour,
            what=str(SupportKind(kind).label), who=people_named(who), about=family_id,
        )  # fmt: skip


def visits_of(_viewer: Viewer, wanted: Wanted) -> Iterator[Entry]:
    """Those agreed while the way goes on, and those that were; what was called off or missed stands in no calendar."""
    for key, day, hour, minutes, case, family_id, family, what, place, who in rows_of(VISITS, wanted):
        yield Entry(
            EntryKind.VISIT, key, day, family or "", reverse("diary_page", args=[case]), hour, minutes, what,
            str(VisitPlace(place).label), people_named(who), family_id,
        )  # fmt: skip
