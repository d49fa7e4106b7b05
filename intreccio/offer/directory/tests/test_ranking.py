"""The order: the same weights in Python and in the database."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.viewer import House
from intreccio.offer.directory.models import Schedule, Service
from intreccio.offer.directory.queries.search import search
from intreccio.offer.directory.rules import points, rank
from intreccio.offer.directory.rules.facts import Facts, Wish
from intreccio.offer.directory.rules.ranking import WEIGHTS
from intreccio.offer.directory.tests.worlds import TODAY, services, wishes
from intreccio.parties.organisations.models import Organisation


def test_a_no_stands_last_whatever_else_it_has() -> None:
    best = Facts(
        status="temporarily_closed",
        need_codes=frozenset(["a"]),
        places_free=9,
        room_as_of=TODAY,
        verified_on=TODAY,
    )
    wish = Wish(needs=frozenset(["a"]))
    assert rank([("closed", best), ("unknown", Facts())], wish, TODAY) == ["unknown", "closed"]


def test_nearer_fresher_and_with_room_come_first() -> None:
    wish = Wish(needs=frozenset(["a"]), municipality="015189", province="MI", point=(45.38121, 9.15278))
    base = Facts(need_codes=frozenset(["a"]), residence="anyone", at_provinces=frozenset(["MI"]))
    here = replace(base, at_municipalities=frozenset(["015189"]))
    known = [
        ("here with room", replace(here, places_free=1, room_as_of=TODAY, verified_on=TODAY)),
        ("here", here),
        ("near", replace(base, points=((45.37728, 9.21172),))),
        ("same province", base),
        ("here but full", replace(here, places_free=0, room_as_of=TODAY)),
    ]
    assert rank(known, wish, TODAY) == [name for name, _ in known]


def test_the_published_weights_are_the_ones_used() -> None:
    fresh = Facts(verified_on=TODAY - timedelta(days=31))
    assert points(fresh, Wish(), TODAY) == WEIGHTS["fresh_month"] + WEIGHTS["room_unknown"]
    assert (
        points(Facts(), Wish(words=("a",)), TODAY, by_words=True)
        == WEIGHTS["words"] + WEIGHTS["room_unknown"]
    )


@pytest.mark.django_db
@given(service=services(), wish=wishes())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_database_adds_up_the_same_points(service: Facts, wish: Wish) -> None:
    wish = replace(wish, scope="everywhere", words=("segno",))
    with acting(House("imports")):
        Service.objects.filter(source="prova").update(status="inactive")
        stored = _store(service)
        found = {row.service_id: row for row in search(wish, TODAY, size=200).rows}
    assert stored.pk in found
    assert found[stored.pk].facts == service
    expected = points(service, wish, TODAY, by_words=True)
    assert _points(wish, stored) == expected


def _points(wish: Wish, stored: Service) -> int:
    from intreccio.offer.directory.queries.search import _found

    with acting(House("imports")):
        return next(one.points for one in _found(wish, TODAY, None, 500) if one.pk == stored.pk)


def _store(facts: Facts) -> Service:
    service = Service(
        organisation=Organisation.objects.first(), name="Segno", search_name="segno", search_words="segno", source="prova",
        source_key=str(uuid4()), status=facts.status, need_codes=sorted(facts.need_codes), age_from_months=facts.age_from,
        age_to_months=facts.age_to, residence=facts.residence, residence_codes=sorted(facts.residence_codes), isee=facts.isee,
        isee_limit=facts.isee_limit, places_free=facts.places_free, room_as_of=facts.room_as_of, waiting=facts.waiting,
        verified_on=facts.verified_on, at_municipalities=sorted(facts.at_municipalities), at_provinces=sorted(facts.at_provinces),
        at_lats=[lat for lat, _ in facts.points], at_lons=[lon for _, lon in facts.points], at_weekdays=sorted(facts.weekdays),
    )  # fmt: skip
    service.save(force_insert=True)
    Schedule.objects.bulk_create(Schedule(service=service, weekday=day) for day in facts.weekdays)
    return service
