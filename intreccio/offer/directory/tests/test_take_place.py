"""Places are counted by who comes and goes, with the service locked. Who asks for one is tied to these functions above."""

from django.db import connection
from psycopg import sql

from intreccio.ground.kernel.keys import key_for
from intreccio.offer.directory.actions import taking
from intreccio.offer.directory.actions.taking import no_room, tell_of_place
from intreccio.offer.directory.models import Service


def service(name: str) -> Service:
    return Service.objects.get(pk=key_for("service", name))


def ask(function: str, name: str) -> object:
    with connection.cursor() as cursor:
        ask = sql.SQL("SELECT {}(%s, today())").format(sql.Identifier(function))
        cursor.execute(ask, [key_for("service", name)])
        return cursor.fetchone()[0]


def test_take_place_and_give_back_place_count_and_date_the_room(acting_as, today):
    with acting_as("tommaso"):
        before = service("spazio_gioco_il_cortile")
        assert ask("take_place", "spazio_gioco_il_cortile") == "taken"
        after = service("spazio_gioco_il_cortile")
        assert (after.places_free, after.room_as_of) == (before.places_free - 1, today)
        assert ask("give_back_place", "spazio_gioco_il_cortile") is True
        assert service("spazio_gioco_il_cortile").places_free == before.places_free


def test_no_room_is_said_with_what_can_be_done(acting_as):
    with acting_as("tommaso"):
        assert ask("take_place", "dispensa_di_binasco") == "full"
        no = no_room(service("dispensa_di_binasco"))
    assert (no.code, "finiti" in str(no.reason), bool(no.way_out)) == ("no_room", True, True)


def test_tell_of_place_is_an_act_of_the_service(acting_as, monkeypatch):
    told = []
    monkeypatch.setattr(taking, "record", lambda kind, subject, by: told.append((kind, subject.pk)))
    with acting_as("tommaso") as viewer:
        for taken in (True, False):
            tell_of_place(service("spazio_gioco_il_cortile"), taken=taken, by=viewer)
    key = key_for("service", "spazio_gioco_il_cortile")
    assert told == [("service.place_taken", key), ("service.place_given_back", key)]


def test_where_nobody_has_counted_nothing_is_counted(acting_as):
    with acting_as("tommaso"):
        assert ask("take_place", "custode_sociale") == "unknown"
        assert service("custode_sociale").places_free is None


def test_nobody_takes_a_place_of_another_body_and_none_comes_back_twice(acting_as):
    with acting_as("scuola"):
        before = service("spazio_gioco_il_cortile").places_free
        assert ask("take_place", "spazio_gioco_il_cortile") == "not_ours"
        assert service("spazio_gioco_il_cortile").places_free == before
        ask("give_back_place", "banca_del_tempo")
        assert service("banca_del_tempo").places_free == 40
    with acting_as("admin"):
        ask("give_back_place", "spazio_gioco_il_cortile")
        assert service("spazio_gioco_il_cortile").places_free == before
