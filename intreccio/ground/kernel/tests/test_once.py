"""Law 7: a second tap writes nothing."""

import pytest
from django.http import Http404

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.once import first_use, led_to, once, outcome_of
from intreccio.ground.kernel.viewer import House
from tests.drills.at_once import acted, at_once

JOBS = House("jobs")


def test_the_second_tap_finds_where_the_first_led(db):
    key, writes = new_key(), []
    with acting(JOBS):
        for _ in range(3):
            assert once(key, lambda: writes.append(1) or "/there") == "/there"
    assert writes == [1]


def test_a_failed_write_frees_the_key(db):
    key = new_key()

    def fail() -> str:
        raise ValueError("not now")

    with acting(JOBS):
        with pytest.raises(ValueError, match="not now"):
            once(key, fail)
        assert once(key, lambda: "/there") == "/there"


def test_somebody_elses_key_leads_nowhere(db):
    key = new_key()
    with acting(JOBS):
        assert first_use(key)
        led_to(key, "/there")
    with acting(House("imports")):
        assert outcome_of(key) == ""
        with pytest.raises(Http404):
            once(key, lambda: "/elsewhere")


def test_two_taps_at_once_write_once(committed):
    key, writes = new_key(), []
    tap = acted(JOBS, lambda _by: once(key, lambda: writes.append(1) or "/there"))
    assert at_once(*[tap] * 6) == ["/there"] * 6
    assert writes == [1]


def test_an_address_known_before_is_kept_with_the_key(db, django_assert_num_queries):
    key = new_key()
    with acting(JOBS):
        with django_assert_num_queries(3):  # a savepoint, the key, the end of the savepoint
            assert once(key, lambda: "/there", leads_to="/there") == "/there"
        assert once(key, lambda: "/elsewhere", leads_to="/elsewhere") == "/there"
