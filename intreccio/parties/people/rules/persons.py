"""What can be said of a person, and when two rows may become one."""

from datetime import date, timedelta

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _

LONGEST_WAIT = timedelta(days=300)


def why_not_born(*, birth: date | None, precision: str, died: date | None, today: date) -> Words | None:
    """A reason, or None: a birth to come is an expected one, and nobody dies before being born."""
    if precision == "expected":
        if birth is None:
            return _("Per una nascita attesa serve la data prevista.")
        if birth > today + LONGEST_WAIT:
            return _("La data prevista è troppo lontana.")
    elif birth is not None and birth > today:
        return _("La data di nascita è nel futuro: se la nascita è attesa, scegliete «attesa».")
    if died is not None and died > today:
        return _("La data del decesso è nel futuro.")
    if died is not None and birth is not None and died < birth:
        return _("Il decesso viene prima della nascita.")
    return None


def why_not_merge(
    *, same: bool, kept_is_merged: bool, other_is_merged: bool, other_holds_merged: bool
) -> Words | None:
    """A reason, or None: two rows, each standing by itself, become one; never in a chain."""
    if same:
        return _("È già la stessa scheda.")
    if kept_is_merged or other_is_merged:
        return _("Una delle due schede è già unita a un'altra: prima va separata.")
    if other_holds_merged:
        return _("Alla seconda scheda ne è già unita un'altra: tenete quella, oppure separatele prima.")
    return None


def why_not_part(*, is_merged: bool) -> Words | None:
    """A reason, or None."""
    return None if is_merged else _("Questa scheda non è unita a nessuna.")
