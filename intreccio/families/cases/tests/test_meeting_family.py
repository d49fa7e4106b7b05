"""«Ci siamo sentiti»: the day, how, with whom, a line of words. Written in one step, and the prompt that asked for it is silent."""

import re
from datetime import timedelta

import pytest
from django.db import transaction
from django.db.utils import IntegrityError
from django.urls import reverse

from intreccio.families.cases.actions import call_off_conference, meet_family
from intreccio.families.cases.actions.conferences import Heard
from intreccio.families.cases.models import Conference
from intreccio.families.cases.queries.attention import prompts_of_household, prompts_of_team
from intreccio.families.cases.queries.said import said_of
from intreccio.families.cases.rules.conferences import why_not_meet
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import Refused

D = today()
CASE, ELENA = key_for("case", "marchetti"), key_for("person", "elena")
WORDS = "Il nido va bene, Leo dorme di più."


def heard(**more):
    return Heard(**{"kind": "phone", "day": D, "persons": (ELENA,), "words": WORDS} | more)


def answers(**more):
    said = {"kind": "phone", "day": D.isoformat(), "persons": [str(ELENA)], "words": WORDS}
    return {"once": str(new_key()), **said, **more}


@pytest.mark.parametrize(
    ("said", "may"),
    [({}, True), ({"day": D - timedelta(days=30)}, True), ({"day": D + timedelta(days=1)}, False), ({"words": " "}, False),
     ({"day": D - timedelta(days=91)}, False), ({"persons": 0}, False), ({"has_ended": True}, False)],
)  # fmt: skip
def test_a_contact_is_of_a_day_that_has_come_with_somebody_and_a_line(said, may):
    usual = {
        "day": D,
        "words": WORDS,
        "persons": 1,
        "today": D,
        "opened_on": D - timedelta(days=90),
        "has_ended": False,
    }
    assert (why_not_meet(**usual | said) is None) == may


@pytest.mark.parametrize("account", ["educatrice", "psicologa", "assistente", "coordinatrice"])
def test_meet_family_by_whoever_works_with_them(acting_as, case_of, account):
    with acting_as(account) as by:
        made = meet_family(case_of("marchetti"), heard(), by=by, today=D)
        row = Conference.objects.get(pk=made.pk)
        assert (row.kind, row.held_on, row.minutes) == ("phone", D, WORDS)
        assert row.seats.get(person_id=ELENA).came
        assert row.seats.get(membership_id=by.membership_id).came, "and who heard them"
        event = Event.objects.get(kind="case.family_met", subject_id=made.pk)
        assert WORDS not in str(event.codes)


def test_a_person_of_another_family_is_not_heard_here(acting_as, case_of):
    with acting_as("educatrice") as by, pytest.raises(Refused) as no:
        meet_family(case_of("marchetti"), heard(persons=(key_for("person", "cattaneo_1"),)), by=by, today=D)
    assert no.value.code == "not_of_these"


def silent_since(account, acting_as):
    """A family of this account that nobody has heard from for long, with its prompt as a page says it."""
    with acting_as(account) as viewer:
        for team in viewer.team_ids:
            for prompt in prompts_of_team(team, today=D):
                if prompt.kind == "no_contact" and prompt.aside is None:
                    return prompt, said_of(viewer, prompt, today=D)
    raise AssertionError("the district has no such family")


def test_the_prompt_leads_to_the_form_and_is_silent_afterwards(signed_in, acting_as):
    prompt, said = silent_since("educatrice", acting_as)
    assert said.way.url == reverse("meet_family", args=[prompt.case_id])
    assert str(said.way.action) == "Scrivi che vi siete sentiti"
    client = signed_in("educatrice")
    page = client.get(said.way.url)
    assert page.status_code == 200
    person = page.context["form"].fields["persons"].choices[0][0]
    done = client.post(said.way.url, answers(persons=[person]))
    assert (done.status_code, done["Location"]) == (302, reverse("case_page", args=[prompt.case_id]))
    with acting_as("educatrice"):
        assert "no_contact" not in [each.kind for each in prompts_of_household(prompt.household_id, today=D)]


def test_a_psychologist_and_an_educator_find_the_way_on_the_page_of_the_case(signed_in):
    for account in ("educatrice", "psicologa"):
        text = signed_in(account).get(reverse("case_page", args=[CASE])).content.decode()
        assert reverse("meet_family", args=[CASE]) in text


def test_what_is_missing_is_said_and_nothing_is_written(signed_in, acting_as):
    client, page = signed_in("educatrice"), reverse("meet_family", args=[CASE])
    for wrong in (
        {"day": (D + timedelta(days=1)).isoformat()},
        {"persons": []},
        {"words": ""},
        {"kind": "team"},
    ):
        assert client.post(page, answers(**wrong)).status_code == 422, wrong
    with acting_as("educatrice"):
        assert not Conference.objects.filter(minutes=WORDS).exists()


def test_it_reads_as_a_contact_and_not_as_a_meeting(signed_in):
    client = signed_in("educatrice")
    assert client.post(reverse("meet_family", args=[CASE]), answers()).status_code == 302
    text = client.get(reverse("case_page", args=[CASE])).content.decode()
    link = re.findall(r'/conferences/([0-9a-f-]+)">Telefonata', text)[0]
    said = client.get(f"/cases/{CASE}/conferences/{link}").content.decode()
    assert WORDS in said
    assert "Vi siete sentiti" in said
    assert "Di che cosa si parla" not in said
    prepared = client.get(reverse("plan_conference", args=[CASE])).content.decode()
    assert "Telefonata" not in prepared, "a call is not prepared: it is told"


def test_a_contact_written_by_mistake_is_annulled_and_counts_no_more(acting_as, case_of):
    with acting_as("educatrice") as by:
        made = meet_family(case_of("marchetti"), heard(), by=by, today=D)
        call_off_conference(
            Conference.objects.select_related("case__household").get(pk=made.pk),
            reason="altra famiglia",
            by=by,
        )
        assert Conference.objects.get(pk=made.pk).voided_at is not None


def test_the_database_knows_no_contact_that_was_not_held(acting_as, case_of):
    with acting_as("educatrice"):
        case = case_of("marchetti")
        of = {"case": case, "household_id": case.household_id, "team_id": case.team_id}
        with pytest.raises(IntegrityError, match="contact_is_held"), transaction.atomic():
            Conference.objects.create(**of, kind="visit", day=D, agenda=["x"])
