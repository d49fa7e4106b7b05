"""What is said of a place that somebody takes. How places are counted is asked of who asks for one, in `referrals`."""

from intreccio.ground.kernel.keys import key_for
from intreccio.offer.directory.actions import taking
from intreccio.offer.directory.models import Service


def test_no_room_says_what_can_be_done(acting_as):
    with acting_as("tommaso"):
        no = taking.no_room(Service.objects.get(pk=key_for("service", "dispensa_di_binasco")))
    assert (no.code, "finiti" in str(no.reason), bool(no.way_out)) == ("no_room", True, True)


def test_tell_of_place_is_an_act_of_the_service(acting_as, monkeypatch):
    told = []
    monkeypatch.setattr(taking, "record", lambda kind, subject, by: told.append((kind, subject.pk)))
    key = key_for("service", "spazio_gioco_il_cortile")
    with acting_as("tommaso") as viewer:
        for taken in (True, False):
            taking.tell_of_place(Service.objects.get(pk=key), taken=taken, by=viewer)
    assert told == [("service.place_taken", key), ("service.place_given_back", key)]
