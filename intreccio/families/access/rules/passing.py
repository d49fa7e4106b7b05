"""When a signal may go on to another desk."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from intreccio.families.access.vocabulary import PassReason, SignalState
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _, later

DONE = {SignalState.ANSWERED, SignalState.CLOSED}


@dataclass(frozen=True, slots=True)
class TooLate:
    """Why a signal stays where it is, and what can be done instead."""

    reason: Words
    way_out: Words


ANSWERED = TooLate(
    later("A questa segnalazione avete già risposto: non si passa più a un altro sportello."),
    later(
        "Se serve ancora qualcosa riprendetela, scegliendo un nuovo passo. Per un consiglio, telefonate all'altro sportello."
    ),
)
LINKED = TooLate(
    later("Questa segnalazione è già collegata a una famiglia: adesso segue lei."),
    later("Dalla pagina della famiglia si può affidarla a un'altra équipe, con tutta la sua storia."),
)
HEARD = TooLate(
    later("Della segnalazione avete già parlato con la famiglia, al vostro sportello."),
    later("Dite alla famiglia dove può andare, e se vuole accompagnatela voi all'altro sportello."),
)


def why_not_pass_on(state: str, *, linked: bool, heard: bool) -> TooLate | None:
    """Why not, or None. `heard`: the desk has spoken of it with the family."""
    if linked:
        return LINKED
    if heard:
        return HEARD
    return ANSWERED if SignalState(state) in DONE else None


def why_not_receive(to: UUID, *, here: UUID, desks: Collection[UUID]) -> Words | None:
    """Only another desk that welcomes can receive it."""
    if to == here:
        return _("La segnalazione è già a questo sportello.")
    return None if to in desks else _("Scegliete uno sportello aperto della rete.")


def why_not_reason(reason: str, note: str) -> Words | None:
    """A short reason; words where it is «another one»."""
    if reason == PassReason.OTHER and not note.strip():
        return _("Scrivete quale altro motivo: chi la riceve deve poter capire.")
    return None
