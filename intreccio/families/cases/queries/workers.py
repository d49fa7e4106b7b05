"""Who works with a family."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from intreccio.families.cases.models import Case, CaseWorker
from intreccio.families.cases.queries.cases import sees_families
from intreccio.families.cases.vocabulary import WorkerEnd
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.vocabulary import Profession
from intreccio.parties.people.vocabulary import Level


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody who works or worked with a family, as pages show them.

    `sees`: the family is open to them today. An opening that runs out, or a team that somebody leaves, ends no line.
    `answers`: the reference of the family, still at work in its team.
    """

    id: UUID
    case_id: UUID
    membership_id: UUID
    name: str
    profession_code: str
    organisation: str
    since: date
    until: date | None
    why: str
    end_reason: str
    responsible_id: UUID | None
    sees: bool
    answers: bool

    @property
    def is_responsible(self) -> bool:
        """True for the reference of the family."""
        return self.membership_id == self.responsible_id

    @property
    def profession(self) -> str:
        """In plain words."""
        return str(Profession(self.profession_code).label)

    @property
    def ended_because(self) -> str:
        """Why they no longer do, or empty."""
        return str(WorkerEnd(self.end_reason).label) if self.end_reason else ""


# Written out: composed by the ORM this would cost more than to answer, at every opening of a page.
LINES = """
    SELECT w.id, w.case_id, w.membership_id, u.name, w.profession, o.name, w.since, w.until, w.why, w.end_reason, c.responsible_id,
      w.until IS NULL AND m.since <= today() AND (m.until IS NULL OR today() < m.until) AND EXISTS (
        SELECT FROM (SELECT teams_of(m.id) AS teams OFFSET 0) mine WHERE w.team_id = ANY (teams) OR EXISTS (
          SELECT FROM people_grant g WHERE g.household_id = w.household_id AND g.level >= %s
            AND (g.to_team_id = ANY (teams) OR g.to_organisation_id = m.organisation_id) AND g.withdrawn_at IS NULL
            AND g.since <= today() AND (g.until IS NULL OR today() < g.until))),
      w.membership_id IS NOT DISTINCT FROM c.responsible_id AND (m.until IS NULL OR today() < m.until) AND EXISTS (
        SELECT FROM organisations_teammembership t WHERE t.team_id = c.team_id AND t.membership_id = w.membership_id
          AND t.since <= today() AND (t.until IS NULL OR today() < t.until))
    FROM cases_caseworker w JOIN cases_case c ON c.id = w.case_id JOIN organisations_organisation o ON o.id = w.organisation_id
      JOIN organisations_membership m ON m.id = w.membership_id JOIN accounts_colleague u ON u.id = m.user_id
"""
OF_CASE = f"{LINES} WHERE w.case_id = %s ORDER BY w.since, w.id"
AT_WORK = f"""{LINES}
    WHERE w.household_id = %s AND w.until IS NULL AND c.ended_on IS NULL AND c.voided_at IS NULL ORDER BY w.since, w.id
"""


def workers_on(case: Case) -> QuerySet[CaseWorker]:
    """Lines of who works or worked with the family, to act on."""
    return case.workers.select_related("membership__user", "organisation", "case__household")


def workers_of(case: Case) -> list[Worker]:
    """Everybody who works or worked with the family, in order of beginning. One narrow query."""
    return _as_shown(OF_CASE, case.pk)


def workers_now(viewer: Viewer, household_id: UUID) -> list[Worker]:
    """Who works with a family today, on its open case."""
    return _as_shown(AT_WORK, household_id) if sees_families(viewer) else []


def _as_shown(asked: str, key: UUID) -> list[Worker]:
    with connection.cursor() as cursor:
        cursor.execute(asked, [Level.RECORD, key])
        return [Worker(*row) for row in cursor.fetchall()]


def worker_of(case: Case, membership_id: UUID) -> CaseWorker | None:
    """The open line of somebody at work, if there is one."""
    return case.workers.filter(membership_id=membership_id, until__isnull=True).first()
