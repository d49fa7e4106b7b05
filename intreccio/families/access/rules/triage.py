"""How a signal goes from one state to the next."""

from collections.abc import Mapping
from datetime import date, timedelta

from intreccio.families.access.vocabulary import CloseReason, FirstStep, SignalState, Urgency
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _

S = SignalState
# Nothing is final: a closed signal can be taken up again, never thrown back among those nobody has read.
NEXT: Mapping[SignalState, frozenset[SignalState]] = {
    S.RECEIVED: frozenset({S.READ, S.ASSESSMENT, S.ANSWERED, S.CLOSED}),
    S.READ: frozenset({S.ASSESSMENT, S.ANSWERED, S.CLOSED}),
    S.ASSESSMENT: frozenset({S.ASSESSMENT, S.ANSWERED, S.CLOSED}),
    S.ANSWERED: frozenset({S.ASSESSMENT, S.ANSWERED, S.CLOSED}),
    S.CLOSED: frozenset({S.ASSESSMENT}),
}
# After these the desk still works on it; after the others only a word to who signalled is missing.
STILL_WORKING = {FirstStep.MEET, FirstStep.ASK, FirstStep.DANGER}
SOMEBODY = {FirstStep.MEET, FirstStep.DANGER}
PARAMETER = {Urgency.TODAY: "oggi", Urgency.WEEK: "settimana", Urgency.LATER: "non_urgente"}


def due_on(received: date, urgency: str, days: Mapping[str, int]) -> date:
    """Within when, counted from the day it arrived. `days` is the parameter `signal_days_by_urgency`."""
    return received + timedelta(days=days[PARAMETER[Urgency(urgency)]])


def first_due(received: date, *, danger_now: bool, days: Mapping[str, int]) -> date:
    """Within when it should be read: nobody has chosen the urgency yet, so a week; at once where somebody says danger."""
    return due_on(received, Urgency.TODAY if danger_now else Urgency.WEEK, days)


def state_after(step: str, *, told: bool) -> SignalState:
    """The state a step leads to; `told`: who signalled has been answered in the same act."""
    if FirstStep(step) in STILL_WORKING:
        return S.ASSESSMENT
    return S.CLOSED if told else S.ANSWERED


def may_become(state: str, after: str) -> bool:
    """Whether the table of transitions allows it."""
    return SignalState(after) in NEXT[SignalState(state)]


def why_not_step(
    state: str,
    step: str,
    *,
    told: bool,
    somebody: bool,
    by_when: date | None,
    reason: str,
    note: str,
    today: date,
) -> Words | None:
    """A reason, or None."""
    if not may_become(state, state_after(step, told=told)):
        return _("Questa segnalazione è già chiusa: per riprenderla scegliete chi se ne occupa.")
    if FirstStep(step) in SOMEBODY and not somebody:
        return _("Scegliete chi se ne occupa: una segnalazione affidata a tutti non è di nessuno.")
    if by_when is not None and by_when < today:
        return _("Il giorno scelto è già passato.")
    return why_not_close(reason, note) if FirstStep(step) == FirstStep.CLOSE else None


def why_not_close(reason: str, note: str) -> Words | None:
    """Closing without a further step asks for a reason, and words where the reason is «another one»."""
    if not reason:
        return _("Per chiudere senza seguito serve un motivo: resta scritto.")
    if reason == CloseReason.OTHER and not note.strip():
        return _("Scrivete quale altro motivo: chi rilegge deve poter capire.")
    return None


def why_not_answer(state: str) -> Words | None:
    """Something above has found an answer; a closed signal stays closed."""
    return None if may_become(state, S.ANSWERED) else _("Questa segnalazione è già chiusa.")
