"""What is said of the things that a path looks at, and where one turns to for what was lost."""

from collections.abc import Mapping

from intreccio.families.plans.vocabulary import Looked
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _

# Where one turns to for each loss, as the taxonomy of needs calls it: what the directory is asked.
TURNING: Mapping[str, tuple[str, ...]] = {
    "death": ("salute.psicologica", "famiglie.accompagnamento", "infrastruttura.prossimita"),
    "pregnancy_loss": ("salute.psicologica", "salute.sanitaria"),
    "job": ("lavoro.inserimenti", "lavoro.occupabilita", "emergenze.economico"),
    "separation": ("famiglie.accompagnamento", "futuro.genitorialita", "salute.psicologica"),
    "health": ("salute.sanitaria", "emergenze.sanitario"),
    "grave_event": ("salute.psicologica", "famiglie.segretariato"),
}


def why_not_look(answer: str, words: str) -> Words | None:
    """What is not there yet says what is missing: it is for us to do."""
    if answer == Looked.NOT_YET and not words.strip():
        return _("Scrivi che cosa manca: tocca a noi farlo.")
    return None
