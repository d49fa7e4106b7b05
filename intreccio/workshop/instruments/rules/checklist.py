"""A checklist answered with words: what is there, what is missing and why. It reads how we work, and adds nothing up."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _
from intreccio.workshop.instruments.rules.definition import Definition, items_of
from intreccio.workshop.instruments.vocabulary import Answer, Cover

WANT_WORDS = (Answer.YES, Answer.NOT_YET)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, what was answered and in which words; `missing` says what a «not yet» leaves open."""

    code: str
    text: str
    answer: Answer
    words: str
    missing: str


@dataclass(frozen=True, slots=True)
class Principle:
    """One part of a checklist."""

    code: str
    label: str
    asked: Sequence[Asked]

    @property
    def cover(self) -> Cover:
        """All that concerns it is there, some of it, none of it; or nothing concerns it."""
        return cover_of([each.answer for each in self.asked])

    @property
    def gaps(self) -> list[Asked]:
        """What is not there yet."""
        return [each for each in self.asked if each.answer == Answer.NOT_YET]


def cover_of(answers: Sequence[Answer]) -> Cover:
    """In words, and no number."""
    yes, not_yet = Answer.YES in answers, Answer.NOT_YET in answers
    if yes and not_yet:
        return Cover.PARTLY
    return Cover.COVERED if yes else Cover.MISSING if not_yet else Cover.ASIDE


def read(definition: Definition, answers: Mapping[str, int], words: Mapping[str, str]) -> list[Principle]:
    """The parts of a checklist in their order, with what was answered."""
    return [
        Principle(
            section["code"], section["label"], [_asked(item, answers, words) for item in section["items"]]
        )
        for section in definition["sections"]
    ]


def _asked(item: Mapping[str, Any], answers: Mapping[str, int], words: Mapping[str, str]) -> Asked:
    code = item["code"]
    return Asked(code, item["text"], Answer(answers[code]), words.get(code, ""), item["missing"])


def wordless(definition: Definition, answers: Mapping[str, int], words: Mapping[str, str]) -> Iterator[str]:
    """Questions answered yes or not yet without a word: a tick by itself says nothing."""
    for item in items_of(definition):
        if answers.get(item["code"]) in WANT_WORDS and not words.get(item["code"], "").strip():
            yield item["code"]


def why_not_check(
    definition: Definition,
    answers: Mapping[str, int],
    words: Mapping[str, str],
    *,
    again_on: date | None,
    today: date,
) -> Words | None:
    """Every question is answered, with words where they are needed; the next look comes after today."""
    codes = {item["code"] for item in items_of(definition)}
    if set(answers) != codes or not set(words) <= codes or not set(answers.values()) <= set(Answer.values):
        return _("Ogni domanda vuole una risposta: anche «non riguarda» lo è.")
    if any(wordless(definition, answers, words)):
        return _("«Sì» e «non ancora» vogliono due parole: come, o perché.")
    if again_on is not None and again_on <= today:
        return _("Si riguarda in un giorno dopo oggi.")
    return None


# Where six parts stand around an empty middle: the middle of each, clockwise from the top left.
PETALS = ((100, 58), (200, 58), (250, 145), (200, 232), (100, 232), (50, 145))


def petals(principles: Sequence[Principle]) -> list[tuple[Principle, int, int]]:
    """Six parts and where each is drawn."""
    return [(each, x, y) for each, (x, y) in zip(principles, PETALS, strict=False)]


def sorted_out(principles: Sequence[Principle]) -> dict[Cover, list[str]]:
    """Which parts are there, in part, missing: their names, and no sum."""
    return {cover: [each.label for each in principles if each.cover == cover] for cover in Cover}
