"""How a no reads in the ledger of unmet need, which knows no person."""

from intreccio.families.referrals.vocabulary import DeclineReason, WithdrawReason
from intreccio.ground.needs.vocabulary import UnmetReason

_OF_DECLINE = {
    DeclineReason.NO_ROOM: UnmetReason.NO_ROOM,
    DeclineReason.NOT_ELIGIBLE: UnmetReason.NOT_ELIGIBLE,
    DeclineReason.TOO_FAR: UnmetReason.TOO_FAR,
    DeclineReason.NO_SERVICE: UnmetReason.NO_SERVICE,
    DeclineReason.OTHER: UnmetReason.OTHER,
}


def unmet_by_decline(reason: str) -> UnmetReason:
    """Every no is a fact."""
    return _OF_DECLINE[DeclineReason(reason)]


def unmet_by_withdrawal(reason: str) -> UnmetReason | None:
    """Taken back because nobody answered: a fact too; the other reasons are the family's or ours."""
    return UnmetReason.NO_ANSWER if reason == WithdrawReason.NO_ANSWER else None
