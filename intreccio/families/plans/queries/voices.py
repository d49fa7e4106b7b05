"""What children say, what is not agreed on, who said yes."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from intreccio.families.assessments.vocabulary import Agreed, Heard
from intreccio.families.plans.models import Acceptance, Disagreement, Plan
from intreccio.ground.kernel.written import WrittenOut

# Written out: composed by the ORM this costs three times what it takes to answer, at every opening of a plan. What a child
# keeps near is not told by anything but that it has spoken; words that it did not agree to are no words of a plan.
HEARD = """
    SELECT coalesce(p.merged_into_id, t.person_id), t.day, coalesce(nullif(t.listener, ''), u.name, ''), t.heard, t.words, t.agreed,
      t.drawing
    FROM (
      SELECT c.id, c.person_id, c.heard_on AS day, c.listener, c.heard_by_id, c.heard,
        CASE c.agreed WHEN 'plan' THEN c.words ELSE '' END AS words, c.agreed, NULL::uuid AS drawing
      FROM assessments_childwords c JOIN assessments_assessment a ON a.id = c.assessment_id AND a.voided_at IS NULL
      WHERE c.household_id = %(household)s AND c.voided_at IS NULL AND c.heard <> %(silent)s AND c.agreed <> 'near'
      UNION ALL
      SELECT NULL, k.person_id, k.heard_on, k.listener, k.heard_by_id, '', '', k.agreed, NULL FROM words_kept(%(household)s) k
      UNION ALL
      SELECT l.id, l.person_id, l.heard_on, l.listener, l.heard_by_id, '', '', '', NULL FROM listenings_kept(%(household)s) l
      UNION ALL
      SELECT d.id, l.person_id, l.heard_on, l.listener, l.heard_by_id, '', d.title, '', d.id
      FROM assessments_childdrawing d JOIN listenings_kept(%(household)s) l ON l.id = d.listening_id
      WHERE d.household_id = %(household)s AND d.voided_at IS NULL AND d.shared
    ) t LEFT JOIN people_person p ON p.id = t.person_id
      LEFT JOIN organisations_membership m ON m.id = t.heard_by_id LEFT JOIN accounts_colleague u ON u.id = m.user_id
    WHERE %(until)s::date IS NULL OR t.day <= %(until)s ORDER BY t.day, t.id
"""


@dataclass(frozen=True, slots=True)
class Said:
    """A child's words that may stand in a plan, the last ones heard."""

    person_id: UUID
    heard: str
    words: str
    day: date


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing that its child agrees to show."""

    id: UUID
    title: str


@dataclass
class Listened:
    """That one child was listened to: when and by whom, without what was said; the words and drawings that it agrees to."""

    person_id: UUID
    times: list[tuple[date, str]] = field(default_factory=list)
    said: Said | None = None
    drawings: list[Drawn] = field(default_factory=list)
    to_ask: bool = False  # there are words of which nobody has asked whom they are for

    @property
    def last(self) -> tuple[date, str]:
        """The day and who listened."""
        return self.times[-1]

    @property
    def before(self) -> int:
        """How many times more."""
        return len(self.times) - 1

    def hear(self, day: date, who: str, heard: str, words: str, agreed: str) -> None:
        """Once more that it was listened to."""
        if (day, who) not in self.times:
            self.times.append((day, who))
        self.to_ask |= agreed == Agreed.NOT_ASKED
        if words:
            self.said = Said(self.person_id, heard, words.strip(" «»"), day)


def children_heard(plan: Plan) -> list[Listened]:
    """Each child that was listened to up to the end of this version. One query."""
    asked = {"household": plan.household_id, "until": plan.ended_on, "silent": Heard.NOT_YET.value}
    with connection.cursor() as cursor:
        cursor.execute(HEARD, asked)
        found: dict[UUID, Listened] = {}
        for person, day, who, heard, words, agreed, drawing in cursor.fetchall():
            one = found.setdefault(person, Listened(person))
            if drawing:
                one.drawings.append(Drawn(drawing, words))
            else:
                one.hear(day, who, heard, words, agreed)
    return list(found.values())


DIFFER = WrittenOut(
    Disagreement,
    "d",
    """
    SELECT {d}, (SELECT u.name FROM kernel_event e JOIN organisations_membership m ON m.id = e.membership_id
      JOIN accounts_colleague u ON u.id = m.user_id WHERE e.subject_id = d.id AND e.kind = 'disagreement.written' LIMIT 1) AS written_by,
      coalesce(p.merged_into_id, d.person_id) AS whose
    FROM plans_disagreement d LEFT JOIN people_person p ON p.id = d.person_id
    WHERE d.plan_id = %(plan)s AND d.voided_at IS NULL ORDER BY d.said_on, d.id
    """,
)
SAID_YES = WrittenOut(
    Acceptance,
    "a",
    """
    SELECT {a}, {w}, {wu}, {l}, {lu}, {b}, {bu}, coalesce(p.merged_into_id, a.person_id) AS whose FROM plans_acceptance a
      LEFT JOIN people_person p ON p.id = a.person_id
      LEFT JOIN organisations_membership w ON w.id = a.worker_id LEFT JOIN accounts_colleague wu ON wu.id = w.user_id
      LEFT JOIN organisations_membership l ON l.id = a.listened_by_id LEFT JOIN accounts_colleague lu ON lu.id = l.user_id
      LEFT JOIN organisations_membership b ON b.id = a.written_by_id LEFT JOIN accounts_colleague bu ON bu.id = b.user_id
    WHERE a.plan_id = %(plan)s ORDER BY a.worker_id IS NOT NULL, a.day, a.id
    """,
    w="a.worker",
    wu="w.user",
    l="a.listened_by",
    lu="l.user",
    b="a.written_by",
    bu="b.user",
)


def _as_one(rows: list[Any]) -> list[Any]:
    """What was written of a row that was merged into another is that other's, as everywhere."""
    for row in rows:
        row.person_id = row.whose
    return rows


def disagreements_of(plan: Plan) -> list[Disagreement]:
    """In the order in which they were said, each with who wrote it down. One query."""
    return _as_one(DIFFER.rows(plan=plan.pk))


def acceptances_of(plan: Plan) -> tuple[list[Acceptance], list[Acceptance]]:
    """Those that stand, the family first, then who works with it; and those that were annulled. One query."""
    rows = _as_one(SAID_YES.rows(plan=plan.pk))
    standing = [row for row in rows if row.voided_at is None]
    return standing, [row for row in rows if row.voided_at is not None]
