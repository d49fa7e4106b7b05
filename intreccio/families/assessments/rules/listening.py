"""Which questions suit an age, and what a listening can say."""

from collections.abc import Iterable, Mapping

from intreccio.families.assessments.vocabulary import Band
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _

# The first year of each band. Whoever is smaller is listened to by looking, without questions.
FROM = ((14, Band.TALL), (11, Band.GROWING), (6, Band.MIDDLE), (3, Band.SMALL))
LONGEST = 1000


def band_for(years: int) -> Band | None:
    """The questions of an age; None below three."""
    return next((band for first, band in FROM if years >= first), None)


def why_not_answers(answers: Mapping[str, str], asked: Iterable[str]) -> Words | None:
    """What a child says answers a question that was asked, and is kept whole."""
    if set(answers) - set(asked):
        return _("Queste domande sono di un'altra età: riaprite la pagina.")
    if any(len(words) > LONGEST for words in answers.values()):
        return _("Una risposta è più lunga di mille segni: si scrive quello che ha detto, senza commenti.")
    return None


def why_not_listener(*, is_of_the_team: bool, by_name: str = "") -> Words | None:
    """Who listened is of the team that accompanies the family, or is written by name: a teacher, a curator."""
    if is_of_the_team != bool(by_name.strip()):
        return None
    return _("Chi ascolta è dell'équipe che accompagna questa famiglia, o è qualcun altro, per nome.")


def why_not_go_on(*, is_voided: bool) -> Words | None:
    """What was annulled is read and no longer written."""
    return _("È annullato: resta solo da leggere.") if is_voided else None


def why_not_draw(*, is_picture: bool) -> Words | None:
    """A drawing is a picture."""
    return None if is_picture else _("Un disegno è un'immagine: fotografatelo, o scegliete una fotografia.")


def why_not_agree(*, is_near: bool) -> Words | None:
    """The child says it to who listened, or to who answers for the family."""
    if is_near:
        return None
    return _("Lo cambia chi ha ascoltato, o chi è il riferimento della famiglia: ditelo a loro.")


def owed(years: int, *, owed_from: int) -> bool:
    """From this age a child's own words, answers or drawing are owed, or the reason why there are none."""
    return years >= owed_from
