"""Going together: agreed, moved, told, tried again, left."""

from dataclasses import asdict, dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from intreccio.families.around import policies
from intreccio.families.around.models import Outing
from intreccio.families.around.queries.outings import standing_of
from intreccio.families.around.rules.outings import (
    unmet_by,
    why_not_day,
    why_not_plan,
    why_not_record,
    why_not_step,
    why_not_twice,
)
from intreccio.families.around.vocabulary import OutingState
from intreccio.families.cases.actions.steps import gone, lock_case, lock_household
from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.candidates import members_now
from intreccio.families.referrals.models import ReferralOrigin
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.refused import Refused, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.needs.actions import could_not
from intreccio.offer.directory.models import Service
from intreccio.offer.directory.vocabulary import Status
from intreccio.parties.people.actions.charge import require_member
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.parties.people.models import Person


@dataclass(frozen=True, slots=True)
class Agreed:
    """Who goes, for whom, which day, where one meets, what one brings."""

    goes_id: UUID
    day: date
    person_id: UUID | None = None
    also: str = ""
    at: time | None = None
    meet_at: str = ""
    bring: str = ""

    @property
    def columns(self) -> dict[str, Any]:
        """As its row has it."""
        said = asdict(self)
        return {**said, **{name: said[name].strip() for name in ("also", "meet_at", "bring")}}


@dataclass(frozen=True, slots=True)
class Went:
    """In, or not and what stopped; on which day, in a line."""

    outcome: str
    done_on: date
    stopped: str = ""
    words: str = ""


@transaction.atomic
def plan_outing(
    case: Case, service: Service, said: Agreed, *, need_code: str, referral_id: UUID | None = None, by: Viewer, today: date
) -> Outing:  # fmt: skip
    """One goes there together. Raises Refused with the reason."""
    policies.plan_outing.require(by)
    held = lock_case(case, by=by)
    _require_request(held, service, referral_id)
    return _agree(held, service, said, by=by, today=today, need_code=need_code, referral_id=referral_id)


@transaction.atomic
def retry_outing(outing: Outing, said: Agreed, *, by: Viewer, today: date) -> Outing:
    """Another day, after a no: what was asked stays the same. Raises Refused."""
    policies.retry_outing.require(by)
    case = lock_case(outing.case, by=by)
    held = _hold(outing, "retry_outing", by=by)
    return _agree(
        case, held.service, said, by=by, today=today, need_code=held.need_code, referral_id=held.referral_id, again_of=held
    )  # fmt: skip


def _agree(case: Case, service: Service, said: Agreed, *, by: Viewer, today: date, **more: Any) -> Outing:
    planned = Outing.objects.filter(case=case, service=service, state=OutingState.PLANNED)
    reason = why_not_plan(
        is_at_work=case.ended_on is None,
        service_is_open=service.status == Status.ACTIVE,
        is_planned=said.person_id in planned.values_list("person_id", flat=True),
        goes_is_ours=said.goes_id in members_now(case.team_id, today),
        day=said.day,
        today=today,
    )
    refuse_if(reason, code="cannot_go")
    _require_person(case, said)
    row = Outing(
        household_id=case.household_id, team_id=case.team_id, case=case, service=service, **said.columns, **more
    )  # fmt: skip
    row.save(force_insert=True)
    kind = "outing.retried" if row.again_of_id else "outing.planned"
    record_family_deed(kind, row, case.household, by=by, need=row.need_code, service=str(service.pk))
    return row


@transaction.atomic
def move_outing(outing: Outing, said: Agreed, *, version: int, by: Viewer, today: date) -> None:
    """Another day, somebody else who goes, something else to bring. Raises Refused, Changed."""
    held = _hold(outing, "move_outing", by=by)
    if said.day != held.day:
        refuse_if(why_not_day(day=said.day, today=today), code="cannot_go")
    if said.goes_id != held.goes_id and said.goes_id not in members_now(held.team_id, today):
        raise Refused(_("Ci va chi è dell'équipe che accompagna la famiglia."), code="cannot_go")
    _require_person(held, said)
    _require_no_other(held, said)
    if changed := write_over(held, version=version, **said.columns):
        record_family_deed("outing.moved", held, held.household, by=by, fields=changed)


