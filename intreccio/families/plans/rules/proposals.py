"""What a meeting proposed: taken up in a version that is being prepared, or left aside with a reason; once."""

from intreccio.families.plans.vocabulary import ProposalState
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _


def why_not_settle(state: str) -> Words | None:
    """What has been settled stays as it was read."""
    if state == ProposalState.TAKEN_UP:
        return _("Questa proposta è già nel progetto.")
    if state == ProposalState.LEFT_ASIDE:
        return _("Questa proposta è già stata lasciata da parte.")
    return None


def why_not_take_up(state: str, *, in_draft: bool, same_case: bool, is_voided: bool) -> Words | None:
    """Only into a version in preparation: what was agreed is not added to behind anybody's back."""
    if reason := why_not_settle(state):
        return reason
    if is_voided:
        return _("La decisione è stata annullata: non c'è più niente da mettere nel progetto.")
    if not same_case:
        return _("Questo obiettivo è di un'altra famiglia.")
    if not in_draft:
        return _("Si mette in una versione in preparazione: di un progetto in corso, preparatene una nuova.")
    return None


def why_not_leave(state: str, *, reason: str) -> Words | None:
    """Who decided will read why."""
    return why_not_settle(state) or (
        None if reason.strip() else _("Scrivete perché: chi l'ha deciso lo leggerà.")
    )
