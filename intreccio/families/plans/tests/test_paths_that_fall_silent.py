"""1000 giorni after a loss: it falls silent at once, says so kindly to who accompanies the family, and is offered its end."""

from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from django.urls import reverse

from intreccio.families.plans.actions import paths as actions
from intreccio.families.plans.actions.letters import Sent, send_letter
from intreccio.families.plans.models import FamilyPath
from intreccio.families.plans.queries.waiting import waiting_for
from intreccio.families.plans.rules.stilled import Lost, stilled_on
from intreccio.families.plans.tests.test_path_letters import waits
from intreccio.families.plans.tests.test_paths import D, begun, shipped, walked
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.people.actions.life import expect_child, record_birth, record_loss, undo_life_event
from intreccio.parties.people.actions.voiding import void_row
from intreccio.parties.people.models import Household, HouseholdMembership, LifeEvent, Person

HOME = key_for("household", "marchetti")
DUE = D + timedelta(days=60)
AWAITS = {"zero": {"counter": {"before": 270, "after": 730}}}
GRIEVES = {"zero": {}, "losses": [{"code": "death"}]}
ONE, OTHER = new_key(), new_key()


def home() -> Household:
    return Household.objects.get(pk=HOME)


def awaited(by: Any) -> LifeEvent:
    return expect_child(home(), by=by, due_on=DUE)


def a_thousand_days(by: Any, person: Person | None, zero: date = DUE) -> FamilyPath:
    return begun(by, version=shipped("mille-giorni-1"), loss="", zero=zero, person=person)


def is_silent(path: FamilyPath) -> bool:
    path.refresh_from_db()
    silent = path.stilled_on is not None
    assert (waits(path) == []) == silent
    assert (path.next_on is None) == silent
    return silent


def lost(by: Any, **changes: Any) -> FamilyPath:
    return begun(by, **{"loss": "pregnancy_loss", "zero": D - timedelta(days=1), **changes})


@pytest.mark.parametrize(
    ("said", "whom", "gone", "born", "losses", "expected"),
    [
        (AWAITS, ONE, None, False, [], None),
        (AWAITS, ONE, D, False, [], D),
        (GRIEVES, ONE, D, False, [Lost(D, ONE, awaited=False)], None),
        (AWAITS, ONE, None, False, [Lost(D, None, awaited=True)], D),
        (AWAITS, ONE, None, False, [Lost(D, ONE, awaited=True)], D),
        (AWAITS, ONE, None, False, [Lost(D, OTHER, awaited=True)], None),
        (AWAITS, None, None, False, [Lost(D, OTHER, awaited=True)], D),
        # Another pregnancy, before it or years later; and of who is born.
        (AWAITS, None, None, False, [Lost(DUE - timedelta(days=271), None, awaited=True)], None),
        (AWAITS, None, None, False, [Lost(DUE + timedelta(days=300), None, awaited=True)], None),
        (AWAITS, ONE, None, True, [Lost(D, None, awaited=True)], None),
        # A death is somebody's, or of nobody of whom one can tell.
        (AWAITS, ONE, None, True, [Lost(D, ONE, awaited=False)], D),
        (AWAITS, None, None, False, [Lost(D, None, awaited=False)], None),
        ({"zero": {}}, None, None, False, [Lost(D, None, awaited=True)], None),
        ({"zero": {}}, ONE, D, True, [], D),
    ],
)
def test_when_a_path_falls_silent_by_itself(said, whom, gone, born, losses, expected):
    assert stilled_on(said, DUE, whom, gone_on=gone, is_born=born, losses=losses) == expected


def test_the_loss_of_who_was_awaited_silences_it_at_once_and_undone_it_speaks_again(acting_as):
    with acting_as("coordinatrice") as viewer:
        child = awaited(viewer).person
        path = a_thousand_days(viewer, child)
        assert not is_silent(path)
        event = record_loss(child, home(), by=viewer, version=1, day=D)
        assert is_silent(path)
        assert path.stilled_on == D
        sent = Sent("hand", D, "Benvenuto", 0)
        with pytest.raises(Refused, match="stilled"):
            send_letter(path, "welcome_baby", sent, by=viewer, today=D)
        undo_life_event(event, by=viewer, reason="era un'altra famiglia")
        assert not is_silent(path)


def test_soli_mai_for_a_pregnancy_silences_it_and_annulled_it_speaks_again(acting_as):
    with acting_as("coordinatrice") as viewer:
        path = a_thousand_days(viewer, awaited(viewer).person)
        grief = lost(viewer)
        assert is_silent(path)
        assert not is_silent(grief)
        actions.void_path(grief, reason="era un'altra famiglia", by=viewer)
        assert not is_silent(path)
        other = begun(viewer, loss="job")
        assert not is_silent(path)
        loss = walked(loss="pregnancy_loss", zero=D - timedelta(days=1))
        actions.edit_path(other, loss, version=1, by=viewer, today=D)
        assert is_silent(path)


