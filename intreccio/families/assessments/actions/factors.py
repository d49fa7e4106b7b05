"""What protects a family and what weighs on it, with its dates. Events say the side and not which one it is."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from intreccio.families.assessments import policies
from intreccio.families.assessments.models import Factor
from intreccio.families.assessments.queries.factors import kinds_of
from intreccio.families.assessments.queries.look import members_at_home
from intreccio.families.assessments.rules.factors import why_not_dates
from intreccio.families.cases.actions.steps import gone, lock_case, lock_household
from intreccio.families.cases.models import Case
from intreccio.ground.kernel.editing import void, write_over
from intreccio.ground.kernel.refused import Refused, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed


@dataclass(frozen=True, slots=True)
class Noted:
    """Which one, of whom (None: the family), the fact in words, since when and until when."""

    code: str
    about: UUID | None
    words: str
    since: date
    until: date | None


@transaction.atomic
def add_factor(case: Case, noted: Noted, *, by: Viewer, today: date) -> Factor:
    """Writes that something protects or weighs, since a day. Raises Refused."""
    policies.add_factor.require(by)
    held = lock_case(case, by=by)
    if held.ended_on is not None:
        raise Refused(_("Questo percorso è concluso: resta da leggere."), code="ended")
    values = _values(held.household_id, noted, by=by, today=today)
    factor = Factor(
        household=held.household, team_id=held.team_id, case=held, noted_by_id=by.membership_id, **values
    )
    factor.save(force_insert=True)
    record_family_deed("factor.added", factor, held.household, by=by, side=factor.side)
    return factor


@transaction.atomic
def edit_factor(factor: Factor, noted: Noted, *, version: int, by: Viewer, today: date) -> None:
    """Corrects it, or says until when it was so. Raises Refused, Changed."""
    policies.edit_factor.require(by)
    held = _lock(factor, by=by)
    values = _values(held.household_id, noted, by=by, today=today)
    fields = write_over(held, version=version, **values)
    record_family_deed("factor.edited", held, held.household, by=by, fields=fields, side=held.side)


@transaction.atomic
def void_factor(factor: Factor, *, reason: str, by: Viewer) -> None:
    """One that was written by mistake stays readable, and is no longer drawn. Raises Refused."""
    policies.void_factor.require(by)
    held = _lock(factor, by=by)
    void(held, by=by, reason=reason.strip())
    record_family_deed("factor.voided", held, held.household, by=by, side=held.side)


def _lock(factor: Factor, *, by: Viewer) -> Factor:
    household = lock_household(factor.household, by=by)
    held = Factor.objects.select_for_update(of=("self",)).select_related("case").filter(pk=factor.pk).first()
    if held is None:
        raise gone()
    if held.voided_at is not None:
        raise Refused(_("Nel frattempo è stato annullato."), code="voided")
    if held.case.ended_on is not None:
        raise Refused(_("Questo percorso è concluso: resta da leggere."), code="ended")
    held.household = household
    return held


def _values(household_id: UUID, noted: Noted, *, by: Viewer, today: date) -> dict[str, object]:
    """By column. Raises Refused for what the library does not know, somebody who is not of this home, wrong days."""
    side = next((kind.side for kind in kinds_of(today) if kind.code == noted.code), None)
    if side is None:
        raise Refused(_("Questo non è tra i fattori della libreria."), code="no_such_factor")
    if noted.about and noted.about not in {each.person.pk for each in members_at_home(by, household_id)}:
        raise Refused(_("In questa casa non c'è nessuno con questa scheda."), code="not_here")
    refuse_if(why_not_dates(since=noted.since, until=noted.until, today=today), code="dates")
    return {
        "code": noted.code, "side": side, "about_id": noted.about, "words": noted.words.strip(),
        "since": noted.since, "until": noted.until,
    }  # fmt: skip
