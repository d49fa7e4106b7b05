"""A child at school along a protocol: begun with an approved version, gone step by step, ended."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.http import Http404
from django.utils.translation import gettext as _

from intreccio.answers.school.actions.steps import lock_family, lock_row, told
from intreccio.answers.school.models import SchoolMark, SchoolPath
from intreccio.answers.school.queries.paths import contacts_for
from intreccio.answers.school.queries.pupils import rows_of
from intreccio.answers.school.rules.schooling import why_not_ask_anything
from intreccio.families.plans.models import FamilyPath
from intreccio.ground.kernel.editing import void, write_over
from intreccio.ground.kernel.refused import Refused, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.charge import require_member
from intreccio.parties.people.models import Household, Person
from intreccio.workshop.protocols.models import ProtocolVersion
from intreccio.workshop.protocols.queries.versions import stage_of
from intreccio.workshop.protocols.rules.definition import codes_of
from intreccio.workshop.protocols.rules.running import (
    why_not_end,
    why_not_go_on,
    why_not_loss,
    why_not_mark,
    why_not_zero,
)
from intreccio.workshop.protocols.rules.starting import why_not_start
from intreccio.workshop.protocols.vocabulary import Subject

VERB = "walk_at_school"


@dataclass(frozen=True, slots=True)
class Lost:
    """From which day it is counted, what was lost, who talks with the school; from which path of the family one comes."""

    zero: date
    loss: str
    contact_id: UUID
    family_path: FamilyPath | None = None


@transaction.atomic
def begin_school_path(
    household: Household, child: Person, version: ProtocolVersion, lost: Lost, *, by: Viewer, today: date
) -> SchoolPath:
    """Begins with the version in use. Raises Refused with the reason: not approved, begun already, a day too far."""
    held = lock_family(household, VERB, by=by)
    refuse_if(why_not_start(stage_of(version)), code="stage")
    if Subject.SCHOOL not in version.definition["about"]:
        raise Http404
    require_member(child, held)
    refuse_if(why_not_zero(lost.zero, today=today), code="zero")
    refuse_if(why_not_loss(lost.loss, codes_of(version.definition.get("losses", []))), code="loss")
    _require_of_the_team(held, lost.contact_id, today)
    same = SchoolPath.objects.filter(child_id__in=rows_of(child), protocol_version=version, zero=lost.zero)
    if same.filter(ended_on__isnull=True, voided_at__isnull=True).exists():
        raise _begun_already()
    path = SchoolPath(
        household=held, team_id=held.team_id, child=child, protocol_version=version, family_path=lost.family_path,
        zero=lost.zero, loss=lost.loss, contact_id=lost.contact_id, begun_on=today,
    )  # fmt: skip
    _save_once(path, _begun_already())
    told("school_path.begun", path, by=by)
    return path


@transaction.atomic
def edit_school_path(path: SchoolPath, contact_id: UUID, *, version: int, by: Viewer, today: date) -> None:
    """Another person talks with the school. Raises Refused, Changed."""
    held = _lock_open(path, by=by)
    require_asking(held)
    if contact_id != held.contact_id:
        _require_of_the_team(held.household, contact_id, today)
    if fields := write_over(held, version=version, contact_id=contact_id):
        told("school_path.edited", held, by=by, fields=fields)


@transaction.atomic
def mark_school_step(
    path: SchoolPath, step: str, state: str, *, day: date, words: str, by: Viewer, today: date
) -> None:
    """What was done of a step, or why it is not needed. Raises Refused with the reason."""
    held = _lock_open(path, by=by)
    require_asking(held)
    if step not in codes_of(held.protocol_version.definition["steps"]):
        raise Http404
    refuse_if(why_not_mark(state, words, day, today=today), code="mark")
    mark = SchoolMark(
        household=held.household, team_id=held.team_id, path=held, step=step, state=state, day=day, words=words.strip(),
        by_id=by.membership_id,
    )  # fmt: skip
    _save_once(mark, Refused(_("È già scritto: ricarica la pagina."), code="marked"))
    told("school_path.step_marked", mark, by=by)


@transaction.atomic
def void_school_mark(mark: SchoolMark, *, reason: str, by: Viewer) -> None:
    """One that was written by mistake: it stays readable, and the step waits again."""
    _lock_open(mark.path, by=by)
    held = lock_row(mark, VERB, by=by)
    void(held, by=by, reason=reason.strip())
    told("school_path.mark_voided", held, by=by)


@transaction.atomic
def end_school_path(path: SchoolPath, *, day: date, version: int, by: Viewer, today: date) -> None:
    """It ends: at school one goes on without it. Raises Refused, Changed."""
    held = _lock_open(path, by=by)
    refuse_if(why_not_end(day, begun=held.begun_on, today=today), code="end")
    if write_over(held, version=version, ended_on=day):
        told("school_path.ended", held, by=by)


def require_going_on(path: SchoolPath) -> None:
    """Raises Refused where it is over."""
    refuse_if(why_not_go_on(ended=path.ended_on is not None, voided=path.voided_at is not None), code="over")


def require_asking(path: SchoolPath) -> None:
    """Raises Refused where the child has died: nothing is asked any more."""
    refuse_if(why_not_ask_anything(stilled=path.stilled_on is not None), code="stilled")


def _lock_open(path: SchoolPath, *, by: Viewer) -> SchoolPath:
    held = lock_row(path, VERB, by=by)
    require_going_on(held)
    return held


def _require_of_the_team(household: Household, contact_id: UUID, today: date) -> None:
    if str(contact_id) not in dict(contacts_for(household.team, today)):
        raise Refused(_("Chi parla con la scuola è una persona dell'équipe."), code="contact")


def _begun_already() -> Refused:
    return Refused(_("È già cominciato, dallo stesso giorno."), code="begun")


def _save_once(row: SchoolPath | SchoolMark, otherwise: Refused) -> None:
    """What somebody else has written first is told."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise otherwise from error
