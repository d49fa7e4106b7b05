"""What a path looks at: how each thing stands."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.db.models import Q

from intreccio.families.cases.actions.steps import gone
from intreccio.families.plans.actions.paths import lock_path
from intreccio.families.plans.models import FamilyPath, PathCheck
from intreccio.families.plans.rules.looking import answers_of, why_not_look
from intreccio.ground.kernel.editing import void
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.charge import require_member
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.parties.people.models import Person
from intreccio.workshop.protocols.rules.definition import parts_of
from intreccio.workshop.protocols.vocabulary import PartKind

Answer = tuple[str, str]


@transaction.atomic
def look_at(
    path: FamilyPath, person: Person | None, answers: Mapping[str, Answer], *, by: Viewer, today: date
) -> int:
    """How things stand today, by code: an answer and its words. Answers how many were written: what did not change is not.

    Raises Refused where something that is not there yet does not say what is missing.
    """
    held = lock_path(path, "look_along_path", by=by)
    if person is not None:
        require_member(person, held.case.household)
    _require_answers(held, answers)
    standing = _standing(held, person)
    rows = [
        PathCheck(
            household_id=held.household_id, team_id=held.team_id, path=held, item=item, person=person, answer=answer,
            words=words.strip(), day=today, by_id=by.membership_id,
        )
        for item, (answer, words) in answers.items()
        if standing.get(item) != (answer, words.strip())
    ]  # fmt: skip
    for row in rows:
        refuse_if(why_not_look(row.answer, row.words), code="look")
        row.save(force_insert=True)
        record_family_deed("path.looked_at", row, held.case.household, by=by, item=row.item)
    return len(rows)


@transaction.atomic
def void_check(path: FamilyPath, row: PathCheck, *, reason: str, by: Viewer) -> None:
    """One that was written by mistake: what was said before counts again."""
    held = lock_path(path, "look_along_path", by=by)
    standing = held.checks.filter(pk=row.pk, voided_at__isnull=True).first()
    if standing is None:
        raise gone()
    void(standing, by=by, reason=reason.strip())
    record_family_deed("path.check_voided", standing, held.case.household, by=by)


def _require_answers(path: FamilyPath, answers: Mapping[str, Answer]) -> None:
    """Each of a thing that the version looks at, and one that may be said of it."""
    checks = {each["code"]: each for each in parts_of(path.protocol_version.definition, PartKind.CHECKS)}
    for item, (answer, _words) in answers.items():
        if item not in checks or answer not in answers_of(checks[item]):
            raise gone()


def _standing(path: FamilyPath, person: Person | None) -> dict[str, Answer]:
    whose = Q(person=person) | Q(person__merged_into=person) if person else Q(person__isnull=True)
    rows = path.checks.filter(whose, voided_at__isnull=True).order_by("day", "id")
    return {row.item: (row.answer, row.words) for row in rows}
