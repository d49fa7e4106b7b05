"""What two telephones, and money that has changed since, do to a note: both are shown, and no minute moves by itself."""

from datetime import timedelta

import pytest
from django.urls import reverse

from intreccio.families.diary import actions
from intreccio.families.diary.models import Visit, VisitNote
from intreccio.families.diary.queries.noting import lines_of
from intreccio.families.diary.tests.conftest import case_of
from intreccio.families.diary.tests.visiting import (
    FILI,
    PIANO,
    D,
    noted,
    persons,
    spent,
    summed,
    visit_note_of,
)
from intreccio.families.plans.queries.waiting import open_actions
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
        client.get(page).context["form"], text="Ha pianto.", audience=audience, present=list(map(str, persons("elena"))),
        next_step="Parlarle dei lividi", next_on=str(D + timedelta(days=2)),
    )  # fmt: skip
    assert client.post(page, sent).status_code == 302
    with acting_as("educatrice"):
        visits = Visit.objects.filter(case_id=key_for("case", "marchetti"), day=D + timedelta(days=2))
        assert visits.exists()
        assert not [each for each in visits if "lividi" in each.what]
        assert not [each for each in visits if each.persons], "nor who was there"


def test_what_is_written_at_the_desk_fixes_a_visit_and_no_visit_is_at_the_desk(signed_in, acting_as):
    client, page = signed_in("educatrice"), reverse("write_visit_note", args=[key_for("case", "marchetti")])
    sent = said_in(
        client.get(page).context["form"], text="Preparata la domanda.", place="desk", next_step="Portarla insieme",
        next_on=str(D + timedelta(days=2)),
    )  # fmt: skip
    assert client.post(page, sent).status_code == 302
    with acting_as("educatrice"):
        assert Visit.objects.get(what="Portarla insieme").place == "home"


def test_whoever_annuls_a_note_is_told_that_what_it_fixed_stays(signed_in, acting_as):
    """A visit agreed with a note of another family would be reminded, and gone to."""
    with acting_as("educatrice") as viewer:
        note = actions.write_visit_note(case_of("marchetti"), noted(), spent(), by=viewer, today=D)
    page = signed_in("educatrice").get(reverse("void_visit_note", args=[note.pk])).content.decode()
    assert "si annulla da dove sta" in page


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


def test_the_form_takes_the_minutes_that_were_agreed_and_no_more(signed_in, keeper):
    keeper.execute(
        "UPDATE parameters_parameter SET value = jsonb_set(value, '{most_minutes}', '900') WHERE code = 'visit_notes'"
    )
    client, page = signed_in("educatrice"), reverse("write_visit_note", args=[key_for("case", "marchetti")])
    form = client.get(page).context["form"]
    too_many = client.post(page, said_in(form, text="Una gita.", direct=901, indirect=0))
    assert too_many.status_code == 409
    assert "più minuti di quanti" in too_many.content.decode()
    assert client.post(page, said_in(form, text="Una gita.", direct=880, indirect=20)).status_code == 302


LATE = "Scritto dal tavolo: legge da sola."


@pytest.fixture
def stood(acting_as, keeper):
    """A note of a visit, written from a telephone so long ago that it stands."""
    keeper.execute(
        "UPDATE diary_visitnote SET visit_id = %s, how = 'well' WHERE id = %s",
        [key_for("visit", "marchetti_5"), OLD],
    )
    with acting_as("educatrice"):
        return visit_note_of(OLD)


def sent_late(client, page, **more):
    """What the other device sends of the same visit, three days after."""
    said = {
        "text": LATE,
        "direct": 45,
        "how": "hard",
        "present": persons("leo"),
        "next_step": "Chiamare la scuola",
    }
    return client.post(page, said_in(client.get(page).context["form"], **said | more))


def page_of_visit(note):
    """Where the other device writes of the same visit."""
    return reverse("write_visit_note", args=[note.case_id]) + f"?visit={note.visit_id}"


def test_late_words_of_a_second_device_are_led_to_a_correction_beside_the_first_note(
    signed_in, acting_as, stood
):
    with acting_as("educatrice"):
        before = summed(note_id=OLD)
    client = signed_in("educatrice")
    answer = sent_late(client, page_of_visit(stood))
    assert answer.status_code == 409
    html = answer.content.decode()
    correct = reverse("correct_visit_note", args=[stood.pk])
    assert f'action="{correct}"' in html
    assert "vale il vostro" not in html, "nobody is promised what is refused"
    told = {each.label: (each.theirs, each.yours) for each in answer.context["both"]}
    assert told["Che cosa è successo"] == (stood.text, LATE)
    assert told["Minuti con loro"] == (str(before[0]), "45")
    form = answer.context["form"]
    assert form["text"].value().startswith(LATE)
    for kept in ("Chi c'era: Leo", "Com'è andata: difficile", "Prossimo passo: Chiamare la scuola"):
        assert kept in form["text"].value(), "what a correction has no field for is there in words"
    assert client.post(correct, said_in(form)).status_code == 302
    with acting_as("educatrice"):
        beside = VisitNote.objects.get(corrects=stood)
        assert beside.text.startswith(LATE)
        assert visit_note_of(OLD).text == stood.text
        assert summed(note_id=stood.pk) == (45, 20)


