"""Why a service fits and why not, in plain words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from intreccio.ground.kernel.words import _, in_sentence, later
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
        return _("Da chiedere: ") if self.fits is None else "" if self.fits else _("Perché no: ")


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
        said.append(Reason("cost", True, _("Gratuito")))
    unwritten = [
        UNWRITTEN[name]
        for name, fits in given.items()
        if fits is None and not WORDS[name](service, wish, fits)
    ]
    if unwritten:
        said.append(Reason("ask", None, _("Da chiedere: ") + ", ".join(map(str, unwritten))))
    return sorted(said, key=lambda reason: ORDER[reason.fits])


def _open(_service: Facts, _wish: Wish, _fits: bool | None) -> str:
    return _("Chiuso per ora")


def _need(service: Facts, wish: Wish, fits: bool | None) -> str:
    if fits is None:
        return ""
    which = service.need_codes & wish.needs if fits else wish.needs
    words = ", ".join(f"«{wish.named(code)}»" for code in sorted(which))
    return (_("Risponde a %(needs)s") if fits else _("Non risponde a %(needs)s")) % {"needs": words}


def _age(service: Facts, wish: Wish, fits: bool | None) -> str:
    span = span_words(service.age_from, service.age_to)
    if not span or wish.ages is None:
        return ""
    said = {"span": span, "age": age_words(wish.ages)}
    if fits is None:
        return _("Età: %(span)s. A %(age)s dipende dai mesi") % said
    return (_("Età: %(span)s") if fits else _("Età: %(span)s, non %(age)s")) % said


def _residence(service: Facts, wish: Wish, _fits: bool | None) -> str:
    if service.residence == Residence.ONLY:
        names = ", ".join(sorted(wish.named(code) for code in service.residence_codes))
        return _("Solo chi abita a %(places)s") % {"places": names}
    return _("Non serve la residenza") if service.residence == Residence.ANYONE else ""


def _isee(service: Facts, _wish: Wish, _fits: bool | None) -> str:
    if service.isee == Isee.LIMIT and service.isee_limit is not None:
        return _("ISEE fino a %(limit)s") % {"limit": euro(service.isee_limit)}
    return _("Non serve l'ISEE") if service.isee == Isee.NONE else ""


def _day(service: Facts, wish: Wish, fits: bool | None) -> str:
    if not service.weekdays:
        return ""
    days = sorted(service.weekdays & wish.days if fits else service.weekdays)
    said = ", ".join(in_sentence(str(Weekday(day).label)) for day in days)
    return said[:1].upper() + said[1:] if fits else _("Solo %(days)s") % {"days": said}


def _room(service: Facts, _wish: Wish, fits: bool | None) -> str:
    if service.places_free == 0:
        waiting = _("Posti finiti, lista d'attesa: %(waiting)s") % {"waiting": service.waiting}
        return waiting if service.waiting else _("Posti finiti")
    return _("C'è posto") if fits else ""


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
    "open": later("se è aperto"),
    "need": later("per quali bisogni"),
    "age": later("le età"),
    "residence": later("la residenza"),
    "isee": later("l'ISEE"),
    "day": later("i giorni"),
    "room": later("se c'è posto"),
}
