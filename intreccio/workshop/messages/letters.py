"""What may leave: an area above says of each mail its title, template, words and whom it is for, and of each link whom it is given to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from intreccio.ground.kernel.refused import Words
from intreccio.workshop.messages.vocabulary import Recipient

About = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Letter:
    """title: neutral, it may be read over a shoulder. words: what the template needs, or None when it is no longer needed.

    `words` receives the ids kept with the mail and runs as the house's `jobs`. `to`: for a letter that opens an account, who
    it goes to, whatever address stands on the mail. recipient: said of every letter; one for a family names its `household` in
    what it is about, and asks twice whether it may go: as it is queued, and as it leaves.
    """

    name: str
    title: Words
    template: str
    words: Callable[[About], Mapping[str, Any] | None]
    to: Callable[[About], str] | None = None
    recipient: Recipient = field(kw_only=True)


_letters: dict[str, Letter] = {}


def add_letter(letter: Letter) -> None:
    """Registers a mail by its name."""
    _letters[letter.name] = letter


def letter_named(name: str) -> Letter | None:
    """The letter of this name; None in an installation that no longer has it."""
    return _letters.get(name)


def letters() -> list[Letter]:
    """All that were registered."""
    return list(_letters.values())


_links: dict[str, Recipient] = {}


def add_link(purpose: str, recipient: Recipient) -> None:
    """Registers a kind of one-time link, and whom it is given to."""
    _links[purpose] = recipient


def links() -> dict[str, Recipient]:
    """Every kind of link with whom it is given to."""
    return dict(_links)
