"""The address that a telephone reads: when, and a neutral word."""

from datetime import time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import resolve, reverse
from icalendar import Calendar

from intreccio.ground.accounts.models import User
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.logs import route_of
from intreccio.ground.kernel.models import Reading
from intreccio.ground.kernel.viewer import DOOR
from intreccio.parties.organisations.models import Membership
from intreccio.workshop.calendar.actions import make_feed, take_back_feed
from intreccio.workshop.calendar.models import CalendarFeed

# All that a feed could tell of the Marchetti family.
OF_THE_FAMILY = (
    "Marchetti",
    "Haddad",
    "Sala grande",
    "I pomeriggi",
    "VSM-",
    "quipe",
    "Rozzano",
    "Chiara",
    "household",
    "conference",
)


@pytest.fixture
def token(acting_as):
    with acting_as("educatrice") as viewer:
        return make_feed(by=viewer)


ROME = ZoneInfo("Europe/Rome")


def read(token):
    return Client().get(reverse("read_feed", args=[token]))


def events_in(answer):
    return [each for each in Calendar.from_ical(answer.content).walk("VEVENT")]


def of_day(answer, day):
    return [each for each in events_in(answer) if each.decoded("dtstart").isoformat().startswith(str(day))]


def test_a_telephone_reads_when_and_a_neutral_word_and_nothing_else(token, plans, today):
    row = plans(today + timedelta(days=40), time(9, 30), "educatrice")
    answer = read(token)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    (found,) = of_day(answer, today + timedelta(days=40))
    assert str(found["summary"]) == "Riunione"
    assert set(found) == {"UID", "SUMMARY", "DTSTAMP", "DTSTART", "DTEND", "CLASS"}
    assert (found.decoded("dtend") - found.decoded("dtstart")).total_seconds() == 3600
    text = answer.content.decode()
    for said in (*OF_THE_FAMILY, str(row.pk), row.pk.hex, str(row.household_id), row.household_id.hex):
        assert said not in text, said


def test_the_hour_is_that_of_rome_in_every_season(token, plans, today):
    days = [today + timedelta(days=number) for number in range(10, 170, 24)]
    for day in days:
        plans(day, time(9, 30), "educatrice")
    book = read(token)
    for day in days:
        hours = [
            each.decoded("dtstart").astimezone(ROME).time() for each in of_day(book, day) if "DTEND" in each
        ]
        assert time(9, 30) in hours


def test_what_is_of_a_day_keeps_nobody_busy(token, plans, today):
    """A telephone that others ask for free hours would say that the whole day is taken."""
    plans(today + timedelta(days=40), None, "educatrice")
    (found,) = of_day(read(token), today + timedelta(days=40))
    assert found.decoded("dtstart") == today + timedelta(days=40)
    assert "DTEND" not in found
    assert str(found["transp"]) == "TRANSPARENT"


def test_only_what_one_takes_part_in_is_there(acting_as, plans, today):
    plans(today + timedelta(days=40), time(9), "educatrice")
    with acting_as("psicologa") as viewer:
        other = make_feed(by=viewer)
    assert of_day(read(other), today + timedelta(days=40)) == []


def test_no_cache_between_them_keeps_it(token):
    assert "private" in read(token)["Cache-Control"]
    assert "public" not in read(token)["Cache-Control"]


def test_only_the_digest_is_kept_and_nobody_else_sees_the_row(token, acting_as):
    with acting(DOOR):
        (feed,) = CalendarFeed.objects.all()
        assert token not in str(vars(feed))
    for account in ("coordinatrice", "admin", "comune"):
        with acting_as(account):
            assert not CalendarFeed.objects.exists()


def test_what_a_telephone_read_is_written_down(token, plans, acting_as, today):
    plans(today + timedelta(days=40), time(9), "educatrice")
    read(token)
    with acting_as("educatrice") as viewer:
        (row,) = Reading.objects.filter(membership_id=viewer.membership_id, page="read_feed")
        assert key_for("household", "marchetti") in row.shown


def test_an_address_that_was_taken_back_opens_nothing(token, acting_as, counted):
    with acting_as("educatrice") as viewer, counted() as queries:
        take_back_feed(by=viewer)
        take_back_feed(by=viewer)
    assert len([one for one in queries if "calendar_feed.taken_back" in one["sql"]]) == 1, "written down once"
    assert read(token).status_code == 404


def test_a_new_address_closes_the_one_before(token, acting_as):
    with acting_as("educatrice") as viewer:
        other = make_feed(by=viewer)
    assert read(token).status_code == 404
    assert read(other).status_code == 200


@pytest.mark.parametrize("end", ["membership", "account"])
def test_it_ends_with_the_hat_and_with_the_account(token, committed_end, end):
    committed_end(end)
    assert read(token).status_code == 404


@pytest.fixture
def committed_end(acting_as, today):
    """Ends a membership as who administers does, or closes the account as the door does."""

    def ends(what):
        if what == "membership":
            from intreccio.parties.organisations.actions.memberships import end_membership
            from intreccio.parties.organisations.vocabulary import EndReason

            with acting_as("admin") as by:
                hat = Membership.objects.get(pk=key_for("membership", "educatrice"))
                end_membership(hat, reason=EndReason.values[0], by=by, today=today)
        else:
            with acting(DOOR):
                User.objects.filter(pk=key_for("user", "educatrice")).update(is_active=False)

    return ends


@pytest.mark.parametrize("token_said", ["x", "a" * 43, str(key_for("membership", "educatrice"))])
def test_whoever_guesses_finds_nothing(db, token_said):
    assert read(token_said).status_code == 404


def test_no_log_holds_the_address(token):
    """A log names the route, and no link that opens."""
    request = read(token).wsgi_request
    request.resolver_match = resolve(request.path)
    assert token not in route_of(request)
    assert "token" in route_of(request)


def test_the_address_is_shown_once(signed_in):
    client = signed_in("educatrice")
    url = reverse("make_feed")
    assert "Ne hai già uno" not in client.get(url).content.decode()
    once = {"once": str(new_key())}
    page = client.post(url, once).content.decode()
    address = page.split('"text-break">')[1].split("<")[0]
    assert Client().get("/" + address.split("/", 3)[3]).status_code == 200
    # A second tap writes nothing and shows nothing.
    assert client.post(url, once).status_code == 302
    later = client.get(url).content.decode()
    assert "Ne hai già uno" in later
    assert address not in later
    assert client.post(url, {"csrfmiddlewaretoken": "any"}).status_code == 422


def test_it_is_taken_back_from_a_page(signed_in, token):
    client = signed_in("educatrice")
    assert client.get(reverse("take_back_feed")).status_code == 200
    assert client.post(reverse("take_back_feed"), {"once": str(new_key())}).status_code == 302
    assert read(token).status_code == 404
