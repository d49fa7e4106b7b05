"""A plan never denies that a child was listened to: when and by whom, without what was said; what the child agrees to stands there."""

from html import unescape

import pytest
from django.urls import reverse

from intreccio.families.assessments.actions import (
    Occasion,
    listen_to_child,
    share_child_words,
    void_listening,
)
from intreccio.families.assessments.models import ChildWords, Listening
from intreccio.families.plans.actions import Disagreed, write_disagreement
from intreccio.families.plans.queries.people import family_of
from intreccio.ground.design.templatetags.design import spoken
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.models import Person

NADIA = key_for("person", "nadia")
PLAN = key_for("plan", "marchetti-1")
NEVER = "Non li abbiamo ancora ascoltati"


def panel(client, plan=PLAN):
    page = unescape(client.get(reverse("plan_page", args=[plan])).content.decode())
    return page.split('id="bambini"')[1].split("</section>")[0]


def test_a_listening_is_told_by_day_and_who_and_not_by_what_was_said(signed_in):
    said = panel(signed_in("assistente"))
    assert NEVER not in said
    for words in (
        "Nadia, 11 anni",
        "con Chiara Fontana",
        "Vorrei un posto mio dove disegnare",
        "Leo, 3 anni",
    ):
        assert words in said, words
    assert reverse("child_voice", args=[key_for("household", "marchetti"), NADIA]) in said
    assert "Con Amina" not in said, "an answer is of the record, and not of the plan"


def test_the_drawings_that_are_agreed_stand_there_and_the_others_do_not(signed_in):
    said = panel(signed_in("educatrice"))
    assert reverse("child_drawing", args=[key_for("child_drawing", "leo_tappeto_disegno")]) in said
    assert "Io e il gatto" in said
    assert "Il posto mio" not in said, "also where one may see it"
    assert str(key_for("child_drawing", "nadia_scuola_disegno")) not in said


@pytest.mark.parametrize("agreed", ["near", "team"])
def test_of_words_that_are_not_for_the_plan_it_says_only_that_there_was_a_listening(
    signed_in, acting_as, agreed
):
    key = key_for("child_words", "marchetti_t0", "nadia")
    with acting_as("educatrice") as viewer:
        row = ChildWords.objects.select_related("household", "assessment").get(pk=key)
        share_child_words(row, agreed=agreed, version=1, by=viewer)
    for account in ("educatrice", "psicologa"):
        said = panel(signed_in(account))
        assert "Ascolto di" in said
        assert "Vorrei un posto mio dove disegnare." not in said


def test_a_child_who_was_only_listened_to_is_not_told_as_one_who_was_not(
    signed_in, acting_as, plan_of, today
):
    with acting_as("educatrice") as viewer:
        plan = plan_of("rossetti_lima")
        home = plan.case.household
        little = next(one for one in family_of(viewer, home).values() if one.is_minor and one.is_ours)
        told = Occasion(today, viewer.membership_id, "home", face="well")
        listen_to_child(home, little.person.pk, told, by=viewer)
    said = panel(signed_in("educatrice"), plan.pk)
    assert NEVER not in said
    assert f"Ascolto di {spoken(today)}, con Chiara Fontana" in said


def test_who_keeps_words_near_was_listened_to_also_for_who_may_not_read(signed_in, acting_as):
    leo = key_for("person", "leo")
    with acting_as("educatrice") as viewer:
        row = ChildWords.objects.select_related("household", "assessment").get(person=leo, voided_at=None)
        share_child_words(row, agreed="near", version=row.version, by=viewer)
        for heard in Listening.objects.filter(person=leo, voided_at=None):
            void_listening(heard, reason="di un'altra bambina", by=viewer)
        day = row.heard_on
    told = panel(signed_in("psicologa"))
    assert "Leo, 3 anni" in told
    assert f"Ascolto di {spoken(day)}, con Chiara Fontana" in told
    assert "Io e mamma" not in told
    assert "Io e il gatto" not in told, "drawn on an occasion that was a mistake"


def test_what_a_minor_does_not_agree_on_says_who_was_told(signed_in, acting_as, plan_of, today):
    with acting_as("assistente") as viewer:
        plan = plan_of("marchetti")
        words = Disagreed("Non voglio il doposcuola il lunedì.", "", "")
        write_disagreement(plan, words, person=Person.objects.get(pk=NADIA), by=viewer, today=today)
        name = viewer.name
    page = unescape(signed_in("educatrice").get(reverse("plan_page", args=[PLAN])).content.decode())
    after = page.split("Non voglio il doposcuola il lunedì.")[1]
    assert f"Lo ha raccolto {name}" in after[:300]
