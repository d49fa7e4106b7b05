"""The preliminary analysis begins: from a family's page, or from the contact or signal that led to it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction

from intreccio.families.cases import policies
from intreccio.families.cases.actions.steps import lock_household, write_step
from intreccio.families.cases.actions.workers import put_to_work
from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.candidates import standing_in
from intreccio.families.cases.queries.cases import has_open_case
from intreccio.families.cases.rules.stages import NOTHING, why_not_open, why_not_step
from intreccio.families.cases.vocabulary import Stage
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.parties.people.models import Household


@dataclass(frozen=True, slots=True)
class Origin:
    """What a case began from: a contact, a signal, or a family's own page."""

    contact_id: UUID | None = None
    signal_id: UUID | None = None
    asked_on: date | None = None


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why a preliminary analysis is opened."""

    motive: str
    why: str = ""
    needs: Iterable[str] = field(default_factory=list)


def next_code(day: date) -> str:
    """The next short code, as VSM-PC-2026-0007. Gaps are possible and mean nothing."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('cases_case_number')")
        (number,) = cursor.fetchone() or (0,)
    return f"{settings.CODE_PREFIX}-PC-{day.year}-{number:04d}"


@transaction.atomic
def open_case(
    household: Household, *, reasons: Reasons, by: Viewer, today: date, origin: Origin | None = None
) -> Case:
    """Opens the preliminary analysis of a family; who opens it is its reference, where they work in its team."""
    policies.open_case.require(by)
    held = lock_household(household, by=by)
    is_joined = held.joined_into_id is not None
    refuse_if(why_not_open(has_open_case=has_open_case(held.pk), is_joined=is_joined), code="already_open")
    refuse_if(why_not_step("open_case", NOTHING, motive=reasons.motive, day=today, today=today, since=None))
    opener = standing_in(held.team_id, by.membership_id, today)
    case = _new_case(held, reasons, origin or Origin(), today)
    case.responsible_id = opener.membership.pk if opener else None
    case.save(force_insert=True)
    write_step(
        case, verb="open_case", source=NOTHING, day=today, motive=reasons.motive, words=reasons.why, by=by
    )
    if opener:
        put_to_work(case, opener, since=today)
    record_family_deed(
        "case.opened", case, held, by=by, motive=reasons.motive, asked=sorted(reasons.needs),
        from_contact=_code(case.from_contact), from_signal=_code(case.from_signal),
        asked_on=_code(case.asked_on),
    )  # fmt: skip
    return case


def _new_case(household: Household, reasons: Reasons, origin: Origin, today: date) -> Case:
    return Case(
        household=household,
        team_id=household.team_id,
        code=next_code(today),
        stage=Stage.PRELIMINARY,
        stage_since=today,
        asked_on=origin.asked_on,
        opened_on=today,
        team_since=today,
        motive=reasons.motive,
        why=reasons.why.strip(),
        needs=sorted(reasons.needs),
        from_contact=origin.contact_id,
        from_signal=origin.signal_id,
    )


def _code(value: object) -> str | None:
    return None if value is None else str(value)
