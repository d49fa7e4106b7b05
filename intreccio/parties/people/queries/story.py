"""A family's story: the acts that have words, the last ones first."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db import connection
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.timezone import localtime, make_aware
from django.utils.translation import gettext as _

from intreccio.ground.design.templatetags.design import spoken
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.panels import kinds_told, registers, told
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.queries.households import Seen
from intreccio.parties.people.rules.names import called

LAST = 10
PAGE = 25
TO_PRINT = 200
MOST_PEOPLE = 60
LATEST: dict[str, Any] = {"at": "infinity", "id": UUID(int=0)}
# Written out: composed by the ORM this would cost more than to answer, at every opening of a page.
# What happened in the family's life has a day and a person of its own; of a child who was not born no name is told. Whom an act
# is about is worked out first: compared with names as it stands, PostgreSQL would ask row security of every name there is.
ACTS = """
    WITH acts AS MATERIALIZED (SELECT e.id, e.at, e.kind, e.user_id, e.subject_id, e.codes FROM kernel_event e
    WHERE e.household_id = %(household)s AND (e.at, e.id) < (%(at)s::timestamptz, %(id)s::uuid)
      AND e.kind = ANY(%(kinds)s::text[]) AND (%(by)s::uuid IS NULL OR e.user_id = %(by)s::uuid)
      AND (%(since)s::timestamptz IS NULL OR e.at >= %(since)s::timestamptz)
      AND (%(until)s::timestamptz IS NULL OR e.at < %(until)s::timestamptz) AND {sight}
    ORDER BY e.at DESC, e.id DESC LIMIT %(most)s),
    said AS MATERIALIZED (SELECT a.id, a.at, coalesce(w.kind, a.kind) AS kind, a.user_id, a.subject_id, l.day,
      coalesce(l.person_id, w.person_id) AS whom, coalesce(w.saying, '') AS saying, coalesce(w.words, '') AS words
    FROM acts a LEFT JOIN people_lifeevent l ON l.id = a.subject_id
      LEFT JOIN ({words}) w (act, person_id, kind, saying, words) ON w.act = a.id)
    SELECT a.id, a.at, a.kind, coalesce((SELECT u.name FROM accounts_colleague u WHERE u.id = a.user_id), ''), a.subject_id, a.day,
      ARRAY(SELECT ARRAY[n.kind, n.given, n.family]::text[] FROM people_personname n JOIN people_person p ON p.id = n.person_id
        WHERE n.person_id = a.whom AND NOT (p.birth_precision = 'expected' AND p.died_on IS NOT NULL)
          AND n.voided_at IS NULL AND (n.until IS NULL OR n.until > today()) ORDER BY n.id), a.saying, a.words
    FROM said a ORDER BY a.at DESC, a.id DESC
"""
# Looked for act by act: as one join, PostgreSQL would read whole tables, and ask row security of each line, before it knew of whom.
SAID_OF = "SELECT e.id, r.* FROM acts e CROSS JOIN LATERAL ({rows} OFFSET 0) r WHERE {which}"
NO_WORDS = "SELECT NULL::uuid, NULL::uuid, NULL::text, NULL::text, NULL::text WHERE false"
WHO_ACTED = """
    SELECT u.id, u.name FROM accounts_colleague u
    WHERE u.id IN (SELECT DISTINCT e.user_id FROM kernel_event e WHERE e.household_id = %(household)s AND e.kind = ANY(%(kinds)s::text[]))
    ORDER BY u.name, u.id LIMIT %(most)s
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line, as the component `thread` draws it: when, who, what was done, and where it is read."""

    id: UUID
    at: datetime
    what: str
    text: str
    family: bool = False
    subject: UUID | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of a story is asked for: one chapter, whoever acted, from a day to a day (both included)."""

    chapter: str = ""
    by: UUID | None = None
    since: date | None = None
    until: date | None = None

    def values(self) -> dict[str, Any]:
        """For the query."""
        return {
            "kinds": _listed(kinds_told(self.chapter)),
            "by": self.by,
            "since": _midnight(self.since) if self.since else None,
            "until": _midnight(self.until + timedelta(days=1)) if self.until else None,
        }


def _listed(kinds: list[str]) -> str:
    """As PostgreSQL reads an array: two hundred codes of ours, which the driver would look at one by one."""
    return f"{{{','.join(kinds)}}}"


def _midnight(day: date) -> datetime:
    return make_aware(datetime.combine(day, time()))


