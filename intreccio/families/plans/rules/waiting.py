"""When something of a plan waits for somebody, and what holds a closing back."""

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import many

# Where the family has moved away, or prefers to stop, nobody can look at the goals with it any more.
WITHOUT_THE_FAMILY = frozenset({"moved", "stopped", "not_met"})


def why_not_close(*, unscored: int, motive: str) -> Words | None:
    """Goals are looked at with the family before a way together ends."""
    if not unscored or motive in WITHOUT_THE_FAMILY:
        return None
    said = many(
        "%d obiettivo del progetto non è ancora stato guardato alla verifica: dite con la famiglia a che punto è.",
        "%d obiettivi del progetto non sono ancora stati guardati alla verifica: dite con la famiglia a che punto sono.",
        unscored,
    )
    return said % unscored
