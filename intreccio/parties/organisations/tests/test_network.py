"""Bodies, sites, projects: everybody at work reads, who leads writes at home."""

from html import unescape

import pytest
from django.urls import reverse

from intreccio.ground.kernel.keys import key_for
from intreccio.parties.organisations.models import Organisation, Project, Site
from intreccio.parties.organisations.queries.network import search_for
from intreccio.parties.organisations.tests.conftest import body, filled, page

EVERYBODY = ["admin", "comune", "coordinatrice", "educatrice", "scuola", "elio"]
TELAIO, OPERA = ("organisation", "telaio"), ("organisation", "comune_opera")


@pytest.mark.parametrize("account", EVERYBODY)
def test_everybody_at_work_reads_the_network(signed_in, account):
    client = signed_in(account)
    for url in (
        reverse("organisation_list"),
        page("organisation_page", TELAIO),
        page("membership_list", TELAIO),
        reverse("project_list"),
        page("project_page", ("project", "fili")),
    ):
        assert client.get(url).status_code == 200, url


@pytest.mark.parametrize(
    "name", ["organisation_list", "project_list", "create_organisation", "profile_page", "roles_page"]
)
def test_who_has_not_signed_in_is_led_to_the_door(client, db, name):
    answer = client.get(reverse(name))
    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/login/")


def test_the_list_filters_by_codes_and_goes_on_where_it_stopped(signed_in, acting_as, monkeypatch):
    from intreccio.parties.organisations.queries import network

    client = signed_in("educatrice")
    text = client.get(reverse("organisation_list") + "?standing=partner&kind=school").content.decode()
    assert "Via dei Tigli" in text
    assert "La Bussola" not in text
    monkeypatch.setattr(network, "PAGE", 4)
    with acting_as("educatrice"):
        seen, after = [], None
        for _page in range(4):
            listed, after = network.organisations(standing="", kind="", after=after)
            seen += [each.body.name for each in listed]
            if after is None:
                break
        assert len(seen) == len(set(seen)) == Organisation.objects.exclude(standing="listed").count()


def test_who_is_only_listed_does_not_bury_the_others(signed_in, acting_as):
    with acting_as("educatrice"):
        only_listed = Organisation.objects.filter(standing="listed").first().name
    client = signed_in("educatrice")
    assert only_listed not in unescape(client.get(reverse("organisation_list")).content.decode())
    assert only_listed in unescape(
        client.get(reverse("organisation_list") + "?standing=listed").content.decode()
    )


def test_a_strange_filter_filters_nothing(signed_in):
    answer = signed_in("educatrice").get(reverse("organisation_list") + "?standing=x&kind=y&after=z")
    assert answer.status_code == 200


def test_an_unknown_body_is_not_there(signed_in):
    assert signed_in("admin").get(page("organisation_page", ("organisation", "no"))).status_code == 404


@pytest.mark.parametrize(
    ("account", "expected"),
    [
        ("admin", 200),
        ("comune", 403),
        ("coordinatrice", 200),
        ("educatrice", 403),
        ("scuola", 403),
        ("elio", 403),
    ],
)
@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("edit_organisation", TELAIO),
        ("create_site", TELAIO),
        ("create_project", TELAIO),
        ("create_team", TELAIO),
        ("invite_member", TELAIO),
        ("edit_site", ("site", "telaio_sede")),
        ("edit_project", ("project", "fili")),
    ],
)
def test_who_leads_writes_at_home_and_who_administers_everywhere(signed_in, account, expected, name, key):
    assert signed_in(account).get(page(name, key)).status_code == expected


@pytest.mark.parametrize(
    ("account", "expected"),
    [
        ("admin", 200),
        ("comune", 200),
        ("coordinatrice", 200),
        ("educatrice", 403),
        ("scuola", 403),
        ("elio", 403),
    ],
)
def test_who_may_add_a_body(signed_in, account, expected):
    assert signed_in(account).get(reverse("create_organisation")).status_code == expected


def test_create_organisation(signed_in, acting_as):
    answers = filled(name="Circolo Àncora", kind="association", municipality_code="Rozzano")
    client = signed_in("coordinatrice")
    answer = client.post(reverse("create_organisation"), answers)
    assert answer.status_code == 302
    again = client.post(reverse("create_organisation"), answers)
    assert again["Location"] == answer["Location"]
    with acting_as("educatrice") as viewer:
        made = Organisation.objects.get(name="Circolo Àncora")
        assert (made.standing, made.municipality_code) == ("listed", "015189")
        assert [found.title for found in search_for(viewer, "ancora")] == ["Circolo Àncora"]