EVERYTHING = Wanted()


def story_of(
    viewer: Viewer, seen: Seen, *, most: int = LAST, before: Event | None = None, wanted: Wanted = EVERYTHING
) -> list[Entry]:
    """The acts before `before`, at most `most` of them. One query; nothing below the level *record*."""
    if not seen.shows_record:
        return []
    begin: dict[str, Any] = {"at": before.at, "id": before.pk} if before else LATEST
    with connection.cursor() as cursor:
        cursor.execute(
            _acts(whole=seen.in_charge),
            {"household": seen.household.pk, "most": most, **begin, **wanted.values()},
        )
        return [_entry_of(*row) for row in cursor.fetchall()]


def _acts(*, whole: bool) -> str:
    """With whom and what each act was about, as every area says it; without those whose subject is not for these eyes.

    whole: to the team in charge nearly every subject is in sight, and PostgreSQL is not asked of each.
    """
    asked = (f"({told})" for told, in_team in registers.story_sight.items() if in_team or not whole)
    sight = " AND ".join(asked) or "true"
    said = (SAID_OF.format(rows=rows, which=which) for which, rows in registers.story_words.items())
    words = " UNION ALL ".join(said) or NO_WORDS
    return ACTS.replace("{sight}", sight).replace("{words}", words)


def _entry_of(*row: Any) -> Entry:
    key, at, kind, who, subject, day, names, saying, words = row
    act = capfirst(str(told(kind) or ""))
    whom = " ".join(filter(None, called((kind, given, family) for kind, given, family in names)))
    when = spoken(day) if day and day != localtime(at).date() else ""
    what = str(registers.story_sayings[saying](words)) if saying and words else words
    return Entry(key, at, who, " · ".join(filter(None, (act, whom, what, when))), subject=subject)


def with_places(household_id: UUID, entries: list[Entry]) -> list[Entry]:
    """Each entry with the address where it is read, where the viewer may open it. One query for all."""
    ids = [entry.subject for entry in entries if entry.subject]
    if not ids or not registers.reading_places:
        return entries
    with connection.cursor() as cursor:
        places = " UNION ALL ".join(f"({place})" for place in registers.reading_places)
        cursor.execute(places, {"ids": ids, "household": household_id})
        urls = {subject: reverse(name, args=args) for subject, name, args in cursor.fetchall()}
    return [replace(entry, url=urls.get(entry.subject, "")) for entry in entries]


def who_acted(household_id: UUID) -> list[tuple[str, str]]:
    """Who did what is told of a family: id and name, to choose from."""
    with connection.cursor() as cursor:
        values: dict[str, Any] = {
            "household": household_id,
            "kinds": _listed(kinds_told()),
            "most": MOST_PEOPLE,
        }
        cursor.execute(WHO_ACTED, values)
        return [(str(key), name) for key, name in cursor.fetchall()]


def gathered(entries: Iterable[Entry]) -> list[Entry]:
    """The same act of the same person on one day is one line, with how many times."""
    lines = []
    for _same, several in groupby(
        entries, key=lambda entry: (localtime(entry.at).date(), entry.what, entry.text)
    ):
        first, *others = several
        times = _("%(act)s, %(times)d volte") % {"act": first.text, "times": len(others) + 1}
        lines.append(replace(first, text=times) if others else first)
    return lines


def by_month(entries: Iterable[Entry]) -> list[tuple[date, list[Entry]]]:
    """The same lines under the first day of their month, in their order."""
    months = groupby(entries, key=lambda entry: localtime(entry.at).date().replace(day=1))
    return [(first, list(lines)) for first, lines in months]


@dataclass(frozen=True, slots=True)
class StoryPage:
    """Lines by month, and the act after which the next page begins."""

    months: list[tuple[date, list[Entry]]]
    after: UUID | None = None


def page_of_story(
    viewer: Viewer, seen: Seen, *, most: int, before: Event | None, wanted: Wanted
) -> StoryPage:
    """At most so many acts, each with where it is read. Two queries."""
    story = story_of(viewer, seen, most=most + 1, before=before, wanted=wanted)
    after = story[most - 1].id if len(story) > most else None
    return StoryPage(by_month(gathered(with_places(seen.household.pk, story[:most]))), after)


def event_of(viewer: Viewer, household_id: UUID, event_id: UUID) -> Event | None:
    """Where a page of the story begins."""
    return Event.objects.filter(household_id=household_id, pk=event_id).first()
