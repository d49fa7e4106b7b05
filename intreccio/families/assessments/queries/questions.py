"""The questions for children, by age: data beside the area (`questions.json`), kept in Italian and read in one's language."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent.with_name("questions.json")
IN_GENERAL = "general"


@dataclass(frozen=True, slots=True)
class Question:
    """One question, as it is put to the child; how an adult asks it; with the smallest, what one plays."""

    code: str
    theme: str
    text: str
    hint: str
    play: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Questions:
    """Those of one age: what the child is told beforehand, how one asks, and whether the faces suit."""

    code: str
    before: tuple[str, ...]
    how: str
    face: bool
    questions: tuple[Question, ...]


@cache
def all_questions() -> dict[str, Questions]:
    """By band, the smallest first."""
    said = json.loads(FILE.read_text(encoding="utf-8"))
    return {
        band["code"]: Questions(
            band["code"],
            tuple(band.get("before", said["before"])),
            band["how"],
            band["face"],
            tuple(Question(**each) for each in band["questions"]),
        )
        for band in said["bands"]
    }


def questions_of(band: str) -> Questions | None:
    """The questions of a band; None where there are none."""
    return all_questions().get(band)


@cache
def themes() -> dict[str, str]:
    """Question → what it is about: a section of the adults' statements, or `IN_GENERAL`."""
    return {each.code: each.theme for band in all_questions().values() for each in band.questions}
