"""The plan that a school wrote for a child: written down, corrected, annulled. Its events say no kind: it is health."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from intreccio.answers.school.actions.steps import lock_family, lock_row, told
from intreccio.answers.school.models import SchoolPlan
from intreccio.answers.school.queries.pupils import rows_of
from intreccio.answers.school.rules.plans import why_not_plan
from intreccio.ground.kernel.editing import void, write_over
from intreccio.ground.kernel.refused import Refused, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.charge import require_member
from intreccio.parties.people.models import Household, Person
from intreccio.workshop.documents.actions import store
from intreccio.workshop.documents.files.content import Content

VERB = "write_school_plan"


@dataclass(frozen=True, slots=True)
class Agreed:
    """Which plan, of which school year, signed when and by whom, looked at again when, what was agreed."""

    kind: str
    year: int
    signed_on: date
    signed_by: str
    review_on: date | None
    agreed: str


@transaction.atomic
def write_school_plan(
    household: Household,
    child: Person,
    agreed: Agreed,
    content: Content | None = None,
    *,
    by: Viewer,
    today: date,
) -> SchoolPlan:
    """Writes it down, with its paper where the family brought it. Raises Refused."""
    held = lock_family(household, VERB, by=by)
    require_member(child, held)
    _require_sound(agreed, today)
    _require_one(child, agreed)
    document = store(content, by=by) if content else None
    row = SchoolPlan(household=held, team_id=held.team_id, child=child, document=document, **_tidy(agreed))
    with _one_a_year():
        row.save(force_insert=True)
    told("school_plan.written", row, by=by)
    return row


@transaction.atomic
def edit_school_plan(plan: SchoolPlan, agreed: Agreed, *, version: int, by: Viewer, today: date) -> None:
    """Corrects it. Raises Refused, Changed."""
    held = lock_row(plan, VERB, by=by)
    _require_sound(agreed, today)
    if (agreed.kind, agreed.year) != (held.kind, held.year):
        _require_one(held.child, agreed)
    with _one_a_year():
        fields = write_over(held, version=version, **_tidy(agreed))
    if fields:
        told("school_plan.edited", held, by=by, fields=fields)


@transaction.atomic
def void_school_plan(plan: SchoolPlan, *, reason: str, by: Viewer) -> None:
    """One that was written by mistake. Raises Refused."""
    held = lock_row(plan, VERB, by=by)
    void(held, by=by, reason=reason.strip())
    told("school_plan.voided", held, by=by)


def _require_one(child: Person, agreed: Agreed) -> None:
    """Of each kind one a school year, under whichever row of the child and in whichever home in sight."""
    rows = SchoolPlan.objects.filter(child_id__in=rows_of(child), voided_at__isnull=True)
    if rows.filter(kind=agreed.kind, year=agreed.year).exists():
        raise _there_is_one()


@contextmanager
def _one_a_year() -> Iterator[None]:
    """Whoever was a moment later is Refused, and what else was written in this transaction stays."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise _there_is_one() from error


def _there_is_one() -> Refused:
    return Refused(_("Di quest'anno scolastico ce n'è già uno: si corregge quello."), code="one")


def _require_sound(agreed: Agreed, today: date) -> None:
    refuse_if(
        why_not_plan(
            signed_on=agreed.signed_on, review_on=agreed.review_on, signed_by=agreed.signed_by, today=today
        ),
        code="plan",
    )


def _tidy(agreed: Agreed) -> dict[str, Any]:
    return {
        name: value.strip() if isinstance(value, str) else value for name, value in asdict(agreed).items()
    }
