"""What of a service can be found by words."""

from collections.abc import Iterable

from intreccio.ground.kernel.text import normalise, words_of


def search_words_of(*texts: str, lists: Iterable[Iterable[str]] = ()) -> str:
    """Every distinct comparable word of these texts."""
    return " ".join(words_of(" ".join([*texts, *(text for texts_ in lists for text in texts_)])))


def search_name_of(name: str) -> str:
    """The name, comparable, for sorting."""
    return normalise(name)[:200]
