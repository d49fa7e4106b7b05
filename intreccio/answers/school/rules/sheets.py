"""When a teacher may be asked, and what is an answer."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _

CODE = "sguardo-a-scuola"
STRONG, HARD = "strong", "hard"
# For how many days a link opens, at most and where nothing else is said.
MOST_DAYS, DAYS = 45, 14


def why_not_ask(*, is_over: bool, until: date, today: date, email: str) -> Words | None:
    """A reason, or None: a teacher of today, an address, some days but not for ever."""
    if is_over:
        return _("Questa classe è finita: si chiede a chi insegna adesso.")
    if not email.strip():
        return _("Scrivi la mail che ha dato la scuola.")
    if until <= today:
        return _("Lascia almeno fino a domani.")
    if (until - today).days > MOST_DAYS:
        return _("Al massimo %(days)d giorni: poi si chiede di nuovo.") % {"days": MOST_DAYS}
    return None


def why_not_observe(
    definition: Mapping[str, Any], answers: Mapping[str, int], words: Mapping[str, str]
) -> Words | None:
    """A reason, or None: something that goes well is always said, and said first."""
    strong = next(section for section in definition["sections"] if section["code"] == STRONG)
    said = any(item["code"] in answers for item in strong["items"]) or words.get(STRONG, "").strip()
    return None if said else _("Una cosa che va bene c'è sempre: basta una risposta qui sopra, o una riga.")


def why_not_show(*, answered_on: date | None, shown_on: date | None, day: date, today: date) -> Words | None:
    """A reason, or None: what has come is read with the family, on a day that has come."""
    if answered_on is None:
        return _("Non è ancora arrivata.")
    if shown_on is not None:
        return _("È già scritto che la famiglia l'ha letta.")
    if day > today:
        return _("Non è ancora successo: scrivilo quel giorno.")
    return _("È prima del giorno in cui è arrivata.") if day < answered_on else None


def areas_of(
    definition: Mapping[str, Any], answers: Mapping[str, int], section: str, least: int
) -> list[str]:
    """Codes of the things of a part that were seen at least so often: for counts without persons."""
    items = next(each["items"] for each in definition["sections"] if each["code"] == section)
    return [item["code"] for item in items if answers.get(item["code"], 0) >= least]


def seen_in(definition: Mapping[str, Any], answers: Mapping[str, int]) -> dict[str, list[str]]:
    """What was seen: what often goes well, what costs effort at least at times. Codes, for facts without persons."""
    return {part: areas_of(definition, answers, part, least) for part, least in ((STRONG, 3), (HARD, 2))}
