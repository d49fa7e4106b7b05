"""Two versions laid side by side: which parts are new, which were taken out, which changed and in which words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from intreccio.ground.kernel.beside import Wording, pieces
from intreccio.ground.kernel.words import _
from intreccio.workshop.protocols.rules.calendar import Definition, Part
from intreccio.workshop.protocols.rules.definition import parts_of
from intreccio.workshop.protocols.rules.letters import again_in_words
from intreccio.workshop.protocols.rules.moments import in_words
from intreccio.workshop.protocols.vocabulary import (
    Age,
    Answering,
    Change,
    Doer,
    PartKind,
    Side,
    StepKind,
    Subject,
)

Texts = dict[str, str]


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of one part. kind: of which it is; empty for the heading."""

    kind: str
    title: str
    change: Change
    wordings: list[Wording]


def compare(old: Definition, new: Definition) -> list[Difference]:
    """Every part that is not the same in both: the heading, then kind by kind, what was taken out last."""
    found = _beside("", _heading(old), _heading(new))
    rest = (each for kind in PartKind.values for each in _of_kind(kind, old, new))
    return [each for each in (found, *rest) if each is not None]


def _of_kind(kind: str, old: Definition, new: Definition) -> Iterator[Difference | None]:
    """Parts are paired by their code, which stays while titles change."""
    before, after = (
        {part["code"]: texts_of(part, each) for part in parts_of(each, kind)} for each in (old, new)
    )
    for code in {**after, **before}:
        yield _beside(kind, before.get(code), after.get(code))


def _beside(kind: str, old: Texts | None, new: Texts | None) -> Difference | None:
    if old == new:
        return None
    was, now = old or {}, new or {}
    change = Change.ADDED if old is None else Change.REMOVED if new is None else Change.CHANGED
    changed = [
        Wording(label, *pieces(was.get(label, ""), now.get(label, "")))
        for label in dict.fromkeys((*was, *now))
        if was.get(label, "") != now.get(label, "")
    ]
    return Difference(kind, next(iter((new or was).values()), ""), change, changed)


def _heading(definition: Definition) -> Texts:
    quiet, counter = definition.get("quiet"), definition["zero"].get("counter")
    return {
        _("Titolo"): definition["title"],
        _("Che cos'è"): definition["lead"],
        _("Il suo giorno"): definition["zero"]["label"],
        _("Giorni contati"): _("da %(before)s prima a %(after)s dopo") % counter if counter else "",
        _("Fili"): _labels(definition["tracks"]),
        _("Perdite"): _labels(definition.get("losses", [])),
        _("Giorni da rispettare"): _("%(before)s prima e %(after)s dopo") % quiet if quiet else "",
    }


def _labels(rows: Any) -> str:
    return "; ".join(row["label"] for row in rows)


def texts_of(part: Part, definition: Definition) -> Texts:
    """All that one reads of a part, by label; the first is its title."""
    said = {
        _("Titolo"): part.get("title") or part.get("label") or part["text"],
        _("Testo"): part["text"],
        _("Quando"): _when(part.get("when")),
        _("Filo"): _named(definition["tracks"], [part["track"]] if "track" in part else []),
        _("Chi"): str(Doer(part["role"]).label) if "role" in part else "",
        _("Che cos'è"): str(StepKind(part["kind"]).label) if "kind" in part else "",
        _("Che cosa si risponde"): str(Answering(part["answers"]).label) if "answers" in part else "",
        _("Protegge o pesa"): str(Side(part["side"]).label) if "side" in part else "",
        _("Documenti"): "; ".join(part.get("documents", [])),
        _("Per chi"): ", ".join(str(Subject(each).label) for each in part.get("about", [])),
        _("Per quale perdita"): _named(definition.get("losses", []), part.get("losses", [])),
        _("Per quale età"): ", ".join(str(Age(each).label) for each in part.get("ages", [])),
        _("Si ricorda"): again_in_words(part.get("again")),
        _("Nel giorno che torna"): _("sì") if part.get("remembers") else "",
        _("Fonti"): ", ".join(part.get("sources", [])),
    }
    return {label: text for label, text in said.items() if text}


def _when(when: Any) -> str:
    moments = [when] if isinstance(when, str) else when or []
    return " · ".join(map(in_words, moments))


def _named(rows: Any, codes: list[str]) -> str:
    return ", ".join(row["label"] for row in rows if row["code"] in codes)
