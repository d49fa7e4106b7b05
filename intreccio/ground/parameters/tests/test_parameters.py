"""Values that hold from a day to a day."""

import json
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.viewer import House
from intreccio.ground.parameters.actions import RECIPE, load_parameters
from intreccio.ground.parameters.models import Parameter
from intreccio.ground.parameters.queries import NoValue, holding_at, keeping, value_at

KEEPER = "keeper"
HOUSE = House("jobs")


def row(value: Any, start: str, end: str | None = None) -> dict[str, Any]:
    return {
        "code": "test_limit",
        "value": value,
        "unit": "giorni",
        "valid_from": start,
        "valid_until": end,
        "source": "Prova",
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("child_voice_age", 12),
        ("duplicate_hint_per_hour", 20),
        ("public_form_per_hour", 5),
        ("mail_retention_months", 12),
        ("signal_retention_months", 24),
        ("signal_days_by_urgency", {"oggi": 0, "settimana": 5, "non_urgente": 15}),
    ],
)
def test_the_house_starts_with_these_values(code: str, value: object) -> None:
    with acting(HOUSE):
        assert value_at(code, date(2026, 11, 21)) == value


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "day"), [("child_voice_age", date(2012, 12, 31)), ("nothing", date(2026, 1, 1))]
)
def test_a_day_without_a_value_says_so(code: str, day: date) -> None:
    with acting(HOUSE), pytest.raises(NoValue, match=f"{code}.*{day.isoformat()}"):
        value_at(code, day)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("day", "since"),
    [
        (date(2026, 11, 21), "2024-11-21T00:00:00+01:00"),
        (date(2026, 7, 1), "2024-07-01T00:00:00+02:00"),
        (date(2026, 1, 31), "2024-01-31T00:00:00+01:00"),
        (date(2024, 2, 29), "2022-02-28T00:00:00+01:00"),
    ],
)
def test_what_is_kept_for_months_is_kept_from_a_day_on(day: date, since: str) -> None:
    with acting(HOUSE):
        kept = keeping("signal_retention_months", day)
        assert kept.since.isoformat() == since
        assert kept.by == holding_at("signal_retention_months", day)


@pytest.mark.django_db(databases=["default", KEEPER])
def test_load_parameters_twice_writes_nothing() -> None:
    load_parameters(KEEPER)
    assert load_parameters(KEEPER) == 0


@pytest.mark.django_db(databases=["default", KEEPER])
def test_a_new_value_ends_the_old_one() -> None:
    load_parameters(KEEPER, [row(10, "2020-01-01")])
    assert load_parameters(KEEPER, [row(12, "2027-01-01"), row(10, "2020-01-01", "2026-12-31")]) == 2
    kept = Parameter.objects.using(KEEPER).filter(code="test_limit")
    assert [(each.value, each.valid_until) for each in kept] == [(10, date(2026, 12, 31)), (12, None)]


@pytest.mark.django_db(databases=["default", KEEPER])
@pytest.mark.parametrize(
    ("start", "end"), [("2020-06-01", None), ("2019-01-01", "2020-01-01"), ("2021-01-01", "2020-01-01")]
)
def test_two_values_never_hold_on_the_same_day(start: str, end: str | None) -> None:
    load_parameters(KEEPER, [row(10, "2020-01-01")])
    with pytest.raises((IntegrityError, DatabaseError)), transaction.atomic(using=KEEPER):
        load_parameters(KEEPER, [row(11, start, end)])


@pytest.mark.django_db
def test_nobody_at_work_changes_a_value() -> None:
    with acting(HOUSE), pytest.raises(DatabaseError), transaction.atomic():
        Parameter.objects.update(value=1)


def test_every_value_names_its_source() -> None:
    assert all(len(each["source"]) > 20 for each in json.loads(RECIPE.read_text(encoding="utf-8")))