def test_what_a_late_note_would_have_settled_is_kept_in_words(signed_in, stood):
    coming = D + timedelta(days=2)
    answer = sent_late(signed_in("educatrice"), page_of_visit(stood), next_on=str(coming))
    assert f"Quando: {coming:%d/%m/%Y}" in answer.context["form"]["text"].value()


def test_late_words_that_fewer_were_to_read_say_who_reads_a_correction(signed_in, stood):
    answer = sent_late(signed_in("educatrice"), page_of_visit(stood), audience="team")
    assert "Chi la legge" in {each.label for each in answer.context["both"]}
    assert "La rettifica la legge chi legge la prima nota" in answer.content.decode()


def test_a_change_begun_in_time_and_sent_late_becomes_a_correction(signed_in, acting_as, keeper):
    client, page = signed_in("educatrice"), reverse("edit_visit_note", args=[OLD])
    keeper.execute("UPDATE diary_visitnote SET written_at = now() WHERE id = %s", [OLD])
    form = client.get(page).context["form"]
    keeper.execute("UPDATE diary_visitnote SET written_at = now() - interval '3 days' WHERE id = %s", [OLD])
    answer = client.post(page, said_in(form, text=LATE))
    assert answer.status_code == 409
    correct = reverse("correct_visit_note", args=[OLD])
    assert f'action="{correct}"' in answer.content.decode()
    assert answer.context["form"]["text"].value() == LATE
    assert client.post(correct, said_in(answer.context["form"])).status_code == 302
    with acting_as("educatrice"):
        assert VisitNote.objects.get(corrects=OLD).text == LATE


def test_a_device_hears_that_its_correction_has_been_written(signed_in, stood):
    client = signed_in("educatrice")
    form = sent_late(client, page_of_visit(stood)).context["form"]
    correct = reverse("correct_visit_note", args=[stood.pk])
    sent = client.post(correct, said_in(form), headers={"X-Device": "1"})
    assert (sent.status_code, sent.json()["address"]) == (201, reverse("diary_page", args=[stood.case_id]))


def test_late_words_stay_under_the_key_of_their_device(signed_in, stood):
    """So that what waits there is wiped when the correction is written, and is no longer offered."""
    client = signed_in("educatrice")
    page = page_of_visit(stood)
    sent = said_in(client.get(page).context["form"], text=LATE)
    answer = client.post(page, sent)
    assert answer.context["form"]["once"].value() == sent["once"]
    assert 'data-keep="sent"' in answer.content.decode()
    empty = client.post(
        reverse("correct_visit_note", args=[stood.pk]), said_in(answer.context["form"], text="")
    )
    assert empty.status_code == 422
    assert 'data-keep="sent"' in empty.content.decode()


def test_what_was_to_be_settled_is_told_in_words_where_the_family_has_another_team_by_now(
    signed_in, acting_as
):
    """The note waited on the telephone; whoever wrote it still reads the record, and settles nothing of it any more."""
    day = D + timedelta(days=2)
    with acting_as("livia"):
        case = case_of("conti")
        deed = open_actions(case)[0]
    client, page = signed_in("educatrice"), reverse("write_visit_note", args=[case.pk])
    opened = client.get(page).context["form"]
    assert not {"deeds", "next_on"} & set(opened.fields)
    waited = {
        "next_step": "Chiamare la scuola",
        "next_on": str(day),
        "next_hour": "16:00",
        "deeds": [str(deed.pk)],
    }
    assert client.post(page, said_in(opened, text="Rosa era stanca.", **waited)).status_code == 302
    with acting_as("educatrice"):
        note = VisitNote.objects.filter(case=case).latest("written_at")
        assert note.next_step == "Chiamare la scuola"
        for words in ("Rosa era stanca.", f"Quando: {day:%d/%m/%Y}", "A che ora: 16:00", deed.what):
            assert words in note.text
        assert not Visit.objects.filter(case=case, day=day).exists()
    with acting_as("livia"):
        assert deed in open_actions(case), "nobody settled it"


def test_what_a_note_names_and_has_gone_by_is_asked_about_and_not_dropped(signed_in, acting_as, keeper):
    client, page = signed_in("educatrice"), reverse("write_visit_note", args=[key_for("case", "marchetti")])
    opened = client.get(page).context["form"]
    (goal, _title), *_more = opened.fields["goals"].choices
    keeper.execute(
        "UPDATE plans_plan SET state = 'replaced' WHERE case_id = %s", [key_for("case", "marchetti")]
    )
    answer = client.post(page, said_in(opened, text="Ha letto da solo.", goals=[goal]))
    assert answer.status_code == 422
    assert "Ha letto da solo." in answer.content.decode()
