"""ISEE: which one holds on a day, who writes it, and that an expired one is never used."""

from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused
from intreccio.parties.people.actions.isee import Paper, edit_isee, write_isee
from intreccio.parties.people.models import Household, Isee
from intreccio.parties.people.queries.households import household_of
from intreccio.parties.people.queries.isee import attestations_of, isee_for_services
from intreccio.parties.people.rules.isee import (
    for_services,
    holds,
    last_day,
    standing,
    tidy_number,
    why_not_number,
    why_not_write_isee,
)
from intreccio.parties.people.tests.world import LEO, MARCHETTI, MATTIA, NADIA, send, text

DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    ("kind", "issued", "last"),
    [
        ("ordinary", date(2026, 1, 2), date(2026, 12, 31)),
        ("minors", date(2026, 12, 31), date(2026, 12, 31)),
        ("current", date(2026, 2, 10), date(2026, 8, 10)),
        ("current", date(2026, 3, 31), date(2026, 9, 30)),
        ("current", date(2026, 6, 30), date(2026, 12, 30)),
        ("current", date(2026, 7, 1), date(2026, 12, 31)),
    ],
)
def test_until_when_it_holds(kind, issued, last):
    assert last_day(kind, issued) == last


@given(st.sampled_from(["ordinary", "current"]), DAYS)
def test_its_last_day_is_never_past_its_year(kind, issued):
    assert issued <= last_day(kind, issued) <= date(issued.year, 12, 31)


YEAR = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("kinds", "child", "used"),
    [
        (["ordinary"], LEO, "ordinary"),
        (["ordinary", "minors"], LEO, "minors"),
        (["ordinary", "minors"], NADIA, "ordinary"),
        (["ordinary", "minors"], None, "ordinary"),
        (["minors"], None, None),
        (["ordinary", "current"], None, "current"),
        (["university", "care", "residential"], LEO, None),
        ([], LEO, None),
    ],
)
def test_which_one_a_service_with_a_limit_is_judged_by(kinds, child, used):
    """The one for minors is Leo's: his sister is judged by that of the household."""
    found = for_services([paper(kind, date(2026, 3, 1)) for kind in kinds], YEAR, child=child)
    assert (found.kind if found else None) == used


def test_one_for_minors_that_says_of_nobody_is_used_for_nobody():
    assert for_services([paper("minors", date(2026, 3, 1), person=None)], YEAR, child=None) is None
    assert for_services([paper("minors", date(2026, 3, 1), person=None)], YEAR, child=LEO) is None


def test_each_child_has_their_own():
    rows = [paper("minors", date(2026, 3, 1)), paper("minors", date(2026, 4, 1), person=NADIA)]
    assert standing(rows, YEAR) == rows


def test_none_of_last_year_is_ever_used():
    assert for_services([paper("ordinary", date(2025, 12, 30))], date(2026, 1, 1), child=LEO) is None


def test_the_one_for_minors_asks_of_which_child(signed_in, acting_as, today):
    client, url = signed_in("educatrice"), reverse("write_isee", args=[MARCHETTI])
    said = {"kind": "minors", "value": "4000", "issued_on": today}
    assert "per i fratelli e le sorelle non vale" in text(send(client, url, **said))
    assert send(client, url, **{**said, "kind": "ordinary"}, person_id=LEO).status_code == 422
    assert send(client, url, **said, person_id=MATTIA).status_code == 422
    assert send(client, url, **said, person_id=LEO).status_code == 302
    assert "per chi è minorenne: Leo Haddad" in text(client.get(reverse("isee_list", args=[MARCHETTI])))
    with acting_as("educatrice") as viewer:
        assert isee_for_services(MARCHETTI, today, child=LEO).person_id == LEO
        assert isee_for_services(MARCHETTI, today, child=NADIA).kind == "ordinary"
        home, of_another = (
            Household.objects.get(pk=MARCHETTI),
            Paper("minors", Decimal(1), today, person_id=MATTIA),
        )
        with pytest.raises(Refused, match="not_in_home"):
            write_isee(home, of_another, by=viewer)


def paper(kind, issued, value=1, person=LEO):
    return SimpleNamespace(
        kind=kind,
        person_id=person if kind == "minors" else None,
        issued_on=issued,
        valid_until=last_day(kind, issued),
        value=value,
    )


@given(st.lists(st.tuples(st.sampled_from(["ordinary", "current"]), DAYS), max_size=8), DAYS)
def test_an_expired_one_is_never_used(papers, day):
    rows = [paper(*each) for each in papers]
    used = standing(rows, day)
    assert all(holds(row, day) for row in used)
    for row in used:
        same = [each for each in rows if each.kind == row.kind and holds(each, day)]
        assert row.issued_on == max(each.issued_on for each in same)
    assert {row.kind for row in used} == {row.kind for row in rows if row.issued_on <= day <= row.valid_until}


@pytest.mark.parametrize(
    ("number", "good"),
    [("", True), ("inps-isee-2026-01234567x-00", True), ("INPS-ISEE-26-1", False), ("12345", False)],
)
def test_its_number_is_that_of_the_attestation(number, good):
    assert (why_not_number(tidy_number(number)) is None) is good


def test_its_days_go_together():
    day = date(2026, 5, 1)
    assert why_not_write_isee(issued_on=day, valid_until=date(2026, 12, 31), today=day) is None
    for issued, until in (
        (day + timedelta(1), date(2026, 12, 31)),
        (day, day - timedelta(1)),
        (day, date(2027, 1, 1)),
    ):
        assert why_not_write_isee(issued_on=issued, valid_until=until, today=day)


def test_write_isee_and_edit_isee_keep_the_one_before(acting_as, today):
    with acting_as("educatrice") as viewer:
        home = Household.objects.get(pk=MARCHETTI)
        row = write_isee(home, Paper("ordinary", Decimal("6100.00"), today), by=viewer)
        assert row.valid_until == date(today.year, 12, 31)
        edit_isee(row, Paper("ordinary", Decimal("6200.00"), today), by=viewer, version=1)
        with pytest.raises(Changed):
            edit_isee(row, Paper("ordinary", Decimal(1), today), by=viewer, version=1)
        said = attestations_of(viewer, household_of(viewer, MARCHETTI), today)
        assert (said[0].row.value, said[0].in_use) == (Decimal("6200.00"), True)
        assert not any(each.in_use for each in said[1:])
        with pytest.raises(Refused, match="isee"):
            write_isee(home, Paper("ordinary", Decimal(1), today + timedelta(1)), by=viewer)


@pytest.mark.parametrize("account", ["scuola", "comune", "admin"])
def test_a_stranger_writes_and_reads_none(acting_as, today, account):
    with acting_as(account) as viewer:
        assert not Isee.objects.filter(household_id=MARCHETTI).exists()
    with acting_as("educatrice"):
        home = Household.objects.get(pk=MARCHETTI)
    with acting_as(account) as viewer, pytest.raises((NotAllowed, Refused)):
        write_isee(home, Paper("ordinary", Decimal(1), today), by=viewer)


def test_the_page_says_which_one_is_used_and_loses_nothing_typed(signed_in, today):
    client = signed_in("educatrice")
    page = client.get(reverse("isee_list", args=[MARCHETTI]))
    assert "7.420,50" in text(page)
    sent = {"kind": "ordinary", "value": "5000", "issued_on": today.isoformat(), "number": "sbagliato"}
    answer = client.post(reverse("write_isee", args=[MARCHETTI]), sent)
    assert answer.status_code == 422
    assert "sbagliato".upper() in answer.content.decode().upper()
    assert "INPS-ISEE-2026-01234567X-00" in text(answer)
