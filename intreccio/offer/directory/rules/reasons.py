"""Why a service fits and why not, in plain words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from intreccio.offer.directory.rules.ages import age_words, span_words
from intreccio.offer.directory.rules.criteria import Answers, answers
from intreccio.offer.directory.rules.facts import Facts, Wish
from intreccio.offer.directory.rules.money import euro
from intreccio.offer.directory.vocabulary import Cost, Isee, Residence, Verdict, Weekday

ORDER = {True: 0, False: 1, None: 2}


@dataclass(frozen=True, slots=True)
class Reason:
    """One line: `fits` is yes, no, or None for «ask»."""

    about: str
    fits: bool | None
    text: str

    @property
    def kind(self) -> str:
        """How it is drawn: `yes`, `no` or nothing."""
        return "" if self.fits is None else "yes" if self.fits else "no"

    @property
    def icon(self) -> str:
        """What it is drawn with."""
        return "help-circle" if self.fits is None else "check" if self.fits else "close"

    @property
    def hidden(self) -> str:
        """What who does not see the drawing hears."""
        if self.about == "ask":
            return ""
        return "Da chiedere: " if self.fits is None else "" if self.fits else "Perché no: "


def verdict(given: Answers) -> Verdict:
    """One no is a no; else one «ask» is an «ask»."""
    if False in given.values():
        return Verdict.NO
    return Verdict.ASK if None in given.values() else Verdict.YES


def reasons(service: Facts, wish: Wish, today: date) -> list[Reason]:
    """Why a service fits a wish and why not."""
    return explain(service, wish, answers(service, wish, today))


def explain(service: Facts, wish: Wish, given: Answers) -> list[Reason]:
    """Why yes first, then why no, then what to ask; what nobody ever wrote down is asked in a single line."""
    said = [
        Reason(name, fits, text) for name, fits in given.items() if (text := WORDS[name](service, wish, fits))
    ]
    if service.cost == Cost.FREE:
        said.append(Reason("cost", True, "Gratuito"))
    unwritten = [
        UNWRITTEN[name]
        for name, fits in given.items()
        if fits is None and not WORDS[name](service, wish, fits)
    ]
    if unwritten:
        said.append(Reason("ask", None, f"Da chiedere: {', '.join(unwritten)}"))
    return sorted(said, key=lambda reason: ORDER[reason.fits])


def _open(_service: Facts, _wish: Wish, _fits: bool | None) -> str:
    return "Chiuso per ora"


def _need(service: Facts, wish: Wish, fits: bool | None) -> str:
    if fits is None:
        return ""
    which = service.need_codes & wish.needs if fits else wish.needs
    words = ", ".join(f"«{wish.named(code)}»" for code in sorted(which))
    return f"Risponde a {words}" if fits else f"Non risponde a {words}"


def _age(service: Facts, wish: Wish, fits: bool | None) -> str:
    span = span_words(service.age_from, service.age_to)
    if not span or wish.ages is None:
        return ""
    said = f"Età: {span}"
    if fits is None:
        return f"{said}. A {age_words(wish.ages)} dipende dai mesi"
    return said if fits else f"{said}, non {age_words(wish.ages)}"


def _residence(service: Facts, wish: Wish, _fits: bool | None) -> str:
    if service.residence == Residence.ONLY:
        names = ", ".join(sorted(wish.named(code) for code in service.residence_codes))
        return f"Solo chi abita a {names}"
    return "Non serve la residenza" if service.residence == Residence.ANYONE else ""


def _isee(service: Facts, _wish: Wish, _fits: bool | None) -> str:
    if service.isee == Isee.LIMIT and service.isee_limit is not None:
        return f"ISEE fino a {euro(service.isee_limit)}"
    return "Non serve l'ISEE" if service.isee == Isee.NONE else ""


def _day(service: Facts, wish: Wish, fits: bool | None) -> str:
    if not service.weekdays:
        return ""
    days = sorted(service.weekdays & wish.days if fits else service.weekdays)
    said = ", ".join(str(Weekday(day).label).lower() for day in days)
    return said.capitalize() if fits else f"Solo {said}"


def _room(service: Facts, _wish: Wish, fits: bool | None) -> str:
    if service.places_free == 0:
        return f"Posti finiti, lista d'attesa: {service.waiting}" if service.waiting else "Posti finiti"
    return "C'è posto" if fits else ""


WORDS: dict[str, Callable[[Facts, Wish, bool | None], str]] = {
    "open": _open,
    "need": _need,
    "age": _age,
    "residence": _residence,
    "isee": _isee,
    "day": _day,
    "room": _room,
}
UNWRITTEN = {
    "open": "se è aperto",
    "need": "per quali bisogni",
    "age": "le età",
    "residence": "la residenza",
    "isee": "l'ISEE",
    "day": "i giorni",
    "room": "se c'è posto",
}
