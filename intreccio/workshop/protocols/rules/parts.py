"""A definition with one part written, added, taken out: always another definition, the former stays."""

from typing import Any

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _
from intreccio.workshop.protocols.rules.calendar import Definition, Part
from intreccio.workshop.protocols.rules.definition import parts_of
from intreccio.workshop.protocols.vocabulary import PartKind


def part_of(definition: Definition, kind: str, code: str) -> Part | None:
    """One step, one letter, …; None where it is not there."""
    return next((part for part in parts_of(definition, kind) if part["code"] == code), None)


def with_part(definition: Definition, kind: str, part: Part) -> dict[str, Any]:
    """The part of this code written over, or added at the end."""
    parts = parts_of(definition, kind)
    if all(each["code"] != part["code"] for each in parts):
        return _with(definition, kind, [*parts, part])
    return _with(definition, kind, [part if each["code"] == part["code"] else each for each in parts])


def without_part(definition: Definition, kind: str, code: str) -> dict[str, Any]:
    """The part of this code taken out; a source that is taken out is cited no more."""
    kept = _with(definition, kind, [part for part in parts_of(definition, kind) if part["code"] != code])
    if kind != PartKind.SOURCES:
        return kept
    for each in PartKind.values:
        kept = _with(kept, each, [_uncited(part, code) for part in parts_of(kept, each)])
    return kept


def _uncited(part: Part, source: str) -> Part:
    if source not in part.get("sources", ()):
        return part
    left = [each for each in part["sources"] if each != source]
    rest = {name: value for name, value in part.items() if name != "sources"}
    return {**rest, "sources": left} if left else rest


def why_not_remove(definition: Definition, kind: str) -> Words | None:
    """A protocol without a step is none."""
    if kind == PartKind.STEPS and len(parts_of(definition, kind)) == 1:
        return _("È l'ultimo passo: un protocollo ne ha almeno uno.")
    return None


def _with(definition: Definition, kind: str, parts: list[Part]) -> dict[str, Any]:
    before = definition.get(kind)
    if before is None and not parts:
        return dict(definition)
    return {**definition, kind: {**before, "items": parts} if isinstance(before, dict) else parts}
