"""What two telephones, and money that has changed since, do to a note: both are shown, and no minute moves by itself."""

from datetime import timedelta

import pytest
from django.urls import reverse

from intreccio.families.diary import actions
from intreccio.families.diary.models import Visit
from intreccio.families.diary.queries.noting import lines_of
from intreccio.families.diary.tests.conftest import case_of
from intreccio.families.diary.tests.visiting import FILI, PIANO, D, noted, spent, summed
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.offer.funds.models import AgreedHours

OLD = key_for("visit_note", "marchetti_1")


def said_in(form, **more):
    """What a browser sends of a form as it was opened: of a list the choice that is marked, else the first."""
    found = {}
    for bound in form:
        value = bound.value()
        choices = [str(code) for code, _label in getattr(bound.field, "choices", ())]
        if bound.name in ("line", "step"):
            value = str(value or "") if str(value or "") in choices else choices[0]
        if value is not None:
            found[bound.name] = value
    return {**found, "once": str(new_key()), **more}


@pytest.fixture
def fresh(acting_as):
    with acting_as("educatrice") as viewer:
        return actions.write_visit_note(case_of("marchetti"), noted(), spent(), by=viewer, today=D).pk


def test_minutes_that_two_devices_put_right_are_both_shown(signed_in, acting_as, fresh):
    client, page = signed_in("educatrice"), reverse("edit_visit_note", args=[fresh])
    telephone, tablet = client.get(page).context["form"], client.get(page).context["form"]
    assert client.post(page, said_in(telephone, direct=185)).status_code == 302
    answer = client.post(page, said_in(tablet, direct=45))
    assert answer.status_code == 409
    assert [(each.theirs, each.yours) for each in answer.context["both"]] == [("185", "45")]
    assert "Dice già quello" not in answer.content.decode()


def test_a_line_that_pays_no_more_keeps_the_minutes_of_its_notes(signed_in, acting_as, keeper):
    """Whoever puts words right, and touches nothing else, moves no minute to another line."""
    with acting_as("educatrice"):
        before = summed(note_id=OLD, line_id=FILI)
        assert before != (0, 0)
    keeper.execute("UPDATE funds_agreedhours SET until = %s WHERE line_id = %s", [D, FILI])
    client, page = signed_in("educatrice"), reverse("correct_visit_note", args=[OLD])
    sent = said_in(client.get(page).context["form"], text="Erano due libri.")
    assert client.post(page, sent).status_code == 302
    with acting_as("educatrice"):
        assert summed(note_id=OLD, line_id=FILI) == before


@pytest.mark.parametrize("audience", ["team", "reference"])
def test_the_next_step_of_a_note_for_fewer_is_not_told_by_its_visit(signed_in, acting_as, audience):
    client, page = signed_in("educatrice"), reverse("write_visit_note", args=[key_for("case", "marchetti")])
    sent = said_in(
        client.get(page).context["form"], text="Ha pianto.", audience=audience,
        next_step="Parlarle dei lividi", next_on=str(D + timedelta(days=2)),
    )  # fmt: skip
    assert client.post(page, sent).status_code == 302
    with acting_as("educatrice"):
        visits = Visit.objects.filter(case_id=key_for("case", "marchetti"), day=D + timedelta(days=2))
        assert visits.exists()
        assert not [each for each in visits if "lividi" in each.what]


def test_minutes_are_paid_by_a_line_of_the_hat_that_is_worn(acting_as, keeper):
    """Somebody with two hats charges no body's hours to the money of another."""
    with acting_as("assistente") as viewer:
        other, place = new_key(), new_key()
        keeper.execute(
            "INSERT INTO organisations_membership SELECT (jsonb_populate_record(m, jsonb_build_object('id', %s::text,"
            " 'organisation_id', %s::text))).* FROM organisations_membership m WHERE id = %s",
            [str(other), str(key_for("organisation", "melograno")), viewer.membership_id],
        )
        keeper.execute(
            "INSERT INTO organisations_teammembership SELECT (jsonb_populate_record(t, jsonb_build_object('id', %s::text,"
            " 'membership_id', %s::text))).* FROM organisations_teammembership t WHERE membership_id = %s LIMIT 1",
            [str(place), str(other), viewer.membership_id],
        )
        keeper.execute(
            "INSERT INTO funds_agreedhours (id, version, void_reason, place_id, line_id, hours, since) VALUES (%s, 1, '', %s, %s, 20, %s)",
            [new_key(), place, FILI, D - timedelta(days=1)],
        )
        assert AgreedHours.objects.filter(place_id=place).exists()
        assert [key for key, _name in lines_of(viewer, D)] == [str(PIANO)]
