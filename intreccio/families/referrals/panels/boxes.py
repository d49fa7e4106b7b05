"""What this area draws on the pages of others, and what holds the closing of a way back."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol
from uuid import UUID

from django.utils.translation import ngettext

from intreccio.families.cases.models import Case
from intreccio.families.plans.models import Plan
from intreccio.families.referrals import policies
from intreccio.families.referrals.queries import asked as queries
from intreccio.families.referrals.queries.receivers import bodies_that_answer
from intreccio.families.referrals.rules.states import holds_closing, is_open
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.offer.directory.models import Service
from intreccio.parties.people.models import Household

MOST_OF_A_PLAN = 50
Drawn = Mapping[str, Any] | None


def on_household_page(viewer: Viewer, *, household: Household, **_subject: Any) -> Drawn:
    """What was asked for a family, and the way to ask."""
    return _of_family(viewer, household.pk, household.team_id)


def on_case_page(viewer: Viewer, *, case: Case, **_subject: Any) -> Drawn:
    """The same, on the page of its way; one that has ended is for reading."""
    return _of_family(viewer, case.household_id, case.team_id, has_ended=case.ended_on is not None)


def _of_family(viewer: Viewer, household_id: Any, team_id: Any, *, has_ended: bool = False) -> Drawn:
    asked = queries.of_household(household_id)
    may_ask = not has_ended and policies.create_referral(viewer) and policies.is_in_charge(viewer, team_id)
    return {"asked": asked, "may_ask": may_ask, "of": household_id} if asked or may_ask else None


class PlanLine(Protocol):
    """A line of a plan, as its page hands it over."""

    pk: UUID
    what: str
    service_id: UUID | None
    state: str


def on_plan_page(viewer: Viewer, *, plan: Plan, actions: Iterable[PlanLine] = (), **_subject: Any) -> Drawn:
    """What was asked for the lines of a plan, and the way to ask for those that wait for a service.

    A line carried into a new version is another row: by its service it is known again.
    """
    lines = list(actions)
    keys, services = {line.pk for line in lines}, {line.service_id for line in lines}
    rows = queries.of_household(plan.household_id, MOST_OF_A_PLAN)
    asked = [row for row in rows if row.action_id in keys or row.service_id in services]
    open_at = {row.service_id for row in asked if is_open(row.state)}
    may_ask = policies.create_referral(viewer) and policies.is_in_charge(viewer, plan.team_id)
    waiting = [
        line for line in lines if line.service_id and line.state == "to_do" and line.service_id not in open_at
    ]
    to_ask = waiting if may_ask else []
    return {"asked": asked, "to_ask": to_ask} if asked or to_ask else None


def on_review_page(_viewer: Viewer, *, case: Case, **_subject: Any) -> Drawn:
    """What is still open when one looks back together."""
    rows = queries.still_open(case.household_id)
    return {"asked": rows} if rows else None


def on_service_page(viewer: Viewer, *, service: Service, **_subject: Any) -> Drawn:
    """The way to ask for a family of mine; or whom to call."""
    if not policies.create_referral(viewer):
        return None
    return {"can_answer": bool(bodies_that_answer([service.organisation_id], today()))}


def why_not_close(case: Case, *, motive: str = "", **_subject: Any) -> Words | None:
    """A referral stays open until the family says whether it helped; of a family out of reach that word is not waited for."""
    return _still_open(case.household_id, motive)


def why_not_join_homes(household: Household) -> Words | None:
    """A home of which somebody still waits for an answer is not absorbed."""
    return _still_open(household.pk, "")


def _still_open(household_id: UUID, motive: str) -> Words | None:
    number = sum(holds_closing(row.state, motive) for row in queries.still_open(household_id))
    if not number:
        return None
    return (
        ngettext(
            "%d invio è ancora aperto: resta aperto finché la famiglia dice se ha aiutato, o lo ritirate.",
            "%d invii sono ancora aperti: restano aperti finché la famiglia dice se hanno aiutato, o li ritirate.",
            number,
        )
        % number
    )


def on_passing(_viewer: Viewer, *, case: Case, **_subject: Any) -> Drawn:
    """For the words of a hand-over: what was asked and is still open."""
    rows = queries.still_open(case.household_id)
    return {"rows": rows} if rows else None
