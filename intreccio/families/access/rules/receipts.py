"""The receipt code: twelve letters and digits (60 bits), read aloud without mistakes."""

import re

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U
LENGTH = 12
_HEARD_AS = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V"})


def code_from(number: int) -> str:
    """«S-7KQ4-M2XD-9T0B» out of the lowest 60 bits of a number."""
    letters = "".join(ALPHABET[number >> 5 * place & 31] for place in range(LENGTH))
    return "-".join(("S", *(letters[start : start + 4] for start in range(0, LENGTH, 4))))


def as_kept(typed: str) -> str | None:
    """A code as it was printed, however it is typed; None for what cannot be one."""
    letters = re.sub(r"[^A-Z0-9]", "", typed.upper())
    # The first S is the mark of a receipt, not one of its letters.
    letters = letters.removeprefix("S") if len(letters) == LENGTH + 1 else letters
    letters = letters.translate(_HEARD_AS)
    if len(letters) != LENGTH or any(letter not in ALPHABET for letter in letters):
        return None
    return "-".join(("S", *(letters[start : start + 4] for start in range(0, LENGTH, 4))))
