"""Where somebody studies: which years there are, when one begins and ends."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from intreccio.answers.school.vocabulary import Cycle, Ending
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _

# How many years each school lasts; none where one comes and goes.
YEARS: Mapping[str, int] = {
    Cycle.NURSERY: 3,
    Cycle.KINDERGARTEN: 3,
    Cycle.PRIMARY: 5,
    Cycle.LOWER: 3,
    Cycle.UPPER: 5,
    Cycle.VOCATIONAL: 4,
}
# One is enrolled in winter for the autumn after.
AHEAD = timedelta(days=300)
# A new year begins in September, in Lombardy as elsewhere.
FIRST_MONTH = 9


def school_year(day: date) -> int:
    """The year in which the school year of a day began: 2026 for «2026/27»."""
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def why_not_year(cycle: str, year: int | None) -> Words | None:
    """A reason, or None: a class that this school has."""
    most = YEARS.get(cycle)
    if year is None or (most and 1 <= year <= most):
        return None
    if most is None:
        return _("Qui non ci sono anni: lascia vuoto.")
    return _("Gli anni di questa scuola vanno da 1 a %(most)d.") % {"most": most}


def why_not_since(
    since: date, *, today: date, birth: date | None = None, until: date | None = None
) -> Words | None:
    """A reason, or None: near enough to be true, not before they were born, not after it ended."""
    if since > today + AHEAD:
        return _("È troppo avanti: al massimo dieci mesi da oggi.")
    if birth is not None and since < birth:
        return _("È prima che nascesse: controlla l'anno.")
    if until is not None and until < since:
        return _("È dopo il giorno in cui è finita.")
    return None


def why_not_beside(
    since: date, until: date | None, others: Iterable[tuple[date, date | None]]
) -> Words | None:
    """A reason, or None: one school at a time. until: excluded; None where it goes on."""
    for begun, ended in others:
        if (ended is None or since < ended) and (until is None or begun < until):
            return _("In quei giorni è già scritta un'altra classe: prima si scrive quando è finita.")
    return None


def why_not_end(until: date, *, since: date, ended: bool, today: date) -> Words | None:
    """A reason, or None."""
    if ended:
        return _("È già scritto che è finita.")
    if until < since:
        return _("È prima del giorno in cui è cominciata.")
    return _("Non è ancora successo: scrivilo quel giorno.") if until > today else None


def why_not_ending(cycle: str, ending: str) -> Words | None:
    """A reason, or None: a qualification is taken in vocational training, a diploma at the end of it or of upper secondary school."""
    if ending == Ending.QUALIFIED and cycle != Cycle.VOCATIONAL:
        return _("La qualifica si prende nell'istruzione e formazione professionale.")
    if ending == Ending.DIPLOMA and cycle not in (Cycle.UPPER, Cycle.VOCATIONAL, Cycle.ADULT):
        return _("Il diploma si prende alla fine delle superiori, o dopo la qualifica.")
    return None


def why_not_reach(name: str, phone: str, email: str) -> Words | None:
    """A reason, or None: somebody with whom one talks has a name, and a way to be reached."""
    if not name.strip():
        return _("Scrivi come si chiama.")
    return None if phone.strip() or email.strip() else _("Scrivi un telefono o una mail: ne basta uno.")


def why_not_ask_anything(*, stilled: bool) -> Words | None:
    """A reason, or None: of a child who has died nothing of school asks for anything."""
    return (
        _("Di chi non c'è più la scuola non chiede più niente: quello che è scritto resta.")
        if stilled
        else None
    )


def why_not_join(*, has_path: bool, is_asked: bool) -> Words | None:
    """A reason, or None: of a home that is absorbed nothing at school may still be open."""
    if has_path:
        return _(
            "Nell'altra casa è aperto un percorso a scuola: prima chiudetelo, o unite questa casa a quella."
        )
    if is_asked:
        return _(
            "Nell'altra casa si aspetta una risposta da scuola: prima annullatela, o unite questa casa a quella."
        )
    return None
