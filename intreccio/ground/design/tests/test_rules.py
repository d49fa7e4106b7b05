"""What the page says of a day, a name, a number."""

from datetime import date

import pytest

from intreccio.ground.design import rules

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Chiara Fontana", "CF"), ("Prof. Neri", "N"), ("Maria Luisa De Rosa", "MR"), ("", "")],
)
def test_a_badge_carries_the_initials(name: str, letters: str) -> None:
    assert rules.initials_of(name) == letters


@pytest.mark.parametrize(
    ("day", "distance"),
    [
        (date(2026, 11, 24), (0, "day")),
        (date(2026, 11, 8), (-16, "day")),
        (date(2026, 11, 27), (3, "day")),
        (date(2026, 8, 20), (-3, "month")),
        (date(2023, 1, 1), (-3, "year")),
    ],
)
def test_a_distance_is_told_in_the_unit_a_person_would_use(day: date, distance: tuple[int, str]) -> None:
    assert rules.distance_of(day, TODAY) == distance


@pytest.mark.parametrize(("number", "word"), [(1, "famiglia"), (0, "famiglie"), (14, "famiglie")])
def test_one_family_many_families(number: int, word: str) -> None:
    assert rules.one_or_many(number, "famiglia, famiglie") == word


@pytest.mark.parametrize(("value", "filled"), [(21, 37), (0, 0), (80, 100), (-3, 0)])
def test_a_bar_starts_at_zero_and_never_overflows(value: int, filled: int) -> None:
    assert rules.share(value, 57) == filled


def test_a_bar_of_nothing_is_empty() -> None:
    assert rules.share(3, 0) == 0
