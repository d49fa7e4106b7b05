"""What is said of the things that a path looks at, and where one turns to for what was lost."""

from collections.abc import Mapping

from intreccio.families.plans.vocabulary import Looked
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _
from intreccio.workshop.protocols.rules.calendar import Part
from intreccio.workshop.protocols.vocabulary import Answering

# Where one turns to for each loss, as the taxonomy of needs calls it: what the directory is asked.
TURNING: Mapping[str, tuple[str, ...]] = {
    "death": ("salute.psicologica", "famiglie.accompagnamento", "infrastruttura.prossimita"),
    "pregnancy_loss": ("salute.psicologica", "salute.sanitaria"),
    "job": ("lavoro.inserimenti", "lavoro.occupabilita", "emergenze.economico"),
    "separation": ("famiglie.accompagnamento", "futuro.genitorialita", "salute.psicologica"),
    "health": ("salute.sanitaria", "emergenze.sanitario"),
    "grave_event": ("salute.psicologica", "famiglie.segretariato"),
}


# What may be said, by how a thing is answered. Of our own work a family has chosen nothing.
ANSWERS: Mapping[str, tuple[Looked, ...]] = {
    Answering.CHOICE: (Looked.THERE, Looked.NOT_YET, Looked.CHOSEN),
    Answering.OURS: (Looked.THERE, Looked.NOT_YET),
    Answering.TOLD: (Looked.TOLD, Looked.UNSAID),
}


def answers_of(check: Part) -> tuple[Looked, ...]:
    """What may be said of one of the things to look at."""
    return ANSWERS[check.get("answers", Answering.CHOICE)]


def why_not_look(answer: str, words: str) -> Words | None:
    """What is not there yet says what is missing: it is for us to do. What was told is in their words."""
    if answer == Looked.NOT_YET and not words.strip():
        return _("Scrivi che cosa manca: tocca a noi farlo.")
    if answer == Looked.TOLD and not words.strip():
        return _("Scrivi che cosa hanno detto, con le loro parole.")
    return None