def test_of_two_who_were_awaited_the_path_of_the_other_goes_on(acting_as):
    with acting_as("coordinatrice") as viewer:
        one, two = awaited(viewer).person, awaited(viewer).person
        path = a_thousand_days(viewer, two)
        record_loss(one, home(), by=viewer, version=1, day=D)
        lost(viewer, person=one)
        assert not is_silent(path)
        nobodys = a_thousand_days(viewer, None)
        assert is_silent(nobodys), "nobody has said of whom it is"
        actions.edit_path(nobodys, walked(zero=DUE + timedelta(days=1), loss="", person=two), version=1, by=viewer, today=D)  # fmt: skip
        assert not is_silent(nobodys)


def test_an_awaited_birth_that_was_a_mistake_silences_it(acting_as):
    with acting_as("coordinatrice") as viewer:
        event = awaited(viewer)
        path = a_thousand_days(viewer, event.person)
        undo_life_event(event, by=viewer, reason="era un'altra famiglia")
        assert is_silent(path)
        other = awaited(viewer)
        second = a_thousand_days(viewer, other.person)
        stay = HouseholdMembership.objects.get(person=other.person)
        void_row(stay, home(), by=viewer, reason="era un'altra famiglia")
        assert is_silent(second)


def test_a_child_who_is_born_is_accompanied_on_whatever_happens_to_another_pregnancy(acting_as):
    with acting_as("coordinatrice") as viewer:
        child = expect_child(home(), by=viewer, due_on=D + timedelta(days=3)).person
        path = a_thousand_days(viewer, child, D + timedelta(days=3))
        record_birth(child, home(), by=viewer, version=1, day=D, given="Sole", family="Marchetti", sex="F")
        lost(viewer, zero=D)
        assert not is_silent(path)


def test_in_oggi_it_says_so_to_who_keeps_in_touch_and_asks_no_step(acting_as):
    with acting_as("educatrice") as viewer:
        path = a_thousand_days(viewer, awaited(viewer).person)
        lost(viewer)
        lines = [line for line in waiting_for(viewer, 50, today=D) if line.plan_id == path.pk]
        assert [(line.kind, line.other) for line in lines] == [("stilled", "1000 giorni")]
        path.refresh_from_db()
        actions.end_path(path, "loss", day=D, version=path.version, by=viewer, today=D)
        assert not [line for line in waiting_for(viewer, 50, today=D) if line.plan_id == path.pk]


def test_its_page_says_so_plainly_and_offers_the_end(signed_in, acting_as):
    with acting_as("educatrice") as viewer:
        path = a_thousand_days(viewer, awaited(viewer).person)
        lost(viewer)
    client = signed_in("educatrice")
    page = unescape(client.get(reverse("path_page", args=[path.pk])).content.decode())
    assert "questo percorso tace" in page
    assert "Giorno " not in page
    assert "Più avanti" not in page
    assert "Apri le parole" not in page
    assert "Benvenuto" not in page
    assert "da guardare" not in page
    assert reverse("end_path", args=[path.pk]) in page
    ending = unescape(client.get(reverse("end_path", args=[path.pk])).content.decode())
    assert "C'è stata una perdita" in ending
    shut = client.get(reverse("send_path_letter", args=[path.pk, "welcome_baby"]))
    assert shut.status_code == 409
    assert "questo percorso tace" in unescape(shut.content.decode())
    today = unescape(client.get("/").content.decode())
    assert "1000 giorni" in today
    assert "tace" in today


def test_a_letter_that_speaks_of_a_birth_waits_until_it_is_written(acting_as, signed_in):
    with acting_as("coordinatrice") as viewer:
        child = expect_child(home(), by=viewer, due_on=D - timedelta(days=7)).person
        path = a_thousand_days(viewer, child, zero=D - timedelta(days=7))
    client = signed_in("coordinatrice")
    address = reverse("send_path_letter", args=[path.pk, "welcome_baby"])
    assert "una nascita che non è ancora scritta" in unescape(client.get(address).content.decode())
    with acting_as("coordinatrice") as viewer:
        with pytest.raises(Refused) as no:
            send_letter(path, "welcome_baby", Sent("hand", D, "Benvenuta.", 0), by=viewer, today=D)
        assert "una nascita che non è ancora scritta" in str(no.value.reason)
        child.refresh_from_db()
        record_birth(
            child, home(), by=viewer, version=child.version, day=D, given="Sole", family="Marchetti", sex="F"
        )
        assert send_letter(path, "welcome_baby", Sent("hand", D, "Benvenuta.", 0), by=viewer, today=D)
