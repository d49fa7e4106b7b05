"""When a version may be approved, changed, begun."""

from collections.abc import Collection
from uuid import UUID

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _
from intreccio.workshop.protocols.vocabulary import Stage


def why_not_start(stage: str) -> Words | None:
    """Nobody is accompanied by a text that no professional has approved, nor by one that another has followed."""
    if stage == Stage.IN_FORCE:
        return None
    if stage == Stage.DRAFT:
        return _("È ancora una bozza: prima una persona della rete la legge e la approva con il suo nome.")
    return _("Questa versione non è più in uso: si comincia con quella di adesso.")


def why_not_approve(stage: str, *, authors: Collection[UUID], reader: UUID) -> Words | None:
    """Two persons: one writes, another reads and answers for it."""
    if stage != Stage.DRAFT:
        return _("Questa versione non aspetta più nessuno.")
    if reader in authors:
        return _("L'hai scritta anche tu: la approva un'altra persona.")
    return None


def why_not_edit(stage: str, *, shipped: bool) -> Words | None:
    """What was approved stays as it is, and so does what came with the programme."""
    if shipped:
        return _("È il testo arrivato con il programma: per cambiarlo se ne fa una bozza.")
    if stage != Stage.DRAFT:
        return _("Questa versione resta com'è: per cambiarla se ne fa una bozza.")
    return None


def why_not_copy(stage: str, *, shipped: bool) -> Words | None:
    """A draft of somebody's is not copied: its words would lose their author, who could then approve them."""
    if shipped or stage in (Stage.IN_FORCE, Stage.FORMER):
        return None
    return _("Si comincia da un testo approvato, o da quello arrivato con il programma.")


def why_not_begin_draft(*, waiting: bool) -> Words | None:
    """One draft at a time, so that nobody's words are lost."""
    return _("C'è già una bozza in preparazione: si lavora su quella, o la si annulla.") if waiting else None
