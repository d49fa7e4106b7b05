"""For which families a place takes charge (promise 66): said where a family is another one, and no bar."""

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _


def why_a_reason(*, minors: int, at_least: int) -> Words | None:
    """What has to be explained in writing where one goes on all the same; None where a family is as was agreed."""
    if minors >= at_least:
        return None
    if minors == 0:
        return _(
            "In questa famiglia non è scritto nessuno con meno di diciotto anni. Scrivete perché si va avanti."
        )
    said = {"minors": minors, "agreed": at_least}
    return (
        _("Qui chi ha meno di diciotto anni: %(minors)d, meno di %(agreed)d. Scrivete perché si va avanti.")
        % said
    )


def why_not_take(*, minors: int, at_least: int, words: str) -> Words | None:
    """A reason, or None: the words of the decision say why."""
    return None if words.strip() else why_a_reason(minors=minors, at_least=at_least)
