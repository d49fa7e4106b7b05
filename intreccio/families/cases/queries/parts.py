"""What a report may be made of: every area of families adds its parts from its `panels`, as boxes are added."""

import hashlib
import json
from collections.abc import Callable, Collection
from dataclasses import asdict, dataclass, field
from datetime import date

from django.conf import settings
from django.utils import translation
from django.utils.dateformat import format as format_date

from intreccio.families.cases.models import Case
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody's own words, and whose they are; ours look like the rest of the report."""

    words: str
    who: str
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, lines below it, and somebody's words."""

    heading: str
    lines: list[str] = field(default_factory=list)
    voices: list[Voice] = field(default_factory=list)


Tells = Callable[[Viewer, Case, date], list[Block]]


@dataclass(frozen=True, slots=True)
class ReportPart:
    """A part to choose. `least_for`: the addressees for whom it is ticked from the beginning; for the others one says why."""

    code: str
    label: Words
    hint: Words
    tells: Tells
    order: int
    least_for: frozenset[str] = frozenset()


_parts: dict[str, ReportPart] = {}


def add_report_part(part: ReportPart) -> None:
    """Lets an area be told of in reports."""
    _parts[part.code] = part


def report_parts() -> list[ReportPart]:
    """All there are, in the order in which a report tells them."""
    return sorted(_parts.values(), key=lambda part: part.order)


def codes_for(addressee: str) -> tuple[list[str], list[str]]:
    """Parts for an addressee: the least, and what would be more."""
    parts = report_parts()
    least = [part.code for part in parts if addressee in part.least_for]
    return least, [part.code for part in parts if part.code not in least]


@translation.override(settings.LANGUAGE_CODE)
def told(viewer: Viewer, case: Case, codes: Collection[str], day: date) -> list[Block]:
    """The chosen parts as they are today; one that has nothing to tell is not there.

    In the language of the network, whatever the writer reads in: they are kept as words, for somebody else.
    """
    chosen = [part for part in report_parts() if part.code in codes]
    blocks = [block for part in chosen for block in part.tells(viewer, case, day)]
    return [block for block in blocks if block.lines or block.voices]


def mark_of(blocks: Collection[Block]) -> str:
    """Changes with every word of them: what leaves is what was looked at."""
    said = json.dumps([asdict(block) for block in blocks], ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def on_paper(day: date) -> str:
    """«15 gennaio 2027»: on paper a year later is soon."""
    return f"{day.day} {format_date(day, 'F Y').lower()}"
