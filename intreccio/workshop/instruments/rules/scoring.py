"""From answers to numbers, and what is still missing. Fractions inside: the order of answers never changes a number."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _, later
from intreccio.workshop.instruments.rules.definition import Definition, has_items, items_of

Answers = Mapping[str, int]
Scores = dict[str, float]


def scores_of(definition: Definition, answers: Answers) -> Scores:
    """Scale → number, for the scales of which enough was answered.

    A scale's number is the mean of its answered items, stretched from their steps to the scale's own range; a reversed
    item counts mirrored. Where only totals are kept, the totals themselves.
    """
    if not has_items(definition):
        return {
            scale["code"]: answers[scale["code"]]
            for scale in definition["scales"]
            if scale["code"] in answers
        }
    told = {scale["code"]: _heights(definition, scale["code"], answers) for scale in definition["scales"]}
    return {
        scale["code"]: _stretched(sum(heights, Fraction()) / len(heights), scale)
        for scale in definition["scales"]
        if len(heights := told[scale["code"]]) >= scale["answered"]
    }


def _heights(definition: Definition, scale: str, answers: Answers) -> list[Fraction]:
    """How high each answered item of a scale stands, from 0 to 1."""
    return [
        _height(definition, item, answers[item["code"]])
        for item in items_of(definition)
        if item["scale"] == scale and item["code"] in answers
    ]


def _height(definition: Definition, item: Mapping[str, Any], value: int) -> Fraction:
    values = [step["value"] for step in definition["steps"][item["steps"]]]
    height = Fraction(value - min(values), max(values) - min(values))
    return 1 - height if item.get("reversed") else height


def _stretched(height: Fraction, scale: Mapping[str, Any]) -> float:
    return round(float(scale["low"] + height * (scale["high"] - scale["low"])), 2)


def why_not_answers(definition: Definition, answers: Answers) -> Words | None:
    """An answer to something that is not asked, or beyond its steps or range; a total that is not the sum of its parts."""
    if any(value not in _values(definition, code) for code, value in answers.items()):
        return _NOT_ASKED
    wrong = why_not_sum(definition, answers)
    return wrong[1] if wrong else None


# Totals of editions that do not say themselves which parts they add: an edition that somebody has answered never changes,
# and the paper it is of adds them all the same.
OLDER_SUMS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "sdq-totali": {"total": ("emotional", "conduct", "hyperactivity", "peers")},
}


def why_not_sum(definition: Definition, answers: Answers) -> tuple[str, Words] | None:
    """The scale whose total cannot be the sum of its parts, and why: of a draft, as far as it goes."""
    scales = {scale["code"]: scale for scale in definition["scales"]}
    older = OLDER_SUMS.get(definition.get("code", ""), {})
    for code, scale in scales.items():
        parts = scale.get("sum_of") or older.get(code, ())
        if parts and code in answers:
            least = sum(answers.get(part, scales[part]["low"]) for part in parts)
            most = sum(answers.get(part, scales[part]["high"]) for part in parts)
            if not least <= answers[code] <= most:
                return code, _not_the_sum(answers[code], least, most)
    return None


def _not_the_sum(said: int, least: int, most: int) -> Words:
    values = {"said": said, "least": least, "most": most}
    if least == most:
        return (
            _("Il totale delle scale sopra fa %(least)d, e qui è scritto %(said)d: riguardate il foglio.")
            % values
        )
    if said < least:
        return _("Il totale è almeno %(least)d, e qui è scritto %(said)d: riguardate il foglio.") % values
    return _("Il totale è al massimo %(most)d, e qui è scritto %(said)d: riguardate il foglio.") % values


_NOT_ASKED = later("C'è una risposta che questo strumento non prevede.")


def _values(definition: Definition, code: str) -> Any:
    if not has_items(definition):
        ranges = {each["code"]: range(each["low"], each["high"] + 1) for each in definition["scales"]}
        return ranges.get(code, ())
    steps = next((item["steps"] for item in items_of(definition) if item["code"] == code), None)
    return [step["value"] for step in definition["steps"][steps]] if steps else ()


def why_not_words(definition: Definition, words: Mapping[str, str]) -> Words | None:
    """Words about something that is not there; where only totals are kept there is no room for words at all."""
    known = {*_places_for_words(definition)}
    return None if {*words} <= known else _NO_PLACE


_NO_PLACE = later("Qui non c'è posto per queste parole.")


def _places_for_words(definition: Definition) -> Iterator[str]:
    """Facts of a section; or, where each item has its own, facts and points of view item by item."""
    views = definition.get("views", [])
    for section in definition.get("sections", []):
        yield section["code"]
        for item in section["items"] if views else ():
            yield item["code"]
            yield from (f"{item['code']}.{view['code']}" for view in views)


def labels_of(definition: Definition, answers: Answers) -> dict[str, str]:
    """Item → the words of the step that was chosen: kept beside its number, so that neither stands alone."""
    return {
        item["code"]: step["label"]
        for item in items_of(definition)
        for step in definition.get("steps", {}).get(item.get("steps"), [])
        if answers.get(item["code"]) == step["value"]
    }


def empty_sections(definition: Definition, answers: Answers) -> list[str]:
    """Codes of the sections in which nothing was answered."""
    return [
        section["code"]
        for section in definition.get("sections", [])
        if not any(item["code"] in answers for item in section["items"])
    ]


def unexplained(definition: Definition, answers: Answers, left_empty: Mapping[str, str]) -> list[str]:
    """Codes of what still stands in the way of finishing: a section with neither an answer nor a reason; a missing total."""
    if not has_items(definition):
        return [scale["code"] for scale in definition["scales"] if scale["code"] not in answers]
    empty = empty_sections(definition, answers)
    return [code for code in empty if not left_empty.get(code, "").strip()]
