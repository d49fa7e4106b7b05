"""When a signal may go on to another desk."""

from collections.abc import Collection, Mapping
from uuid import UUID

from intreccio.families.access.vocabulary import PassReason, SignalState
from intreccio.ground.kernel.refused import Words

DONE = {SignalState.ANSWERED, SignalState.CLOSED}
ANSWERED = "A questa segnalazione avete già risposto: non si passa più a un altro sportello."
LINKED = "Questa segnalazione è già collegata a una famiglia: adesso segue lei."
HEARD = "Della segnalazione avete già parlato con la famiglia, al vostro sportello."
WAY_OUT: Mapping[str, str] = {
    ANSWERED: "Se serve ancora qualcosa riprendetela, scegliendo un nuovo passo. Per un consiglio, telefonate all'altro sportello.",
    LINKED: "Dalla pagina della famiglia si può affidarla a un'altra équipe, con tutta la sua storia.",
    HEARD: "Dite alla famiglia dove può andare, e se vuole accompagnatela voi all'altro sportello.",
}


def why_not_pass_on(state: str, *, linked: bool, heard: bool) -> str | None:
    """A reason (a key of WAY_OUT), or None. `heard`: the desk has spoken of it with the family."""
    if linked:
        return LINKED
    if heard:
        return HEARD
    return ANSWERED if SignalState(state) in DONE else None


def why_not_receive(to: UUID, *, here: UUID, desks: Collection[UUID]) -> Words | None:
    """Only another desk that welcomes can receive it."""
    if to == here:
        return "La segnalazione è già a questo sportello."
    return None if to in desks else "Scegliete uno sportello aperto della rete."


def why_not_reason(reason: str, note: str) -> Words | None:
    """A short reason; words where it is «another one»."""
    if reason == PassReason.OTHER and not note.strip():
        return "Scrivete quale altro motivo: chi la riceve deve poter capire."
    return None
