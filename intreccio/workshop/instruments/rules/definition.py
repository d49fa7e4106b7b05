"""Whether a definition is sound. Reasons are for whoever wrote the file."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from intreccio.ground.kernel.refused import Words
from intreccio.workshop.instruments.vocabulary import Licence

Definition = Mapping[str, Any]
NAMED = ("code", "edition", "title", "licence", "source", "valid_from")
# All that a file of somebody else's questions may hold: there is no room for a question under another name.
OF_TOTALS = {*NAMED, "valid_until", "lead", "about", "answered_by", "months", "ages", "scales", "reliability"}
SIDES = ("protects", "weighs")


def why_not_instrument(definition: Definition) -> list[Words]:
    """Every reason why a definition cannot be used; empty where it can."""
    named = NAMED if has_no_number(definition) else (*NAMED, "scales")
    absent = [f"manca «{name}»" for name in named if not definition.get(name)]
    if absent:
        return [*absent]
    return [
        *_of_the_edition(definition),
        *_of_scales(definition),
        *_of_sums(definition),
        *_of_ages(definition),
        *_of_items(definition),
        *_of_reliability(definition),
    ]


def has_no_number(definition: Definition) -> bool:
    """Each item stands by itself: there is no scale, and so nothing that adds or averages."""
    return bool(definition.get("never_summed") or definition.get("dated"))


def _of_the_edition(definition: Definition) -> Iterator[Words]:
    if definition["licence"] not in Licence.values:
        yield f"la licenza «{definition['licence']}» non è tra quelle previste"
    if not isinstance(definition["edition"], int) or definition["edition"] < 1:
        yield "l'edizione è un numero, da 1"
    days = [definition[name] for name in ("valid_from", "valid_until") if definition.get(name)]
    if not all(_is_day(day) for day in days):
        yield "i giorni si scrivono anno-mese-giorno: 2026-01-01"
    elif days != sorted(days):
        yield "finisce prima di cominciare"


def _is_day(said: object) -> bool:
    try:
        date.fromisoformat(str(said))
    except ValueError:
        return False
    return True


def _of_scales(definition: Definition) -> Iterator[Words]:
    if has_no_number(definition) and definition.get("scales"):
        yield "ogni parte resta per sé: non può avere scale che ne fanno un numero"
    yield from _twice(definition["scales"], "la scala")
    measured = [item.get("scale") for item in items_of(definition)]
    for scale in definition["scales"]:
        name = scale["code"]
        if not scale["low"] < scale["high"]:
            yield f"la scala «{name}» va dal numero più basso al più alto"
        there = measured.count(name)
        if has_items(definition) and not 1 <= scale.get("answered", 0) <= there:
            yield f"la scala «{name}» ha {there} domande: «answered» dice a quante serve una risposta"


def _of_sums(definition: Definition) -> Iterator[Words]:
    """Only where totals are typed from paper is there a sum to look at again."""
    codes = {scale["code"] for scale in definition["scales"]}
    for scale in definition["scales"]:
        if "sum_of" not in scale:
            continue
        if has_items(definition):
            yield f"la scala «{scale['code']}» si calcola dalle domande: non è una somma da ricontrollare"
        if not scale["sum_of"] or not set(scale["sum_of"]) <= codes - {scale["code"]}:
            yield f"la scala «{scale['code']}» somma scale che non ci sono, o sé stessa"


def _of_ages(definition: Definition) -> Iterator[Words]:
    """From which age who answers does, where it is not the age the whole sheet is for."""
    for voice, band in definition.get("ages", {}).items():
        if voice not in definition.get("answered_by", ()) or len(band) != 2 or not band[0] < band[1]:
            yield "«ages» dice da quale età risponde ciascuna voce: voci che rispondono, e due mesi in ordine"


def _of_items(definition: Definition) -> Iterator[Words]:
    items = list(items_of(definition))
    if definition["licence"] == Licence.SCORES_ONLY:
        if items or set(definition) - OF_TOTALS:
            yield "di questo strumento si possono tenere solo i totali: le domande restano su carta"
        return
    if not items:
        yield "non ha nessuna domanda"
    yield from _twice(definition.get("sections", []), "la sezione")
    yield from _twice(items, "la domanda")
    for item in items:
        yield from _of_dated(item) if definition.get("dated") else _of_asked(item, definition)
        if definition.get("checklist") and not item.get("missing"):
            yield f"di «{item['code']}» manca «missing»: che cosa resta da fare quando la risposta è «non ancora»"


def _of_dated(item: Mapping[str, Any]) -> Iterator[Words]:
    if item.get("side") not in SIDES:
        yield f"«{item['code']}» protegge o pesa: «side» lo dice"


def _of_asked(item: Mapping[str, Any], definition: Definition) -> Iterator[Words]:
    scales = {scale["code"] for scale in definition["scales"]}
    steps = definition.get("steps", {}).get(item["steps"], [])
    if definition.get("never_summed"):
        if "scale" in item:
            yield f"la domanda «{item['code']}» resta per sé: non conta per nessuna scala"
    elif item["scale"] not in scales:
        yield f"la domanda «{item['code']}» conta per una scala che non c'è: «{item['scale']}»"
    if len({step["value"] for step in steps}) < 2 or not all(step["label"] for step in steps):
        yield f"la domanda «{item['code']}» ha bisogno di almeno due gradini, ciascuno con le sue parole"


def _of_reliability(definition: Definition) -> Iterator[Words]:
    """A figure that is not between its bounds, or that nobody published, claims nothing."""
    scales = {scale["code"] for scale in definition["scales"]}
    for known in definition.get("reliability", []):
        sound = 0 < known.get("r", 0) < 1 and known.get("sd", 0) > 0 and known.get("source")
        if known.get("scale") not in scales or not sound:
            yield f"l'attendibilità di «{known.get('scale')}» vuole r tra 0 e 1, deviazione standard e fonte"


def _twice(rows: Any, what: str) -> Iterator[Words]:
    codes = [row["code"] for row in rows]
    yield from (f"{what} «{code}» c'è due volte" for code in sorted(set(codes)) if codes.count(code) > 1)


def has_items(definition: Definition) -> bool:
    """False where only totals are kept."""
    return any(section["items"] for section in definition.get("sections", []))


def items_of(definition: Definition) -> Iterator[Mapping[str, Any]]:
    """Every item, in the order in which it is asked."""
    for section in definition.get("sections", []):
        yield from section["items"]


# Under which keys of a definition its words stand.
SPOKEN = frozenset({"title", "label", "lead", "facts", "text", "missing", "source"})