@transaction.atomic
def record_outing(outing: Outing, went: Went, *, version: int, by: Viewer, today: date) -> None:
    """How it went. A no leaves what stopped, and a fact in the ledger of unmet need, once. Raises Refused, Changed."""
    held = _hold(outing, "record_outing", by=by)
    reason = why_not_record(outcome=went.outcome, stopped=went.stopped, done_on=went.done_on, today=today)
    refuse_if(reason, code="cannot_tell")
    said_before = _is_in_the_ledger(held, went.stopped)
    write_over(
        held, version=version, state=went.outcome, stopped=went.stopped, done_on=went.done_on, words=went.words.strip()
    )  # fmt: skip
    unmet = unmet_by(went.stopped)
    if unmet is not None and not said_before:
        could_not(held.need_code, held.household.municipality_code, unmet, by=by, day=went.done_on)
    kind = "outing.got_in" if went.outcome == OutingState.GOT_IN else "outing.stopped"
    said: dict[str, Any] = {"reason": went.stopped} if went.stopped else {}
    record_family_deed(kind, held, held.household, by=by, need=held.need_code, service=str(held.service_id), **said)  # fmt: skip


def _is_in_the_ledger(held: Outing, stopped: str) -> bool:
    """The same no of the same door, tried again, is one fact."""
    rows = Outing.objects.filter(case_id=held.case_id, service_id=held.service_id, state=OutingState.NOT_IN)
    before = {unmet_by(each) for each in rows.exclude(pk=held.pk).values_list("stopped", flat=True)}
    return unmet_by(stopped) in before


@transaction.atomic
def drop_outing(outing: Outing, *, reason: str, words: str, version: int, by: Viewer) -> None:
    """One does not go, or does not try again: it stays written why. Raises Refused, Changed."""
    held = _hold(outing, "drop_outing", by=by)
    state = OutingState.DROPPED if held.state == OutingState.PLANNED else held.state
    write_over(held, version=version, state=state, let_go=reason, words=words.strip() or held.words)
    record_family_deed("outing.dropped", held, held.household, by=by, reason=reason)


def take_up_outings(membership_id: UUID) -> None:
    """Those of a hat that became this one, in the families of its teams, of which something is still to be said. Twice is once."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT take_up_outings(%s)", [membership_id])


def _hold(outing: Outing, verb: str, *, by: Viewer) -> Outing:
    """Holds the family first, then the row, as it stands now. Raises NotAllowed, Refused."""
    policies.ABILITIES[verb].require(by)
    household = lock_household(outing.household, by=by)
    held = (
        Outing.objects.select_for_update(of=("self",)).select_related("service").filter(pk=outing.pk).first()
    )
    if held is None:
        raise gone()
    held.household = household
    refuse_if(why_not_step(verb, standing_of(held)), code="state")
    return held


def _require_person(row: Case | Outing, said: Agreed) -> None:
    for person in Person.objects.filter(pk__in=[said.person_id] if said.person_id else []):
        require_member(person, row.household)


def _require_no_other(held: Outing, said: Agreed) -> None:
    """For one person and service one goes once, also where it was changed for whom."""
    rows = Outing.objects.filter(case_id=held.case_id, service_id=held.service_id, state=OutingState.PLANNED)
    others = rows.exclude(pk=held.pk).values_list("person_id", flat=True)
    refuse_if(why_not_twice(is_planned=said.person_id in others), code="cannot_go")


def _require_request(case: Case, service: Service, referral_id: UUID | None) -> None:
    """A request goes along only with its own family and service."""
    if referral_id is None:
        return
    rows = ReferralOrigin.objects.filter(household_id=case.household_id, referral_id=referral_id)
    if not rows.filter(referral__service=service).exists():
        raise Refused(
            _("Questa richiesta non è di questa famiglia, o è a un altro servizio."), code="not_theirs"
        )
