"""Somebody dies."""

from datetime import date

from django.db import transaction
from django.db.models import Q

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people import policies
from intreccio.parties.people.actions.charge import as_written, require_answers, require_charge
from intreccio.parties.people.actions.life.happening import Happening
from intreccio.parties.people.models import (
    Household,
    HouseholdMembership,
    Kinship,
    LifeEvent,
    Person,
    Responsibility,
)
from intreccio.parties.people.queries.finding import also_elsewhere
from intreccio.parties.people.rules.kinds import TOGETHER
from intreccio.parties.people.rules.life import why_not_die
from intreccio.parties.people.vocabulary import LifeEventKind, LivingKind


@transaction.atomic
def record_death(
    person: Person, household: Household, *, by: Viewer, version: int, day: date, note: str = ""
) -> LifeEvent:
    """Ends their stays in homes of ours, the couple they were in, what they decided for others. They stay of the family.

    Stays of who lives with another team too are left: it would answer alone for them, and nobody could take this back.
    Raises Refused, or Changed where somebody wrote first.
    """
    require_charge(household, by=by, ability=policies.edit_household)
    as_written(household.pk)
    require_answers(person, household)
    reason = why_not_die(
        precision=person.birth_precision, birth=person.birth_date, died=person.died_on, day=day, today=today()
    )
    refuse_if(reason, code="death")
    person.version = version
    happening = Happening(household, by=by, kind=LifeEventKind.DEATH, day=day, person=person, note=note)
    happening.change(person, died_on=day)
    there = list(_stays(person, by))
    for row in there:
        happening.stay(person, LivingKind.KIN, row.role, row.household)
    if person.pk not in also_elsewhere(household.pk):
        happening.end(row for row in there if row.kind != LivingKind.KIN)
    happening.end(_couples(person, by))
    happening.end(_decided(person, by))
    return happening.finish()


def _stays(person: Person, by: Viewer) -> list[HouseholdMembership]:
    rows = HouseholdMembership.objects.kept().filter(person=person, until=None, team_id__in=by.team_ids)
    return list(rows.select_related("household", "person").select_for_update(of=("self",)).order_by("id"))


def _couples(person: Person, by: Viewer) -> list[Kinship]:
    rows = Kinship.objects.filter(
        Q(one=person) | Q(other=person), until=None, voided_at=None, kind__in=TOGETHER
    )
    return list(rows.filter(team_id__in=by.team_ids).order_by("id"))


def _decided(person: Person, by: Viewer) -> list[Responsibility]:
    rows = Responsibility.objects.filter(Q(holder=person) | Q(person=person), until=None, voided_at=None)
    return list(rows.filter(team_id__in=by.team_ids).order_by("id"))
