"""What of cases stands in a calendar: meetings, agreed reviews, what was agreed for later. One query for all of it."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from intreccio.families.cases.vocabulary import CONTACTS, ConferenceKind, FollowUpMonths
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.queries.weeks import of_each, people_named, rows_of, who_in
from intreccio.workshop.calendar.queries.sources import Wanted
from intreccio.workshop.calendar.rules.entries import Entry
from intreccio.workshop.calendar.vocabulary import EntryKind

# Whoever has said no is not there, unless they came all the same.
THERE = "(s.came OR s.is_asked AND s.answer NOT IN ('not', 'cannot'))"
ASKED = f"SELECT s.membership_id FROM cases_conferenceseat s WHERE s.conference_id = n.id AND {THERE}"  # noqa: S608  # fixed texts
SEAT = f"SELECT s.conference_id AS id FROM cases_conferenceseat s WHERE s.membership_id = who.id AND {THERE}"  # noqa: S608  # fixed texts
# By the team's own index, and by that of who takes part, one person at a time: arrays, so that neither is given up for the other,
# nor for the teams of who looks.
MEETINGS = f"""
    SELECT 'meeting', n.id, n.day, n.at, n.household_id, n.case_id, n.kind, n.place, {who_in(ASKED)}
    FROM cases_conference n JOIN cases_case c ON c.id = n.case_id AND c.voided_at IS NULL
    WHERE n.id = ANY (ARRAY(
        SELECT t.id FROM cases_conference t WHERE t.team_id = %(team)s::uuid AND t.voided_at IS NULL
          AND t.day BETWEEN %(since)s AND %(until)s
        UNION SELECT t.id FROM {of_each(SEAT)} CROSS JOIN LATERAL (SELECT t.id FROM cases_conference t
          WHERE t.id = each.id AND t.voided_at IS NULL AND t.day BETWEEN %(since)s AND %(until)s OFFSET 0) t))
      AND n.kind <> ALL (%(contacts)s) AND (c.ended_on IS NULL OR n.held_on IS NOT NULL)
"""  # noqa: S608  # fixed texts
REVIEW_ON = "t.review_on BETWEEN %(since)s AND %(until)s AND t.ended_on IS NULL AND t.voided_at IS NULL"
REVIEWS = f"""
    SELECT 'review', c.id, c.review_on, NULL, c.household_id, c.id, '', '', {who_in("c.responsible_id")}
    FROM cases_case c WHERE c.id = ANY (ARRAY(
        SELECT t.id FROM cases_case t WHERE t.team_id = %(team)s::uuid AND {REVIEW_ON}
        UNION SELECT each.id FROM {of_each(f"SELECT t.id FROM cases_case t WHERE t.responsible_id = who.id AND {REVIEW_ON}")}))
"""  # noqa: S608  # fixed texts
DUE_ON = "t.due_on BETWEEN %(since)s AND %(until)s AND t.done_on IS NULL AND t.voided_at IS NULL"
FOLLOW_UPS = f"""
    SELECT 'follow_up', f.id, f.due_on, NULL, f.household_id, f.case_id, f.months::text, '',
      {who_in("f.who_id")}
    FROM cases_casefollowup f JOIN cases_case c ON c.id = f.case_id AND c.voided_at IS NULL
    WHERE f.id = ANY (ARRAY(
        SELECT t.id FROM cases_casefollowup t WHERE t.team_id = %(team)s::uuid AND {DUE_ON}
        UNION SELECT each.id FROM {of_each(f"SELECT t.id FROM cases_casefollowup t WHERE t.who_id = who.id AND {DUE_ON}")}))
"""  # noqa: S608  # fixed texts
ENTRIES = f"""
    SELECT e.*, (SELECT h.name FROM people_household h WHERE h.id = e.household_id)
    FROM ({MEETINGS} UNION ALL {REVIEWS} UNION ALL {FOLLOW_UPS}) e (kind, key, day, hour, household_id, case_id, what, place, who)
"""  # noqa: S608  # fixed texts
DUE = "SELECT kind, key, hat, day, hour FROM cases_to_remind(%(since)s, %(until)s, %(only)s)"


def entries_of(_viewer: Viewer, wanted: Wanted) -> Iterator[Entry]:
    """Those that the viewer may see: row security leaves the others out."""
    for row in rows_of(ENTRIES, wanted, contacts=[str(kind) for kind in CONTACTS]):
        yield _entry(*row)


def _entry(
    kind: str,
    key: Any,
    day: Any,
    hour: Any,
    family_id: Any,
    case: Any,
    what: str,
    place: str,
    who: Any,
    family: str,
) -> Entry:
    says, page, ids = DRAWN[kind](what, case, key)
    return Entry(
        kind, key, day, family or "", reverse(page, args=ids), hour, what=says, place=place, who=people_named(who),
        about=family_id,
    )  # fmt: skip


DRAWN: dict[str, Any] = {
    EntryKind.MEETING: lambda what, case, key: (
        str(ConferenceKind(what).label),
        "conference_page",
        [case, key],
    ),
    EntryKind.REVIEW: lambda _what, case, _key: ("", "case_page", [case]),
    EntryKind.FOLLOW_UP: lambda what, case, key: (
        _("da risentire, %(months)s") % {"months": FollowUpMonths(int(what)).label},
        "record_follow_up",
        [case, key],
    ),
}
