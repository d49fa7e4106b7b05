"""What children say beside what the adults say, theme by theme: never merged, and no number for a child."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from intreccio.families.assessments.queries.listening import Answered
from intreccio.families.assessments.queries.look import Child, Look, Point
from intreccio.families.assessments.queries.picture import step_of
from intreccio.families.assessments.queries.questions import IN_GENERAL
from intreccio.families.assessments.vocabulary import Voice


@dataclass(frozen=True, slots=True)
class ChildColumn:
    """One child on one theme: the answers, the words beside their own statements; in general also drawings and faces."""

    child: Child
    answers: list[Answered]
    words: str = ""

    @property
    def is_empty(self) -> bool:
        """Nothing of this child on this theme."""
        return not (self.answers or self.words)


@dataclass(frozen=True, slots=True)
class AdultColumn:
    """One adult voice on one theme: the facts as they were told, and the step chosen at each statement, in words."""

    who: str
    words: str
    left_empty: str
    steps: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Theme:
    """One part of what is looked at: the children first, then the adults."""

    code: str
    label: str
    children: list[ChildColumn]
    adults: list[AdultColumn]


def in_general(look: Look) -> list[ChildColumn]:
    """What each child says that is of no theme; with it go the words of this moment, the faces and the drawings."""
    return [ChildColumn(child, _answers(child, IN_GENERAL)) for child in look.children]


def themes_of(look: Look) -> Iterator[Theme]:
    """Section by section of what the adults answer."""
    definition = look.assessment.instrument.said
    spoken = {point.person_id: point for point in look.points if point.row.voice == Voice.CHILD}
    adults = [point for point in look.points if point.row.voice != Voice.CHILD]
    for section in definition.get("sections", []):
        code = section["code"]
        children = [
            ChildColumn(child, _answers(child, code), _words(spoken.get(child.person_id), code))
            for child in look.children
        ]
        voices = [_adult(point, section, definition) for point in adults]
        yield Theme(code, section["label"], children, voices)


def _answers(child: Child, theme: str) -> list[Answered]:
    return [each for one in child.listened for each in one.answers if each.theme == theme]


def _words(point: Point | None, section: str) -> str:
    return str(point.row.response.words.get(section, "")) if point else ""


def _adult(point: Point, section: dict[str, Any], definition: dict[str, Any]) -> AdultColumn:
    response = point.row.response
    steps = [(item["text"], step_of(point, item, definition)) for item in section["items"]]
    return AdultColumn(
        point.who, response.words.get(section["code"], ""), response.left_empty.get(section["code"], ""),
        [(text, step) for text, step in steps if step],
    )  # fmt: skip
