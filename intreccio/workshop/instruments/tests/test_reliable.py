"""Reliable change: examples worked by hand, step by step, and what must hold whatever the numbers are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intreccio.workshop.instruments.rules.reliable import (
    Reliability,
    is_reliable,
    reliability_of,
    reliable_change,
)
from intreccio.workshop.instruments.tests.test_rules import LIBRARY

# By hand, RC = (x2 − x1) / √(2·(s·√(1 − r))²):
#  s 10, r .80: S_E = 10·√.20 = 4.4721; S_diff = √(2·20) = 6.3246; (32.5 − 47.5) / 6.3246 = −2.3717
#  s 7.5, r .88: S_E = 7.5·√.12 = 2.5981; S_diff = √(2·6.75) = 3.6742; (32.5 − 47.5) / 3.6742 = −4.0825
#  s 5.6, r .62: S_E = 5.6·√.38 = 3.4521; S_diff = √(2·11.9168) = 4.8820; (12 − 20) / 4.8820 = −1.6387
#  s 5.6, r .62: (10 − 20) / 4.88197 = −2.0484
#  s 1, r .50: S_E = √.5 = .7071; S_diff = √(2·.5) = 1; (2 − 0) / 1 = 2
BY_HAND = [
    (10, 0.80, 47.5, 32.5, -2.3717, True),
    (7.5, 0.88, 47.5, 32.5, -4.0825, True),
    (5.6, 0.62, 20, 12, -1.6387, False),
    (5.6, 0.62, 20, 10, -2.0484, True),
    (1, 0.50, 0, 2, 2.0, True),
    (10, 0.80, 40, 40, 0.0, False),
]


@pytest.mark.parametrize(("sd", "r", "before", "now", "index", "reliable"), BY_HAND)
def test_reliable_change_as_worked_by_hand(sd, r, before, now, index, reliable):
    known = Reliability(r, sd, "a mano")
    assert reliable_change(before, now, known) == pytest.approx(index, abs=1e-4)
    assert is_reliable(before, now, known) is reliable


KNOWN = st.builds(Reliability, st.floats(0.01, 0.99), st.floats(0.1, 50), st.just("x"))
NUMBER = st.integers(-200, 200)


@given(NUMBER, NUMBER, KNOWN)
def test_there_and_back_is_the_same_size(before, now, known):
    assert reliable_change(before, now, known) == -reliable_change(now, before, known)
    assert (
        is_reliable(before, now, known) == (abs(now - before) > known.least)
        or abs(abs(now - before) - known.least) < 1e-6
    )


@given(NUMBER, NUMBER, st.floats(0.01, 0.98), st.floats(0.1, 50))
def test_a_more_reliable_instrument_says_more(before, now, r, sd):
    worse, better = Reliability(r, sd, "x"), Reliability(r + 0.01, sd, "x")
    assert better.least < worse.least
    assert abs(reliable_change(before, now, better)) >= abs(reliable_change(before, now, worse))


SDQ = LIBRARY["sdq-totali-1"]


@pytest.mark.parametrize(
    ("scale", "voice", "months", "is_known"),
    [
        ("total", "mother", 150, True),
        ("total", "father", 144, True),
        ("total", "mother", 143, False),
        ("total", "mother", 216, False),
        ("total", "mother", None, False),
        ("total", "school", 150, False),
        ("total", "child", 150, False),
        ("conduct", "mother", 150, False),
    ],
)
def test_of_what_nobody_published_nothing_is_claimed(scale, voice, months, is_known):
    assert (reliability_of(SDQ, scale, voice=voice, months=months) is not None) == is_known


def test_only_what_was_published_is_in_the_library():
    known = {name for name, each in LIBRARY.items() if each.get("reliability")}
    assert known == {"sdq-totali-1", "sdq-totali-2"}
    assert reliability_of(LIBRARY["isolamento-1"], "bonds", voice="mother", months=None) is None
