"""Who acts: a viewer with one active membership (law 2), or a named house actor. Never nobody."""

from dataclasses import dataclass
from uuid import UUID

from intreccio.ground.kernel.refused import Words


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person at work: one user under one hat. `at_desk`: one of the teams is a desk that welcomes."""

    user_id: UUID
    membership_id: UUID
    organisation_id: UUID
    role: str
    name: str = ""
    organisation_name: str = ""
    role_name: Words = ""
    team_ids: tuple[UUID, ...] = ()
    at_desk: bool = False

    @property
    def initials(self) -> str:
        """Two letters for the round badge, as in «CF»."""
        words = self.name.split()
        return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()


@dataclass(frozen=True, slots=True)
class House:
    """The house acting by itself: `public_form`, `signaller`, `jobs`, `eraser`, `imports`, `door`. Each has its own narrow policies."""

    name: str


Actor = Viewer | House
# Who stands where people come in: it alone reads what opens an account.
DOOR = House("door")
