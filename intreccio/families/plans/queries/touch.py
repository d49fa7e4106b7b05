"""Who keeps in touch with a family along a path `p`; and who does meanwhile, where they no longer work with it. In SQL, as Oggi asks.

`day`, `me` and `walks` (whether the viewer's role takes steps at all) are values of the statement.
"""

from datetime import date
from uuid import UUID

from django.db import connection

from intreccio.families.cases.queries.deputies import mine
from intreccio.families.plans.models import FamilyPath
from intreccio.parties.people.vocabulary import GrantPurpose, Level

OF_MY_TEAMS = "ANY ((SELECT my_teams())::uuid[])"


def still_works(hat: str) -> str:
    """A column that names a hat: it is worn, sees the family of `p` for its work, and its work with it has not ended along the path.

    The end of the whole way is no such end: who calls afterwards is the same person. Written as scalars, so that the few rows are
    looked up and nothing is hashed.
    """
    stands = "{0}.since <= %(day)s::date AND ({0}.until IS NULL OR {0}.until > %(day)s::date)".format
    place = f"t.membership_id = {hat} AND {stands('t')}"
    return f"""(coalesce((SELECT w.end_reason FROM cases_caseworker w WHERE w.household_id = p.household_id AND w.membership_id = {hat}
          AND (w.until IS NULL OR w.until >= p.begun_on)
        ORDER BY w.until DESC NULLS FIRST, w.id DESC LIMIT 1), '') IN ('', 'case_ended')
      AND (SELECT true FROM organisations_membership m WHERE m.id = {hat} AND {stands("m")}) IS NOT NULL
      AND coalesce((SELECT true FROM organisations_teammembership t WHERE t.team_id = p.team_id AND {place} LIMIT 1),
        (SELECT true FROM people_grant g WHERE g.household_id = p.household_id AND g.level >= {Level.RECORD.value}
          AND g.purpose <> '{GrantPurpose.CONTINUITY.value}' AND g.withdrawn_at IS NULL AND {stands("g")} AND (
          g.to_organisation_id = (SELECT m.organisation_id FROM organisations_membership m WHERE m.id = {hat})
          OR g.to_team_id IN (SELECT t.team_id FROM organisations_teammembership t WHERE {place})) LIMIT 1), false))"""  # noqa: S608  # fixed texts


# What is open, and asks something today.
DUE = """p.ended_on IS NULL AND p.voided_at IS NULL
        AND (p.next_on <= %(day)s OR p.letter_on <= %(day)s OR p.stilled_on IS NOT NULL)"""
# Mine to keep in touch; and, of my teams, what nobody keeps in touch along any longer: of who answers for the family, of the team
# where nobody does. instead: in whose place.
TOUCH = f"""
    SELECT p.id, p.household_id, p.case_id, p.protocol_version_id, p.next_step, p.next_on, p.waiting_letters, p.letter_on,
        p.silent_since, p.stilled_on, NULL::uuid AS instead
      FROM plans_familypath p
      WHERE {DUE} AND {mine("p.case_id", "p.contact_id")} AND {still_works("p.contact_id")}
        AND EXISTS (SELECT FROM cases_case c WHERE c.id = p.case_id AND c.voided_at IS NULL)
    UNION ALL
    SELECT p.id, p.household_id, p.case_id, p.protocol_version_id, p.next_step, p.next_on, p.waiting_letters, p.letter_on,
        p.silent_since, p.stilled_on, p.contact_id
      FROM plans_familypath p JOIN cases_case c ON c.id = p.case_id AND c.voided_at IS NULL
      WHERE %(walks)s AND {DUE} AND p.team_id = {OF_MY_TEAMS} AND NOT {still_works("p.contact_id")}
        AND ({mine("p.case_id", "c.responsible_id")} OR c.responsible_id IS NULL OR NOT {still_works("c.responsible_id")})
"""  # noqa: S608  # fixed texts
WHO = f"""
    SELECT {still_works("p.contact_id")}, CASE WHEN {still_works("c.responsible_id")} THEN u.name ELSE t.name END
    FROM plans_familypath p JOIN cases_case c ON c.id = p.case_id JOIN organisations_team t ON t.id = p.team_id
      LEFT JOIN organisations_membership r ON r.id = c.responsible_id LEFT JOIN accounts_colleague u ON u.id = r.user_id
    WHERE p.id = %(path)s
"""  # noqa: S608  # fixed texts
NAMES = """
    SELECT m.id, u.name FROM organisations_membership m JOIN accounts_colleague u ON u.id = m.user_id WHERE m.id = ANY(%(hats)s)
"""


def who_answers_instead(path: FamilyPath, day: date) -> str:
    """Who answers for a path whose contact no longer works with the family; empty where they do."""
    with connection.cursor() as cursor:
        cursor.execute(WHO, {"path": path.pk, "day": day})
        works, instead = cursor.fetchone() or (True, "")
    return "" if works else str(instead)


def names_of(hats: set[UUID]) -> dict[UUID, str]:
    """By the key of a hat. One query, none for none."""
    if not hats:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(NAMES, {"hats": list(hats)})
        return dict(cursor.fetchall())
