"""The rules of persons and homes, as tables."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from intreccio.parties.people.rules import ages, aspects, homes, names, persons, search
from intreccio.parties.people.rules.grants import why_not_grant
from intreccio.parties.people.vocabulary import Level

DAY = date(2026, 11, 21)
YESTERDAY, TOMORROW = DAY - timedelta(days=1), DAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("birth", "precision", "died", "fits"),
    [
        (date(1990, 5, 4), "exact", None, True),
        (None, "exact", None, True),
        (TOMORROW, "exact", None, False),
        (TOMORROW, "expected", None, True),
        (None, "expected", None, False),
        (DAY + timedelta(days=400), "expected", None, False),
        (date(1950, 1, 1), "year", YESTERDAY, True),
        (date(1950, 1, 1), "year", date(1949, 1, 1), False),
        (None, "exact", TOMORROW, False),
    ],
)
def test_why_not_born(birth, precision, died, fits):
    assert (persons.why_not_born(birth=birth, precision=precision, died=died, today=DAY) is None) is fits


@pytest.mark.parametrize(
    ("same", "kept_is_merged", "other_is_merged", "other_holds_merged", "may"),
    [
        (False, False, False, False, True),
        (True, False, False, False, False),
        (False, True, False, False, False),
        (False, False, True, False, False),
        (False, False, False, True, False),
    ],
)
def test_why_not_merge(same, kept_is_merged, other_is_merged, other_holds_merged, may):
    reason = persons.why_not_merge(
        same=same,
        kept_is_merged=kept_is_merged,
        other_is_merged=other_is_merged,
        other_holds_merged=other_holds_merged,
    )
    assert (reason is None) is may


def test_why_not_part():
    assert persons.why_not_part(is_merged=True) is None
    assert persons.why_not_part(is_merged=False)


@pytest.mark.parametrize(
    ("until", "ended", "may"),
    [
        (DAY, False, True),
        (YESTERDAY, False, True),
        (DAY, True, False),
        (TOMORROW, False, False),
        (DAY - timedelta(days=9), False, False),
    ],
)
def test_why_not_leave_and_why_not_close(until, ended, may):
    since = DAY - timedelta(days=5)
    assert (homes.why_not_leave(since=since, until=until, ended=ended, today=DAY) is None) is may
    assert (aspects.why_not_close(since=since, until=until, ended=ended, today=DAY) is None) is may


def test_why_not_join_and_why_not_write_address():
    assert homes.why_not_join(already=True)
    assert homes.why_not_join(already=False) is None
    assert homes.why_not_write_address(is_protected=True)
    assert homes.why_not_write_address(is_protected=False) is None


@pytest.mark.parametrize(
    ("reason", "until", "team", "body", "may"),
    [
        ("perché sì", None, True, False, True),
        ("perché sì", TOMORROW, False, True, True),
        ("  ", None, True, False, False),
        ("perché sì", DAY, True, False, False),
        ("perché sì", None, True, True, False),
        ("perché sì", None, False, False, False),
    ],
)
def test_why_not_grant(reason, until, team, body, may):
    said = why_not_grant(
        reason=reason,
        since=DAY,
        until=until,
        to_team=uuid4() if team else None,
        to_organisation=uuid4() if body else None,
    )
    assert (said is None) is may


@pytest.mark.parametrize(
    ("birth", "age", "months", "band", "minor"),
    [
        (date(2026, 11, 20), 0, 0, "0-2", True),
        (date(2008, 11, 21), 18, 216, "18-29", False),
        (date(2008, 11, 22), 17, 215, "15-17", True),
        (date(2024, 2, 29), 2, 32, "0-2", True),
        (date(1950, 1, 1), 76, 922, "65+", False),
        (date(2027, 2, 1), 0, 0, "expected", True),
    ],
)
def test_ages(birth, age, months, band, minor):
    assert ages.age_on(birth, DAY) == age
    assert ages.months_on(birth, DAY) == months
    assert ages.band_of(birth, DAY) == band
    assert ages.is_minor(birth, DAY) is minor


def test_somebody_of_unknown_age_is_in_no_band_and_no_minor():
    assert ages.band_of(None, DAY) == "unknown"
    assert not ages.is_minor(None, DAY)


@pytest.mark.parametrize(
    ("birth", "precision", "minor"),
    [
        (date(2008, 11, 21), "exact", False),
        (date(2008, 11, 22), "exact", True),
        (date(2008, 1, 1), "year", True),
        (date(2008, 1, 1), "estimated", True),
        (date(2007, 12, 1), "year", False),
        (TOMORROW, "expected", True),
    ],
)
def test_who_becomes_eighteen_in_a_year_of_which_no_sure_day_is_written_may_be_a_minor(
    birth, precision, minor
):
    assert ages.may_be_minor(birth, precision, DAY, untold=not minor) is minor


@pytest.mark.parametrize("untold", [True, False])
def test_of_whom_no_birth_is_written_what_they_are_called_decides(untold):
    assert ages.may_be_minor(None, "exact", DAY, untold=untold) is untold


def test_how_people_and_homes_are_called():
    assert names.called([("legal", "Nadia", "Haddad"), ("used", "Nadi", "")]) == ("Nadi", "Haddad")
    assert names.called([]) == ("", "")
    assert names.suggested_name("  d'amico rossi") == "Famiglia D'amico Rossi"
    assert names.suggested_name("") == ""
    assert names.listed(["Elena", "Nadia", "Leo"]) == "Elena, Nadia e Leo"
    assert names.listed(["Elena"]) == "Elena"
    assert search.sort_name("Famiglia D'Amìco") == "d amico"
    assert search.sort_name("Famiglia") == "famiglia"


def test_words_that_lead_to_a_family():
    assert search.words_for_household("Famiglia D'Amìco", "VSM-2026-0007") == {"d", "amico", "vsm20260007"}
    words = dict(search.words_for_person([("Nicolò", "D'Amico")], ["333 010-44.77"], ["DMCNCL80A01H501U"]))
    assert words == {
        "nicolo": Level.CONTACT,
        "d": Level.CONTACT,
        "amico": Level.CONTACT,
        "3330104477": Level.CONTACT,
        "dmcncl80a01h501u": Level.RECORD,
    }


@pytest.mark.parametrize(
    ("typed", "sought"),
    [
        ("Nicolò D'Amico", ["nicolo", "d", "amico"]),
        ("333 010-44.77", ["3330104477"]),
        ("+39 333 0104477", ["393330104477"]),
        ("vsm-2026-0007", ["vsm20260007"]),
        ("dmcncl 80a01 h501u", ["dmcncl80a01h501u"]),
        ("   ", []),
    ],
)
def test_words_sought(typed, sought):
    assert search.words_sought(typed) == sought
