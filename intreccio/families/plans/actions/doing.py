"""Who does what by when."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from intreccio.families.plans.actions.steps import lock_plan, of_family, told
from intreccio.families.plans.models import FamilyResource, Goal, Plan, PlanAction
from intreccio.families.plans.queries.versions import is_agreed
from intreccio.families.plans.rules.goals import (
    why_not_add_action,
    why_not_finish,
    why_not_so_far,
    why_not_yet_born,
)
from intreccio.families.plans.rules.resources import why_not_lean
from intreccio.families.plans.rules.stages import why_not_reword
from intreccio.families.plans.vocabulary import ActionState
from intreccio.ground.kernel import clock
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Person
from intreccio.parties.people.queries.members import is_awaited


@dataclass(frozen=True, slots=True)
class Doer:
    """One of: somebody of the family, somebody at work, a service, somebody else by name."""

    person_id: UUID | None = None
    worker_id: UUID | None = None
    service_id: UUID | None = None
    somebody: str = ""

    @property
    def kind(self) -> str:
        """As events tell it."""
        kinds = (("person", self.person_id), ("worker", self.worker_id), ("service", self.service_id))
        return next((kind for kind, key in kinds if key), "somebody")


@dataclass(frozen=True, slots=True)
class Deed:
    """What is to be done: by a day, or with a rhythm."""

    what: str
    by_when: date | None = None
    rhythm: str = ""
    resource_id: UUID | None = None


@transaction.atomic
def add_action(goal: Goal, deed: Deed, doer: Doer, *, by: Viewer, today: date) -> PlanAction:
    """Something to do for a goal. Raises Refused with the reason."""
    held = lock_plan(goal.plan, "add_action", by=by)
    refuse_if(why_not_add_action(by_when=deed.by_when, today=today), code="day")
    _require_theirs(held, deed.resource_id)
    _require_born(doer, today)
    action = PlanAction(goal=goal, state_since=today, **of_family(held), **asdict(deed), **asdict(doer))
    action.save(force_insert=True)
    told("action.added", action, held, by=by, doer=doer.kind, need=goal.need_code)
    return action


@transaction.atomic
def edit_action(action: PlanAction, deed: Deed, doer: Doer, *, version: int, by: Viewer) -> None:
    """Corrects an action as read at `version`. Raises Refused, or Changed where somebody wrote first."""
    held = lock_plan(action.goal.plan, "edit_action", by=by)
    now = _require_open(action)
    if deed.by_when != now.by_when:
        refuse_if(why_not_so_far(by_when=deed.by_when, today=clock.today()), code="day")
    refuse_if(why_not_reword(accepted=is_agreed(held), before=now.what, after=deed.what), code="accepted")
    if deed.resource_id != now.resource_id:
        _require_theirs(held, deed.resource_id)
    if doer.person_id != now.person_id:
        _require_born(doer, clock.today())
    changed = write_over(action, version=version, **asdict(deed), **asdict(doer))
    if changed:
        told("action.edited", action, held, by=by, fields=changed)


@transaction.atomic
def finish_action(action: PlanAction, *, state: str, version: int, by: Viewer, today: date) -> None:
    """An action is done, or is not needed any more. Raises Refused, or Changed where somebody wrote first."""
    held = lock_plan(action.goal.plan, "finish_action", by=by)
    _require_open(action)
    write_over(action, version=version, state=state, state_since=today)
    told("action.done", action, held, by=by, state=state)


def _require_theirs(plan: Plan, key: UUID | None) -> None:
    """Something that this family brings, and that is there."""
    if key is not None:
        row = FamilyResource.objects.filter(pk=key, household_id=plan.household_id).first()
        ended = row is not None and row.until is not None and row.until <= clock.today()
        theirs, stands = row is not None, row is not None and row.voided_at is None
        refuse_if(why_not_lean(is_theirs=theirs, stands=stands, ended=ended), code="resource")


def _require_born(doer: Doer, day: date) -> None:
    person = Person.objects.filter(pk=doer.person_id).first() if doer.person_id else None
    refuse_if(why_not_yet_born(person is not None and is_awaited(person, day)), code="not_born")


def _require_open(action: PlanAction) -> PlanAction:
    now = PlanAction.objects.get(pk=action.pk)
    refuse_if(why_not_finish(is_open=now.state == ActionState.TO_DO), code="finished")
    return now
