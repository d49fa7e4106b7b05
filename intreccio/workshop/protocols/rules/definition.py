"""Whether a definition is sound. Reasons are for whoever wrote the file, or the page."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from intreccio.ground.kernel.refused import Words
from intreccio.workshop.protocols.rules.calendar import Definition, Part
from intreccio.workshop.protocols.rules.moments import is_after, is_moment
from intreccio.workshop.protocols.vocabulary import Age, Answering, Doer, PartKind, Side, StepKind, Subject

# Under which keys of a definition its words stand.
SPOKEN = frozenset({"title", "label", "lead", "text", "documents", "source"})
NAMED = ("title", "lead", "source", "about", "zero", "tracks", "steps")
MOST_QUIET = 30
MOST_REMINDERS = 3


def why_not_protocol(definition: Definition) -> list[Words]:
    """Every reason why a definition cannot be used; empty where it can."""
    absent = [f"manca «{name}»" for name in NAMED if not definition.get(name)]
    if absent:
        return [*absent]
    return [
        *_of_whom(definition),
        *_of_days(definition),
        *(reason for kind in PartKind.values for reason in _of_parts(kind, definition)),
    ]


def parts_of(definition: Definition, kind: str) -> list[Part]:
    """Its steps, or its letters, …"""
    parts = definition.get(kind, [])
    return list(parts["items"] if isinstance(parts, dict) else parts)


def title_of(definition: Definition, kind: str, code: str) -> str:
    """How a part is called; empty where this version has none of that code."""
    named = (part for part in parts_of(definition, kind) if part["code"] == code)
    return next((str(part.get("title") or part["label"]) for part in named), "")


def codes_of(parts: Any) -> set[str]:
    """Of tracks, losses, sources."""
    return {part["code"] for part in parts}


def _of_whom(definition: Definition) -> Iterator[Words]:
    if not set(definition["about"]) <= set(Subject.values):
        yield "«about» dice per chi è: una famiglia, chi lavora nei servizi, chi va a scuola"
    yield from _twice(definition["tracks"], "il filo")
    yield from _twice(definition.get("losses", []), "la perdita")


def _of_days(definition: Definition) -> Iterator[Words]:
    counter = definition["zero"].get("counter")
    if counter and not all(_is_count(counter.get(side), 40 * 366) for side in ("before", "after")):
        yield "il contatore va da quanti giorni prima a quanti giorni dopo"
    quiet = definition.get("quiet")
    if quiet and not all(_is_count(quiet.get(side), MOST_QUIET) for side in ("before", "after")):
        yield f"i giorni da rispettare sono al massimo {MOST_QUIET} prima e {MOST_QUIET} dopo"


def _is_count(number: object, most: int) -> bool:
    return isinstance(number, int) and 0 <= number <= most


def _of_parts(kind: str, definition: Definition) -> Iterator[Words]:
    parts = parts_of(definition, kind)
    yield from _twice(parts, f"in «{kind}» il codice")
    for part in parts:
        name = f"«{part.get('code')}» in «{kind}»"
        yield from (f"{name}: manca «{word}»" for word in WORDS[kind] if not part.get(word))
        yield from (f"{name}: {reason}" for reason in _of_ties(part, definition))
        yield from (f"{name}: {reason}" for reason in OF_KIND.get(kind, _nothing)(part, definition))


WORDS: Mapping[str, tuple[str, ...]] = {
    PartKind.STEPS: ("title", "text"),
    PartKind.CHECKS: ("label", "text"),
    PartKind.FACTORS: ("label", "text"),
    PartKind.GUIDANCE: ("title", "text"),
    PartKind.LETTERS: ("title", "text"),
    PartKind.SOURCES: ("text",),
}


def _of_ties(part: Part, definition: Definition) -> Iterator[Words]:
    """What a part points at is there."""
    known = {
        "about": set(definition["about"]),
        "losses": codes_of(definition.get("losses", [])),
        "sources": codes_of(definition.get("sources", [])),
    }
    for name, codes in known.items():
        if strange := set(part.get(name, [])) - codes:
            yield f"«{name}» nomina ciò che non c'è: {', '.join(sorted(strange))}"
    when = part.get("when")
    if isinstance(when, list) and not (1 <= len(when) <= 2 and all(map(is_moment, when))):
        yield "«when» è uno o due momenti, come «-12w», «3m», «0d»"


def _of_step(step: Part, definition: Definition) -> Iterator[Words]:
    if step.get("track") not in codes_of(definition["tracks"]):
        yield "è di un filo che non c'è"
    if step.get("role") not in Doer.values or step.get("kind", StepKind.STEP) not in StepKind.values:
        yield "non si sa chi lo fa, o che cos'è"
    if not step.get("when"):
        yield "manca quando"


def _of_check(check: Part, _definition: Definition) -> Iterator[Words]:
    if check.get("answers", Answering.CHOICE) not in Answering.values:
        yield "non si sa come si risponde"


def _of_factor(factor: Part, _definition: Definition) -> Iterator[Words]:
    if factor.get("side") not in Side.values:
        yield "protegge o pesa: «side» lo dice"


def _of_page(page: Part, _definition: Definition) -> Iterator[Words]:
    if not set(page.get("ages", [])) <= set(Age.values):
        yield "un'età non è tra quelle previste"


def _of_letter(letter: Part, _definition: Definition) -> Iterator[Words]:
    if not is_moment(letter.get("when")):
        yield "manca quando parte"
    again = letter.get("again")
    if again and not (is_after(again.get("every")) and _is_count(again.get("most"), MOST_REMINDERS)):
        yield f"si ricorda al massimo {MOST_REMINDERS} volte, e ogni volta dopo"


def _nothing(_part: Part, _definition: Definition) -> Iterator[Words]:
    return iter(())


OF_KIND: Mapping[str, Callable[[Part, Definition], Iterator[Words]]] = {
    PartKind.STEPS: _of_step,
    PartKind.CHECKS: _of_check,
    PartKind.FACTORS: _of_factor,
    PartKind.GUIDANCE: _of_page,
    PartKind.LETTERS: _of_letter,
}


def _twice(parts: Any, what: str) -> Iterator[Words]:
    counted = Counter(part.get("code") for part in parts)
    yield from (
        f"{what} «{code}» manca o c'è due volte" for code, number in counted.items() if not code or number > 1
    )
