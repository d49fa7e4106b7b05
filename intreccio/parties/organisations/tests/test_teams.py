"""Teams: planned beside present, who composes them, and what that opens and closes."""

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError
from django.urls import reverse

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.organisations.actions.teams import add_team_member
from intreccio.parties.organisations.models import Membership, Team, TeamMembership, TeamPost
from intreccio.parties.organisations.tests.conftest import filled, page, sees_families_of

NORD, SUD, EST = ("team", "equipe_nord"), ("team", "equipe_sud"), ("team", "equipe_est")


@pytest.mark.parametrize("account", ["admin", "comune", "coordinatrice", "educatrice", "scuola", "elio"])
def test_team_page(signed_in, account):
    text = signed_in(account).get(page("team_page", NORD)).content.decode()
    assert "5 presenti su 16 previsti" in text
    assert "9 posti aperti" in text  # educators
    assert "Ruolo da definire" in text  # fifteen by profession, sixteen stated
    assert "Cooperativa La Bussola" in text  # each with the body they work for
    assert "Chiara Fontana" in text
    assert "Rita Longo" in text  # who worked here before


@pytest.mark.parametrize("name", ["edit_team", "edit_posts", "add_team_member"])
@pytest.mark.parametrize(
    ("account", "expected"),
    [
        ("admin", 200),
        ("coordinatrice", 200),
        ("comune", 403),
        ("educatrice", 403),
        ("scuola", 403),
        ("elio", 403),
    ],
)
def test_who_composes_a_team(signed_in, name, account, expected):
    assert signed_in(account).get(page(name, NORD)).status_code == expected


def test_who_coordinates_from_another_body_composes_and_does_not_rename(signed_in):
    client = signed_in("coordinatrice")
    assert client.get(page("edit_posts", SUD)).status_code == 200
    assert client.get(page("add_team_member", SUD)).status_code == 200
    assert client.get(page("edit_team", SUD)).status_code == 403


def test_create_and_edit_team(signed_in, acting_as):
    client = signed_in("comune")
    url = page("create_team", ("organisation", "comune_opera"))
    answers = {"name": "Sportello famiglie", "kind": "desk", "municipality_codes": ["015159"], "project": ""}
    assert client.post(url, filled(**answers)).status_code == 302
    with acting_as("comune"):
        team = Team.objects.get(name="Sportello famiglie")
    answers["municipality_codes"] = ["015159", "015173"]
    assert client.post(reverse("edit_team", args=[team.pk]), filled(**answers, version=1)).status_code == 302
    with acting_as("educatrice"):
        assert Team.objects.get(pk=team.pk).municipality_codes == ["015159", "015173"]


def test_a_second_default_desk_is_refused_with_a_way_out(signed_in):
    url = page("create_team", ("organisation", "comune_opera"))
    answer = signed_in("comune").post(
        url, filled(name="Altro", kind="desk", project="", is_default_desk="on")
    )
    assert answer.status_code == 409
    assert "Togli prima il segno" in answer.content.decode()


def test_edit_posts(signed_in, acting_as):
    client = signed_in("coordinatrice")
    first = client.get(page("edit_posts", SUD)).context["form"].initial["version"]
    planned = {"coordinator": 1, "social_worker": 1, "educator": 3, "psychologist": 0, "other": 0}
    assert client.post(page("edit_posts", SUD), filled(version=first, **planned)).status_code == 302
    with acting_as("sara"):
        posts = dict(TeamPost.objects.filter(team_id=key_for(*SUD)).values_list("profession", "planned"))
        assert posts == {"coordinator": 1, "social_worker": 1, "educator": 3}
    second = client.post(page("edit_posts", SUD), filled(version=first, **{**planned, "educator": 9}))
    assert second.status_code == 409


