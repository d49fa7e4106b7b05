"""How a page is reached, where it has nothing to show, and how it goes wrong."""

from dataclasses import dataclass, field
from enum import Enum, auto


class Wrong(Enum):
    """How a page is seen in trouble."""

    FORM = auto()  # its form is sent with nothing in it, and comes back with what is missing
    UNTOUCHED = auto()  # its form needs nothing but one's own hand: it is sent without its one-time key
    UNKNOWN = auto()  # the id in its address leads nowhere
    NOBODY = auto()  # opened by who has not signed in, it leads to the door
    NEVER = auto()  # the same words for everybody, always


@dataclass(frozen=True, slots=True)
class Blank:
    """Where the page has nothing to show: another person, or another row."""

    who: str
    query: str = ""
    ids: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a page is reached. `ids`: other rows than the usual ones of `places`. `empty`: None where it is a form or never empty."""

    who: str | None
    wrong: Wrong
    ids: dict[str, str] = field(default_factory=dict)
    query: str = ""
    empty: Blank | None = None
    status: int = 422  # of its form sent in vain
    words: dict[str, str] = field(
        default_factory=dict
    )  # what is written in it, where nothing at all would do
    sent_from: str = ""  # the page that holds its form, where it has none of its own


def form(who: str | None = "assistente", **more: object) -> Recipe:
    """A page that is a form: as it opens, and sent with nothing."""
    return Recipe(who, Wrong.FORM, **more)  # type: ignore[arg-type]  # the fields of Recipe


def button(who: str = "admin", **more: object) -> Recipe:
    """A page with a button only."""
    return Recipe(who, Wrong.UNTOUCHED, **more)  # type: ignore[arg-type]  # as above


def page(who: str = "assistente", **more: object) -> Recipe:
    """A page of one row."""
    return Recipe(who, Wrong.UNKNOWN, **more)  # type: ignore[arg-type]  # as above


def listing(who: str = "assistente", **more: object) -> Recipe:
    """A page without a row of its own."""
    return Recipe(who, Wrong.NOBODY, **more)  # type: ignore[arg-type]  # as above
