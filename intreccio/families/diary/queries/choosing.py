"""By what a diary can be read in part: who wrote in it, which goals it can touch, whom one meets; and its words."""

from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from django.db import connection
from django.db.models import Q

from intreccio.families.cases.models import Case
from intreccio.families.diary.queries.diary import visit_notes_in_sight
from intreccio.families.diary.queries.family import Family
from intreccio.ground.kernel.text import normalise, words_of
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Person

Choice = tuple[str, str]
# From one author to the next along an index: of a diary of years, not every note is looked at to find who wrote three of them.
AUTHORS = """
    WITH RECURSIVE found (author_id) AS (
      (SELECT n.author_id FROM diary_visitnote n WHERE n.case_id = %(case)s ORDER BY n.author_id LIMIT 1)
      UNION ALL SELECT (SELECT n.author_id FROM diary_visitnote n WHERE n.case_id = %(case)s AND n.author_id > f.author_id
        ORDER BY n.author_id LIMIT 1) FROM found f WHERE f.author_id IS NOT NULL)
    SELECT m.id::text, u.name FROM organisations_membership m JOIN accounts_colleague u ON u.id = m.user_id
    WHERE m.id IN (SELECT author_id FROM found) ORDER BY u.name, m.id
"""
# Written out: composed by the ORM this would cost more than to answer, at every opening of a diary.
GOALS = """
    SELECT g.id, g.origin, g.title FROM plans_goal g JOIN plans_plan p ON p.id = g.plan_id
    WHERE p.case_id = %s AND g.voided_at IS NULL ORDER BY p.number, g."order", g.id
"""
MOST_FOUND = 50


@dataclass(frozen=True, slots=True)
class Goals:
    """Of all versions of a family's plan: what each is called by its key, and one choice for each, as it is called last."""

    titles: dict[UUID, str]
    choices: list[Choice]


def goals_touched(case: Case) -> Goals:
    """One query."""
    with connection.cursor() as cursor:
        cursor.execute(GOALS, [case.pk])
        found = cursor.fetchall()
    last = {str(origin): title for _key, origin, title in found}
    return Goals({key: last[str(origin)] for key, origin, _title in found}, list(last.items()))


def authors_of(case: Case) -> list[Choice]:
    """Who wrote what the viewer reads, by name. One query."""
    with connection.cursor() as cursor:
        cursor.execute(AUTHORS, {"case": case.pk})
        return [(key, name) for key, name in cursor.fetchall()]


def people_of(family: Family) -> list[Choice]:
    """Whom one can have met."""
    return [(str(member.person.pk), member.name) for member in family.members if not member.mistake]


def cards_of(person_id: UUID | None) -> tuple[UUID, ...]:
    """A person, and the cards that were joined into theirs: notes name the card of their day. One query, none for nobody."""
    if person_id is None:
        return ()
    rows = Person.objects.filter(Q(pk=person_id) | Q(merged_into_id=person_id)).values_list("pk", flat=True)
    return tuple(rows) or (person_id,)


def found_in(viewer: Viewer, case: Case, words: str) -> tuple[list[UUID], bool]:
    """The notes in which all these words are, the last first, and whether there are more than are shown; words of a correction
    count for the note they put right, and for none that was annulled. One query.

    Compared here, as names are (law 14): of one family row security leaves a few hundred notes that the viewer reads, and a word
    is never compared with one that they do not.
    """
    asked = words_of(words)
    rows = visit_notes_in_sight(viewer).filter(case_id=case.pk, voided_at__isnull=True)
    standing: set[UUID] = set()
    texts: dict[UUID, str] = {}
    kept = rows.select_related(None).order_by("-day", "-written_at", "-pk")
    for key, first, *said in kept.values_list("pk", "corrects_id", "text", "next_step", "others"):
        note = first or key
        if first is None:
            standing.add(key)
        texts[note] = f"{texts.get(note, '')} {' '.join(said)}"
    holding = (
        key for key, said in texts.items() if asked and key in standing and _holds(normalise(said), asked)
    )
    found = list(islice(holding, MOST_FOUND + 1))
    return found[:MOST_FOUND], len(found) > MOST_FOUND


def _holds(said: str, asked: list[str]) -> bool:
    return all(word in said for word in asked)
