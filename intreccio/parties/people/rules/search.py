"""Which comparable words lead to a household, and what somebody must be allowed to see to be led by them."""

from collections.abc import Iterable, Iterator

from intreccio.ground.kernel.text import digits_of, normalise, words_of
from intreccio.parties.people.vocabulary import Level

LONGEST = 80


def sort_name(name: str) -> str:
    """«Famiglia D'Amìco» → «d amico»: lists are ordered by this, never by the database's idea of letters."""
    plain = normalise(name)
    return (plain.removeprefix("famiglia ") or plain)[:160]


def words_for_household(name: str, code: str) -> set[str]:
    """Words of its name, and its short code as typed with or without dashes."""
    return {word[:LONGEST] for word in words_of(name) if word != "famiglia"} | {code.lower().replace("-", "")}


def words_for_person(
    names: Iterable[tuple[str, str]], phones: Iterable[str], codes: Iterable[str]
) -> Iterator[tuple[str, Level]]:
    """(word, level): names and telephones demand *contact*, fiscal codes *record*."""
    contact = {word[:LONGEST] for given, family in names for word in words_of(f"{given} {family}")}
    contact |= {digits for phone in phones if (digits := digits_of(phone))}
    yield from ((word, Level.CONTACT) for word in sorted(contact))
    yield from ((code.lower(), Level.RECORD) for code in codes if code)


def words_sought(text: str) -> list[str]:
    """What somebody typed, as words to look for: a telephone number or a code is one word, however it is spaced."""
    compact = text.replace("-", "").replace(" ", "").replace(".", "").replace("/", "")
    if any(letter.isdigit() for letter in compact):
        return [digits_of(text) if compact.lstrip("+").isdigit() else compact.lower()]
    return [word[:LONGEST] for word in words_of(text)]
