"""One version of a plan, read whole in few queries."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext

from intreccio.families.plans.models import Plan
from intreccio.families.plans.vocabulary import ActionState, GoalFamily, Reached
from intreccio.ground.kernel.words import in_language


@dataclass(frozen=True, slots=True)
class Link:
    """What holds a goal and another one, seen from the first."""

    id: UUID
    other: UUID
    words: str


class Step(NamedTuple):
    """One of the five steps of a scale: what it means, and which marks stand on it."""

    sign: str
    label: str
    words: str
    marks: str
    note: str
    is_aim: bool


def steps_of(words: Sequence[str], *, start: int, now: int, aim: int) -> list[Step]:
    """The scale from −2 to +2; where one is now hides where one began, if it is the same."""
    here, there = gettext("● oggi"), gettext("○ inizio")
    return [
        Step(
            signed(level.value),
            str(level.label),
            said,
            " ".join(mark for mark, at in (("t0", start), ("now", now), ("aim", aim)) if at == level),
            here if level == now else there if level == start else "",
            level == aim,
        )
        for level, said in zip(Reached, words, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Doing:
    """Something to do, and who does it; `left` where they no longer work with the family."""

    id: UUID
    goal_id: UUID
    what: str
    rhythm: str
    by_when: date | None
    state: str
    state_since: date
    person_id: UUID | None
    worker: str | None
    left: bool
    service: str | None
    body: str | None
    somebody: str
    service_id: UUID | None
    need_code: str
    leans_on: str | None = None
    worker_id: UUID | None = None
    written_person: UUID | None = (
        None  # before records of one person were merged: what was signed names this one
    )

    @property
    def pk(self) -> UUID:
        """As a row of the database calls it: areas above draw beside it."""
        return self.id

    @property
    def is_open(self) -> bool:
        """Still to be done."""
        return self.state == ActionState.TO_DO


@dataclass(slots=True)
class Told:
    """A goal as the page shows it."""

    id: UUID
    side: str
    strand: str
    person_id: UUID | None
    title: str
    why: str
    words: list[str]
    start: int
    aim: int
    need: str | None
    need_code: str
    now: int
    now_on: date | None
    now_words: str | None
    score_id: UUID | None
    child_words: str
    picture: str
    written_person: UUID | None = None
    look: str = ""
    families: Sequence[str] = ()
    own_time: str = ""
    links: list[Link] = field(default_factory=list)
    actions: list[Doing] = field(default_factory=list)

    steps: list[Step] = field(init=False)

    def __post_init__(self) -> None:
        """The scale is read more than once; a need is kept in Italian."""
        self.need = in_language(self.need or "")
        self.steps = steps_of(self.words, start=self.start, now=self.now, aim=self.aim)

    @property
    def anchor(self) -> str:
        """Where a link to it leads on the page."""
        return f"obiettivo-{self.id}"

    @property
    def start_words(self) -> str:
        """Where one starts, in the words of its own step."""
        return self.words[self.start + 2]

    @property
    def aim_words(self) -> str:
        """Where one wants to arrive."""
        return self.words[self.aim + 2]

    @property
    def families_said(self) -> str:
        """«valorizzare le potenzialità · rispettare i tempi», in the order of the five."""
        return families_said(self.families)

    @property
    def path(self) -> str:
        """«−2 → −1»."""
        return f"{signed(self.start)} → {signed(self.now)}"


def families_said(families: Collection[str]) -> str:
    """«valorizzare le potenzialità · rispettare i tempi»."""
    return " · ".join(str(one.label) for one in GoalFamily if one in families)


def signed(level: int) -> str:
    """A level as people write it, with a true minus."""
    return f"+{level}" if level > 0 else f"−{-level}" if level else "0"


# Written out: composed by the ORM this would cost more than to answer, at every opening of the page. Where a goal is now
# follows it from version to version; of a version that is over, as it was on its last day.
GOALS = """
    SELECT g.id, g.side, g.strand, coalesce(p.merged_into_id, g.person_id), g.title, g.why, g.steps, g.start, g.aim,
      (SELECT coalesce(nullif(n.plain, ''), n.label) FROM needs_need n WHERE n.code = g.need_code), g.need_code,
      coalesce(s.level, g.start), s.day, s.words, s.id, g.child_words, g.picture, g.person_id,
      g.look, g.goal_families, g.own_time,
      ARRAY(SELECT ARRAY[l.id::text, CASE WHEN l.child_goal_id = g.id THEN l.parent_goal_id ELSE l.child_goal_id END::text, l.words]
        FROM plans_goallink l WHERE (l.child_goal_id = g.id OR l.parent_goal_id = g.id) AND l.voided_at IS NULL ORDER BY l.id)
    FROM plans_goal g JOIN plans_plan v ON v.id = g.plan_id LEFT JOIN people_person p ON p.id = g.person_id
      LEFT JOIN LATERAL (SELECT x.level, x.day, x.words, x.id FROM plans_goalscore x JOIN plans_goal o ON o.id = x.goal_id
        WHERE o.origin = g.origin AND x.voided_at IS NULL AND (v.ended_on IS NULL OR x.day <= v.ended_on)
        ORDER BY x.day DESC, x.id DESC LIMIT 1) s ON true
    WHERE g.plan_id = %s AND g.voided_at IS NULL ORDER BY g."order", g.id
"""
# Of whom the family's own lines say that their work has ended, and of who has left the network, a plan says so.
LEFT = """coalesce(m.until <= today(), false) OR EXISTS (SELECT FROM cases_caseworker w WHERE w.household_id = a.household_id
        AND w.membership_id = a.worker_id AND w.until IS NOT NULL) AND NOT EXISTS (SELECT FROM cases_caseworker w
        WHERE w.household_id = a.household_id AND w.membership_id = a.worker_id AND w.until IS NULL)"""
ACTIONS = f"""
    SELECT a.id, a.goal_id, a.what, a.rhythm, a.by_when, a.state, a.state_since, coalesce(p.merged_into_id, a.person_id), u.name, {LEFT},
      s.name, b.name, a.somebody, a.service_id, g.need_code,
      (SELECT r.what FROM plans_familyresource r WHERE r.id = a.resource_id AND r.voided_at IS NULL), a.worker_id, a.person_id
    FROM plans_planaction a JOIN plans_goal g ON g.id = a.goal_id
      LEFT JOIN people_person p ON p.id = a.person_id
      LEFT JOIN organisations_membership m ON m.id = a.worker_id LEFT JOIN accounts_colleague u ON u.id = m.user_id
      LEFT JOIN directory_service s ON s.id = a.service_id LEFT JOIN organisations_organisation b ON b.id = s.organisation_id
    WHERE g.plan_id = %s AND a.voided_at IS NULL AND g.voided_at IS NULL
    ORDER BY a.state = 'dropped', a.person_id IS NULL, a.by_when NULLS LAST, a.id
"""  # noqa: S608  # fixed texts


def goals_of(plan: Plan) -> list[Told]:
    """The goals of a version in their order, with links and actions. Two queries."""
    goals = [Told(*[*row[:-1], _links(row[-1])]) for row in _rows(GOALS, plan.pk)]
    by_id: Mapping[UUID, Told] = {goal.id: goal for goal in goals}
    for row in _rows(ACTIONS, plan.pk):
        doing = Doing(*row)
        by_id[doing.goal_id].actions.append(doing)
    return goals


def _links(rows: Iterable[list[str]]) -> list[Link]:
    return [Link(UUID(key), UUID(other), words) for key, other, words in rows]


def _rows(asked: str, key: UUID) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(asked, [key])
        return list(cursor.fetchall())
