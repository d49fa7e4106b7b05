"""The plan begins; the family and the team look together at how it goes; the plan goes on."""

from datetime import date

from django.db import transaction

from intreccio.families.cases import policies
from intreccio.families.cases.actions.steps import lock_case, take_step
from intreccio.families.cases.models import Case
from intreccio.families.cases.rules.review import why_not_review_on
from intreccio.families.cases.vocabulary import Motive
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed


@transaction.atomic
def begin_plan(case: Case, *, motive: str, words: str = "", by: Viewer, today: date) -> None:
    """The first plan comes into force. Called by the area that holds it. Raises Refused with the reason."""
    policies.begin_plan.require(by)
    held = lock_case(case, by=by)
    take_step(held, "begin_plan", motive=motive, words=words, by=by, day=today)
    record_family_deed("case.plan_begun", held, held.household, by=by, motive=motive)


@transaction.atomic
def begin_review(case: Case, *, words: str, review_on: date | None = None, by: Viewer, today: date) -> None:
    """The review is prepared: what will be looked at, who will be there, when. Raises Refused with the reason."""
    policies.begin_review.require(by)
    held = lock_case(case, by=by)
    day = review_on or today
    refuse_if(why_not_review_on(review_on=day, today=today), code="review_day")
    take_step(held, "begin_review", motive=Motive.DUE, words=words, by=by, day=today, review_on=day)
    record_family_deed("case.review_begun", held, held.household, by=by, motive=str(Motive.DUE))


@transaction.atomic
def end_review(case: Case, *, words: str, by: Viewer, today: date) -> None:
    """What was read together is written, and the plan goes on. Raises Refused with the reason."""
    policies.end_review.require(by)
    held = lock_case(case, by=by)
    take_step(held, "end_review", motive=Motive.GOES_ON, words=words, by=by, day=today)
    record_family_deed("case.review_ended", held, held.household, by=by, motive=str(Motive.GOES_ON))
