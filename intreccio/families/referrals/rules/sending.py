"""What a request must hold before it leaves."""

from collections.abc import Collection
from datetime import date

from intreccio.families.referrals.vocabulary import MINIMUM, SharedField
from intreccio.ground.kernel.days import A_YEAR
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _


def more_than_needed(shared: Collection[str]) -> list[str]:
    """The fields beyond the minimum, in the order of the vocabulary."""
    return [each for each in SharedField.values if each in shared and each not in MINIMUM]


def kept_back(*, is_protected: bool) -> set[str]:
    """Fields that never leave: who must not be found has no place in any letter."""
    return {SharedField.MUNICIPALITY.value} if is_protected else set()


def why_not_send(
    *, shared: Collection[str], more_reason: str, request: str, answer_by: date, consent_on: date, today: date
) -> Words | None:
    """A reason, or None."""
    if not request.strip():
        return _("Scrivete che cosa chiedete, in due righe.")
    if more_than_needed(shared) and not more_reason.strip():
        return _("Avete scelto più del minimo: scrivete perché serve.")
    if answer_by < today:
        return _("Il giorno entro cui rispondere è già passato.")
    if consent_on > today:
        return _("Il sì della famiglia si scrive quando c'è: la data è nel futuro.")
    if consent_on < today - A_YEAR:
        return _("È un sì di più di un anno fa: chiedetelo di nuovo.")
    return None


def why_not_choose(*, is_open: bool, can_answer: bool) -> Words | None:
    """Whether a service can be asked from here. `can_answer`: somebody of its body reads and answers here."""
    if not is_open:
        return _("Questo servizio per ora non lavora: sceglietene un altro.")
    if not can_answer:
        return _("Da questo ente nessuno risponde ancora qui: chiamateli.")
    return None
