"""The micro-plan of each of the seventeen looks: what was seen at each moment, and what the plan wants to change there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from intreccio.families.assessments.models import Sheet
from intreccio.families.assessments.queries.ladders import said_of
from intreccio.families.cases.models import Case
from intreccio.families.cases.policies import is_in_charge
from intreccio.families.plans.models import Plan
from intreccio.families.plans.queries.cards import Does, Family, who_does
from intreccio.families.plans.queries.people import family_of, first_name, with_age
from intreccio.families.plans.queries.reading import Told, goals_of
from intreccio.families.plans.rules.looks import is_high, is_low
from intreccio.families.plans.vocabulary import GoalFamily, PlanState, Reached, Side, Strand
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.kernel.words import in_language
from intreccio.workshop.instruments.queries import edition_on
from intreccio.workshop.instruments.rules.definition import items_of

CODE = "diciassette-sguardi"
# What a goal added for a look begins with: whose it is, and on which strand.
PRESET = {
    "child": f"side={Side.CHILDREN}&strand={Strand.CHILDREN}",
    "family": f"side={Side.PARENTS}&strand={Strand.PARENTING}",
    "surroundings": f"side={Side.PARENTS}",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """One look at one moment: about whom, the step in the words of that day, facts, and what each one says of it."""

    moment: str
    who: str
    about: UUID | None
    level: int | None
    step: str
    facts: str
    views: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A goal about a look: what one expects, who does what, where it is now."""

    goal: Told
    whose: str
    does: list[Does]

    @property
    def expected(self) -> str:
        """The step that one hopes for."""
        return self.goal.words[Reached.EXPECTED + 2]


@dataclass(frozen=True, slots=True)
class MicroPlan:
    """One of the seventeen: what was seen, and what is wanted."""

    code: str
    text: str
    lead: str
    preset: str
    seen: list[Seen]
    wanted: list[Wanted]

    @property
    def is_low(self) -> bool:
        """The last answer about somebody says that it is hard."""
        return is_low({one.about: one.level for one in self.seen}.values())

    @property
    def is_high(self) -> bool:
        """The last answer about somebody says that it is a strength: it stands beside what is hard."""
        return is_high({one.about: one.level for one in self.seen}.values())

    @property
    def begins_with(self) -> str:
        """What a goal added here begins with: of a child, from what is hard or from a strength, or both."""
        of_a_child = f"side={Side.CHILDREN}&" in self.preset
        kinds = ((GoalFamily.FRAGILITY, self.is_low), (GoalFamily.POTENTIAL, self.is_high))
        return self.preset + "".join(
            f"&goal_families={kind}" for kind, holds in kinds if of_a_child and holds
        )


@dataclass(frozen=True, slots=True)
class Section:
    """Child, family, surroundings: in the national order."""

    label: str
    looks: list[MicroPlan]


@dataclass(frozen=True, slots=True)
class MicroPlans:
    """All of a version; the goals that are about no look apart."""

    sections: list[Section]
    others: list[Told]
    has_sheets: bool
    children: list[tuple[str, str]] = field(default_factory=list)  # whom one can look at alone
    who: str = ""  # of one child, its key
    name: str = ""


def looks_for(day: date) -> list[tuple[str, list[tuple[str, str]]]]:
    """Choices of a form: the seventeen in their three groups."""
    said = edition_on(CODE, day).said
    return [
        (section["label"], [(item["code"], item["text"]) for item in section["items"]])
        for section in said["sections"]
    ]


def looks_said(day: date) -> dict[str, str]:
    """The words of the seventeen, by code."""
    return {code: words for _label, looks in looks_for(day) for code, words in looks}


def known_looks(day: date) -> set[str]:
    """Their codes."""
    return {item["code"] for item in items_of(edition_on(CODE, day).definition)}


def micro_plans_of(
    viewer: Viewer, plan: Plan, *, today: date, who: str = "", on_paper: bool = False
) -> MicroPlans:
    """The seventeen looks of a version; of one child, without what is of another. Five queries.

    who: the key of a child of the family; whatever else it is, all of them are shown.
    """
    family = family_of(viewer, plan.case.household)
    children = [
        (str(key), one.given or one.name) for key, one in family.items() if one.is_minor and one.is_written_of
    ]
    name = dict(children).get(who, "")
    others = {UUID(key) for key, _name in children if name and key != who}
    goals = [goal for goal in goals_of(plan) if goal.person_id not in others]
    every = sheets_of(plan.case)
    sheets = [sheet for sheet in every if sheet.about_id not in others]
    said = edition_on(CODE, today).said
    child_too = not on_paper and is_in_charge(viewer, plan.team_id)

    def micro_plan(section: Mapping[str, Any], item: Mapping[str, Any]) -> MicroPlan:
        code = item["code"]
        return MicroPlan(
            code, item["text"], item.get("lead", ""), _preset(code, section["code"], who if name else ""),
            list(_seen(code, sheets, family, child_too)), [_wanted(goal, family) for goal in goals if goal.look == code],
        )  # fmt: skip

    sections = [
        Section(section["label"], [micro_plan(section, item) for item in section["items"]])
        for section in said["sections"]
    ]
    without = [goal for goal in goals if not goal.look]
    return MicroPlans(sections, without, bool(every), children, who if name else "", name)


def _preset(code: str, section: str, who: str) -> str:
    """What a goal added for a look begins with; of a child's, whose it is."""
    whose = f"&person={who}" if who and section == "child" else ""
    return f"look={code}&{PRESET.get(section, '')}{whose}"


def sheets_of(case: Case) -> list[Sheet]:
    """The finished sheets of a case, from the first moment to the last."""
    rows = Sheet.objects.filter(
        assessment__case=case, assessment__voided_at=None, voided_at=None, instrument__code=CODE,
        response__finished_at__isnull=False,
    )  # fmt: skip
    return list(
        rows.select_related("response", "instrument", "assessment").order_by(
            "assessment__moment", "heard_on", "id"
        )
    )


def _seen(code: str, sheets: list[Sheet], family: Family, child_too: bool) -> Iterator[Seen]:
    for sheet in sheets:
        response, views = sheet.response, sheet.instrument.said.get("views", [])
        step, facts = in_language(response.labels.get(code, "")), response.words.get(code, "")
        spoken = said_of(response, code, views, child_too=child_too)
        if step or facts or spoken:
            moment, who = sheet.assessment.get_moment_display(), first_name(family, sheet.about_id)
            yield Seen(moment, who, sheet.about_id, response.answers.get(code), step, facts, spoken)


def _wanted(goal: Told, family: Family) -> Wanted:
    whose = with_age(family, goal.person_id) if goal.person_id else str(Side(goal.side).label)
    return Wanted(goal, whose, [Does(doing, who_does(family, doing)) for doing in goal.actions])


def standing_plan(case: Case) -> UUID | None:
    """The version that was agreed last, or the one in preparation where none was."""
    rows = Plan.objects.filter(case=case, voided_at=None).exclude(state=PlanState.REPLACED)
    found = {state: key for key, state in rows.order_by("number").values_list("pk", "state")}
    order = (PlanState.IN_FORCE, PlanState.DRAFT, PlanState.ENDED)
    return next((found[state] for state in order if state in found), None)
