"""The Italian fiscal code in all its real forms: read as evidence about a person, never as a key to one.

Letters and tables are those of the decree of 23 December 1976. Nothing here refuses a person: `evidence` answers with
sentences for whoever has the documents in hand, and an empty list means only that nothing speaks against the code.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from intreccio.ground.kernel.text import normalise
from intreccio.ground.kernel.words import _

MONTHS = "ABCDEHLMPRST"
VOWELS = "aeiou"
# Two persons with the same code: digits become letters, from the right, at these places only.
DIGIT_PLACES = (6, 7, 9, 10, 12, 13, 14)
OMOCODIA = "LMNPQRSTUV"
_TO_DIGIT = str.maketrans(OMOCODIA, "0123456789")
_TO_LETTER = str.maketrans("0123456789", OMOCODIA)
_DIGIT = f"[0-9{OMOCODIA}]"
_SHAPE = re.compile(rf"[A-Z]{{6}}{_DIGIT}{{2}}[{MONTHS}]{_DIGIT}{{2}}[A-Z]{_DIGIT}{{3}}[A-Z]")
_FOR_FOREIGNERS = re.compile(r"(STP|ENI)[0-9]{13}")
# Weights of A-Z (and of 0-9, which weigh as A-J) at the odd places, counted from one; even places weigh their order.
_ODD = (1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23)


class CodeKind(StrEnum):
    """What a text is, by its form and its check letter or digit. The values are those of `IdentifierKind`."""

    ORDINARY = "codice_fiscale"
    PROVISIONAL = "provisional"
    STP = "stp"
    ENI = "eni"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Said:
    """What an ordinary code says. The century is not in it."""

    surname: str
    name: str
    year: int
    month: int
    day: int
    sex: str
    birthplace: str
    is_omocodia: bool

    def agrees_with(self, birth: date) -> bool:
        """True for a date of birth that the code could stand for."""
        return (self.year, self.month, self.day) == (birth.year % 100, birth.month, birth.day)


def compact(text: str) -> str:
    """«rss mra 80a01 h501u» → «RSSMRA80A01H501U»."""
    return re.sub(r"[\s.\-/]", "", text).upper()


def kind_of(text: str) -> CodeKind:
    """Which form of code a text is; NONE for anything that its own check letter or digit contradicts."""
    code = compact(text)
    if match := _FOR_FOREIGNERS.fullmatch(code):
        return CodeKind(match[1].lower())
    if decode(code) is not None:
        return CodeKind.ORDINARY
    if re.fullmatch(r"[0-9]{11}", code) and int(code) and check_digit(code[:10]) == code[10]:
        return CodeKind.PROVISIONAL
    return CodeKind.NONE


def check_letter(first: str) -> str:
    """The sixteenth character, from the fifteen before it."""
    return chr(ord("A") + sum(_weight(letter, odd=place % 2 == 0) for place, letter in enumerate(first)) % 26)


def _weight(letter: str, *, odd: bool) -> int:
    order = ord(letter) - ord("0" if letter.isdigit() else "A")
    return _ODD[order] if odd else order


def check_digit(first: str) -> str:
    """The eleventh digit of a provisional code, from the ten before it."""
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(first))
    return str(-sum(number - 9 * (number > 9) for number in doubled) % 10)


def decode(text: str) -> Said | None:
    """What an ordinary code says; None where its form, its date or its check letter is wrong."""
    code = compact(text)
    if not _SHAPE.fullmatch(code) or check_letter(code[:15]) != code[15]:
        return None
    plain = _digits_back(code)
    year, month, marked = int(plain[6:8]), MONTHS.index(plain[8]) + 1, int(plain[9:11])
    day = marked - 40 if marked > 40 else marked
    # 29 February is taken in every year that is a leap year in one of the two centuries.
    if not 1 <= day <= max(monthrange(century + year, month)[1] for century in (1900, 2000)):
        return None
    sex = "F" if marked > 40 else "M"
    return Said(
        plain[:3], plain[3:6], year, month, day, sex, plain[11:15], is_omocodia=plain[:15] != code[:15]
    )


def _digits_back(code: str) -> str:
    return "".join(
        letter.translate(_TO_DIGIT) if place in DIGIT_PLACES else letter for place, letter in enumerate(code)
    )


def without_omocodia(text: str) -> str:
    """The code before any digit became a letter: two codes with the same one may be two persons, or one with two codes."""
    plain = _digits_back(compact(text))[:15]
    return plain + check_letter(plain)


def with_omocodia(text: str, *, letters: int) -> str:
    """The code as given to the second, third, … person of the same data: `letters` digits replaced from the right."""
    plain = list(without_omocodia(text)[:15])
    for place in DIGIT_PLACES[len(DIGIT_PLACES) - letters :]:
        plain[place] = plain[place].translate(_TO_LETTER)
    return "".join(plain) + check_letter("".join(plain))


def surname_letters(surname: str) -> str:
    """Consonants, then vowels, then X: «Fo» → «FOX»."""
    consonants, vowels = _sorted_out(surname)
    return (consonants + vowels + "XXX")[:3].upper()


def name_letters(name: str) -> str:
    """As surnames, but of four consonants and more the second is left out: «Gianfranco» → «GFR»."""
    consonants, vowels = _sorted_out(name)
    if len(consonants) > 3:
        consonants = consonants[0] + consonants[2:]
    return (consonants + vowels + "XXX")[:3].upper()


def _sorted_out(words: str) -> tuple[str, str]:
    letters = [letter for letter in normalise(words) if letter.isalpha()]
    return "".join(each for each in letters if each not in VOWELS), "".join(
        each for each in letters if each in VOWELS
    )


def made_of(surname: str, name: str, birth: date, sex: str, birthplace: str) -> str:
    """The ordinary code of these data; for invented persons and tests, the real ones come from the tax office."""
    day = birth.day + (40 if sex == "F" else 0)
    first = f"{surname_letters(surname)}{name_letters(name)}{birth.year % 100:02}{MONTHS[birth.month - 1]}{day:02}{birthplace}"
    return first + check_letter(first)


def evidence(
    text: str,
    *,
    surname: str = "",
    name: str = "",
    birth_date: date | None = None,
    sex: str = "",
    birthplace: str = "",
) -> list[str]:
    """What does not fit between a code and what we know of a person, in plain words; what we do not know is not compared.

    birthplace: a Belfiore code, Z and three digits for a country.
    """
    kind = kind_of(text)
    if kind is CodeKind.NONE:
        return [_why_none(compact(text))] if text.strip() else []
    said = decode(text)
    if said is None:
        return []
    return list(_discrepancies(said, surname, name, birth_date, sex, birthplace.upper()))


def _discrepancies(
    said: Said, surname: str, name: str, birth_date: date | None, sex: str, birthplace: str
) -> Iterator[str]:
    if surname and surname_letters(surname) != said.surname:
        yield _("Il codice comincia con %(said)s, dal cognome ci aspetteremmo %(wanted)s.") % {
            "said": said.surname,
            "wanted": surname_letters(surname),
        }
    if name and name_letters(name) != said.name:
        yield _("Per il nome il codice ha %(said)s, ci aspetteremmo %(wanted)s.") % {
            "said": said.name,
            "wanted": name_letters(name),
        }
    if birth_date and not said.agrees_with(birth_date):
        yield _("Il codice dice nascita il %(said)s, qui è il %(here)s.") % {
            "said": f"{said.day:02}/{said.month:02}/{said.year:02}",
            "here": f"{birth_date:%d/%m/%Y}",
        }
    if sex and sex != said.sex:
        yield _("Il codice è di %(said)s, qui è scritto %(here)s.") % {
            "said": _of_sex(said.sex),
            "here": _of_sex(sex),
        }
    if birthplace and birthplace != said.birthplace:
        yield _("Il codice dice nascita in %(said)s, qui è %(here)s.") % {
            "said": place_name(said.birthplace),
            "here": place_name(birthplace),
        }


def place_name(code: str) -> str:
    """«H501» → «Roma (H501)», also for places that are no longer there and for countries."""
    names = [place["name"] for place in _places().get(code, []) if place["name"]]
    return f"{names[-1]} ({code})" if names else _("un luogo sconosciuto (%(code)s)") % {"code": code}


@cache
def _places() -> dict[str, list[dict[str, str]]]:
    # 19,000 places through time: read only when two places differ, a quarter of a second once.
    from codicefiscale.data import get_indexed_data

    places: dict[str, list[dict[str, str]]] = get_indexed_data()["codes"]
    return places


def _of_sex(sex: str) -> str:
    return _("una donna") if sex == "F" else _("un uomo")


def _why_none(code: str) -> str:
    if _SHAPE.fullmatch(code):
        if check_letter(code[:15]) != code[15]:
            return _("La lettera di controllo non torna: forse un carattere è sbagliato.")
        return _("La data di nascita scritta nel codice non esiste.")
    if re.fullmatch(r"[0-9]{11}", code):
        return _("La cifra di controllo non torna: forse una cifra è sbagliata.")
    if len(code) not in {11, 16}:
        said = _("Un codice fiscale ha 16 caratteri, o 11 cifre se è provvisorio: questo ne ha %(number)d.")
        return said % {"number": len(code)}
    return _("Non ha la forma di un codice fiscale: controllate lettere e numeri, per esempio O e 0.")