def test_only_who_administers_makes_a_member(signed_in, acting_as):
    answers = filled(name="Coop Nuova", kind="cooperative", standing="member")
    signed_in("coordinatrice").post(reverse("create_organisation"), answers)
    with acting_as("admin"):
        assert Organisation.objects.get(name="Coop Nuova").standing == "listed"


def test_who_administers_makes_a_member(signed_in, acting_as):
    signed_in("admin").post(
        reverse("create_organisation"), filled(name="Coop Due", kind="cooperative", standing="member")
    )
    with acting_as("educatrice"):
        assert Organisation.objects.get(name="Coop Due").standing == "member"


def test_what_is_missing_is_said_and_nothing_is_lost(signed_in):
    answer = signed_in("admin").post(
        reverse("create_organisation"),
        filled(name="", kind="school", municipality_code="Atlantide", about="Due righe"),
    )
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "Due righe" in text
    assert "Non troviamo questo comune" in text


def test_edit_organisation(signed_in, acting_as):
    url = page("edit_organisation", OPERA)
    answers = filled(
        version=1, name="Comune di Opera", kind="municipality", municipality_code="Opera", phone="02 5300"
    )
    assert signed_in("comune").post(url, answers).status_code == 302
    with acting_as("educatrice"):
        row = Organisation.objects.get(pk=body("comune_opera"))
        assert (row.phone, row.version, row.standing) == ("02 5300", 2, "member")


def test_a_second_edit_shows_both(signed_in):
    url = page("edit_organisation", OPERA)
    answers = {"version": 1, "name": "Comune di Opera", "kind": "municipality", "municipality_code": "Opera"}
    client = signed_in("comune")
    client.post(url, filled(**answers, phone="02 1111"))
    second = client.post(url, filled(**answers, phone="02 2222"))
    text = second.content.decode()
    assert second.status_code == 409
    assert "02 1111" in text
    assert "02 2222" in text
    assert 'name="version" value="2"' in text


def test_create_and_edit_site(signed_in, acting_as):
    client = signed_in("comune")
    said = {
        "name": "Sportello di quartiere",
        "address": "via Roma 1",
        "postal_code": "20073",
        "municipality_code": "Opera",
    }
    assert client.post(page("create_site", OPERA), filled(**said)).status_code == 302
    with acting_as("comune"):
        site = Site.objects.get(name="Sportello di quartiere")
    moved = filled(**{**said, "address": "via Milano 2"}, version=1)
    assert client.post(reverse("edit_site", args=[site.pk]), moved).status_code == 302
    with acting_as("comune"):
        assert Site.objects.get(pk=site.pk).address == "via Milano 2"


def test_create_and_edit_project(signed_in, acting_as):
    client = signed_in("comune")
    wrong = filled(name="Ponti", starts="2026-05-01", ends="2026-04-01")
    assert client.post(page("create_project", OPERA), wrong).status_code == 422
    assert (
        client.post(page("create_project", OPERA), filled(name="Ponti", starts="2026-05-01")).status_code
        == 302
    )
    with acting_as("comune"):
        project = Project.objects.get(name="Ponti")
    url = reverse("edit_project", args=[project.pk])
    assert (
        client.post(url, filled(version=1, name="Ponti", starts="2026-05-01", ends="2027-05-01")).status_code
        == 302
    )
    with acting_as("comune"):
        assert Project.objects.get(pk=project.pk).ends is not None


def test_the_database_says_the_same(acting_as):
    """With the views forgotten, a lead of one body changes nothing in another."""
    with acting_as("comune"):
        assert Organisation.objects.filter(pk=body("telaio")).update(phone="1") == 0
        assert Site.objects.filter(pk=key_for("site", "telaio_sede")).update(name="x") == 0


def test_a_page_asks_little(signed_in, counted):
    client = signed_in("educatrice")
    for url in (
        reverse("organisation_list"),
        page("organisation_page", TELAIO),
        page("membership_list", TELAIO),
    ):
        client.get(url)
        with counted() as queries:
            client.get(url)
        asked = [
            each["sql"]
            for each in queries
            if not each["sql"].startswith(("SAVEPOINT", "RELEASE", "SELECT set_config"))
        ]
        assert len(asked) <= 15, asked
