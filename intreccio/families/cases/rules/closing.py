"""When a way with us ends, what is agreed for later, and when it may begin again."""

from collections.abc import Iterable
from datetime import date

from intreccio.families.cases.rules.workers import Standing
from intreccio.families.cases.vocabulary import FollowUpMonths
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _


def why_not_close(*, words: str, answered: Iterable[int]) -> Words | None:
    """A way ends with a word to the family, and with an answer for 6 and for 12 months later."""
    if not words.strip():
        return _("Scrivete le parole con cui salutate la famiglia.")
    if sorted(answered) != sorted(FollowUpMonths.values):
        return _("Dite che cosa concordate per 6 e per 12 mesi dopo, o perché non serve.")
    return None


def why_not_agree(*, due_on: date, what: str, left_out: str, today: date) -> Words | None:
    """What is agreed has a day to come and says what one will ask; what is left out says why."""
    if left_out.strip():
        return None
    if due_on <= today:
        return _("Il giorno in cui risentire la famiglia è da domani in poi.")
    if not what.strip():
        return _("Dite di che cosa parlerete, o perché non serve risentirla.")
    return None


def why_not_call(who: Standing) -> Words | None:
    """Whoever calls the family later can see it: a person of its team."""
    return (
        None if who.in_team else _("Chi risente la famiglia è una persona dell'équipe che la accompagnava.")
    )


def why_not_reopen(*, has_open_case: bool, team_open: bool) -> Words | None:
    """A closed way goes on where nothing else has begun, with a team that is still at work."""
    if has_open_case:
        return _("Con questa famiglia è già aperto un altro percorso: si continua da lì.")
    if not team_open:
        return _(
            "L'équipe che la accompagnava non lavora più: aprite una nuova analisi preliminare con un'altra équipe."
        )
    return None


def why_not_follow_up(*, is_done: bool, is_voided: bool) -> Words | None:
    """What was heard is written once; what was left out or overtaken stays as it is."""
    if is_voided:
        return _("Questo non è più concordato: il motivo è scritto accanto.")
    if is_done:
        return _("È già scritto come va la famiglia.")
    return None


def why_not_move(*, due_on: date, today: date) -> Words | None:
    """Another day is a day to come."""
    return None if due_on > today else _("Scegliete un giorno da domani in poi.")
