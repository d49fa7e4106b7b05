"""From which day a path would begin, and of whom: what a family's own days propose, to be confirmed by a person."""

from collections.abc import Iterable

from intreccio.families.cases.models import Case
from intreccio.families.plans.queries.people import family_of
from intreccio.ground.kernel.viewer import Viewer
from intreccio.workshop.protocols.models import Protocol, ProtocolVersion
from intreccio.workshop.protocols.queries.versions import Version

# As the shipped texts are called, and whatever a body makes of them.
AFTERWARDS, ALONG = "dopo-la-conclusione", "accompagnamento"


def proposed(viewer: Viewer, case: Case, version: ProtocolVersion) -> dict[str, str]:
    """What the form is opened with: a birth that is awaited, the taking in charge, the closing. Empty where there is no such day."""
    if version.definition["zero"].get("counter", {}).get("before"):
        return _awaited(viewer, case)
    day = {AFTERWARDS: case.ended_on, ALONG: case.in_charge_since}.get(version.protocol.code)
    return {"zero": day.isoformat()} if day else {}


def follows_a_closing(version: ProtocolVersion) -> bool:
    """Whether it is the text for afterwards; asked apart: who reads the path of a family reads no other protocol."""
    return Protocol.objects.filter(pk=version.protocol_id, code=AFTERWARDS).exists()


def _awaited(viewer: Viewer, case: Case) -> dict[str, str]:
    """The one child who is awaited; of two nobody guesses."""
    family = family_of(viewer, case.household).values()
    awaited = [one.person for one in family if one.is_awaited and not one.has_died]
    if len(awaited) != 1 or awaited[0].birth_date is None:
        return {}
    return {"zero": awaited[0].birth_date.isoformat(), "person": str(awaited[0].pk)}


def in_turn(case: Case, versions: Iterable[Version]) -> list[Version]:
    """What follows a closing stands first where the way is over; elsewhere last."""
    after = case.ended_on is not None
    return sorted(versions, key=lambda each: (each.row.protocol.code == AFTERWARDS) != after)
