"""The letters of a path: taken by a person, answered, left aside, annulled. What stands against them is asked of everybody."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from intreccio.families.cases.actions.steps import gone
from intreccio.families.plans.actions.paths import lock_path, look_on
from intreccio.families.plans.models import FamilyPath, PathLetter
from intreccio.families.plans.queries.letters import (
    days_that_return,
    how_it_went,
    is_day_in_peace,
    is_unborn,
    letters_gone,
    letters_of,
)
from intreccio.families.plans.rules.letters import is_early, turn_of, why_not_take, why_not_then
from intreccio.families.plans.rules.stilled import why_not_speak
from intreccio.families.plans.vocabulary import LetterWay
from intreccio.ground.kernel.editing import void
from intreccio.ground.kernel.refused import Refused, Words, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.workshop.messages.actions.reaching import require_may_reach
from intreccio.workshop.protocols.rules.calendar import Part, concerns
from intreccio.workshop.protocols.rules.letters import why_not_send
from intreccio.workshop.protocols.rules.parts import part_of
from intreccio.workshop.protocols.vocabulary import PartKind, Subject


@dataclass(frozen=True, slots=True)
class Sent:
    """How it went, on which day, in which words (why not, where it is left aside), and which time it is."""

    way: str
    day: date
    words: str
    turn: int


@transaction.atomic
def send_letter(path: FamilyPath, code: str, sent: Sent, *, by: Viewer, today: date) -> PathLetter:
    """A letter has gone, or is left aside. Raises Refused: silence, the end, a day in peace, somebody quicker."""
    held = lock_path(path, "send_path_letter", by=by)
    letter = _that_concerns(held, code)
    if sent.way != LetterWay.ASIDE:
        refuse_if(why_not_speak(stilled=held.stilled_on is not None), code="stilled")
        require_may_reach(held.household_id)
    refuse_if(_why_not(held, letter, sent), code="letter")
    refuse_if(why_not_then(sent.day, begun=held.begun_on, last=_last_of(held, code), today=today), code="day")
    row = PathLetter(
        household_id=held.household_id, team_id=held.team_id, path=held, letter=code, turn=sent.turn, way=sent.way,
        day=sent.day, words=sent.words.strip(), by_id=by.membership_id,
    )  # fmt: skip
    row.save(force_insert=True)
    look_on(held)
    kind = "path.letter_left" if sent.way == LetterWay.ASIDE else "path.letter_sent"
    record_family_deed(kind, row, held.case.household, by=by, letter=code)
    return row


@transaction.atomic
def answer_letter(path: FamilyPath, row: PathLetter, *, day: date, by: Viewer, today: date) -> None:
    """They answered: it is not recalled any more. Raises Refused with the reason."""
    held = lock_path(path, "send_path_letter", by=by)
    if day > today or day < row.day:
        raise Refused(_("È un giorno fra quando è andata e oggi."), code="day")
    standing = held.letters.filter(pk=row.pk, voided_at__isnull=True, answered_on__isnull=True)
    if not standing.update(answered_on=day, unanswered_why=""):
        raise gone()
    look_on(held)
    record_family_deed("path.letter_answered", row, held.case.household, by=by)


@transaction.atomic
def undo_answer(path: FamilyPath, row: PathLetter, *, reason: str, by: Viewer) -> None:
    """Nobody had answered: it is recalled again, from the day on which it went. The day that was written stays among old values."""
    held = lock_path(path, "send_path_letter", by=by)
    standing = held.letters.filter(pk=row.pk, voided_at__isnull=True, answered_on__isnull=False)
    if not standing.update(answered_on=None, unanswered_why=reason.strip()):
        raise gone()
    look_on(held)
    record_family_deed("path.answer_undone", row, held.case.household, by=by)


@transaction.atomic
def void_letter(path: FamilyPath, row: PathLetter, *, reason: str, by: Viewer) -> None:
    """It never went: it waits again. Only the last of its reminders, so that none stands on nothing."""
    held = lock_path(path, "send_path_letter", by=by)
    last = held.letters.filter(letter=row.letter, voided_at__isnull=True).order_by("-turn").first()
    if last is None or last.pk != row.pk:
        raise gone()
    void(last, by=by, reason=reason.strip())
    look_on(held)
    record_family_deed("path.letter_voided", last, held.case.household, by=by)


def _last_of(path: FamilyPath, code: str) -> date | None:
    return max((each.day for each in letters_gone(path).get(code, ())), default=None)


def _that_concerns(path: FamilyPath, code: str) -> Part:
    letter = part_of(path.protocol_version.definition, PartKind.LETTERS, code)
    if letter is None or not concerns(letter, about=Subject.FAMILY, loss=path.loss):
        raise gone()
    return letter


def _why_not(path: FamilyPath, letter: Part, sent: Sent) -> Words | None:
    quiet = path.protocol_version.definition.get("quiet")
    went = letters_gone(path).get(letter["code"], ())
    dates = days_that_return(path.zero, path.person)
    waits = turn_of(letter, path.zero, dates, went, quiet=quiet, since=path.begun_on)
    answered = any(each.answered for each in went)
    return why_not_send(
        reminder=bool(sent.turn), silent=False, ended=False, answered=answered
    ) or why_not_take(
        turn=sent.turn,
        expected=waits.turn if waits else None,
        quiet=sent.way != LetterWay.ASIDE and is_day_in_peace(path, sent.day),
        remembers=bool(letter.get("remembers")),
        went=how_it_went(letters_of(path).get(letter["code"], ())),
        early=sent.way != LetterWay.ASIDE and is_early(waits, sent.day),
        unborn=sent.way != LetterWay.ASIDE and is_unborn(path, waits),
    )
