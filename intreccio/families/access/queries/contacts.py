"""The register of the counter."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from intreccio.families.access.models import Contact, Signal
from intreccio.families.access.queries.desks import place_names, without_place
from intreccio.ground.kernel.text import digits_of
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.needs.queries import words_of_needs
from intreccio.parties.organisations.queries.mine import of_my_teams

PAGE = 25
SHORTEST_NUMBER = 6


def contacts_at_hand(viewer: Viewer) -> QuerySet[Contact]:
    """Contacts the viewer may read: row security says which."""
    del viewer
    return Contact.objects.select_related("desk", "by__user", "household")


def signal_of(viewer: Viewer, contact: Contact) -> Signal | None:
    """The signal that a conversation was about, where the viewer reads that too."""
    del viewer
    return Signal.objects.filter(pk=contact.signal_id).first() if contact.signal_id else None


@dataclass(frozen=True, slots=True)
class Heard:
    """One line of the register."""

    contact: Contact
    place: str
    needs: list[str]


def register_page(viewer: Viewer, *, after: UUID | None) -> tuple[list[Heard], UUID | None]:
    """A page of the register of the viewer's desks, last first, and the key of the next one."""
    rows = Contact.objects.filter(of_my_teams("access_contact.desk_id")).order_by("-at", "-id")
    if after is not None and (last := rows.filter(pk=after).values_list("at", flat=True).first()):
        rows = rows.filter(Q(at__lt=last) | Q(at=last, id__lt=after))
    found = list(rows.select_related("by__user")[: PAGE + 1])
    return _lines(viewer, found[:PAGE]), found[PAGE - 1].pk if len(found) > PAGE else None


def _lines(viewer: Viewer, rows: list[Contact]) -> list[Heard]:
    unsaid = without_place(viewer, (row.household_id for row in rows))
    places = place_names(row.municipality_code for row in rows)
    words = words_of_needs(code for row in rows for code in row.needs)
    return [
        Heard(
            row,
            "" if row.household_id in unsaid else places.get(row.municipality_code, ""),
            [str(words[code]) for code in row.needs if code in words],
        )
        for row in rows
    ]


def same_phone(viewer: Viewer, phone: str) -> Sequence[Contact]:
    """Earlier contacts of the viewer's desks with this number: at most three, last first."""
    digits = digits_of(phone).removeprefix("0039")
    if len(digits) < SHORTEST_NUMBER:
        return []
    rows = Contact.objects.filter(of_my_teams("access_contact.desk_id"), phone_digits=digits)
    return list(rows.order_by("-at")[:3])
