"""The family's story says which child was listened to or was not, which goal, who said yes; what was not heard is not told as heard."""

from html import unescape

from django.urls import reverse

from intreccio.families.assessments import actions
from intreccio.families.assessments.tests.test_actions import said
from intreccio.ground.kernel.keys import key_for

HOME, LITTLE = key_for("household", "pellegrini"), key_for("person", "pellegrini_3")
MARCHETTI = key_for("household", "marchetti")


def story(client, home=HOME, page="household_story"):
    return unescape(client.get(f"{reverse(page, args=[home])}?lines=many").content.decode())


def not_met(today, **more):
    return said(today, heard="not_yet", words="", not_heard="not_met", **more)


def test_who_was_not_heard_is_told_as_not_heard_and_why(signed_in, acting_as, look_at, today):
    with acting_as("educatrice") as viewer:
        actions.write_child_words(look_at("pellegrini_t0"), LITTLE, not_met(today), version=None, by=viewer)
    for page in ("household_story", "household_page"):
        read = story(signed_in("educatrice"), page=page)
        assert "Non ancora ascoltata o ascoltato · Elia Pellegrini · non ci siamo ancora incontrati" in read
        assert "Scritte le parole di una bambina o di un bambino · Elia" not in read


def test_who_was_heard_later_was_not_heard_then(signed_in, acting_as, look_at, today):
    with acting_as("educatrice") as viewer:
        look = look_at("pellegrini_t0")
        actions.write_child_words(look, LITTLE, not_met(today), version=None, by=viewer)
        actions.write_child_words(look, LITTLE, said(today, agreed="team"), version=1, by=viewer)
    read = story(signed_in("educatrice"))
    assert "Scritte le parole di una bambina o di un bambino · Elia Pellegrini" in read
    assert "Non ancora ascoltata o ascoltato · Elia Pellegrini" in read
    assert "non ci siamo ancora incontrati" not in read


def test_of_what_is_kept_near_others_are_not_told_whose_it_is(signed_in, acting_as, look_at, today):
    with acting_as("educatrice") as viewer:
        mine = said(today, agreed="near")
        actions.write_child_words(look_at("pellegrini_t0"), LITTLE, mine, version=None, by=viewer)
    assert "di un bambino · Elia" in story(signed_in("educatrice"))
    assert "di un bambino · Elia" not in story(signed_in("psicologa"))


def test_it_says_which_child_which_goal_and_who_said_yes(signed_in):
    read = story(signed_in("educatrice"), MARCHETTI)
    for words in (
        "Ascoltata una bambina o un bambino · Nadia Haddad",
        "Un obiettivo nel progetto · «Nadia ha un posto suo dove disegnare e fare i compiti»",
        "Qualcuno dice sì al progetto · Elena Marchetti",
        "Qualcuno dice sì al progetto · Chiara Fontana",
    ):
        assert words in read, words
