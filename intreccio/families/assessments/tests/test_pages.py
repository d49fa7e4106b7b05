"""Each page: who gets it, what an empty form says, where a good one leads, what a second tap does."""

from uuid import uuid4

import pytest
from django.urls import reverse

from intreccio.families.assessments.models import Assessment, PointOfView
from intreccio.families.assessments.tests.conftest import only, page
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Reading

CHILD = key_for("person", "pellegrini_3")
TEAM = key_for("point_of_view", "pellegrini_t0", "team", "")
ANSWERED = {
    f"item-{item}": "4"
    for item in ("month_end", "work", "home", "near", "together", "services", "school", "play", "rules")
}


def test_the_page_is_for_who_reads_the_record(answers):
    assert answers(page("assessment_page", "marchetti_t0")) == only(
        coordinatrice=200, assistente=200, educatrice=200, psicologa=200
    )
    assert answers(page("assessment_page", "lombardo_t0"))["assistente"] == 200, "a window opens the record"


@pytest.mark.parametrize("name", ["add_point_of_view", "read_together"])
def test_whoever_works_with_them_may_write(answers, name):
    assert answers(page(name, "pellegrini_t0")) == only(
        coordinatrice=200, assistente=200, educatrice=200, psicologa=200
    )
    assert answers(page(name, "lombardo_t0"))["assistente"] == 403, "a window reads"


def test_beginning_and_ending_is_for_two_professions(answers):
    expected = only(coordinatrice=200, assistente=200, educatrice=403, psicologa=403)
    assert answers(reverse("begin_assessment", args=[key_for("case", "marchetti")])) == expected
    assert answers(page("void_assessment", "pellegrini_t0")) == expected


def test_the_page_tells_the_voices_the_children_and_what_is_read_together(signed_in):
    text = signed_in("educatrice").get(page("assessment_page", "marchetti_t0")).content.decode()
    for words in (
        "Vorrei un posto mio dove disegnare",
        "Nadia (11)",
        "Casa. Io e mamma.",
        "la forza di questa casa",
        "Elena e Karim la vedono diversamente",
        "Alla mensa mi hanno finito il contratto",
        "chiusa",
    ):
        assert words in text, words
    assert text.count('role="img"') == 3, "a profile of three axes, never one number"
    answering = page("assessment_page", "marchetti_t0") + "/voices/"
    assert f'href="{answering}' not in text


def test_at_t1_every_voice_says_how_much_it_moved(signed_in):
    text = signed_in("assistente").get(page("assessment_page", "hoxha_t1")).content.decode()
    assert "che cosa è cambiato dall'inizio" in text
    assert "→" in text
    assert 'class="was' in text
    assert page("assessment_page", "hoxha_t0") in text, "and the way back to the beginning"


def test_opening_is_recorded(signed_in, acting_as):
    signed_in("psicologa").get(page("assessment_page", "marchetti_t0"))
    with acting_as("psicologa"):
        assert Reading.objects.filter(
            page="assessment_page", household_id=key_for("household", "marchetti")
        ).exists()


def test_a_form_that_comes_back_with_what_is_missing_was_read_too(signed_in, acting_as):
    address = reverse("begin_assessment", args=[key_for("case", "marchetti")])
    family = key_for("household", "marchetti")
    client = signed_in("assistente")
    assert client.post(address, {"once": uuid4(), "moment": "mai"}).status_code == 422
    with acting_as("assistente"):
        assert Reading.objects.filter(page="begin_assessment", household_id=family).exists()


def test_what_is_missing_is_said_before_anybody_closes(signed_in):
    client = signed_in("assistente")
    text = client.get(page("assessment_page", "pellegrini_t0")).content.decode()
    assert "Che cosa manca per chiuderla insieme" in text
    assert "È ancora una bozza: l&#x27;équipe" in text
    assert page("close_assessment", "pellegrini_t0") not in text
    assert client.get(page("close_assessment", "pellegrini_t0")).status_code == 409


def test_begin_assessment_once(signed_in):
    client, address = (
        signed_in("assistente"),
        reverse("begin_assessment", args=[key_for("case", "marchetti")]),
    )
    assert "T1, alla verifica" in client.get(address).content.decode()
    said = {"once": uuid4(), "moment": "t1"}
    first, second = client.post(address, said), client.post(address, said)
    assert first.status_code == second.status_code == 302
    assert first.url == second.url
    assert client.get(address).status_code == 409, "it has begun"


