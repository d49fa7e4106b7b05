"""Who is asked to a meeting says whether they come; the team writes it for who has no access."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from intreccio.families.cases import policies
from intreccio.families.cases.actions.steps import gone, lock_case
from intreccio.families.cases.models import Conference, ConferenceSeat
from intreccio.families.cases.rules.conferences import why_not_answer, why_not_void
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.refused import NotAllowed, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed

UNANSWERED: dict[str, Any] = {"answer": "", "answer_words": "", "answered_on": None, "answered_by": None}


def require_answerer(seat: ConferenceSeat, *, by: Viewer) -> None:
    """Raises NotAllowed: one answers for oneself, and the team in charge for whoever it has asked."""
    if not policies.may_answer(by, membership_id=seat.membership_id, team_id=seat.team_id):
        raise NotAllowed(
            _("Se viene lo dice chi è invitato, o lo scrive l'équipe che accompagna la famiglia."),
            code="not_theirs",
        )


@transaction.atomic
def answer_conference(
    seat: ConferenceSeat, *, answer: str, words: str, version: int, by: Viewer, today: date
) -> None:
    """Comes, does not, cannot on that day; in a line of words, where there is something to say. Raises Refused, or Changed.

    Who is asked from elsewhere cannot hold a family of another team: their own seat is enough.
    """
    require_answerer(seat, by=by)
    if policies.is_in_charge(by, seat.team_id):
        lock_case(seat.conference.case, by=by)
    held = ConferenceSeat.objects.select_for_update().filter(pk=seat.pk).first()
    if held is None:
        raise gone()
    meeting = Conference.objects.get(pk=seat.conference_id)
    refuse_if(why_not_void(is_voided=meeting.voided_at is not None), code="voided")
    reason = why_not_answer(answer=answer, is_asked=held.is_asked, is_held=meeting.held_on is not None)
    refuse_if(reason, code="cannot_answer")
    write_over(
        held, version=version, answer=answer, answer_words=words.strip(), answered_on=today, answered_by_id=by.membership_id
    )  # fmt: skip
    theirs = held.membership_id == by.membership_id
    household = seat.conference.case.household
    record_family_deed("conference.answered", meeting, household, by=by, answer=str(answer), own=theirs)


def forget_answers(meeting: Conference) -> None:
    """The day or the hour has changed: nobody has said anything of the new one, nor says it from a page that was open before."""
    meeting.seats.update(version=F("version") + 1, **UNANSWERED)
