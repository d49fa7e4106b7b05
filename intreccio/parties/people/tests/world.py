"""The families of the district that these tests walk through, and how a form is sent without a browser."""

import re
from datetime import date
from typing import Any
from uuid import UUID

from django.test import Client
from django.urls import reverse

from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.actions.life import foster_child
from intreccio.parties.people.actions.life.fostering import Carer
from intreccio.parties.people.models import HouseholdMembership, Person

# In charge: Équipe Rozzano (coordinatrice, assistente, educatrice, psicologa, awa). Consultorio may read the record.
MARCHETTI = key_for("household", "marchetti")
ELENA, NADIA, LEO = (key_for("person", name) for name in ("elena", "nadia", "leo"))
# In charge: Équipe Opera (davide, lucia, awa). The children of Elena live here too.
HADDAD = key_for("household", "haddad")
# In charge: Équipe Rozzano. Its address is protected.
BAH = key_for("household", "bah")
AMINATA = key_for("person", "aminata")
PROTECTED_LINE = "Via delle Rose Bianche"
# In charge: Équipe Opera. Open to Équipe Rozzano (record) and to the school (contact).
CONTI = key_for("household", "conti")
MATTIA, ROSA = key_for("person", "mattia"), key_for("person", "rosa")
# In charge: Équipe Binasco (sara, tommaso). The school knows of it; twice the same Ilaria.
TOSI = key_for("household", "tosi")
ILARIA, ILARIA_AGAIN, DAVIDE = (key_for("person", name) for name in ("ilaria", "ilaria_again", "davide_t"))
NORD, EST, SUD = (key_for("team", team) for team in ("equipe_nord", "equipe_est", "equipe_sud"))

_HIDDEN = re.compile(r'<input type="hidden" name="(once|version|standing)"(?: value="([^"]*)")?')


def address(name: str, *keys: UUID | str) -> str:
    """The address of a page by its name."""
    return reverse(name, args=keys)


def hidden(page: Any) -> dict[str, str]:
    """The one-time key that a form carries, and the version of what it was read at."""
    return {name: value for name, value in _HIDDEN.findall(page.content.decode()) if value}


def send(client: Client, url: str, **values: Any) -> Any:
    """Opens a form and sends it back filled in."""
    return client.post(url, {**hidden(client.get(url)), **values})


def birth_of(acting_as: Any, person: UUID, account: str = "educatrice") -> date:
    """When somebody of the district was born, as somebody reads it who sees them."""
    with acting_as(account):
        born = Person.objects.get(pk=person).birth_date
    assert born is not None
    return born


def text(page: Any) -> str:
    """What the page says, its spaces made one."""
    return " ".join(page.content.decode().split())


def fostered(by: Any, person: UUID, household: UUID, day: date) -> None:
    """A child goes to live with an aunt: a relative looks after them from a day on."""
    stay = HouseholdMembership.objects.kept().get(
        household=household, person=person, kind="lives", until=None
    )
    foster_child(stay, Carer(given="Ines", family="Zia", is_kin=True), by=by, day=day)
