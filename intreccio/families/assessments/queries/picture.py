"""What an assessment looks like: one drawing an axis, the voices beside each other, and what moved since the beginning."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from intreccio.families.assessments.queries.assessments import first_of, points_on
from intreccio.families.assessments.queries.look import Look, Point
from intreccio.families.assessments.rules.change import far_apart
from intreccio.families.assessments.vocabulary import Moment
from intreccio.ground.design.profile import Line
from intreccio.workshop.instruments.rules.definition import items_of

Key = tuple[str, Any]


@dataclass(frozen=True, slots=True)
class Axis:
    """One scale: the lines of its drawing, and where two voices see it differently."""

    label: str
    low: int
    high: int
    ends: tuple[str, str]
    lines: list[Line]
    apart: str


@dataclass(frozen=True, slots=True)
class Answered:
    """One statement, and the step that each voice chose: who, and its words."""

    text: str
    steps: list[tuple[str, str]]


def axes_of(look: Look) -> list[Axis]:
    """The three axes of an assessment; from T1 on with what each voice said at the beginning."""
    before = _scores_before(look)
    definition = look.assessment.instrument.said
    return [_axis(look, scale, definition, before) for scale in definition["scales"]]


def _scores_before(look: Look) -> dict[Key, dict[str, float]]:
    if look.assessment.moment == Moment.T0:
        return {}
    first = first_of(look.assessment.case_id)
    if first is None or first.pk == look.assessment.pk:
        return {}
    rows = points_on(first).filter(voided_at__isnull=True, response__finished_at__isnull=False)
    return {(row.voice, look.kept_row(row.person_id)): row.response.scores for row in rows}


def _axis(
    look: Look, scale: Mapping[str, Any], definition: Mapping[str, Any], before: dict[Key, Any]
) -> Axis:
    code = scale["code"]
    spoken = [point for point in look.finished if code in point.scores]
    return Axis(
        scale["label"], scale["low"], scale["high"], ends_of(definition, code),
        lines=[_line(point, code, before) for point in spoken], apart=_apart(spoken, scale),
    )  # fmt: skip


def _line(point: Point, code: str, before: dict[Key, Any]) -> Line:
    then = before.get(point.key, {}).get(code)
    return Line(point.short, now=[point.scores[code]], then=then, is_family=point.is_family)


def _apart(points: list[Point], scale: Mapping[str, Any]) -> str:
    numbers = {point.short: point.scores[scale["code"]] for point in points}
    found = far_apart(numbers, low=scale["low"], high=scale["high"])
    if found is None:
        return ""
    said = {"lower": found.lower, "higher": found.higher}
    return capfirst(_("%(lower)s e %(higher)s la vedono diversamente.") % said)


def ends_of(definition: Mapping[str, Any], scale: str) -> tuple[str, str]:
    """The words of the lowest and of the highest step of a scale; empty where only totals are kept."""
    names = [item["steps"] for item in items_of(definition) if item.get("scale") == scale]
    if not names:
        return "", ""
    steps = sorted(definition["steps"][names[0]], key=lambda step: step["value"])
    return steps[0]["label"], steps[-1]["label"]


def answers_of(look: Look) -> Iterator[tuple[str, list[Answered], list[tuple[str, str]]]]:
    """Section by section: each statement with what each voice answered; then facts and reasons, by voice."""
    definition = look.assessment.instrument.said
    for section in definition.get("sections", []):
        rows = [
            Answered(item["text"], [(point.short, step_of(point, item, definition)) for point in look.points])
            for item in section["items"]
        ]
        yield section["label"], rows, list(_told(look.points, section["code"]))


def step_of(point: Point, item: Mapping[str, Any], definition: Mapping[str, Any]) -> str:
    """The step that a voice chose at one statement, in words; empty where it was left blank."""
    value = point.row.response.answers.get(item["code"])
    return next((step["label"] for step in definition["steps"][item["steps"]] if step["value"] == value), "")


def _told(points: list[Point], section: str) -> Iterator[tuple[str, str]]:
    for point in points:
        response = point.row.response
        if words := response.words.get(section):
            yield point.who, words
        if reason := response.left_empty.get(section):
            yield _("%s: lasciata vuota") % point.who, reason
