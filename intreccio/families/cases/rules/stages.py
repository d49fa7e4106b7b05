"""The transition table: from which stage to which, by which verb, with which motives (rule 1 of the ten).

The log of transitions is `CaseStep`.
"""

from dataclasses import dataclass
from datetime import date

from intreccio.families.cases.vocabulary import ENDED_STAGES, IN_CHARGE_STAGES, OPEN_STAGES, Motive, Stage
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _, later

NOTHING = ""
BEGINNINGS = (Motive.SIGNAL, Motive.OWN_REQUEST, Motive.OTHER_SERVICE, Motive.COURT, Motive.RETURN)
TAKINGS = (Motive.AGREED, Motive.PROTECTION, Motive.COURT, Motive.CONTINUITY)
REFRAININGS = (Motive.ORIENTED, Motive.FOLLOWED, Motive.FAMILY_DECLINED, Motive.NOT_OURS, Motive.NOT_MET)
PASSAGES = (Motive.MOVED, Motive.SKILLS, Motive.ROOM, Motive.ARRANGED)
PLANS = (Motive.AGREED, Motive.PROTECTION, Motive.COURT, Motive.CONTINUITY)
CLOSINGS = (
    Motive.REACHED, Motive.ON_THEIR_OWN, Motive.PASSED_ON, Motive.MOVED, Motive.STOPPED, Motive.NOT_MET
)  # fmt: skip
REOPENINGS = (Motive.ASKS_AGAIN, Motive.NEW_NEED, Motive.MISTAKEN)


@dataclass(frozen=True, slots=True)
class Transition:
    """One row: a verb leads from a stage to a stage, for one of these motives."""

    verb: str
    source: str
    target: str
    motives: tuple[Motive, ...]


TRANSITIONS = (
    Transition("open_case", NOTHING, Stage.PRELIMINARY, BEGINNINGS),
    Transition("take_charge", Stage.PRELIMINARY, Stage.IN_CHARGE, TAKINGS),
    Transition("end_preliminary", Stage.PRELIMINARY, Stage.NOT_TAKEN, REFRAININGS),
    Transition("begin_plan", Stage.IN_CHARGE, Stage.PLAN, PLANS),
    Transition("begin_review", Stage.PLAN, Stage.REVIEW, (Motive.DUE,)),
    Transition("end_review", Stage.REVIEW, Stage.PLAN, (Motive.GOES_ON,)),
    *(Transition("close_case", stage, Stage.CLOSED, CLOSINGS) for stage in IN_CHARGE_STAGES),
    Transition("reopen_case", Stage.CLOSED, Stage.IN_CHARGE, REOPENINGS),
    *(Transition("hand_over_case", stage, stage, PASSAGES) for stage in OPEN_STAGES),
)
_WHERE: dict[str, Words] = {
    Stage.PRELIMINARY: later("È in analisi preliminare."),
    Stage.IN_CHARGE: later("È già in carico."),
    Stage.PLAN: later("È in carico, e il suo progetto è in corso."),
    Stage.REVIEW: later("È in carico, e il suo progetto è in verifica."),
    Stage.CLOSED: later("Il percorso è concluso."),
    Stage.NOT_TAKEN: later("L'analisi preliminare si è già conclusa senza presa in carico."),
}


def transition(verb: str, stage: str) -> Transition | None:
    """The row that this verb follows from this stage; None where there is none."""
    return next((row for row in TRANSITIONS if row.verb == verb and row.source == stage), None)


def verbs_from(stage: str) -> list[str]:
    """What can be done from a stage, in the order of the table."""
    return [row.verb for row in TRANSITIONS if row.source == stage]


def where_it_stands(stage: str, *, is_voided: bool = False) -> Words:
    """Why a step cannot follow: it says where the case is."""
    if is_voided:
        return _("Questa presa in carico è stata annullata: resta solo da leggere.")
    return _WHERE.get(stage, _("Da qui questo passo non c'è."))


def why_not_step(
    verb: str, stage: str, *, motive: str, day: date, today: date, since: date | None
) -> Words | None:
    """A reason, or None. `since` is the day on which the stage of now began."""
    row = transition(verb, stage)
    if row is None:
        return where_it_stands(stage)
    if motive not in row.motives:
        return _("Scegliete un motivo tra quelli previsti per questo passo.")
    if day > today:
        return _("Un passo si scrive quando è avvenuto: la data è nel futuro.")
    if since is not None and day < since:
        return _("La data viene prima del passo precedente.")
    return None


def why_not_open(*, has_open_case: bool, is_joined: bool) -> Words | None:
    """A household has one open case at a time; one that has become part of another has none of its own."""
    if is_joined:
        return _("Questa casa è diventata una con un'altra: il percorso si apre in quella.")
    return _("Questa famiglia ha già una presa in carico aperta.") if has_open_case else None


def why_not_hand_over(
    *, from_team: object, to_team: object, to_team_open: bool, summary: str
) -> Words | None:
    """A family goes to another team that is at work, with words that the new team can start from."""
    if from_team == to_team:
        return _("La famiglia è già affidata a questa équipe.")
    if not to_team_open:
        return _("Questa équipe non lavora più: sceglietene un'altra.")
    if not summary.strip():
        return _(
            "Scrivete da dove può cominciare chi la accoglie: la famiglia non deve raccontare tutto da capo."
        )
    return None


def has_ended(stage: str) -> bool:
    """True for a stage in which nobody is at work with the family."""
    return stage in ENDED_STAGES
