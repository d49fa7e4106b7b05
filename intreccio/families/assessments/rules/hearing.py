"""On which days somebody can have been heard. People are heard when they are met, also before somebody presses «comincia»."""

from datetime import date, timedelta

from intreccio.families.assessments.vocabulary import Agreed, Heard, NotHeard
from intreccio.ground.kernel.days import A_YEAR
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _

HEARD_BEFORE = timedelta(days=31)


def why_not_hear(*, heard_on: date, begun_on: date, today: date) -> Words | None:
    """A point of view is of the days around its assessment."""
    if begun_on - HEARD_BEFORE <= heard_on <= today:
        return None
    return _("Scegli un giorno intorno alla valutazione: al più un mese prima, e non dopo oggi")


def why_not_write_words(*, heard_on: date, today: date) -> Words | None:
    """A child's words may be older, and not of another age."""
    return None if today - A_YEAR <= heard_on <= today else _("Un giorno già venuto, al più un anno fa")


def why_not_silent(*, heard: str, words: str) -> Words | None:
    """Words are there, and it is said that there are none: one asks, and throws nothing away."""
    if heard == Heard.NOT_YET and words.strip():
        return _("Ci sono delle parole: scegli come le ha dette. Se non sono sue, toglile da qui.")
    return None


def why_not_reason(reason: str, *, is_owed: bool) -> Words | None:
    """«Too small» is a reason only below the age from which a child's voice is owed."""
    if reason == NotHeard.TOO_SMALL and is_owed:
        return _("Alla sua età si ascolta: scegli un altro motivo, o scrivilo.")
    return None


def why_not_agreed(*, heard: str, agreed: str) -> Words | None:
    """What a child agrees to is asked of its words, and is one of the answers that there are."""
    if heard == Heard.NOT_YET or agreed in Agreed.values:
        return None
    return _("Scegli chi può leggere le sue parole")


def why_not_share(*, heard: str, agreed: str) -> Words | None:
    """The child says whom its words are for; that nobody asked is not said anew."""
    if heard != Heard.NOT_YET and agreed in Agreed.values and agreed != Agreed.NOT_ASKED:
        return None
    return _("Scegli chi può leggere le sue parole")


def agreed_after(now: str, *, then: str, is_near: bool, words_changed: bool) -> str:
    """Whom the words are for once they are corrected: who was there says it; a colleague who changes what stands in the
    plan makes it something that the child was not asked about."""
    if is_near:
        return now
    return Agreed.NOT_ASKED if then == Agreed.PLAN and words_changed else then
