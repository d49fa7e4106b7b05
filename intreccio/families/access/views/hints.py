"""«La conosciamo già?», asked without losing what is on the page when the answer is that one asked too often."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from intreccio.families.access.models import Contact
from intreccio.families.access.queries.contacts import same_phone
from intreccio.ground.kernel.refused import Refused, Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people import policies as people
from intreccio.parties.people.models import Household
from intreccio.parties.people.queries.known import known_already


@dataclass(frozen=True, slots=True)
class Known:
    """Families and conversations that may be about the same person."""

    in_sight: list[Household] = field(default_factory=list)
    out_of_sight: bool = False
    contacts: list[Contact] = field(default_factory=list)
    refused: Words = ""

    def __bool__(self) -> bool:
        return bool(self.in_sight or self.out_of_sight or self.contacts or self.refused)


def hint_for(viewer: Viewer, said: Mapping[str, Any]) -> Known:
    """By surname and birth date, by fiscal code, and by a telephone number that the desk has already heard."""
    contacts = list(same_phone(viewer, said.get("phone") or ""))
    if not people.see_duplicate_hint(viewer):
        return Known(contacts=contacts)
    try:
        found = known_already(
            viewer, said.get("surname") or "", said.get("birth_date"), said.get("fiscal_code") or ""
        )
    except Refused as refusal:
        return Known(contacts=contacts, refused=refusal.reason)
    return Known(found.in_sight, found.out_of_sight, contacts)
