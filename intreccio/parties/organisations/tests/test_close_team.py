"""Closing a team: nobody is left behind, and what keeps it open is said beforehand."""

import pytest
from django.urls import reverse

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.organisations.actions.teams import add_team_member, close_team, create_team
from intreccio.parties.organisations.models import Membership, Team, TeamMembership
from intreccio.parties.organisations.tests.conftest import filled, page

NORD, ROZZANO, NETWORK = ("team", "equipe_nord"), ("team", "sportello_rozzano"), ("team", "sportello_rete")


@pytest.fixture
def new_team(acting_as):
    """A team of today that answers for nobody yet, with one person at work."""
    with acting_as("admin") as admin:
        body = Membership.objects.get(pk=key_for("membership", "admin")).organisation
        team = create_team(body, by=admin, kind="team", name="Équipe di prova", municipality_codes=["015189"])
        hat = Membership.objects.get(pk=key_for("membership", "educatrice"))
        add_team_member(team, hat, profession="educator", by=admin, today=today())
    return team


def test_close_team_sends_everybody_home_and_keeps_who_was_there(signed_in, acting_as, new_team):
    url = reverse("close_team", args=[new_team.pk])
    client = signed_in("coordinatrice")  # her body leads it
    assert "Chiudi da oggi" in client.get(url).content.decode()
    assert client.post(url, filled()).status_code == 302
    text = client.get(reverse("team_page", args=[new_team.pk])).content.decode()
    assert "Chiusa da" in text
    assert "Chiara Fontana" in text  # among who worked there
    assert "Aggiungi una persona" not in text
    with acting_as("admin"):
        assert Team.objects.get(pk=new_team.pk).closed_on == today()
        assert not TeamMembership.objects.filter(team=new_team, until=None).exists()


def test_a_closed_team_takes_nobody_in_and_closes_once(acting_as, new_team):
    with acting_as("admin") as admin:
        close_team(new_team, by=admin, today=today())
        new_team.refresh_from_db()
        hat = Membership.objects.get(pk=key_for("membership", "psicologa"))
        with pytest.raises(Refused):
            add_team_member(new_team, hat, profession="psychologist", by=admin, today=today())
        with pytest.raises(Refused, match="team_open"):
            close_team(new_team, by=admin, today=today())


@pytest.mark.parametrize(("account", "status"), [("comune", 403), ("educatrice", 403), ("scuola", 403)])
def test_only_its_own_body_closes_it(signed_in, new_team, account, status):
    url = reverse("close_team", args=[new_team.pk])
    assert signed_in(account).get(url).status_code == status
    assert signed_in(account).post(url, filled()).status_code == status


@pytest.mark.parametrize(
    ("team", "reason"),
    [
        (NORD, "Le sono affidate delle famiglie"),
        (ROZZANO, "È l&#x27;unico sportello per Rozzano"),
        (ROZZANO, "Qualcuno aspetta ancora una risposta"),
        (NETWORK, "Riceve le segnalazioni senza comune"),
    ],
)
def test_what_keeps_it_open_is_said_beforehand(signed_in, acting_as, team, reason):
    client = signed_in("admin")  # who sees none of those families
    text = client.get(page("close_team", team)).content.decode()
    assert reason in text
    assert "Chiudi da oggi" not in text
    answer = client.post(page("close_team", team), filled())
    assert answer.status_code == 409
    with acting_as("admin"):
        assert Team.objects.get(pk=key_for(*team)).closed_on is None
