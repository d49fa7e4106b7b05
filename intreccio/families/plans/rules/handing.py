"""To whom a version is given to be signed on their own telephone, and until when it can be: pure functions of values."""

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _


def why_not_hand(
    *,
    has_goals: bool,
    said_yes: bool,
    is_untold: bool,
    is_gone: bool,
    too_young: bool,
    is_apart: bool = False,
    is_of_no_age: bool = False,
) -> Words | None:
    """A reason, or None. is_of_no_age: nobody can tell whether they read the grown-ups' page, or a version of their own."""
    if not has_goals:
        return _("Non c'è ancora nessun obiettivo a cui dire sì: prima si scrivono insieme.")
    if is_gone:
        return _("Non è più di questa famiglia: l'indirizzo si dà a chi ne fa parte.")
    if is_apart:
        return _(
            "Vive altrove e non decide per nessun minorenne di questa casa: il progetto non le o gli si dà."
        )
    if is_untold:
        return _("È scritto di non informare questa persona: il progetto non le si dà.")
    if too_young:
        return _("È ancora piccola o piccolo per firmare da sé: se ne parla insieme, con la sua versione.")
    if is_of_no_age:
        return _(
            "Di questa persona non è scritto quando è nata, con il giorno: prima scrivetelo, così legge la versione giusta."
        )
    return _("Ha già detto sì a questa versione.") if said_yes else None


def why_not_sign_now(
    *, as_handed: str, as_it_stands: str, is_untold: bool, is_gone: bool = False
) -> Words | None:
    """A reason, or None: one says yes to what one was given to read, while one is of the family."""
    if is_untold or is_gone or as_handed != as_it_stands:
        return _(
            "Il progetto non è più quello di quando vi è stato dato l'indirizzo: fatevene dare un altro."
        )
    return None
