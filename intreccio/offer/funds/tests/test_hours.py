"""Hours a week: who reads them, who agrees them, and what is refused with a reason."""

from decimal import Decimal

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError
from django.urls import reverse

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused
from intreccio.offer.funds.actions.hours import agree_hours, edit_agreed_hours, void_agreed_hours
from intreccio.offer.funds.actions.limits import load_limits
from intreccio.offer.funds.models import AgreedHours, FundingLine
from intreccio.offer.funds.queries.hours import all_hours
from intreccio.offer.funds.tests.conftest import FILI, PIANO, filled, hours, in_days, place
from intreccio.parties.organisations.actions.teams import end_team_member
from intreccio.parties.organisations.queries.teams import places_in_teams

NORD = key_for("team", "equipe_nord")
AWA = place("equipe_nord", "awa")


def agree(by, key=AWA, line=FILI, number="10", since=None, until=None):
    return agree_hours(
        places_in_teams().get(pk=key), FundingLine.objects.get(pk=line), hours=Decimal(number),
        since=since or today(), until=until, by=by,
    )  # fmt: skip


@pytest.mark.parametrize("account", ["coordinatrice", "assistente", "educatrice", "comune", "admin"])
def test_colleagues_read_hours_by_employer_and_line(signed_in, account):
    text = signed_in(account).get(reverse("team_page", args=[NORD])).content.decode()
    assert "67,5 ore alla settimana, per ente" in text  # 12 + 18 + 24 + 6 + 7,5
    assert "Piano di zona" in text
    assert "non ancora scritte" in text  # of Awa


def test_each_line_is_a_row_with_its_hours_and_whose_they_are(signed_in):
    """Chiara works on two lines: on a telephone the hours stay beside theirs."""
    page = signed_in("assistente").get(reverse("team_page", args=[NORD])).content.decode()
    table = page.split("Ore alla settimana di ciascuno")[1].split("</table>")[0]
    assert "rowspan" not in table
    rows = [row for row in table.split("<tr>") if "Chiara" in row and 'class="n"' in row]
    assert [row.split('<td class="n">')[1].split("<")[0] for row in rows] == ["24", "6"]


@pytest.mark.parametrize("account", ["scuola", "elio"])
def test_who_does_not_work_in_the_network_reads_none(signed_in, acting_as, account):
    assert (
        "ore alla settimana" not in signed_in(account).get(reverse("team_page", args=[NORD])).content.decode()
    )
    with acting_as(account):
        assert not AgreedHours.objects.exists()
        assert not FundingLine.objects.exists()


@pytest.mark.parametrize(
    ("account", "may"),
    [
        ("coordinatrice", True),
        ("admin", True),
        ("assistente", False),
        ("educatrice", False),
        ("comune", False),
    ],
)
def test_who_agrees_hours(signed_in, account, may):
    """Who coordinates the team; the lead of another employer does not."""
    page = reverse("agree_hours", args=[AWA])
    assert signed_in(account).get(page).status_code == (200 if may else 403)


def test_the_lead_of_the_employer_agrees_hours_in_a_team_of_others(acting_as):
    """Lucia works for the Comune di Opera, which Paolo leads."""
    with acting_as("comune") as lead:
        row = agree(lead, place("equipe_est", "lucia"), number="16")
        assert row.until == FundingLine.objects.get(pk=FILI).until  # without an end, as long as the line
        with pytest.raises(NotAllowed):
            agree(lead, AWA)


def test_agree_hours_by_page_is_written_once_and_counted(signed_in, acting_as):
    client, page = signed_in("coordinatrice"), reverse("agree_hours", args=[AWA])
    answers = filled(line=str(PIANO), hours="7,5", since=str(today()), until="")
    assert client.post(page, answers).status_code == 302
    assert client.post(page, answers).status_code == 302  # a second tap
    with acting_as("coordinatrice"):
        row = AgreedHours.objects.get(place_id=AWA)
        employer = row.place.membership.organisation.name
    assert (row.hours, employer) == (Decimal("7.5"), "Cooperativa La Bussola")
    assert "75 ore alla settimana, per ente" in client.get(reverse("team_page", args=[NORD])).content.decode()


