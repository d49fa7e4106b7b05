"""A class begins, is corrected, ends; one that was a mistake stays readable."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from intreccio.answers.school.actions.steps import lock_family, lock_row, told
from intreccio.answers.school.models import Schooling
from intreccio.answers.school.queries.pupils import rows_of, spans_of
from intreccio.answers.school.rules.schooling import (
    why_not_beside,
    why_not_end,
    why_not_ending,
    why_not_since,
    why_not_year,
)
from intreccio.ground.kernel.editing import void, write_over
from intreccio.ground.kernel.refused import Refused, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.models import Organisation
from intreccio.parties.organisations.vocabulary import OrganisationKind
from intreccio.parties.people.actions.charge import require_member
from intreccio.parties.people.models import Household, Person

VERB = "write_schooling"


@dataclass(frozen=True, slots=True)
class Studies:
    """Which school and class, since when; organisation_id: one of the list, or None with its name in words."""

    cycle: str
    year: int | None
    section: str
    organisation_id: UUID | None
    school: str
    since: date


@dataclass(frozen=True, slots=True)
class Ended:
    """When and how."""

    until: date
    ending: str


@transaction.atomic
def begin_schooling(
    household: Household,
    child: Person,
    studies: Studies,
    ended: Ended | None = None,
    *,
    by: Viewer,
    today: date,
) -> Schooling:
    """Writes in which class somebody is; ended: of a year that is over already. Raises Refused with the reason."""
    held = lock_family(household, VERB, by=by)
    require_member(child, held)
    _require_sound(child, studies, ended.until if ended else None, today=today)
    if ended:
        _require_ended(studies.cycle, studies.since, ended, was_ended=False, today=today)
    row = Schooling(
        household=held,
        team_id=held.team_id,
        child=child,
        **_columns(studies),
        **(asdict(ended) if ended else {}),
    )
    row.save(force_insert=True)
    told("schooling.begun", row, by=by, **_codes(row))
    return row


@transaction.atomic
def edit_schooling(schooling: Schooling, studies: Studies, *, version: int, by: Viewer, today: date) -> None:
    """Corrects it. Raises Refused, or Changed where somebody wrote first."""
    held = lock_row(schooling, VERB, by=by)
    _require_sound(held.child, studies, held.until, today=today, but=held.pk)
    refuse_if(why_not_ending(studies.cycle, held.ending), code="ending")
    if fields := write_over(held, version=version, **_columns(studies)):
        told("schooling.edited", held, by=by, fields=fields, **_codes(held))


@transaction.atomic
def end_schooling(schooling: Schooling, ended: Ended, *, version: int, by: Viewer, today: date) -> None:
    """Says when and how it ended. Raises Refused, Changed."""
    held = lock_row(schooling, VERB, by=by)
    _require_ended(held.cycle, held.since, ended, was_ended=held.until is not None, today=today)
    if write_over(held, version=version, **asdict(ended)):
        told("schooling.ended", held, by=by, **_codes(held))


@transaction.atomic
def void_schooling(schooling: Schooling, *, reason: str, by: Viewer) -> None:
    """One that was written by mistake. Raises Refused."""
    held = lock_row(schooling, VERB, by=by)
    void(held, by=by, reason=reason.strip())
    told("schooling.voided", held, by=by)


def _require_sound(
    child: Person,
    studies: Studies,
    until: date | None,
    *,
    today: date,
    but: UUID | None = None,
) -> None:
    refuse_if(
        why_not_year(studies.cycle, studies.year)
        or why_not_since(studies.since, today=today, birth=child.birth_date, until=until)
        or why_not_beside(studies.since, until, spans_of(rows_of(child), but=but)),
        code="schooling",
    )
    if not _is_a_school(studies):
        raise Refused(_("Scegli una scuola dell'elenco, oppure scrivi come si chiama."), code="school")


def _is_a_school(studies: Studies) -> bool:
    if studies.organisation_id is None:
        return bool(studies.school.strip())
    return Organisation.objects.filter(pk=studies.organisation_id, kind=OrganisationKind.SCHOOL).exists()


def _require_ended(cycle: str, since: date, ended: Ended, *, was_ended: bool, today: date) -> None:
    refuse_if(
        why_not_end(ended.until, since=since, ended=was_ended, today=today)
        or why_not_ending(cycle, ended.ending),
        code="ending",
    )


def _columns(studies: Studies) -> dict[str, Any]:
    said = asdict(studies)
    named = studies.organisation_id is not None
    return said | {"section": studies.section.strip(), "school": "" if named else studies.school.strip()}


def _codes(row: Schooling) -> dict[str, Any]:
    school = {"school": str(row.organisation_id)} if row.organisation_id else {}
    return {"cycle": row.cycle, **school, **({"ending": row.ending} if row.ending else {})}
