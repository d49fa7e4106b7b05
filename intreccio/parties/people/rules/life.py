"""What may happen to a family, and when an act can be undone as one."""

from collections.abc import Collection
from datetime import date, timedelta

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _

# Before this many days from the day it was expected nobody is born alive, and after them the expected day was another.
FAR_FROM_EXPECTED = timedelta(days=130)


def why_not_on(*, day: date, today: date, since: date | None = None) -> Words | None:
    """A reason, or None: what happens is written when it has happened, and not before the family was."""
    if day > today:
        return _("La data è nel futuro: scrivetelo quando sarà successo.")
    if since is not None and day < since:
        return _("La data viene prima dell'ingresso in questa casa.")
    return None


def why_not_be_born(
    *, precision: str, expected: date | None, died: date | None, day: date, today: date
) -> Words | None:
    """A reason, or None: only who is awaited is born, near the day that was expected."""
    if precision != "expected" or died is not None:
        return _("Per questa persona non è attesa nessuna nascita.")
    if day > today:
        return _("La data è nel futuro: scrivetelo quando sarà successo.")
    if expected is not None and abs(day - expected) > FAR_FROM_EXPECTED:
        return _("È molto lontana dal giorno atteso: controllate la data, o correggete prima quella attesa.")
    return None


def why_not_lose(*, precision: str, died: date | None, day: date, today: date) -> Words | None:
    """A reason, or None."""
    if precision != "expected" or died is not None:
        return _("Per questa persona non è attesa nessuna nascita.")
    return why_not_on(day=day, today=today)


def why_not_die(
    *, precision: str, birth: date | None, died: date | None, day: date, today: date
) -> Words | None:
    """A reason, or None: one dies once, after being born."""
    if died is not None:
        return _("Questa morte è già scritta.")
    if precision == "expected":
        return _("La nascita è ancora attesa: se la gravidanza si è interrotta, scrivete quello.")
    if birth is not None and day < birth:
        return _("Il decesso viene prima della nascita.")
    return why_not_on(day=day, today=today)


def why_not_revive(*, happened: bool, elsewhere: bool = False) -> Words | None:
    """A reason, or None: a death that was a mistake is taken back with all that followed from it, never by itself; and by
    who wrote it. `elsewhere`: written in another of their homes."""
    if elsewhere and not happened:
        return _(
            "L'ha scritto l'équipe di un'altra sua casa: se era uno sbaglio lo annulla lei, e torna com'era anche ciò"
            " che ne era seguito. Parlatene con loro."
        )
    if not happened:
        return None
    return _(
        "Se era uno sbaglio, annullatelo da «Che cosa è successo»: torna com'era anche ciò che ne era seguito,"
        " le case e gli atti del giudice."
    )


def why_not_part_home(
    *, going: Collection[str], both: Collection[str], here: Collection[str]
) -> Words | None:
    """A reason, or None: somebody goes, somebody stays, and who lives in both homes does not only go."""
    if not going:
        return _("Scegliete chi va a vivere altrove.")
    if set(going) & set(both):
        return _("Chi vive in tutte e due le case non va scelto anche fra chi va via.")
    if not set(here) - set(going):
        return _(
            "Così non resta nessuno: se tutta la famiglia ha cambiato casa, scrivete il nuovo indirizzo."
        )
    return None


def why_not_separate(
    *, couple: Collection[str], going: Collection[str], both: Collection[str]
) -> Words | None:
    """A reason, or None: of a couple that separates one goes and the other stays."""
    if not couple:
        return None
    if set(couple) & set(both):
        return _("Chi si separa vive in una casa o nell'altra.")
    if len(set(couple) & set(going)) != 1:
        return _("Di chi si separa, uno va via e uno resta: scegliete chi va a vivere altrove.")
    return None


def why_not_join_homes(*, same: bool, joined: bool, absorbs: bool) -> Words | None:
    """A reason, or None: two homes become one once, and never in a ring."""
    if same:
        return _("È la stessa casa.")
    if joined:
        return _("Una delle due case è già unita a un'altra.")
    if absorbs:
        return _("Nell'altra casa ne è già entrata una: unite questa a quella.")
    return None


def why_not_undo(*, undone: bool, remembered: bool, touched: bool) -> Words | None:
    """A reason, or None: what was written since stands on what would be taken away."""
    if undone:
        return _("È già stato annullato.")
    if not remembered:
        return _("È arrivato da un altro archivio: correggete le singole righe.")
    if touched:
        return _(
            "Dopo, qualcuno ha scritto su ciò che questo aveva cambiato: annullate prima ciò che è venuto dopo,"
            " oppure correggete le singole righe."
        )
    return None
