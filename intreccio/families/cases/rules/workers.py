"""Who may work with a family, and who may answer for it."""

from dataclasses import dataclass
from datetime import date

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _


@dataclass(frozen=True, slots=True)
class Standing:
    """How somebody stands to a family on a day."""

    at_work: bool = True
    role_sees: bool = True
    in_team: bool = False
    granted: bool = False


def why_not_join(who: Standing, *, is_already: bool = False) -> Words | None:
    """Who works with a family must be able to see it: as a member of the team in charge, or because a grant opens it."""
    if is_already:
        return _("Lavora già con questa famiglia.")
    if not who.at_work:
        return _("Questa persona non è più al lavoro nella rete.")
    if not who.role_sees:
        return _("Con il suo ruolo questa persona non vede nessuna famiglia.")
    if not who.in_team and not who.granted:
        return _(
            "Questa persona non vede la famiglia: non è dell'équipe, e la famiglia non è stata aperta a chi lavora con lei."
        )
    return None


def why_not_answer_for(who: Standing) -> Words | None:
    """The reference of a family is of the team in charge: an opening for a time is not enough."""
    reason = why_not_join(who)
    if reason is None and not who.in_team:
        return _("Il riferimento di una famiglia è una persona dell'équipe che la accompagna.")
    return reason


def why_not_end(*, is_responsible: bool, has_ended: bool, until: date, since: date) -> Words | None:
    """Nobody leaves a family without somebody who answers for it."""
    if has_ended:
        return _("Non lavora già più con questa famiglia.")
    if is_responsible:
        return _("È il riferimento della famiglia: prima scegliete chi lo sarà.")
    if until < since:
        return _("La data viene prima di quella in cui ha cominciato.")
    return None
