"""ISEE of a household: all that was written, and the one that may be used."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.kernel.words import _
from intreccio.parties.people.models import Isee
from intreccio.parties.people.queries.households import Seen
from intreccio.parties.people.queries.members import members_of
from intreccio.parties.people.rules.isee import for_services, holds, standing, why_not_child


@dataclass(frozen=True, slots=True)
class Attestation:
    """One of them, whether it may be used today, and of which child it is."""

    row: Isee
    in_use: bool
    state: Words
    of: str = ""

    @property
    def tone(self) -> str:
        """Of its tag: in use, or quiet."""
        return "ok" if self.in_use else ""

    @property
    def icon(self) -> str:
        """Beside the word, for who sees no colour."""
        return "check" if self.in_use else "clock"


def attestations_of(viewer: Viewer, seen: Seen, day: date) -> list[Attestation]:
    """All of a household's, the last issued first; nothing below the level *record*. Two queries."""
    if not seen.shows_record:
        return []
    rows = list(Isee.objects.filter(household_id=seen.household.pk).order_by("-issued_on", "-id"))
    used = standing([row for row in rows if row.voided_at is None], day)
    names: dict[UUID | None, str] = {member.person.pk: member.name for member in members_of(viewer, seen)}
    return [_attestation(row, used, day, names.get(row.person_id, "")) for row in rows]


def children_of(viewer: Viewer, seen: Seen, row: Isee | None = None) -> list[tuple[UUID, str]]:
    """For whom an ISEE for minors may be: a child of the family wherever they live, or whoever `row` is for."""
    return [
        (member.person.pk, member.name)
        for member in members_of(viewer, seen)
        if (row and member.person.pk == row.person_id)
        or (member.is_minor and not member.mistake and member.person.died_on is None)
    ]


def isee_for_services(household_id: UUID, day: date, *, child: UUID | None) -> Isee | None:
    """The attestation that a service with a limit is judged by; one that tells of omissions is looked at by people first."""
    rows = Isee.objects.filter(household_id=household_id, voided_at__isnull=True, valid_until__gte=day)
    row = for_services(list(rows), day, child=child)
    return None if row is None or row.has_omissions else row


def _attestation(row: Isee, used: Sequence[Isee], day: date, of: str) -> Attestation:
    if row.voided_at is not None:
        return Attestation(row, False, _("era uno sbaglio"), of)
    if not holds(row, day):
        return Attestation(row, False, _("scaduto: non si usa più"), of)
    if row not in used:
        return Attestation(row, False, _("ce n'è uno più recente"), of)
    if why_not_child(row.kind, row.person_id):
        return Attestation(row, False, _("non dice di quale minorenne è: correggetelo"), of)
    return Attestation(row, True, _("vale oggi"), of)


def isee_row(viewer: Viewer, household_id: UUID, row_id: UUID) -> Isee | None:
    """One of a household's, that was no mistake."""
    rows = Isee.objects.select_related("household").filter(household_id=household_id, voided_at__isnull=True)
    return rows.filter(pk=row_id).first()
