"""What of a plan holds a closing back."""

from intreccio.families.cases.vocabulary import OUT_OF_REACH
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import many


def why_not_close(*, unscored: int, motive: str) -> Words | None:
    """Goals are looked at with the family before a way together ends."""
    if not unscored or motive in OUT_OF_REACH:
        return None
    said = many(
        "%d obiettivo del progetto non è ancora stato guardato alla verifica: dite con la famiglia a che punto è.",
        "%d obiettivi del progetto non sono ancora stati guardati alla verifica: dite con la famiglia a che punto sono.",
        unscored,
    )
    return said % unscored
