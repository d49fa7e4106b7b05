"""Places are counted by who comes and goes, with the service locked."""

import pytest

from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import Refused
from intreccio.offer.directory.actions.taking import give_back_place, take_place
from intreccio.offer.directory.models import Service


def service(name: str) -> Service:
    return Service.objects.get(pk=key_for("service", name))


def test_take_place_and_give_back_place_count_and_date_the_room(acting_as, today):
    with acting_as("tommaso") as viewer:
        before = service("spazio_gioco_il_cortile")
        assert take_place(before, by=viewer, today=today) is True
        after = service("spazio_gioco_il_cortile")
        assert (after.places_free, after.room_as_of) == (before.places_free - 1, today)
        give_back_place(after, by=viewer, today=today)
        assert service("spazio_gioco_il_cortile").places_free == before.places_free


def test_a_full_service_says_so(acting_as, today):
    with acting_as("tommaso") as viewer, pytest.raises(Refused) as no:
        take_place(service("dispensa_di_binasco"), by=viewer, today=today)
    assert (no.value.code, "finiti" in str(no.value.reason)) == ("no_room", True)


def test_where_nobody_has_counted_nothing_is_counted(acting_as, today):
    with acting_as("tommaso") as viewer:
        assert take_place(service("custode_sociale"), by=viewer, today=today) is False
        assert service("custode_sociale").places_free is None


def test_nobody_takes_a_place_of_another_body_and_none_comes_back_twice(acting_as, today):
    with acting_as("scuola") as viewer:
        before = service("spazio_gioco_il_cortile").places_free
        assert take_place(service("spazio_gioco_il_cortile"), by=viewer, today=today) is False
        assert service("spazio_gioco_il_cortile").places_free == before
        give_back_place(service("banca_del_tempo"), by=viewer, today=today)
        assert service("banca_del_tempo").places_free == 40
    with acting_as("admin") as viewer:
        give_back_place(service("spazio_gioco_il_cortile"), by=viewer, today=today)
        assert service("spazio_gioco_il_cortile").places_free == before
