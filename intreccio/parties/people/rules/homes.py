"""Joining a home, leaving it, and where it is."""

from datetime import date

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _


def why_not_join(*, already: bool) -> Words | None:
    """A reason, or None: somebody is in a home once in each of the three senses."""
    return _("Questa persona è già scritta in questa casa.") if already else None


def why_not_begin(
    *,
    since: date,
    today: date,
    birth: date | None = None,
    precision: str = "exact",
    until: date | None = None,
) -> Words | None:
    """A reason, or None: nobody comes tomorrow, nor before being born (who is awaited has a place already)."""
    if since > today:
        return _("La data è nel futuro: scrivetela quando sarà successo.")
    if until is not None and until < since:
        return _("La data di uscita viene prima dell'ingresso.")
    day_known, year_known = precision == "exact", precision in {"exact", "year"}
    if birth is not None and ((day_known and since < birth) or (year_known and since.year < birth.year)):
        return _("Viene prima della nascita: guardate le due date.")
    return None


def why_not_leave(*, since: date, until: date, ended: bool, today: date) -> Words | None:
    """A reason, or None: one leaves once, after having come, and not in the future."""
    if ended:
        return _("La data di uscita è già scritta: se è sbagliata, si può annullare la riga.")
    if until < since:
        return _("La data di uscita viene prima dell'ingresso.")
    if until > today:
        return _("La data di uscita è nel futuro: scrivetela quando sarà successo.")
    return None


def why_not_write_address(*, is_protected: bool) -> Words | None:
    """A reason, or None: beside a protected address an open one would give it away."""
    if is_protected:
        return _(
            "L'indirizzo di questa famiglia è protetto: scrivetelo nella pagina dell'indirizzo protetto."
        )
    return None
