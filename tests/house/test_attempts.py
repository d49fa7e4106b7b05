"""Law 6: reading is recorded, and a no is recorded although everything else was undone. Real commits: acts and readings
of the small world's people stay in the test database, where nobody else looks."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.forms.models import model_to_dict
from django.test import Client
from django.urls import get_resolver, reverse

from intreccio.ground.kernel import reading
from intreccio.ground.kernel.bulk import KEEPER
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Event, Reading
from tests.house.matrix.bodies import GOOD
from tests.house.matrix.ids import FAMILY, address, of_family
from tests.house.matrix.reading import LINES, PROFILES
from tests.house.matrix.sayings import MAY_READ
from tests.house.matrix.world import CLOSED, FOREIGN, OURS, PLANNED, REVIEWED, SECOND

Browse = Callable[[str], Client]


@pytest.fixture
def browse(browsers: dict[str, tuple[Client, str]], django_db_blocker: Any) -> Iterator[Browse]:
    """As `as_profile`, without a transaction of the test around it."""

    def browser_of(column: str) -> Client:
        client, session = browsers[column]
        client.cookies.clear()
        client.cookies[settings.SESSION_COOKIE_NAME] = session
        return client

    with django_db_blocker.unblock():
        yield browser_of


def events_of(column: str) -> list[Event]:
    """What somebody did or tried, in order."""
    return list(Event.objects.using(KEEPER).filter(membership_id=hat(column)).order_by("at", "id"))


def readings_of(column: str) -> list[Reading]:
    return list(Reading.objects.using(KEEPER).filter(membership_id=hat(column)).order_by("at", "id"))


def hat(column: str) -> UUID:
    return key_for("membership", f"mx_{PROFILES[column]}")


far, OUR_FAMILY = of_family(FOREIGN), key_for("household", OURS)
FAR_CASE, FAR_SIGNAL = key_for("case", "mx_case_far"), key_for("signal", "mx_signal_far")
# Who, where, with what body, the answer, its code, and the id that was tried.
REFUSED: dict[str, tuple[str, str, dict[str, Any] | None, int, str, UUID | None]] = {
    "a foreign family": ("ed", address("household_page", **far), None, 404, "not_found", far["household_id"]),
    "a foreign person": ("ed", address("person_page", **far), None, 404, "not_found", far["household_id"]),
    "a foreign case": ("ed", address("case_page", case_id=FAR_CASE), None, 404, "not_found", FAR_CASE),
    "a signal of another desk": (
        "as",
        address("signal_page", signal_id=FAR_SIGNAL),
        None,
        404,
        "not_found",
        FAR_SIGNAL,
    ),
    "a record that a grant does not open": ("gk", address("person_page"), None, 404, "not_found", OUR_FAMILY),
    "writing where one only reads": (
        "gr",
        address("edit_household"),
        GOOD["edit_household"](),
        403,
        "",
        OUR_FAMILY,
    ),
    "a role that never does it": (
        "le",
        address("edit_household"),
        GOOD["edit_household"](),
        403,
        "edit_household",
        OUR_FAMILY,
    ),
    "a page that a role never opens": ("sp", reverse("signal_inbox"), None, 403, "", None),
    "a rule": ("co", address("link_signal"), GOOD["link_signal"](), 409, "", FAMILY["signal_id"]),
    "a hand-over by an educator": (
        "ed",
        address("hand_over_case"),
        GOOD["hand_over_case"](),
        403,
        "",
        FAMILY["case_id"],
    ),
    "a foreign family in a query": (
        "co",
        f"{reverse('open_case')}?household={far['household_id']}",
        None,
        404,
        "not_found",
        far["household_id"],
    ),
    "the administrator at a family": ("ad", address("household_page"), None, 404, "not_found", OUR_FAMILY),
}


@pytest.mark.parametrize("attempt", REFUSED)
def test_a_no_is_recorded_although_all_is_undone(browse, attempt):
    column, path, body, status, code, tried = REFUSED[attempt]
    before = events_of(column)
    client = browse(column)
    response = client.get(path) if body is None else client.post(path, body)
    assert response.status_code == status
    (event,) = events_of(column)[len(before) :]
    assert event.kind == "attempt.refused"
    assert event.subject_id == (tried or hat(column))
    assert event.codes["method"] == ("GET" if body is None else "POST")
    assert event.codes["code"] == code or (not code and event.codes["code"])
    assert (event.role, event.organisation_id) != ("", None)


@pytest.mark.parametrize("attempt", REFUSED)
def test_an_attempt_says_nothing_of_anybody(browse, attempt):
    """Ids and codes: no word of the family, none of what was typed."""
    column, path, body, *_ = REFUSED[attempt]
    client = browse(column)
    client.get(path) if body is None else client.post(path, body)
    said = str(model_to_dict(events_of(column)[-1]))
    typed = {
        str(value)
        for name, value in (body or {}).items()
        if name in ("name", "summary", "words", "link-code")
    }
    assert not [words for words in {*MAY_READ, *typed, "Persona", "example.org"} if words in said]


def test_what_is_typed_wrong_is_no_attempt(browse):
    before = events_of("co")
    assert browse("co").post(address("edit_household"), {"name": ""}).status_code == 422
    assert events_of("co") == before


def test_a_way_that_leads_nowhere_is_no_attempt(browse):
    before = events_of("co")
    assert browse("co").get("/nowhere").status_code == 404
    assert events_of("co") == before


def test_a_search_is_recorded_with_what_it_showed(browse, always):
    before = readings_of("ed")
    browse("ed").post(reverse("search"), {"words": "Zuccottifamily"})
    (row,) = readings_of("ed")[len(before) :]
    assert key_for("household", OURS) in row.shown
    assert "zuccotti" not in str(model_to_dict(row)).lower()


def test_a_search_that_finds_nobody_is_recorded_too(browse, always):
    """Who tries names one after the other leaves a trace."""
    before = readings_of("ed")
    browse("ed").post(reverse("search"), {"words": "Zuccottiforeign"})
    (row,) = readings_of("ed")[len(before) :]
    assert row.shown == []


def test_asking_whether_a_family_is_known_is_recorded(browse):
    """With an act or a reading, whatever the answer was."""
    before = len(events_of("co")) + len(readings_of("co"))
    body = {**GOOD["known_already"](), "surname": "Zuccottiforeign"}
    browse("co").post(reverse("known_already"), body)
    assert len(events_of("co")) + len(readings_of("co")) > before


def test_the_same_page_within_ten_minutes_is_one_reading(browse, monkeypatch):
    client, path = browse("ps"), address("household_page")
    client.get(path)
    before = len(readings_of("ps"))
    client.get(path)
    assert len(readings_of("ps")) == before
    later = reading.now() + timedelta(minutes=11)
    monkeypatch.setattr(reading, "now", lambda: later)
    client.get(path)
    assert len(readings_of("ps")) == before + 1


@pytest.fixture
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every opening counts, also within ten minutes."""
    monkeypatch.setattr(reading, "SAME_READING", timedelta(0))


