"""Goals of the strategy: how far one is, and what may not be said of it."""

from collections.abc import Sequence
from datetime import date

from intreccio.ground.kernel.days import A_YEAR
from intreccio.ground.kernel.words import _

TO_BEGIN = "to_begin"
FURTHEST = 10 * A_YEAR
ENDS = frozenset({"reached", "left"})


def step_of(looks: Sequence[str]) -> str:
    """Where a goal stands: at its last look, or still to begin. looks: their steps, the first first."""
    return looks[-1] if looks else TO_BEGIN


def asks_again(*, step: str, due: date, today: date) -> bool:
    """The day has come, and nobody has said how it ended."""
    return step not in ENDS and due <= today


def why_not_begin(*, closed: bool) -> str | None:
    """A closed team begins nothing; what it wrote stays, and is still told."""
    return (
        _("Questa équipe è chiusa: ciò che ha scritto resta, ma qui non comincia altro.") if closed else None
    )


def why_not_due(due: date, *, today: date, was: date | None = None) -> str | None:
    """A goal looks forward, and not further than a strategy does. was: the day that it has, which may have passed."""
    if due == was:
        return None
    if due < today:
        return _("Il giorno è già passato: scrivi entro quando, da oggi in poi.")
    return _("È tra più di dieci anni: controlla l'anno.") if due - today > FURTHEST else None


def why_not_look(day: date, *, today: date, words: str) -> str | None:
    """One looks at what is there, and says it."""
    if day > today:
        return _("Il giorno deve ancora venire: scrivi a che punto siete oggi.")
    if today - day > A_YEAR:
        return _("È di più di un anno fa: controlla l'anno, o scrivi a che punto siete oggi.")
    return None if words.strip() else _("Scrivi in due righe a che punto siete, e perché.")
