"""Minutes worked, as the ledger holds them: of a team's families, or of one's own hands in all of them.

Row security decides what is summed: minutes are of the record, whoever may read the note they were written with.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from intreccio.families.diary.rules.hours import (
    Named,
    Promised,
    Total,
    Worked,
    agreed_by,
    in_all,
    totals,
    weeks,
)
from intreccio.families.diary.rules.periods import Period
from intreccio.ground.kernel.viewer import Viewer
from intreccio.offer.funds.models import AgreedHours
from intreccio.offer.funds.queries.hours import hours_between

# Summed first, then named: what was taken away and added again is one line, and none where nothing is left. A family that is
# with others is not in sight: then its minutes stand here without a name.
LEDGER = """
    WITH sums AS MATERIALIZED (
      SELECT w.day, w.worker_id, w.employer_id, w.line_id, w.case_id, sum(w.direct) AS direct, sum(w.indirect) AS indirect
      FROM diary_workedtime w WHERE {whose} AND w.day >= %(first)s AND w.day <= %(last)s
      GROUP BY w.day, w.worker_id, w.employer_id, w.line_id, w.case_id HAVING sum(w.direct) <> 0 OR sum(w.indirect) <> 0)
    SELECT s.day, s.worker_id, u.name, s.employer_id, o.name, s.line_id, f.name, c.id, c.household_id, h.name, h.code,
      s.direct, s.indirect
    FROM sums s LEFT JOIN cases_case c ON c.id = s.case_id LEFT JOIN people_household h ON h.id = c.household_id
      LEFT JOIN organisations_membership m ON m.id = s.worker_id LEFT JOIN accounts_colleague u ON u.id = m.user_id
      LEFT JOIN organisations_organisation o ON o.id = s.employer_id LEFT JOIN funds_fundingline f ON f.id = s.line_id
    ORDER BY s.day, u.name, s.worker_id, h.code, f.name, s.line_id, s.case_id
"""
OF_TEAM, MINE = "w.team_id = %(whose)s", "w.worker_id = %(whose)s"


@dataclass(frozen=True)
class Hours:
    """What was worked in these days, put together in each way; beside, what was agreed."""

    period: Period
    rows: list[Worked]
    promised: list[Promised]

    @cached_property
    def people(self) -> list[Total]:
        """By person, with what was agreed."""
        return totals(self.rows, lambda row: row.worker, self._agreed(lambda one: one.worker))

    @cached_property
    def lines(self) -> list[Total]:
        """By line of money, with what was agreed."""
        return totals(self.rows, lambda row: row.line, self._agreed(lambda one: one.line))

    @cached_property
    def employers(self) -> list[Total]:
        """By whom they work for, with what was agreed."""
        return totals(self.rows, lambda row: row.employer, self._agreed(lambda one: one.employer))

    @cached_property
    def cases(self) -> list[Total]:
        """By family."""
        return totals(self.rows, lambda row: row.case)

    @cached_property
    def weeks(self) -> list[Total]:
        """By ISO week."""
        return weeks(self.rows)

    @cached_property
    def whole(self) -> Total:
        """Everything."""
        agreed = self._agreed(lambda one: one.line)
        return in_all(self.rows, sum(agreed.values()) if agreed else None)

    @property
    def households(self) -> list[UUID]:
        """The families whose name stands on the page."""
        return list({row.household for row in self.rows if row.household})

    def _agreed(self, of: Any) -> dict[Named, int]:
        return agreed_by(self.period, self.promised, of)


def hours_of_team(viewer: Viewer, team_id: UUID, period: Period) -> Hours:
    """Everybody's, for the families that this team accompanies today. Two queries."""
    agreed = hours_between(period.first, period.last, team_id=team_id)
    return Hours(period, _ledger(OF_TEAM, team_id, period), [_promised(row) for row in agreed])


def hours_of_mine(viewer: Viewer, period: Period) -> Hours:
    """Under the hat that is worn: of all families, also those that are with others by now. Two queries."""
    agreed = hours_between(period.first, period.last, membership_id=viewer.membership_id)
    return Hours(period, _ledger(MINE, viewer.membership_id, period), [_promised(row) for row in agreed])


def _ledger(whose: str, key: UUID, period: Period) -> list[Worked]:
    with connection.cursor() as cursor:
        cursor.execute(LEDGER.format(whose=whose), {"whose": key, "first": period.first, "last": period.last})
        return [_worked(*row) for row in cursor.fetchall()]


def _worked(day: Any, who: UUID, name: str, body: UUID, employer: str, line: UUID | None, paid_by: str, *more: Any) -> Worked:  # fmt: skip
    case, household, family, code, direct, indirect = more
    return Worked(
        day, Named(who, name or ""), Named(body, employer or ""),
        Named(line, paid_by or "") if line else Named(None, _("nessuna linea")),
        Named(case, family or "", code or "") if case else Named(None, _("famiglie che ora seguono altri")),
        int(direct), int(indirect), household,
    )  # fmt: skip


def _promised(row: AgreedHours) -> Promised:
    """Nobody works in a team before they come or after they leave."""
    place = row.place
    hat = place.membership
    ends = [end for end in (row.until, place.until, hat.until) if end]
    return Promised(
        Named(hat.pk, hat.user.name), Named(hat.organisation_id, hat.organisation.name), Named(row.line_id, row.line.name),
        row.hours, max(row.since, place.since), min(ends, default=None),
    )  # fmt: skip
