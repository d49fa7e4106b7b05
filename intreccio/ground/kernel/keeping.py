"""What is kept in the process for a while: nothing of a family, and the same for whoever asks."""

from collections.abc import Callable, Hashable
from functools import wraps
from time import monotonic
from typing import Any, TypeVar

Answer = TypeVar("Answer")
FOR = 600.0
_kept: list[dict[Any, Any]] = []


def kept_for(seconds: float) -> Callable[[Callable[..., Answer]], Callable[..., Answer]]:
    """Asks again only after so long. Nothing is not kept.

    Arguments are few and hashable (a day, a code): an answer that is too old is thrown away with all the others.
    """

    def keep(ask: Callable[..., Answer]) -> Callable[..., Answer]:
        answers: dict[tuple[Hashable, ...], tuple[float, Answer]] = {}
        _kept.append(answers)

        @wraps(ask)
        def asked(*said: Hashable) -> Answer:
            now = monotonic()
            there = answers.get(said)
            if there is not None and there[0] > now:
                return there[1]
            answer = ask(*said)
            if there is not None:
                answers.clear()
            if answer:
                answers[said] = (now + seconds, answer)
            return answer

        return asked

    return keep


def forget_all() -> None:
    """Everything is asked again: from here on the process looks at another database."""
    for answers in _kept:
        answers.clear()


def kept(ask: Callable[..., Answer]) -> Callable[..., Answer]:
    """Asks again only after ten minutes; the keeper changes reference data a few times a year."""
    return kept_for(FOR)(ask)
