"""What happened with a family in the order of time, of all professions: one statement that tells where each thing stands.

Of notes only keys: row security decides which. Of meetings of a line of support and of meetings about the family the day and who
was there, never what was said: that is read where it was written.
"""

from datetime import date, time
from uuid import UUID

from django.db import connection

from intreccio.families.cases.models import Case
from intreccio.families.diary.queries.wanted import Place, Wanted

PAGE = 20
FIRST = (date.max, time(23, 59), UUID(int=2**128 - 1))


# What has no hour stands at the beginning of its day. Each part is cut before the whole is put in order.
WHEN = "coalesce({hour}, '00:00'::time)"
ORDER = """
      AND {day} BETWEEN %(since)s::date AND %(until)s::date AND {day} <= %(day)s::date
      AND ({day} < %(day)s::date OR ({when}, {id}) < (%(hour)s::time, %(id)s::uuid))
    ORDER BY {day} DESC, {when} DESC, {id} DESC LIMIT %(most)s
"""


def _order(row: str, day: str = "day", hour: str = "hour") -> str:
    return ORDER.format(day=f"{row}.{day}", when=WHEN.format(hour=f"{row}.{hour}"), id=f"{row}.id")


ANYBODY = "%(persons)s::uuid[] = '{}' OR"
NOT_OF_A_GOAL = "%(goal)s::uuid IS NULL"
NOTES = f"""
    (SELECT 'note', n.id, n.day, {WHEN.format(hour="n.hour")}, n.id, '', '', n.present, ARRAY[]::text[]
    FROM diary_visitnote n
    WHERE n.case_id = %(case)s AND n.corrects_id IS NULL AND (NOT %(only_record)s OR (n.audience = 'record' AND n.voided_at IS NULL))
      AND (%(profession)s = '' OR n.profession = %(profession)s) AND (%(author)s::uuid IS NULL OR n.author_id = %(author)s::uuid)
      AND (%(place)s = '' OR n.place = %(place)s) AND ({ANYBODY} n.present && %(persons)s::uuid[])
      AND ({NOT_OF_A_GOAL} OR n.goals && ARRAY(SELECT g.id FROM plans_goal g WHERE g.origin = %(goal)s::uuid))
      {_order("n")})
"""  # noqa: S608  # fixed texts
MISSED = f"""
    (SELECT 'missed', v.id, v.day, {WHEN.format(hour="v.hour")}, v.id, v.place, v.missed_why, v.persons,
      ARRAY(SELECT u.name FROM organisations_membership m JOIN accounts_colleague u ON u.id = m.user_id
        WHERE m.id = ANY(v.workers) ORDER BY u.name)::text[]
    FROM diary_visit v
    WHERE v.case_id = %(case)s AND v.state = 'missed' AND (%(place)s = '' OR v.place = %(place)s)
      AND (%(author)s::uuid IS NULL OR %(author)s::uuid = ANY(v.workers))
      AND (%(profession)s = '' OR EXISTS (SELECT FROM organisations_membership m WHERE m.id = ANY(v.workers) AND m.role = %(profession)s))
      AND ({ANYBODY} v.persons && %(persons)s::uuid[]) AND {NOT_OF_A_GOAL}
      {_order("v")})
"""  # noqa: S608  # fixed texts
MEETINGS = f"""
    (SELECT 'support', m.id, m.day, {WHEN.format(hour="m.hour")}, l.id, l.kind, '', m.present,
      ARRAY(SELECT u.name FROM organisations_membership h JOIN accounts_colleague u ON u.id = h.user_id
        WHERE h.id = l.psychologist_id)::text[]
    FROM diary_supportline l JOIN diary_supportcycle c ON c.line_id = l.id JOIN diary_supportmeeting m ON m.cycle_id = c.id
    WHERE l.case_id = %(case)s AND l.voided_at IS NULL AND m.state = 'held' AND %(place)s = ''
      AND %(profession)s IN ('', 'psychologist') AND (%(author)s::uuid IS NULL OR l.psychologist_id = %(author)s::uuid)
      AND ({ANYBODY} m.present && %(persons)s::uuid[]) AND {NOT_OF_A_GOAL}
      {_order("m")})
"""  # noqa: S608  # fixed texts
SEATS = "SELECT {what} FROM cases_conferenceseat s {join} WHERE s.conference_id = k.id AND s.came AND {which}"
OF_US = "JOIN organisations_membership m ON m.id = s.membership_id"
CONFERENCES = f"""
    (SELECT 'conference', k.id, k.held_on, {WHEN.format(hour="k.at")}, k.id, k.kind, '',
      ARRAY({SEATS.format(what="s.person_id", join="", which="s.person_id IS NOT NULL")} ORDER BY s.id),
      ARRAY({
    SEATS.format(
        what="coalesce(u.name, s.somebody)",
        join="LEFT JOIN organisations_membership m ON m.id = s.membership_id LEFT JOIN accounts_colleague u ON u.id = m.user_id",
        which="s.person_id IS NULL",
    )
} ORDER BY s.id)::text[]
    FROM cases_conference k
    WHERE k.case_id = %(case)s AND k.voided_at IS NULL AND k.held_on IS NOT NULL AND %(place)s = ''
      AND (%(profession)s = '' OR EXISTS ({
    SEATS.format(what="", join=OF_US, which="m.role = %(profession)s")
}))
      AND (%(author)s::uuid IS NULL OR EXISTS ({
    SEATS.format(what="", join="", which="s.membership_id = %(author)s::uuid")
}))
      AND ({ANYBODY} EXISTS ({
    SEATS.format(what="", join="", which="s.person_id = ANY(%(persons)s::uuid[])")
})) AND {NOT_OF_A_GOAL}
      {_order("k", "held_on", "at")})
"""  # noqa: S608  # fixed texts
CHRONICLE = f"{NOTES} UNION ALL {MISSED} UNION ALL {MEETINGS} UNION ALL {CONFERENCES} ORDER BY 3 DESC, 4 DESC, 2 DESC LIMIT %(most)s"


def chronicle_of(case: Case, wanted: Wanted, *, after: str = "", most: int = PAGE) -> tuple[list[Place], str]:
    """The last ones first, after a key; and the key after which it goes on, empty where it ends. One query.

    Raises ValueError for a key that is none.
    """
    day, hour, key = _from(after)
    asked = {"case": case.pk, "day": day, "hour": hour, "id": key, "most": most + 1, **wanted.values()}
    with connection.cursor() as cursor:
        cursor.execute(CHRONICLE, asked)
        found = [Place(*row) for row in cursor.fetchall()]
    return found[:most], found[most - 1].key if len(found) > most else ""


def _from(after: str) -> tuple[date, time, UUID]:
    if not after:
        return FIRST
    day, hour, key = after.split("_")
    return date.fromisoformat(day), time(int(hour[:2]), int(hour[2:])), UUID(key)