def test_from_the_first_word_to_the_closing(signed_in):
    """One walk: a voice, its answers, the child's words, what is read together, closed."""
    client = signed_in("assistente")
    empty = client.post(page("add_point_of_view", "pellegrini_t0"), {"once": uuid4()})
    assert empty.status_code == 422
    day = client.get(page("add_point_of_view", "pellegrini_t0")).context["form"]["heard_on"].value()
    added = client.post(
        page("add_point_of_view", "pellegrini_t0"), {"once": uuid4(), "who": "school:", "heard_on": day}
    )
    assert "La scuola" in client.get(added.url).content.decode()
    for address in (added.url, page("answer_point_of_view", "pellegrini_t0", TEAM)):
        unfinished = client.post(address, {"once": uuid4(), "version": 1, "done": "1", "item-food": "3"})
        assert unfinished.status_code == 422
        assert (
            client.post(address, {"once": uuid4(), "version": 1, "done": "1", **ANSWERED}).status_code == 302
        )
    child = page("write_child_words", "pellegrini_t0", CHILD)
    assert client.post(child, {"once": uuid4(), "heard": "said", "heard_on": day}).status_code == 422
    assert client.post(child, {"once": uuid4(), "heard": "not_yet", "heard_on": day}).status_code == 422
    said = {"once": uuid4(), "heard": "drawn", "words": "Un sole grande.", "agreed": "team", "heard_on": day}
    assert client.post(child, said).status_code == 302
    words = {"once": uuid4(), "version": 1, "read_together": "Cominciamo dai soldi."}
    assert client.post(page("read_together", "pellegrini_t0"), words).status_code == 302
    close = page("close_assessment", "pellegrini_t0")
    assert "Chiudi la valutazione" in client.get(close).content.decode()
    done = {"once": uuid4()}
    assert (
        client.post(close, done).url
        == client.post(close, done).url
        == page("assessment_page", "pellegrini_t0")
    )
    text = client.get(page("assessment_page", "pellegrini_t0")).content.decode()
    assert "Un sole grande." in text
    assert client.get(child).status_code == 409, "closed, it is read"
    assert client.get(page("void_assessment", "pellegrini_t0")).status_code == 200


def test_a_draft_is_saved_and_a_second_edit_shows_both(signed_in):
    client, address = signed_in("educatrice"), page("answer_point_of_view", "pellegrini_t0", TEAM)
    draft = {"once": uuid4(), "version": 1, "item-food": "4"}
    assert client.post(address, draft).status_code == 302
    assert client.post(address, draft).status_code == 302, "a second tap"
    late = client.post(address, {"once": uuid4(), "version": 1, "item-food": "2"})
    text = late.content.decode()
    assert late.status_code == 409
    assert "Nel frattempo qualcun altro ha scritto" in text
    assert "costa fatica" in text
    assert 'name="version" value="2"' in text


def test_a_childs_words_written_twice_show_both(signed_in):
    client, address = signed_in("educatrice"), page("write_child_words", "pellegrini_t0", CHILD)
    day = client.get(address).context["form"]["heard_on"].value()
    for words, status in (("Il mare.", 302), ("La neve.", 409)):
        said = {"once": uuid4(), "heard": "said", "words": words, "agreed": "team", "heard_on": day}
        answer = client.post(address, said)
        assert answer.status_code == status
    text = answer.content.decode()
    assert "Il mare." in text
    assert "La neve." in text


def test_who_does_not_live_here_has_no_words_here(signed_in):
    address = page("write_child_words", "pellegrini_t0", key_for("person", "nadia"))
    assert signed_in("educatrice").get(address).status_code == 404


def test_a_voice_of_another_family_is_not_found_through_mine(signed_in):
    theirs = key_for("point_of_view", "marchetti_t0", "team", "")
    for name in ("answer_point_of_view", "void_point_of_view"):
        assert signed_in("educatrice").get(page(name, "pellegrini_t0", theirs)).status_code == 404


def test_void_point_of_view_and_void_assessment_say_why(signed_in, acting_as):
    client = signed_in("assistente")
    voided = client.post(
        page("void_point_of_view", "pellegrini_t0", TEAM), {"once": uuid4(), "reason": "doppio"}
    )
    assert "doppio" in client.get(voided.url).content.decode()
    assert client.post(page("void_assessment", "pellegrini_t0"), {"once": uuid4()}).status_code == 422
    gone = client.post(
        page("void_assessment", "pellegrini_t0"), {"once": uuid4(), "reason": "altra famiglia"}
    )
    assert "altra famiglia" in client.get(gone.url).content.decode()
    with acting_as("assistente"):
        assert PointOfView.objects.filter(pk=TEAM, voided_at__isnull=False).exists()
        assert Assessment.objects.filter(void_reason="altra famiglia").exists()


def test_the_page_costs_few_queries(signed_in, counted):
    client = signed_in("assistente")
    client.get(page("assessment_page", "hoxha_t1"))
    with counted() as queries:
        client.get(page("assessment_page", "hoxha_t1"))
    costly = [
        one["sql"]
        for one in queries
        if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "SELECT set_config"))
    ]
    assert len(costly) <= 15, "\n".join(costly)
