"""Going to a service together: when it can be agreed, said, tried again, left. Nothing is lost, and each no has its reason."""

from dataclasses import dataclass
from datetime import date

from intreccio.families.around.vocabulary import OutingState, StoppedBy
from intreccio.families.cases.vocabulary import OUT_OF_REACH
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _, many
from intreccio.ground.needs.vocabulary import UnmetReason

S = OutingState
# What of a no the ledger of unmet need hears. A paper, a word, a day are ours to mend, or the family's to choose.
_UNMET = {
    StoppedBy.NO_ROOM: UnmetReason.NO_ROOM,
    StoppedBy.NOT_ELIGIBLE: UnmetReason.NOT_ELIGIBLE,
    StoppedBy.TOO_FAR: UnmetReason.TOO_FAR,
    StoppedBy.NO_SERVICE: UnmetReason.NO_SERVICE,
    StoppedBy.CLOSED: UnmetReason.NO_ANSWER,
    StoppedBy.LANGUAGE: UnmetReason.OTHER,
    StoppedBy.OTHER: UnmetReason.OTHER,
}
# What the sheet of the service may have said wrong.
SHEET_TO_LOOK_AT = (StoppedBy.CLOSED, StoppedBy.PAPERS, StoppedBy.NOT_ELIGIBLE, StoppedBy.NO_SERVICE)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one stands: its state, whether one tried again after it, whether it was let go."""

    state: str
    is_followed: bool = False
    is_let_go: bool = False

    @property
    def is_open(self) -> bool:
        """Somebody still has to go, or to say what becomes of a no."""
        return self.state == S.PLANNED or (
            self.state == S.NOT_IN and not (self.is_followed or self.is_let_go)
        )

    @property
    def verbs(self) -> set[str]:
        """What can be done with it."""
        if self.state == S.PLANNED:
            return {"move_outing", "record_outing", "drop_outing"}
        return {"retry_outing", "drop_outing"} if self.is_open else set()


def why_not_step(verb: str, standing: Standing) -> Words | None:
    """Whether this verb leads on from where it stands."""
    if verb in standing.verbs:
        return None
    if standing.state == S.PLANNED:
        return _("Non ci siete ancora andati: prima si scrive com'è andata.")
    if standing.state == S.GOT_IN:
        return _("È già scritto: siete entrati.")
    if standing.is_followed:
        return _("Si è già deciso di riprovare: continua da lì.")
    if standing.state == S.NOT_IN and not standing.is_let_go:
        return _("È già scritto com'è andata.")
    return _("È già scritto che non ci si va.")


def why_not_begin(*, is_at_work: bool) -> Words | None:
    """While somebody accompanies the family."""
    return None if is_at_work else _("Il percorso è concluso: si riapre, e poi ci si va insieme.")


def why_not_plan(
    *, is_at_work: bool, service_is_open: bool, is_planned: bool, goes_is_ours: bool, day: date, today: date
) -> Words | None:
    """A reason, or None. goes_is_ours: whoever goes is of the team that answers for the family."""
    if reason := why_not_begin(is_at_work=is_at_work):
        return reason
    if not service_is_open:
        return _("Questo servizio adesso non è attivo.")
    if reason := why_not_twice(is_planned=is_planned):
        return reason
    if not goes_is_ours:
        return _("Ci va chi è dell'équipe che accompagna la famiglia.")
    return why_not_day(day=day, today=today)


def why_not_twice(*, is_planned: bool) -> Words | None:
    """For one person and service, one day at a time."""
    return _("È già scritto che ci si va: cambiate giorno da lì.") if is_planned else None


def why_not_day(*, day: date, today: date) -> Words | None:
    """From today on."""
    return _("Il giorno in cui ci andate è da oggi in poi.") if day < today else None


def why_not_record(*, outcome: str, stopped: str, done_on: date, today: date) -> Words | None:
    """A no says what stopped; and one has gone already."""
    if done_on > today:
        return _("Si scrive quando ci siete andati: la data è nel futuro.")
    if outcome == S.NOT_IN and not stopped:
        return _("Scegliete che cosa ha fermato, anche «un altro motivo».")
    if outcome == S.GOT_IN and stopped:
        return _("Se siete entrati, niente ha fermato.")
    return None


def unmet_by(stopped: str) -> UnmetReason | None:
    """What the ledger of unmet need hears of a no at the door."""
    return _UNMET.get(StoppedBy(stopped)) if stopped else None


def why_not_close(number: int, *, motive: str = "") -> Words | None:
    """So many still open hold a closing back; of a family out of reach nobody waits for the day."""
    if not number or motive in OUT_OF_REACH:
        return None
    return (
        many(
            "In %d servizio dovete ancora andare insieme: scrivete com'è andata, o perché non ci si va.",
            "In %d servizi dovete ancora andare insieme: scrivete com'è andata, o perché non ci si va.",
            number,
        )
        % number
    )
