"""ISEE of a household: all that was written, and the one that may be used."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.kernel.words import _
from intreccio.parties.people.models import Isee
from intreccio.parties.people.queries.households import Seen
from intreccio.parties.people.rules.isee import for_services, holds, standing


@dataclass(frozen=True, slots=True)
class Attestation:
    """One of them, and whether it may be used today."""

    row: Isee
    in_use: bool
    state: Words

    @property
    def tone(self) -> str:
        """Of its tag: in use, or quiet."""
        return "ok" if self.in_use else ""

    @property
    def icon(self) -> str:
        """Beside the word, for who sees no colour."""
        return "check" if self.in_use else "clock"


def attestations_of(viewer: Viewer, seen: Seen, day: date) -> list[Attestation]:
    """All of a household's, the last issued first; nothing below the level *record*. One query."""
    if not seen.shows_record:
        return []
    rows = list(Isee.objects.filter(household_id=seen.household.pk).order_by("-issued_on", "-id"))
    used = standing([row for row in rows if row.voided_at is None], day)
    return [_attestation(row, used, day) for row in rows]


def isee_for_services(household_id: UUID, day: date, *, minor: bool) -> Isee | None:
    """The attestation that a service with a limit is judged by; one that tells of omissions is looked at by people first."""
    rows = Isee.objects.filter(household_id=household_id, voided_at__isnull=True, valid_until__gte=day)
    row = for_services(list(rows), day, minor=minor)
    return None if row is None or row.has_omissions else row


def _attestation(row: Isee, used: Mapping[str, Isee], day: date) -> Attestation:
    if row.voided_at is not None:
        return Attestation(row, False, _("era uno sbaglio"))
    if used.get(row.kind) == row:
        return Attestation(row, True, _("vale oggi"))
    if holds(row, day):
        return Attestation(row, False, _("ce n'è uno più recente"))
    return Attestation(row, False, _("scaduto: non si usa più"))


def isee_row(viewer: Viewer, household_id: UUID, row_id: UUID) -> Isee | None:
    """One of a household's, that was no mistake."""
    rows = Isee.objects.select_related("household").filter(household_id=household_id, voided_at__isnull=True)
    return rows.filter(pk=row_id).first()
