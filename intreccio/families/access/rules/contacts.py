"""What a contact must say, and what it may leave unsaid."""

from collections.abc import Collection, Sequence

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _

MOST_MINUTES = 480


def why_not_contact(*, needs: Collection[str], answers: Collection[str], minutes: int) -> Words | None:
    """A reason, or None. One need and one answer are enough."""
    if not needs:
        return _("Toccate almeno un bisogno: anche «Non so a chi rivolgermi» è un bisogno.")
    if not answers:
        return _("Segnate che cosa avete risposto, anche solo un'informazione.")
    if not 0 < minutes <= MOST_MINUTES:
        return _("I minuti vanno da 1 a 480.")
    return None


def why_not_anonymous(*, is_anonymous: bool, said: Sequence[object]) -> Words | None:
    """Who prefers not to give a name leaves nothing by which to be recognised."""
    if is_anonymous and any(said):
        return _("Se preferisce non dire il nome, lasciate vuoti nome, cognome, nascita e telefono.")
    return None
