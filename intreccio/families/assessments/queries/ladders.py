"""A sheet as it is read: each part on its own steps, with where it stood before. Nothing is added up."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from intreccio.families.assessments.models import Sheet
from intreccio.families.assessments.queries.picture import ends_of
from intreccio.families.assessments.queries.sheets import Filled
from intreccio.families.assessments.vocabulary import OF_THE_FAMILY, Moment, Voice
from intreccio.ground.design.profile import Line, written
from intreccio.ground.kernel.words import in_language
from intreccio.parties.people.models import Person
from intreccio.parties.people.rules.ages import months_on
from intreccio.workshop.instruments.models import Response
from intreccio.workshop.instruments.rules.reliable import Reliability, is_reliable, reliability_of

GAP, FIRST = 28, 12


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of a ladder, where it is drawn."""

    x: int
    is_now: bool
    is_then: bool


@dataclass(frozen=True, slots=True)
class Part:
    """One item: the words of its step now and before, the steps as they are drawn, facts, and what each one says."""

    text: str
    lead: str
    level: int | None
    now: str
    then: str
    rungs: list[Rung]
    facts: str
    views: list[tuple[str, str]]

    @property
    def width(self) -> int:
        """Of the drawing."""
        return len(self.rungs) * GAP

    @property
    def said(self) -> str:
        """What the drawing shows, in words."""
        if not self.now:
            return _("lasciata in bianco")
        return _("%(now)s; prima: %(then)s") % {"now": self.now, "then": self.then} if self.then else self.now


@dataclass(frozen=True, slots=True)
class Section:
    """One section with its parts; its facts where they are of the whole; why it was left empty."""

    label: str
    parts: list[Part]
    facts: str
    left_empty: str


@dataclass(frozen=True, slots=True)
class Scale:
    """One scale: now, before, and what may be said of its change."""

    code: str
    label: str
    low: int
    high: int
    now: float | None
    then: float | None
    change: str = ""


@dataclass
class Read:
    """Everything that the page of a sheet shows."""

    sheet: Filled
    earlier: Sheet | None
    sections: list[Section] = field(default_factory=list)
    scales: list[Scale] = field(default_factory=list)

    @property
    def moment_before(self) -> str:
        """«T0, all'inizio»."""
        return str(Moment(self.earlier.assessment.moment).label) if self.earlier else ""

    @property
    def is_silent(self) -> bool:
        """There is a change of which nothing may be claimed."""
        return any(scale.then is not None and not scale.change for scale in self.scales)

    @property
    def profiles(self) -> Iterator[tuple[list[Line], int, int, tuple[str, str]]]:
        """The scales as they are drawn, those of the same range together, with the words of their two ends."""
        told = [scale for scale in self.scales if scale.now is not None]
        mine = self.sheet.row.voice in OF_THE_FAMILY
        for (low, high), alike in groupby(told, key=lambda scale: (scale.low, scale.high)):
            scales = list(alike)
            lines = [
                Line(scale.label, now=[scale.now or 0], then=scale.then, is_family=mine) for scale in scales
            ]
            yield lines, low, high, ends_of(self.sheet.definition, scales[0].code)


def said_of(
    response: Response, code: str, views: Sequence[Mapping[str, str]], *, child_too: bool
) -> list[tuple[str, str]]:
    """What each one says of an item, with whose words they are.

    child_too: for who works with the family. On paper, in tables and to other bodies there is nothing of a child's: nobody asked it for
    whom it is (decision 94).
    """
    shown = [view for view in views if child_too or view["code"] != Voice.CHILD]
    return [
        (view["label"], words) for view in shown if (words := response.words.get(f"{code}.{view['code']}"))
    ]


def read_sheet(sheet: Filled, earlier: Sheet | None, *, child_too: bool) -> Read:
    """One sheet, with the one before it where there was one. child_too: as in `said_of`."""
    definition = sheet.definition
    then: Mapping[str, int] = earlier.response.answers if earlier else {}
    sections = [
        _section(sheet.row, section, definition, then, child_too)
        for section in definition.get("sections", [])
    ]
    return Read(sheet, earlier, sections, list(_scales(sheet, definition, earlier)))


def _section(
    row: Sheet,
    section: Mapping[str, Any],
    definition: Mapping[str, Any],
    then: Mapping[str, int],
    child_too: bool,
) -> Section:
    response = row.response
    parts = [_part(row, item, definition, then.get(item["code"]), child_too) for item in section["items"]]
    return Section(
        section["label"], parts, response.words.get(section["code"], ""), response.left_empty.get(section["code"], "")
    )  # fmt: skip


def _part(
    row: Sheet, item: Mapping[str, Any], definition: Mapping[str, Any], then: int | None, child_too: bool
) -> Part:
    response, code = row.response, item["code"]
    steps = definition["steps"][item["steps"]]
    label = {step["value"]: step["label"] for step in steps}
    now = response.answers.get(code)
    views = said_of(response, code, definition.get("views", []), child_too=child_too)
    rungs = [
        Rung(FIRST + place * GAP, step["value"] == now, step["value"] == then) for place, step in enumerate(steps)
    ]  # fmt: skip
    # The words of that day, which were kept with the number; drawn in the reader's language.
    said = in_language(response.labels.get(code, "")) or label.get(now, "")
    facts = response.words.get(code, "")
    return Part(item["text"], item.get("lead", ""), now, said, label.get(then, ""), rungs, facts, views)


def _scales(sheet: Filled, definition: Mapping[str, Any], earlier: Sheet | None) -> Iterator[Scale]:
    scores, then = sheet.row.response.scores, earlier.response.scores if earlier else {}
    for scale in definition["scales"]:
        code = scale["code"]
        now, old = scores.get(code), then.get(code)
        moved = _moved(sheet, code, old, now) if now is not None and old is not None else ""
        yield Scale(code, scale["label"], scale["low"], scale["high"], now, old, moved)


def _moved(sheet: Filled, scale: str, then: float, now: float) -> str:
    """What may be said of a change; nothing where nobody published how reliable the scale is."""
    row = sheet.row
    known = reliability_of(
        sheet.definition, scale, voice=row.voice, months=_months_of(row.about, row.heard_on)
    )
    return _claim(then, now, known) if known else ""


def _months_of(person: Person | None, day: Any) -> int | None:
    birth = person.birth_date if person else None
    return None if birth is None else months_on(birth, day)


def _claim(then: float, now: float, known: Reliability) -> str:
    least = {"least": written(known.least), "source": known.source}
    if is_reliable(then, now, known):
        said = _(
            "È cambiato più di quanto questo strumento si muova da sé (oltre %(least)s punti). Non dice perché, né se è merito di qualcuno."
        )
    else:
        said = _(
            "Il cambiamento resta dentro quello che lo strumento si muove da sé (fino a %(least)s punti): non si può dire che ci sia."
        )
    return f"{said % least} {known.source}"
