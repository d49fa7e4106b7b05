"""Two rows found to be one person are merged, and can part again (law 8).

Nothing is copied into the kept row: `merged_into` is followed by every query. Each of the two joins the homes of the
other, so that each team still sees the one person; parting voids those stays again.
"""

from collections.abc import Iterator

from django.db import transaction
from django.utils.translation import gettext as _

from intreccio.ground.kernel.editing import void, write_over
from intreccio.ground.kernel.refused import NotAllowed, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people import policies
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.parties.people.actions.search import index_person
from intreccio.parties.people.models import Household, HouseholdMembership, Person
from intreccio.parties.people.rules.persons import why_not_merge, why_not_part


@transaction.atomic
def merge_persons(kept: Person, other: Person, *, by: Viewer, reason: str) -> None:
    """From now on `other` is read as `kept`. The actor answers for a home of each."""
    policies.merge_persons.require(by)
    kept, other = _locked(kept, other, by=by)
    refuse_if(
        why_not_merge(
            same=kept.pk == other.pk,
            kept_is_merged=kept.merged_into_id is not None,
            other_is_merged=other.merged_into_id is not None,
            other_holds_merged=other.merged.exists(),
        ),
        code="cannot_merge",
    )
    write_over(other, version=other.version, merged_into=kept, merge_reason=reason.strip())
    homes = _homes(kept, by) + _homes(other, by)
    for home in homes:
        _let_in(other if home.person_id == kept.pk else kept, home)
    index_person(kept)
    index_person(other)
    for household in _households(homes):
        record_family_deed("person.merged", kept, household, by=by, other=str(other.pk))


def _locked(kept: Person, other: Person, *, by: Viewer) -> tuple[Person, Person]:
    rows = {
        row.pk: row
        for row in Person.objects.select_for_update().filter(pk__in=[kept.pk, other.pk]).order_by("pk")
    }
    if len(rows) < len({kept.pk, other.pk}) or not all(_homes(row, by) for row in rows.values()):
        raise NotAllowed(
            _("Si possono unire solo due schede di cui risponde la vostra équipe."), code="not_in_charge"
        )
    return rows[kept.pk], rows[other.pk]


def _homes(person: Person, by: Viewer) -> list[HouseholdMembership]:
    rows = HouseholdMembership.objects.kept().filter(
        person=person, team_id__in=by.team_ids, merged_from__isnull=True
    )
    return list(rows.select_related("household"))


def _let_in(person: Person, home: HouseholdMembership) -> None:
    same = HouseholdMembership.objects.kept().filter(
        household=home.household_id, person=person, kind=home.kind
    )
    if same.exists():
        return
    HouseholdMembership(
        household_id=home.household_id,
        team_id=home.team_id,
        person=person,
        kind=home.kind,
        role=home.role,
        since=home.since,
        until=home.until,
        merged_from=home,
    ).save(force_insert=True)


def _households(homes: list[HouseholdMembership]) -> Iterator[Household]:
    yield from {home.household_id: home.household for home in homes}.values()


@transaction.atomic
def part_persons(other: Person, *, by: Viewer, reason: str) -> None:
    """`other` stands by itself again; the stays that the merge had written are voided with the reason."""
    policies.merge_persons.require(by)
    refuse_if(why_not_part(is_merged=other.merged_into_id is not None), code="not_merged")
    kept, other = _locked(Person(pk=other.merged_into_id), other, by=by)
    homes = _homes(kept, by) + _homes(other, by)
    write_over(other, version=other.version, merged_into=None, merge_reason=reason.strip())
    for stay in HouseholdMembership.objects.kept().filter(
        person__in=[kept, other], merged_from__person__in=[kept, other]
    ):
        void(stay, by=by, reason=reason.strip())
    index_person(kept)
    index_person(other)
    for household in _households(homes):
        record_family_deed("person.parted", kept, household, by=by, other=str(other.pk))
