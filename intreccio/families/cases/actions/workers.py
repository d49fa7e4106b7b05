"""Who works with a family: joining, leaving, answering for it."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q, Value
from django.db.models.functions import Greatest

from intreccio.families.cases import policies
from intreccio.families.cases.actions.steps import lock_case
from intreccio.families.cases.models import Case, CaseDeputy, CaseWorker
from intreccio.families.cases.queries.candidates import Candidate, candidates, standing_in
from intreccio.families.cases.queries.cases import open_case_of
from intreccio.families.cases.queries.workers import worker_of
from intreccio.families.cases.rules.workers import Standing, why_not_answer_for, why_not_end, why_not_join
from intreccio.families.cases.vocabulary import WorkerEnd
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.refused import Refused, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed

NOBODY = Standing()


def put_to_work(case: Case, who: Candidate, *, since: date, why: str = "") -> CaseWorker:
    """Writes the line of somebody at work, with their profession and body of that day; no rule is asked here."""
    worker = CaseWorker(
        household_id=case.household_id,
        team_id=case.team_id,
        case=case,
        membership=who.membership,
        profession=who.profession,
        organisation_id=who.membership.organisation_id,
        since=since,
        why=why.strip(),
    )
    worker.save(force_insert=True)
    return worker


def send_home(worker: CaseWorker, *, day: date, reason: str) -> None:
    """Ends the line of somebody at work; nobody stands in for them any longer, nor they for others."""
    CaseWorker.objects.filter(pk=worker.pk, until__isnull=True).update(
        until=max(day, worker.since), end_reason=reason, version=F("version") + 1
    )
    CaseDeputy.objects.filter(case_id=worker.case_id, until__gt=day).filter(
        Q(absent_id=worker.membership_id) | Q(deputy_id=worker.membership_id)
    ).update(until=Greatest("since", Value(day)), version=F("version") + 1)


@transaction.atomic
def add_worker(case: Case, *, membership_id: UUID, why: str, by: Viewer, today: date) -> CaseWorker:
    """Somebody begins to work with the family. Raises Refused with the reason."""
    policies.add_worker.require(by)
    held = lock_case(case, by=by)
    who = _candidate(held, membership_id, today)
    refuse_if(
        why_not_join(who.standing, is_already=worker_of(held, membership_id) is not None), code="cannot_join"
    )
    worker = put_to_work(held, who, since=today, why=why)
    _record_added(worker, held, who, by=by)
    return worker


def _candidate(case: Case, membership_id: UUID, today: date) -> Candidate:
    found = next((one for one in candidates(case, today) if one.membership.pk == membership_id), None)
    if found is None:
        raise Refused(why_not_join(NOBODY) or "", code="cannot_join")
    return found


@transaction.atomic
def end_worker(worker: CaseWorker, *, reason: str, by: Viewer, today: date) -> None:
    """Somebody no longer works with the family. Raises Refused with the reason."""
    policies.end_worker.require(by)
    held = lock_case(worker.case, by=by)
    now = held.workers.get(pk=worker.pk)
    refuse_if(
        why_not_end(
            is_responsible=held.responsible_id == now.membership_id, has_ended=now.until is not None,
            until=today, since=now.since,
        ),
        code="cannot_end",
    )  # fmt: skip
    send_home(now, day=today, reason=reason)
    record_family_deed(
        "case.worker_ended", now, held.household, by=by, who=str(now.membership_id), reason=reason
    )


@transaction.atomic
def change_responsible(case: Case, *, membership_id: UUID, version: int, by: Viewer, today: date) -> None:
    """Another person of the team answers for the family. Raises Refused, or Changed where somebody wrote first."""
    policies.change_responsible.require(by)
    held = lock_case(case, by=by)
    who = standing_in(held.team_id, membership_id, today)
    refuse_if(why_not_answer_for(who.standing if who else NOBODY), code="cannot_answer_for")
    if who and worker_of(held, membership_id) is None:
        put_to_work(held, who, since=today)
    write_over(held, version=version, responsible_id=membership_id)
    record_family_deed(
        "case.responsible_changed",
        held,
        held.household,
        by=by,
        fields=["responsible"],
        who=str(membership_id),
    )


def send_all_home(case: Case, *, but: set[UUID], day: date, reason: WorkerEnd, by: Viewer) -> None:
    """Ends the line of everybody at work who is not among `but`; one event for each."""
    for worker in case.workers.filter(until__isnull=True).exclude(membership_id__in=but):
        send_home(worker, day=day, reason=reason)
        record_family_deed(
            "case.worker_ended",
            worker,
            case.household,
            by=by,
            who=str(worker.membership_id),
            reason=str(reason),
        )


@transaction.atomic
def send_home_who_no_longer_sees(household_id: UUID, *, by: Viewer, today: date) -> None:
    """An opening of the family has closed: who is of its team, or sees it through another one, goes on.

    So does its reference, who is of the team in charge or has just left it: first another one is named.
    """
    case = open_case_of(household_id)
    if case is None:
        return
    held = lock_case(case, by=by)
    seeing = {one.membership.pk for one in candidates(held, today)}
    staying = seeing | ({held.responsible_id} if held.responsible_id else set())
    send_all_home(held, but=staying, day=today, reason=WorkerEnd.NO_LONGER_SEES, by=by)


def bring_back(case: Case, *, ended: date | None, today: date, by: Viewer) -> None:
    """Whoever was sent home by the closing of that day works with the family again, where they still can."""
    could = {one.membership.pk: one for one in candidates(case, today)}
    left = {
        line.membership_id: line for line in case.workers.filter(until=ended, end_reason=WorkerEnd.CASE_ENDED)
    }
    for membership_id, line in left.items():
        if who := could.get(membership_id):
            worker = put_to_work(case, who, since=today, why=line.why)
            _record_added(worker, case, who, by=by)


def _record_added(worker: CaseWorker, case: Case, who: Candidate, *, by: Viewer) -> None:
    record_family_deed(
        "case.worker_added", worker, case.household, by=by, who=str(who.membership.pk),
        profession=who.profession, body=str(who.membership.organisation_id),
    )  # fmt: skip