@pytest.mark.parametrize(
    ("more", "word"),
    [
        ({"number": "49"}, "il massimo è 48"),
        ({"until": in_days(4000)}, "non copre"),
        ({"since": in_days(-800)}, "non copre"),
        ({"key": place("equipe_nord", "educatrice")}, "già scritte"),
        ({"key": place("equipe_nord", "educatrice"), "number": "40"}, "già scritte"),
    ],
)
def test_what_may_not_be_agreed_is_said(acting_as, more, word):
    with acting_as("coordinatrice") as by:
        with pytest.raises(Refused) as no:
            agree(by, **more)
        assert word in str(no.value.reason)


def test_a_week_is_counted_over_all_teams(acting_as):
    """Awa works in two teams: what she has in one counts in the other."""
    with acting_as("admin") as by:
        agree(by, number="30")
        with pytest.raises(Refused) as no:
            agree(by, place("equipe_est", "awa"), PIANO, "18.5")
        assert "48,5" in str(no.value.reason)
        agree(by, place("equipe_est", "awa"), PIANO, "18")


def test_edit_agreed_hours_and_second_edit(acting_as):
    with acting_as("coordinatrice") as by:
        row = all_hours().get(pk=hours("equipe_nord", "educatrice", "fili"))
        edit_agreed_hours(row, hours=Decimal(20), since=row.since, until=in_days(30), version=1, by=by)
        assert AgreedHours.objects.get(pk=row.pk).hours == 20
        with pytest.raises(Changed):
            edit_agreed_hours(row, hours=Decimal(10), since=row.since, until=None, version=1, by=by)
        with pytest.raises(Refused):
            edit_agreed_hours(row, hours=Decimal(43), since=row.since, until=None, version=2, by=by)


def test_void_agreed_hours_stay_readable_and_count_no_more(signed_in, acting_as):
    key = hours("equipe_nord", "educatrice", "piano")
    page = reverse("void_agreed_hours", args=[key])
    assert signed_in("coordinatrice").post(page, filled(reason="era un'altra")).status_code == 302
    with acting_as("educatrice"):
        assert AgreedHours.objects.get(pk=key).void_reason == "era un'altra"
    text = signed_in("educatrice").get(reverse("team_page", args=[NORD])).content.decode()
    assert "61,5 ore alla settimana" in text


def test_void_agreed_hours_asks_who_agrees_them(acting_as):
    with acting_as("educatrice") as by, pytest.raises(NotAllowed):
        void_agreed_hours(
            all_hours().get(pk=hours("equipe_nord", "educatrice", "piano")), reason="mia", by=by
        )


def test_hours_end_with_the_place_in_the_team(signed_in, acting_as):
    with acting_as("coordinatrice") as by:
        end_team_member(places_in_teams().get(pk=place("equipe_nord", "educatrice")), by=by, today=today())
    text = signed_in("assistente").get(reverse("team_page", args=[NORD])).content.decode()
    assert "37,5 ore alla settimana" in text
    with acting_as("coordinatrice") as by, pytest.raises(Refused) as no:
        agree(by, place("equipe_nord", "educatrice"), PIANO, "1")
    assert "équipe" in str(no.value.reason) or "già scritte" in str(no.value.reason)


@pytest.mark.parametrize("account", ["educatrice", "comune", "scuola"])
def test_the_database_refuses_hours_to_who_does_not_agree_them(acting_as, account):
    with acting_as(account):
        where = {"place_id": AWA, "line_id": FILI, "hours": 5, "since": today()}
        with pytest.raises(ProgrammingError), transaction.atomic():
            AgreedHours.objects.create(**where)
        assert not AgreedHours.objects.filter(place_id=place("equipe_nord", "educatrice")).update(hours=40)


def test_a_place_of_nobody_is_not_found(signed_in):
    assert signed_in("admin").get(reverse("agree_hours", args=[FILI])).status_code == 404


def test_load_limits_twice_writes_none(acting_as):
    with acting_as("admin"):
        assert load_limits("default") == 0
