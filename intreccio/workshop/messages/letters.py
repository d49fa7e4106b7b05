"""Which mails there are: an area above says title, template and words of each, in its `panels.register()`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from intreccio.ground.kernel.refused import Words

About = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Letter:
    """title: neutral, it may be read over a shoulder. words: what the template needs, or None when it is no longer needed.

    `words` receives the ids kept with the mail and runs as the house's `jobs`. `to`: for a letter that opens an account, who
    it goes to, whatever address stands on the mail.
    """

    name: str
    title: Words
    template: str
    words: Callable[[About], Mapping[str, Any] | None]
    to: Callable[[About], str] | None = None


_letters: dict[str, Letter] = {}


def add_letter(letter: Letter) -> None:
    """Registers a mail by its name."""
    _letters[letter.name] = letter


def letter_named(name: str) -> Letter | None:
    """The letter of this name; None in an installation that no longer has it."""
    return _letters.get(name)
