"""What a note of a visit can name: who was there, what it touches of the plan, what it settles, who pays the time."""

from collections.abc import Callable, Collection, Container, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from intreccio.families.cases.models import Case
from intreccio.families.diary.queries.family import family_of
from intreccio.families.diary.queries.readers import readers_of
from intreccio.families.plans.queries.paths import paths_of, walk_of
from intreccio.families.plans.queries.reading import goals_of
from intreccio.families.plans.queries.versions import standing_in_force
from intreccio.families.plans.queries.waiting import open_actions
from intreccio.ground.kernel.viewer import Viewer
from intreccio.offer.funds.models import FundingLine
from intreccio.offer.funds.queries.hours import hours_of_person, on_day

Choice = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Around:
    """The choices of a note, each by key."""

    people: list[Choice]
    goals: list[Choice]
    deeds: list[Choice]
    steps: list[Choice]
    lines: list[Choice]
    readers: Mapping[str, str]  # of each audience, whom it means


def around(
    viewer: Viewer, case: Case, today: date, only: Container[str] | None = None, also: Collection[UUID] = (), paid: str = ""
) -> Around:  # fmt: skip
    """As they are today. only: the fields for which choices are looked for; None for all of them.

    also: who was there already; paid: the line that its minutes stand on.
    """

    def those(name: str, look: Callable[[], list[Choice]]) -> list[Choice]:
        return look() if only is None or name in only else []

    return Around(
        those("present", lambda: _people(viewer, case, also)),
        those("goals", lambda: _goals(case)),
        those("deeds", lambda: [(str(row.pk), row.what) for row in open_actions(case)]),
        those("step", lambda: steps_of(viewer, case, today)),
        those("line", lambda: lines_of(viewer, today, paid)),
        readers_of(viewer, case, today) if only is None else {},
    )


def _people(viewer: Viewer, case: Case, also: Collection[UUID]) -> list[Choice]:
    family = family_of(viewer, case.household)
    here = {member.person.pk: member.short for member in family.here}
    there = {key: family.named([key]) for key in also if key not in here}
    return [(str(key), name) for key, name in (here | there).items()]


def _goals(case: Case) -> list[Choice]:
    plan = standing_in_force(case)
    return [(str(goal.id), goal.title) for goal in goals_of(plan)] if plan else []


def steps_of(viewer: Viewer, case: Case, today: date) -> list[Choice]:
    """The steps that a family's open paths ask for now, and the next few: path and code, and their title."""
    found = []
    for path in paths_of(viewer, case):
        if path.ended_on is None and path.voided_at is None:
            walk = walk_of(path, today)
            found += [
                (f"{path.pk}:{step.code}", f"{step.told.part['title']} ({path.protocol_version.title})")
                for step in (*walk.asked, *walk.soon)
            ]
    return found


def lines_of(viewer: Viewer, day: date, paid: str = "") -> list[Choice]:
    """The lines of money that pay hours of this hat, as agreed on a day; the one with most hours first.

    paid: one that minutes stand on already, which is there still when nothing is agreed on it any more.
    """
    agreed = hours_of_person(viewer.user_id).filter(place__membership_id=viewer.membership_id)
    rows = sorted(on_day(agreed, day), key=lambda row: -row.hours)
    now = [row for row in rows if row.until is None or row.until > day]
    lines = dict.fromkeys((str(row.line_id), row.line.name) for row in now)
    if paid and paid not in dict(lines):
        rest = FundingLine.objects.filter(pk=paid)
        lines |= dict.fromkeys((str(row.pk), row.name) for row in rest)
    return list(lines)


def named(viewer: Viewer, case: Case, persons: list[UUID]) -> str:
    """«Elena e Leo»; in one query, none where nobody is named."""
    return family_of(viewer, case.household).named(persons) if persons else ""
