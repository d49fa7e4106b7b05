"""Boys and girls of an age to be heard: who they are, and what is said where one of them was not (art. 315-bis c.c.)."""

from collections.abc import Sequence
from datetime import date

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _
from intreccio.parties.people.rules.ages import age_on, is_minor
from intreccio.parties.people.rules.names import listed


def is_to_be_heard(birth: date | None, day: date, *, from_age: int) -> bool:
    """True of a minor who has reached that age. Younger ones who understand are heard too: nobody has to write why not."""
    return birth is not None and is_minor(birth, day) and age_on(birth, day) >= from_age


def is_too_young(birth: date | None, day: date, *, from_age: int) -> bool:
    """True of who is not of an age to sign, or not born: the version for children is read together with them instead."""
    return birth is not None and (birth > day or (is_minor(birth, day) and age_on(birth, day) < from_age))


def why_a_reason(unheard: Sequence[str], *, from_age: int) -> Words | None:
    """What has to be explained, or None. `unheard`: those whose word on this version is not written."""
    if not unheard:
        return None
    said = {"who": listed(list(unheard), _("e")), "age": from_age}
    return (
        _(
            "Su questa versione non è scritta la parola di %(who)s: dai %(age)d anni si ha diritto di essere ascoltati."
        )
        % said
    )


def why_not_unheard(unheard: Sequence[str], *, from_age: int, reason: str) -> Words | None:
    """A reason, or None: one begins when they were heard, or says why not yet."""
    missing = why_a_reason(unheard, from_age=from_age)
    if missing is None or reason.strip():
        return None
    return _("%(missing)s Scrivetela, oppure scrivete perché si comincia lo stesso.") % {"missing": missing}
