"""A family along a protocol: begun with an approved version, gone step by step, silent where the family asks, ended."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from intreccio.families.cases.actions.steps import gone, lock_case
from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.candidates import candidates
from intreccio.families.plans import policies
from intreccio.families.plans.actions.reckoning import Walked, look_again, look_on, what_waits
from intreccio.families.plans.models import FamilyPath, PathMark
from intreccio.families.plans.queries.beginning import AFTERWARDS
from intreccio.families.plans.queries.letters import silence_came_along
from intreccio.ground.kernel.editing import void, write_over
from intreccio.ground.kernel.refused import Refused, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.charge import require_member
from intreccio.parties.people.actions.deeds import record_family_deed
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
from intreccio.workshop.protocols.vocabulary import Marked, StepKind


@transaction.atomic
def begin_path(
    case: Case, version: ProtocolVersion, walked: Walked, *, by: Viewer, today: date
) -> FamilyPath:
    """Begins with the version in use. Raises Refused with the reason: not approved, begun already, a day too far."""
    policies.begin_path.require(by)
    held = lock_case(case, by=by)
    refuse_if(why_not_start(stage_of(version)), code="stage")
    _require_sound(held, version, walked, today)
    _require_at_work(held, walked.contact_id, today)
    path = FamilyPath(
        household_id=held.household_id, team_id=held.team_id, case=held, protocol_version=version,
        zero=walked.zero, person=walked.person, loss=walked.loss, contact_id=walked.contact_id, begun_on=today,
        silent_since=today if silence_came_along(held.household_id) else None,
    )  # fmt: skip
    for name, value in what_waits(path, walked).items():
        setattr(path, name, value)
    with _begun_once():
        path.save(force_insert=True)
    look_again(held.household_id, team_ids=by.team_ids)
    record_family_deed("path.begun", path, held.household, by=by)
    return path


@transaction.atomic
def edit_path(path: FamilyPath, walked: Walked, *, version: int, by: Viewer, today: date) -> None:
    """Another day, another person who keeps in touch. Raises Refused, or Changed where somebody wrote first."""
    held = lock_path(path, "edit_path", by=by)
    _require_sound(held.case, held.protocol_version, walked, today)
    if walked.contact_id != held.contact_id:
        _require_at_work(held.case, walked.contact_id, today)
    with _begun_once():
        fields = write_over(
            held, version=version, zero=walked.zero, person_id=_whom(held, walked),
            loss=walked.loss, contact_id=walked.contact_id, **what_waits(held, walked),
        )  # fmt: skip
    if fields:
        look_again(held.household_id, team_ids=by.team_ids)
        record_family_deed("path.edited", held, held.case.household, by=by, fields=fields)


@transaction.atomic
def mark_step(
    path: FamilyPath, step: str, state: str, *, day: date, words: str, by: Viewer, today: date
) -> None:
    """What was done of a step, or why it is not needed. Raises Refused with the reason."""
    held = lock_path(path, "mark_path_step", by=by)
    if step not in codes_of(held.protocol_version.definition["steps"]):
        raise gone()
    refuse_if(why_not_mark(state, words, day, today=today), code="mark")
    if held.marks.filter(step=step, voided_at__isnull=True).exists():
        raise Refused(_("È già scritto: ricarica la pagina."), code="marked")
    mark = PathMark(
        household_id=held.household_id, team_id=held.team_id, path=held, step=step, state=state, day=day,
        words=words.strip(), by_id=by.membership_id,
    )  # fmt: skip
    mark.save(force_insert=True)
    look_on(held)
    record_family_deed("path.step_marked", mark, held.case.household, by=by)


def mark_heard(case: Case, months: int, *, by: Viewer, today: date) -> None:
    """A family was heard as agreed at the closing: the milestone of that month is done on the path that follows it, if nobody has
    said anything of it."""
    rows = FamilyPath.objects.filter(
        case=case, ended_on__isnull=True, voided_at__isnull=True, protocol_version__protocol__code=AFTERWARDS
    )
    for path in (
        rows.select_related("case__household", "protocol_version") if policies.mark_path_step(by) else ()
    ):
        marked = set(path.marks.filter(voided_at__isnull=True).values_list("step", flat=True))
        for step in path.protocol_version.definition["steps"]:
            met = step.get("kind") == StepKind.MILESTONE and step["when"][0] == f"{months}m"
            if met and step["code"] not in marked:
                mark_step(path, step["code"], Marked.DONE, day=today, words="", by=by, today=today)


@transaction.atomic
def void_mark(path: FamilyPath, mark: PathMark, *, reason: str, by: Viewer) -> None:
    """One that was written by mistake: it stays readable, and the step waits again."""
    held = lock_path(path, "mark_path_step", by=by)
    row = held.marks.filter(pk=mark.pk, voided_at__isnull=True).first()
    if row is None:
        raise gone()
    void(row, by=by, reason=reason.strip())
    look_on(held)
    record_family_deed("path.mark_voided", row, held.case.household, by=by)


@transaction.atomic
def set_silence(path: FamilyPath, *, silent: bool, version: int, by: Viewer, today: date) -> None:
    """The family asks to be left in peace, or to be written to again."""
    held = lock_path(path, "set_path_silence", by=by, over=not silent)
    if write_over(held, version=version, silent_since=today if silent else None):
        kind = "path.silence_asked" if silent else "path.silence_lifted"
        record_family_deed(kind, held, held.case.household, by=by)


@transaction.atomic
def end_path(path: FamilyPath, why: str, *, day: date, version: int, by: Viewer, today: date) -> None:
    """Ends it, for a reason. Raises Refused with what stands against it."""
    held = lock_path(path, "end_path", by=by)
    refuse_if(why_not_end(day, begun=held.begun_on, today=today), code="end")
    if write_over(held, version=version, ended_on=day, ended_why=why):
        record_family_deed("path.ended", held, held.case.household, by=by)


@transaction.atomic
def void_path(path: FamilyPath, *, reason: str, by: Viewer) -> None:
    """One that was begun by mistake: it stays readable."""
    held = lock_path(path, "end_path", by=by)
    void(held, by=by, reason=reason.strip())
    look_again(held.household_id, team_ids=by.team_ids)
    record_family_deed("path.voided", held, held.case.household, by=by)


def silence_after_joining(household_id: UUID, *, by: Viewer, today: date) -> None:
    """Two homes are one: where the other one had asked for silence, so has this one on each path that goes on."""
    if not silence_came_along(household_id):
        return
    rows = FamilyPath.objects.select_for_update(of=("self",)).select_related("case__household")
    open_to = rows.filter(
        household_id=household_id, ended_on__isnull=True, voided_at__isnull=True, silent_since__isnull=True
    )
    for path in open_to.order_by("pk"):
        write_over(path, version=path.version, silent_since=today)
        record_family_deed("path.silence_asked", path, path.case.household, by=by)


def lock_path(path: FamilyPath, verb: str, *, by: Viewer, over: bool = False) -> FamilyPath:
    """Holds the family, its case, then the path, as it stands now. Raises Refused where it is over; over: only where it was a mistake."""
    policies.PATHS[verb].require(by)
    case = lock_case(path.case, by=by)
    held = (
        FamilyPath.objects.select_for_update(of=("self",))
        .select_related("protocol_version", "person__merged_into")
        .filter(pk=path.pk)
        .first()
    )
    if held is None:
        raise gone()
    require_going_on(held, over=over)
    held.case = case
    return held


def require_going_on(path: FamilyPath, *, over: bool = False) -> None:
    """Raises Refused where it is over; over: only where it was a mistake."""
    ended = path.ended_on is not None and not over
    refuse_if(why_not_go_on(ended=ended, voided=path.voided_at is not None), code="over")


def _require_sound(case: Case, version: ProtocolVersion, walked: Walked, today: date) -> None:
    refuse_if(why_not_zero(walked.zero, today=today), code="zero")
    refuse_if(why_not_loss(walked.loss, codes_of(version.definition.get("losses", []))), code="loss")
    if walked.person is not None:
        require_member(walked.person, case.household)


def _whom(path: FamilyPath, walked: Walked) -> UUID | None:
    """Whoever is out of sight stays whom the path is about, and is put into no other path."""
    if walked.out_of_sight not in (None, path.person_id):
        raise gone()
    return walked.whom


def _require_at_work(case: Case, contact_id: UUID, today: date) -> None:
    """Whoever keeps in touch sees the family."""
    if contact_id not in {one.membership.pk for one in candidates(case, today)}:
        raise Refused(_("Chi tiene i contatti è una persona che vede questa famiglia."), code="contact")


@contextmanager
def _begun_once() -> Iterator[None]:
    """The same path does not begin twice: Refused, and what else was written in this transaction stays."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if "one_open_path_of_a_kind" not in str(error):
            raise
        raise Refused(
            _("È già cominciato, per la stessa persona e dallo stesso giorno."), code="begun"
        ) from error
