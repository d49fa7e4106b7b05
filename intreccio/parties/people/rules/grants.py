"""When a household may be opened to somebody else."""

from datetime import date
from uuid import UUID

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _


def why_not_grant(
    *, reason: str, since: date, until: date | None, to_team: UUID | None, to_organisation: UUID | None
) -> Words | None:
    """A reason, or None. A grant goes to one team or one body, says why, and does not end before it begins."""
    if (to_team is None) == (to_organisation is None):
        return _("Scegliete un'équipe oppure un ente, non tutti e due.")
    if not reason.strip():
        return _("Scrivete perché: la famiglia ha diritto di saperlo.")
    if until is not None and until <= since:
        return _("La data di fine viene prima dell'inizio.")
    return None
