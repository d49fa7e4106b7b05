"""Words made comparable in Python (law 14): accents, case and apostrophes never depend on the database."""

import re
import unicodedata

_SEPARATORS = re.compile(r"[^a-z0-9]+")
_DIGITS = re.compile(r"\d")
# Letters that Unicode does not take apart, as Italian offices write them.
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "þ": "th", "œ": "oe"})


def normalise(text: str) -> str:
    """«D'Amìco  Nicolò» → «d amico nicolo»."""
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _SEPARATORS.sub(" ", kept).strip()


def words_of(text: str) -> list[str]:
    """The distinct comparable words of a text, in order."""
    return list(dict.fromkeys(normalise(text).split()))


def digits_of(text: str) -> str:
    """«333 010-44.77» → «3330104477»: telephone numbers are found however they are typed."""
    return "".join(_DIGITS.findall(text))
