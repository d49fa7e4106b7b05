"""What of going together stands in a calendar: the day on which somebody of ours goes with a family, and the one on which they went."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from intreccio.families.around.queries.outings import NO_MORE
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.queries.weeks import of_each, people_named, rows_of, who_in
from intreccio.workshop.calendar.queries.sources import Wanted
from intreccio.workshop.calendar.rules.entries import Entry
from intreccio.workshop.calendar.vocabulary import EntryKind

# Each of the two days by its own index.
AGREED = "t.state = 'planned' AND t.let_go = '' AND t.day BETWEEN %(since)s AND %(until)s"
WENT = "t.done_on BETWEEN %(since)s AND %(until)s"
GOES = of_each(f"SELECT t.id FROM around_outing t WHERE t.goes_id = who.id AND ({AGREED} OR {WENT})")  # noqa: S608  # fixed texts
OUTINGS = f"""
    SELECT o.id, coalesce(o.done_on, o.day), o.at, o.household_id, (SELECT h.name FROM people_household h WHERE h.id = o.household_id),
      s.name, o.meet_at, {who_in("o.goes_id")}
    FROM around_outing o JOIN cases_case c ON c.id = o.case_id AND c.voided_at IS NULL
      JOIN directory_service s ON s.id = o.service_id
    WHERE (c.ended_on IS NULL OR coalesce(o.done_on, o.day) <= c.ended_on)
      AND (o.state <> 'planned' OR NOT {NO_MORE}) AND o.id = ANY (ARRAY(
        SELECT t.id FROM around_outing t WHERE t.team_id = %(team)s::uuid AND {AGREED}
        UNION SELECT t.id FROM around_outing t WHERE t.team_id = %(team)s::uuid AND {WENT}
        UNION SELECT each.id FROM {GOES}))
"""  # noqa: S608  # fixed texts
DUE = "SELECT 'appointment', key, hat, day, hour FROM outings_to_remind(%(since)s, %(until)s, %(only)s)"


def entries_of(_viewer: Viewer, wanted: Wanted) -> Iterator[Entry]:
    """Those that the viewer may see; where one does not go any more stands in no calendar."""
    for key, day, hour, family_id, family, service, place, who in rows_of(OUTINGS, wanted):
        yield Entry(
            EntryKind.APPOINTMENT, key, day, family or "", reverse("outing_page", args=[key]), hour,
            what=_("insieme a «%(service)s»") % {"service": service}, place=place, who=people_named(who), about=family_id,
        )  # fmt: skip
