"""Versions: how far each is, which one begins, who wrote and who approved it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.db.models import Q, QuerySet

from intreccio.ground.accounts.models import Colleague
from intreccio.ground.kernel.viewer import Viewer
from intreccio.workshop.protocols import policies
from intreccio.workshop.protocols.models import Protocol, ProtocolVersion
from intreccio.workshop.protocols.vocabulary import Stage

WAITS = Q(approved_at__isnull=True, voided_at__isnull=True)
TAGS = {
    Stage.DRAFT: ("look", "pencil"),
    Stage.IN_FORCE: ("ok", "check-circle"),
    Stage.FORMER: ("", "clock"),
    Stage.VOIDED: ("", "minus-circle"),
}


@dataclass(frozen=True, slots=True)
class Version:
    """A version among those of its protocol."""

    row: ProtocolVersion
    stage: Stage

    @property
    def tag(self) -> tuple[str, str, str]:
        """Colour, drawing and word of its stage."""
        return *TAGS[self.stage], str(self.stage.label)


@dataclass(frozen=True, slots=True)
class Shelf:
    """A protocol with its versions, the newest first."""

    protocol: Protocol
    versions: list[Version]

    @property
    def in_force(self) -> Version | None:
        """The one that begins."""
        return next((each for each in self.versions if each.stage == Stage.IN_FORCE), None)

    @property
    def waiting(self) -> list[Version]:
        """Those that wait for somebody's name."""
        return [each for each in self.versions if each.stage == Stage.DRAFT]

    @property
    def shown(self) -> Version:
        """The one in force; before there is one, the newest that waits."""
        return self.in_force or next(iter(self.waiting), self.versions[0])

    def told(self, version_id: UUID) -> Version:
        """One of them."""
        return next(each for each in self.versions if each.row.pk == version_id)


def all_versions() -> QuerySet[ProtocolVersion]:
    """Versions with whose they are and who approved them."""
    return ProtocolVersion.objects.select_related("protocol", "approved_by").order_by(
        "protocol_id", "-number"
    )


def shelves(viewer: Viewer) -> list[Shelf]:
    """Every protocol by its title: those of the network, of the own body, of the others. One query."""
    found = (shelf_of(rows) for _key, rows in groupby(all_versions(), lambda row: row.protocol_id))
    return sorted(found, key=lambda shelf: (_turn(shelf.protocol, viewer), shelf.shown.row.title))


def shelf_of(rows: Iterable[ProtocolVersion]) -> Shelf:
    """A protocol as its versions tell it."""
    versions = list(rows)
    signed = [each for each in versions if each.approved_at]
    last = max(signed, key=lambda each: (each.approved_at, each.number), default=None)
    return Shelf(versions[0].protocol, [Version(row, _stage(row, row is last)) for row in versions])


def _stage(row: ProtocolVersion, is_last: bool) -> Stage:
    if row.voided_at:
        return Stage.VOIDED
    if row.approved_at is None:
        return Stage.DRAFT
    return Stage.IN_FORCE if is_last else Stage.FORMER


def stage_of(row: ProtocolVersion) -> Stage:
    """How far a version is, among those of its protocol."""
    return shelf_of(all_versions().filter(protocol_id=row.protocol_id)).told(row.pk).stage


def waits(protocol: Protocol) -> bool:
    """Whether somebody is writing a draft of it."""
    return protocol.versions.filter(WAITS, shipped="").exists()


def version_that_begins(code: str, viewer: Viewer) -> ProtocolVersion | None:
    """The version with which a path begins today: of the own body, else of the network; None before one is approved."""
    ours = [
        shelf
        for shelf in shelves(viewer)
        if shelf.protocol.code == code and _turn(shelf.protocol, viewer) < 2
    ]
    return next((shelf.in_force.row for shelf in reversed(ours) if shelf.in_force), None)


def authors_of(version: ProtocolVersion) -> list[str]:
    """Names of those who wrote it; none where it came with the programme."""
    return list(
        Colleague.objects.filter(pk__in=version.authors).order_by("name").values_list("name", flat=True)
    )


def _turn(protocol: Protocol, viewer: Viewer) -> int:
    if protocol.organisation_id is None:
        return 0
    return 1 if policies.is_ours(viewer, protocol.organisation_id) else 2


def in_use_for(viewer: Viewer, subject: str) -> list[Version]:
    """The versions in use that are for a family, or for who works; of a code that the own body made its own, that one."""
    ours: dict[str, Version] = {}
    for shelf in shelves(viewer):
        is_for_us = shelf.protocol.organisation_id in (None, viewer.organisation_id)
        if is_for_us and shelf.in_force and subject in shelf.in_force.row.definition["about"]:
            ours[shelf.protocol.code] = shelf.in_force
    return list(ours.values())
