"""The transition table: whose verb leads from which state to which, and whether it asks for a reason.

The log of transitions is `ReferralStep`.
"""

from dataclasses import dataclass

from intreccio.families.cases.vocabulary import OUT_OF_REACH
from intreccio.families.referrals.vocabulary import OVER, EndReason, ReferralState, Side
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _, later

NOTHING = ""
A = ReferralState


@dataclass(frozen=True, slots=True)
class Transition:
    """One row: a verb of one side leads from any of these states to one."""

    verb: str
    side: Side
    sources: tuple[str, ...]
    target: str


TRANSITIONS = (
    Transition("create_referral", Side.SENDER, (NOTHING,), A.ASKED),
    Transition("see_referral", Side.RECEIVER, (A.ASKED,), A.SEEN),
    Transition("accept_referral", Side.RECEIVER, (A.SEEN, A.WAITING), A.ACCEPTED),
    Transition("put_on_waiting_list", Side.RECEIVER, (A.SEEN,), A.WAITING),
    Transition("decline_referral", Side.RECEIVER, (A.SEEN, A.WAITING), A.DECLINED),
    Transition("start_referral", Side.RECEIVER, (A.ACCEPTED,), A.UNDER_WAY),
    Transition("end_referral", Side.RECEIVER, (A.ACCEPTED, A.UNDER_WAY), A.ENDED),
    Transition("withdraw_referral", Side.SENDER, (A.ASKED, A.SEEN, A.WAITING, A.ACCEPTED), A.WITHDRAWN),
    Transition("record_answer", Side.SENDER, (A.ENDED,), A.ANSWERED),
)
BY_VERB = {row.verb: row for row in TRANSITIONS}
# Words go to and fro while something is still to be said; a no can be followed by another request.
TALKING = tuple(state for state in A.values if state not in OVER)
AFTER_A_NO = (A.DECLINED.value, A.WITHDRAWN.value)
_BESIDE = {"write_word": TALKING, "retry_referral": AFTER_A_NO}
_WHERE: dict[str, Words] = {
    A.ASKED: later("Nessuno l'ha ancora aperta."),
    A.SEEN: later("Aspetta una risposta."),
    A.WAITING: later("È in lista d'attesa."),
    A.ACCEPTED: later("È già accolta."),
    A.UNDER_WAY: later("È già in corso."),
    A.ENDED: later("Il servizio l'ha già conclusa."),
    A.ANSWERED: later("La famiglia ha già detto se ha aiutato."),
    A.DECLINED: later("Ha già avuto una risposta: questa volta no."),
    A.WITHDRAWN: later("Chi l'aveva mandata l'ha ritirata."),
}


def why_not_step(verb: str, state: str) -> Words | None:
    """A reason, or None: whether this verb leads on from this state."""
    sources = BY_VERB[verb].sources if verb in BY_VERB else _BESIDE[verb]
    return None if state in sources else where_it_stands(state)


def ends_from(state: str) -> tuple[EndReason, ...]:
    """How it can end: who was expected and has not come was never met; who has come was."""
    met = tuple(reason for reason in EndReason if reason != EndReason.NEVER_MET)
    return (EndReason.NEVER_MET,) if state == A.ACCEPTED else met


def why_not_end(reason: str, state: str) -> Words | None:
    """A reason, or None: whether it can have ended so from here."""
    return (
        None if reason in ends_from(state) else _("Si è concluso in un altro modo: guardate a che punto è.")
    )


def where_it_stands(state: str) -> Words:
    """Why a step cannot follow: it says where the referral is."""
    return _WHERE[state]


def verbs_from(state: str, side: Side) -> list[str]:
    """What a side can do from a state. Who answers has opened it: for them what was asked has been seen."""
    reached = A.SEEN if side == Side.RECEIVER and state == A.ASKED else state
    stepping = [
        row.verb for row in TRANSITIONS
        if row.side == side and reached in row.sources and row.verb != "see_referral"
    ]  # fmt: skip
    talking = ["write_word"] if state in TALKING else []
    again = ["retry_referral"] if side == Side.SENDER and state in AFTER_A_NO else []
    return [*stepping, *talking, *again]


def is_open(state: str) -> bool:
    """Open until the family has said whether it helped, or it was a no, or it was taken back."""
    return state not in OVER


def holds_closing(state: str, motive: str) -> bool:
    """What is open holds the closing back; what the service has ended waits only for the family's word."""
    return is_open(state) and not (state == A.ENDED and motive in OUT_OF_REACH)
