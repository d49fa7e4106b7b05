"""Where a line stands, and what that allows."""

from intreccio.families.diary.vocabulary import OPEN_STATES, OUTCOMES, LineState
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _, later, many

SAID: dict[str, Words] = {
    LineState.ASKED: later("Nessuno ha ancora risposto a questa richiesta."),
    LineState.ACCEPTED: later("Questa linea è già in corso."),
    LineState.DECLINED: later("A questa richiesta è già stato risposto di no."),
    LineState.ENDED: later("Questa linea è conclusa."),
}


def why_not_in(state: str, *wanted: str, is_voided: bool = False) -> Words | None:
    """A verb belongs to some states; in the others the reason is the state itself."""
    if is_voided:
        return _("Questa richiesta è stata annullata.")
    return None if state in wanted else SAID[state]


def why_not_end_here(*, is_theirs: bool, psychologist_sees: bool) -> Words | None:
    """Others end a line only where its psychologist no longer sees the family."""
    return None if is_theirs or not psychologist_sees else _("La conclude chi la segue.")


def why_not_end(
    kind: str, outcome: str, *, unwritten: int, is_theirs: bool, psychologist_sees: bool
) -> Words | None:
    """An outcome of this line, and of every meeting gone by how it went; by others only where its psychologist has left."""
    if reason := why_not_end_here(is_theirs=is_theirs, psychologist_sees=psychologist_sees):
        return reason
    if outcome not in OUTCOMES[kind]:
        return _("Questo esito è di un'altra linea.")
    if unwritten and is_theirs:
        return many(
            "Di un incontro passato non è scritto com'è andato.",
            "Di %(n)d incontri passati non è scritto come sono andati.",
            unwritten,
        ) % {"n": unwritten}
    return None


def why_not_renew(*, case_open: bool, in_charge: bool) -> Words | None:
    """Another cycle is of the same way, and begins with the team in charge."""
    if not case_open:
        return _("Il percorso della famiglia è concluso.")
    if not in_charge:
        return _("La famiglia non è più della vostra équipe: un altro ciclo lo chiede chi la accompagna.")
    return None


def why_not_hand_over_here(*, may_any_time: bool, psychologist_sees: bool) -> Words | None:
    """A psychologist takes on a line that nobody follows, and none from whoever follows it."""
    if may_any_time or not psychologist_sees:
        return None
    return _("La affida chi la segue, o chi decide nell'équipe.")


def why_not_hand_over(*, has_lines_psychologist: bool, is_candidate: bool) -> Words | None:
    """To another psychologist who sees the family."""
    if not is_candidate:
        return _("Questa persona non è una psicologa che vede la famiglia.")
    return _("La segue già questa persona.") if has_lines_psychologist else None


def why_not_close(states: list[str]) -> Words | None:
    """`why_not_close`: whoever waits for a line, or is in one, is not left there."""
    open_lines = [state for state in states if state in OPEN_STATES]
    if LineState.ACCEPTED in open_lines:
        return _("C'è una linea di sostegno in corso: prima la conclude chi la segue.")
    if open_lines:
        return _("C'è una richiesta di sostegno senza risposta: prima si risponde, o si annulla.")
    return None