def test_the_total_that_was_stated_is_written_beside_the_professions(signed_in, acting_as):
    client = signed_in("coordinatrice")
    version = client.get(page("edit_posts", NORD)).context["form"].initial["version"]
    planned = {"coordinator": 1, "social_worker": 2, "educator": 11, "psychologist": 1, "other": 0}
    few = client.post(page("edit_posts", NORD), filled(version=version, **planned, stated=14))
    assert few.status_code == 422
    assert "sono già 15" in few.content.decode()
    assert (
        client.post(page("edit_posts", NORD), filled(version=version, **planned, stated=17)).status_code
        == 302
    )
    text = client.get(page("team_page", NORD)).content.decode()
    assert "5 presenti su 17 previsti" in text
    assert "2 posti aperti" in text  # without a role


def test_add_team_member_opens_the_families_of_the_team(signed_in, acting_as):
    with acting_as("sara"):
        assert not sees_families_of(NORD)
    answers = filled(membership=str(key_for("membership", "sara")), profession="educator")
    client = signed_in("coordinatrice")
    assert client.post(page("add_team_member", NORD), answers).status_code == 302
    with acting_as("sara"):
        assert sees_families_of(NORD)
    assert client.post(page("add_team_member", NORD), {**answers, **filled()}).status_code == 409


def test_add_team_member_again_writes_once(signed_in, acting_as):
    client, answers = (
        signed_in("coordinatrice"),
        filled(membership=str(key_for("membership", "sara")), profession="educator"),
    )
    for _tap in range(2):
        assert client.post(page("add_team_member", NORD), answers).status_code == 302
    with acting_as("admin"):
        rows = TeamMembership.objects.filter(
            team_id=key_for(*NORD), membership_id=key_for("membership", "sara")
        )
        assert rows.count() == 1


def test_nobody_lets_themselves_into_a_team(signed_in, acting_as):
    """A team opens its families: somebody else must want it. Neither by the page, nor by hand, nor with one's other hat."""
    me = key_for("membership", "coordinatrice")
    answers = filled(membership=str(me), profession="coordinator")
    assert signed_in("coordinatrice").post(page("add_team_member", NORD), answers).status_code == 422
    with acting_as("coordinatrice"), pytest.raises(ProgrammingError), transaction.atomic():
        TeamMembership(team_id=key_for(*NORD), membership_id=me, profession="other", since=today()).save(
            force_insert=True
        )
    with acting_as("admin") as viewer:
        team, mine = (
            Team.objects.get(pk=key_for(*EST)),
            Membership.objects.get(pk=key_for("membership", "admin")),
        )
        with pytest.raises(Refused):
            add_team_member(team, mine, profession="other", by=viewer, today=today())


def test_nobody_lengthens_their_own_place(acting_as):
    with acting_as("coordinatrice"):
        mine = TeamMembership.objects.filter(
            membership_id=key_for("membership", "coordinatrice"), team_id=key_for(*NORD)
        )
        assert mine.update(until=today())
        with pytest.raises(ProgrammingError), transaction.atomic():
            mine.update(until=None)


def test_a_partner_is_no_candidate(signed_in):
    answers = filled(membership=str(key_for("membership", "scuola")), profession="educator")
    assert signed_in("admin").post(page("add_team_member", NORD), answers).status_code == 422


def test_end_team_member_closes_the_families_of_the_team(signed_in, acting_as):
    with acting_as("admin"):
        place = TeamMembership.objects.get(
            team_id=key_for(*NORD), membership_id=key_for("membership", "educatrice")
        ).pk
    url = reverse("end_team_member", args=[place])
    assert signed_in("educatrice").get(url).status_code == 403
    assert signed_in("comune").post(url, filled()).status_code == 403
    client = signed_in("coordinatrice")
    assert client.get(url).status_code == 200
    assert client.post(url, filled()).status_code == 302
    with acting_as("educatrice"):
        assert not sees_families_of(NORD)


def test_an_unknown_team_is_not_there(signed_in):
    assert signed_in("admin").get(page("team_page", ("team", "no"))).status_code == 404
    assert signed_in("admin").get(page("end_team_member", ("team", "no"))).status_code == 404