ABOUT_A_FAMILY = {"household_id", "case_id", "signal_id", "contact_id"}
# Asked by who sent it, who is no reader of the family.
NOT_OF_THE_TEAM = {"my_signal"}


def about_a_family(name: str) -> bool:
    parameters = get_resolver().reverse_dict.getlist(name)[0][0][0][1]
    return bool(ABOUT_A_FAMILY & set(parameters)) and name not in NOT_OF_THE_TEAM


# What has been passed on says where it went, and nothing of the family.
OPENED = [
    line
    for line in LINES
    if line.method == "GET" and line.answers["co"] == "200" and about_a_family(line.name)
    and not line.address.endswith("@passed")
]  # fmt: skip


@pytest.mark.parametrize("line", OPENED, ids=str)
def test_every_page_of_a_family_is_a_reading(browse, always, line):
    before = len(readings_of("co"))
    assert browse("co").get(address(line.name, line.address.partition("@")[2])).status_code == 200
    rows = readings_of("co")[before:]
    if line.address.endswith("@new"):
        assert any(row.shown for row in rows), "about no family yet: the reading says which row was opened"
    else:
        ours = {key_for("household", key) for key in (OURS, SECOND, PLANNED, REVIEWED, CLOSED)}
        assert ours & {row.household_id for row in rows}


LISTS = {"signal_inbox": "co", "contact_list": "co", "case_list": "co", "today": "co", "my_signals": "sp"}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_that_tells_more_than_names_is_a_reading_that_says_of_whom(browse, always, name):
    column = LISTS[name]
    before = len(readings_of(column))
    browse(column).get(reverse(name))
    (row,) = [row for row in readings_of(column)[before:] if row.page == name]
    assert row.shown
    assert row.count == len(row.shown)
