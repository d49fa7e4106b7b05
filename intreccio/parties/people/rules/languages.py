"""Which languages are spoken in a home on a day, and who needs a mediator: from what is said of each who lives there.

What was said of the home and of nobody in particular counts until somebody is named: from the day on which a language is
said of a person, whether they are there is what matters, and a mediator that one person needed is not needed for ever.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _
from intreccio.parties.people.vocabulary import SPOKEN, LanguageUse

ORDER = list(SPOKEN)


@dataclass(frozen=True, slots=True)
class Said:
    """One statement. `who`: a person's key, empty where it is of the home; `until` is the first day without it."""

    who: str
    use: str
    code: str
    since: date | None = None
    until: date | None = None

    @property
    def is_mediator(self) -> bool:
        """A need, and not a language that somebody speaks."""
        return self.use == LanguageUse.MEDIATOR


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is spoken at home on a day, each once, and whose needs of a mediator hold."""

    languages: tuple[str, ...] = ()
    needs: tuple[Said, ...] = ()

    @property
    def is_written(self) -> bool:
        """Whether anything is known at all."""
        return bool(self.languages or self.needs)


def holds(said: Said, day: date) -> bool:
    """Whether a statement holds on a day; one without a beginning held before anybody asked."""
    return (said.since is None or said.since <= day) and (said.until is None or day < said.until)


def said_of_somebody(said: Said, rows: Iterable[Said], day: date) -> bool:
    """Whether by that day somebody is named for what was said of the home; whose was over before it was said, is another's."""
    return any(
        row.who
        and row.is_mediator == said.is_mediator
        and (row.code == said.code or not said.code)
        and (row.since is None or row.since <= day)
        and (row.until is None or said.since is None or said.since < row.until)
        for row in rows
    )


def spoken_at_home(rows: Sequence[Said], living: Collection[str], day: date) -> Spoken:
    """`living`: keys of who lives there on the day."""
    counted = [
        row
        for row in rows
        if holds(row, day) and (row.who in living if row.who else not said_of_somebody(row, rows, day))
    ]
    codes = {row.code for row in counted if row.code}
    needs = sorted((row for row in counted if row.is_mediator), key=lambda row: (place(row.code), row.who))
    return Spoken(tuple(sorted(codes, key=place)), tuple(needs))


def spoken_by(rows: Iterable[Said], who: str, day: date) -> list[Said]:
    """What is said of one person on a day: the language they prefer first, needs last."""
    order = [LanguageUse.PREFERS, LanguageUse.SPEAKS, LanguageUse.MEDIATOR]
    theirs = (row for row in rows if row.who == who and holds(row, day))
    return sorted(theirs, key=lambda row: (order.index(LanguageUse(row.use)), place(row.code)))


def place(code: str) -> int:
    """Where a language stands in lists; one that nobody knows last."""
    return ORDER.index(code) if code in ORDER else len(ORDER)


def why_not_write_language(said: Said, *, today: date) -> Words | None:
    """A reason, or None."""
    if not said.code and (said.who or not said.is_mediator):
        return _("Scegliete la lingua.")
    if said.use == LanguageUse.PREFERS and not said.who:
        return _("Una lingua la preferisce una persona: dite chi.")
    if said.since is not None and said.since > today:
        return _("L'inizio è nel futuro: scrivetelo quando sarà successo.")
    if said.until is not None and said.until > today:
        return _("La fine è nel futuro: scrivetela quando sarà successo.")
    if said.since is not None and said.until is not None and said.until < said.since:
        return _("La fine viene prima dell'inizio.")
    return None


def why_not_end_language(*, since: date | None, until: date, ended: bool, today: date) -> Words | None:
    """A reason, or None."""
    if ended:
        return _("È già chiuso.")
    return why_not_write_language(Said("-", LanguageUse.SPEAKS, "-", since, until), today=today)


def why_not_beside_language(said: Said, others: Iterable[Said]) -> Words | None:
    """A reason, or None: in the same days a thing is said once, and one language is the preferred one."""
    beside = [row for row in others if row.who == said.who and _overlap(row, said)]
    if any(row.code == said.code and row.is_mediator == said.is_mediator for row in beside):
        return _("Per quei giorni è già scritto: correggete o chiudete quella riga.")
    if said.use == LanguageUse.PREFERS and any(row.use == LanguageUse.PREFERS for row in beside):
        return _(
            "Per quei giorni è già scritta un'altra lingua preferita: prima correggete o chiudete quella."
        )
    return None


def why_not_of_home(said: Said, others: Iterable[Said], *, today: date) -> Words | None:
    """A reason, or None: what is said of the home is not over the moment it is written."""
    if not said.who and said_of_somebody(said, others, today):
        return _(
            "È già scritto di qualcuno: se riguarda un'altra persona dite chi, e se è cominciato dopo dite da quando."
        )
    return None


def _overlap(one: Said, other: Said) -> bool:
    return (one.since or date.min) < (other.until or date.max) and (other.since or date.min) < (
        one.until or date.max
    )
