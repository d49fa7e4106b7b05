"""Whoever gives a hand: `name_helper`, `edit_helper`, `hear_helper`."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from intreccio.families.around.tests.conftest import bond, household, page, refusing
from intreccio.families.cases.tests.test_races import at_once
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event, History
from intreccio.ground.kernel.refused import Changed, NotAllowed
from intreccio.parties.people.actions import bonds as actions
from intreccio.parties.people.actions.bonds import Bonded, Helping
from intreccio.parties.people.models import Bond

RITA = {
    "to": "Ada, la vicina",
    "sphere": "neighbours",
    "helps": "porta i bambini a scuola",
    "said_by": "Elena",
}


def test_name_helper_writes_a_bond_that_says_what_they_do(acting_as, today):
    with acting_as("educatrice") as viewer:
        row = actions.name_helper(household(), Helping(**RITA, since=today), by=viewer)
        assert (row.helps, row.flow, row.said_by) == ("porta i bambini a scuola", "receives", "Elena")
        event = Event.objects.get(kind="helper.named", subject_id=row.pk)
        assert event.codes["agreed"] is False
        assert "Ada" not in str(event.codes)


def test_without_their_yes_nobody_is_reached(acting_as, today):
    with acting_as("educatrice") as viewer, refusing("solo con il suo sì"):
        actions.name_helper(household(), Helping(**RITA, reach="02 5550 0100"), by=viewer)


def test_the_database_holds_it_too(acting_as, today):
    with acting_as("educatrice"):
        row = bond()
        for wrong in (
            {"agreed_by": ""},
            {"agreed_on": None},
            {"agreed_by": "", "agreed_on": None},
            {"until": today},
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                Bond.objects.filter(pk=row.pk).update(**wrong)


def test_edit_helper_ends_the_help_and_how_to_reach_them_goes(acting_as, today):
    with acting_as("educatrice") as viewer:
        row = bond()
        said = Helping(
            **{**RITA, "to": row.to}, agreed_by=row.agreed_by, agreed_on=row.agreed_on, reach=row.reach, until=today
        )  # fmt: skip
        actions.edit_helper(row, said, by=viewer, version=row.version)
        assert (bond().until, bond().reach) == (today, "")
        assert "reach" in Event.objects.filter(kind="helper.edited", subject_id=row.pk).latest("at").fields


def test_a_bond_that_ends_in_the_ecomap_lets_them_go_too(acting_as, today):
    with acting_as("educatrice") as viewer:
        row = bond()
        said = Bonded(row.to, row.sphere, row.quality, row.flow, said_by=row.said_by, until=today)
        actions.edit_bond(row, said, by=viewer, version=row.version)
        assert bond().reach == ""
        assert bond().helps, "what they did stays written"


def test_a_second_edit_shows_both(acting_as, today):
    with acting_as("educatrice") as viewer:
        row = bond()
        said = Helping(**{**RITA, "to": row.to}, agreed_by=row.agreed_by, agreed_on=row.agreed_on)
        actions.edit_helper(row, said, by=viewer, version=row.version)
        with pytest.raises(Changed):
            actions.edit_helper(row, said, by=viewer, version=1)
        assert History.objects.filter(row_id=row.pk).exists()


def test_hear_helper_keeps_the_last_day(acting_as, today):
    with acting_as("educatrice") as viewer:
        actions.hear_helper(bond(), day=today, by=viewer)
        actions.hear_helper(bond(), day=today - timedelta(days=9), by=viewer)
        assert bond().heard_on == today
        assert Event.objects.filter(kind="helper.heard", subject_id=bond().pk).count() == 1
        with refusing("futuro"):
            actions.hear_helper(bond(), day=today + timedelta(days=1), by=viewer)


def test_who_is_gone_is_not_heard(acting_as, today):
    with acting_as("educatrice") as viewer:
        Bond.objects.filter(pk=bond().pk).update(until=today, reach="")
        with refusing("finito"):
            actions.hear_helper(bond(), day=today, by=viewer)


def test_who_only_reads_writes_nobody(acting_as):
    with acting_as("educatrice"):
        home = household()
    with acting_as("comune") as viewer, pytest.raises(NotAllowed):
        actions.name_helper(home, Helping(**RITA), by=viewer)
    with acting_as("lucia") as viewer, pytest.raises(NotAllowed):
        actions.name_helper(home, Helping(**RITA), by=viewer)


def test_two_hear_them_at_once_and_the_later_day_stays(keeper, today):
    def on(day):
        return lambda viewer: actions.hear_helper(bond(), day=day, by=viewer)

    told = at_once(("educatrice", on(today)), ("assistente", on(today - timedelta(days=1))))
    assert told == ["done", "done"]
    (heard,) = keeper.execute(
        "SELECT heard_on FROM people_bond WHERE id = %s",
        [key_for("bond", "marchetti", "Rita, la vicina che ha le chiavi")],
    ).fetchone()
    assert heard == today


def sent(**said):
    return {
        "once": str(new_key()),
        "to": "Ada",
        "helps": "tiene Leo",
        "sphere": "neighbours",
        "said_by": "Elena",
        **said,
    }


def test_the_form_keeps_what_was_written_and_says_what_is_missing(signed_in):
    answer = signed_in("educatrice").post(page("name_helper"), sent(reach="333 010 0000"))
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "solo con il suo sì" in text
    assert "333 010 0000" in text


def test_the_form_leads_back_to_who_is_around(signed_in, acting_as):
    client = signed_in("educatrice")
    answer = client.post(page("name_helper"), sent(), follow=True)
    assert answer.redirect_chain[-1][0] == page("network_page")
    assert "tiene Leo" in answer.content.decode()


def test_a_second_tap_writes_one(signed_in, acting_as):
    body = sent()
    for _ in range(2):
        signed_in("educatrice").post(page("name_helper"), body)
    with acting_as("educatrice"):
        assert Bond.objects.filter(household_id=household().pk, to="Ada").count() == 1


def test_somebody_wrote_first_and_both_are_shown(signed_in, acting_as, today):
    with acting_as("educatrice"):
        row = bond()
    address = page("edit_helper", "marchetti", row.pk)
    first = sent(version=str(row.version), to=row.to, helps="tiene le chiavi")
    assert signed_in("assistente").post(address, first).status_code == 302
    second = signed_in("educatrice").post(
        address, sent(version=str(row.version), to=row.to, helps="annaffia")
    )
    assert second.status_code == 409
    assert "tiene le chiavi" in second.content.decode()
    assert "annaffia" in second.content.decode()


def test_hearing_today_is_one_tap(signed_in, acting_as, today):
    with acting_as("educatrice"):
        row = bond()
    client = signed_in("educatrice")
    address = page("hear_helper", "marchetti", row.pk)
    assert str(today.year) in client.get(address).content.decode()
    client.post(address, {"once": str(new_key()), "day": today.isoformat()})
    with acting_as("educatrice"):
        assert bond().heard_on == today
