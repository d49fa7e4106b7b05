"""The bodies that imported services belong to."""

from collections.abc import Mapping

from intreccio.ground.kernel.text import normalise
from intreccio.ground.kernel.viewer import House
from intreccio.parties.organisations.actions.network import create_organisation
from intreccio.parties.organisations.models import Organisation
from intreccio.parties.organisations.vocabulary import OrganisationKind, Standing

HOUSE = House("imports")


class Bodies:
    """Finds a body by its name, however it is written, or lists it: nobody there works with the network yet."""

    def __init__(self) -> None:
        self._known = {normalise(body.name): body for body in Organisation.objects.all()}

    def named(self, said: Mapping[str, str]) -> Organisation:
        """The body of a file's entry."""
        key = normalise(said["organisation"])
        if key not in self._known:
            self._known[key] = create_organisation(
                by=HOUSE,
                name=said["organisation"][:160],
                standing=Standing.LISTED,
                kind=said.get("kind", OrganisationKind.ASSOCIATION),
                email=said.get("email", "")[:254],
                phone=said.get("phone", "")[:40],
                website=said.get("website", "")[:200],
            )
        return self._known[key]
