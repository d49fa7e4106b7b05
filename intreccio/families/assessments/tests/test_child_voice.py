"""Pages of a child's voice: who opens them, what they tell, in which order, at what cost."""

from uuid import uuid4

import pytest
from django.urls import reverse

from intreccio.families.assessments.models import Listening
from intreccio.families.assessments.tests.conftest import only, page
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Reading
from intreccio.parties.people.models import HouseholdMembership, Person

HOME, NADIA, LEO = key_for("household", "marchetti"), key_for("person", "nadia"), key_for("person", "leo")
HEARD = key_for("listening", "nadia_scuola")


def of(name, person=NADIA, home=HOME):
    return reverse(name, args=[home, person])


def text(client, address):
    return client.get(address).content.decode()


@pytest.mark.parametrize("name", ["child_voice", "listen_to_child"])
def test_they_are_for_who_works_with_the_family(answers, name):
    assert answers(of(name)) == only(coordinatrice=200, assistente=200, educatrice=200, psicologa=200)


def test_a_child_who_lives_in_two_homes_has_a_voice_in_each_and_no_word_passes_over(signed_in):
    there = of("child_voice", home=key_for("household", "haddad"))
    answer = signed_in("educatrice").get(there)
    assert answer.status_code in (200, 404)
    assert "Con Amina" not in answer.content.decode()


def test_child_voice_tells_everything_the_last_first_with_who_listened(signed_in, acting_as):
    said = text(signed_in("educatrice"), of("child_voice"))
    for words in (
        "Con Amina, in fondo al corridoio", "Con chi stai bene, e con chi puoi parlare?", "a scuola", "Chiara Fontana",
        "Disegnare. E quando la nonna fa il pane.", "Leo, che giocava", "Così così", "Vorrei un posto mio dove disegnare",
        "Il posto mio", "T0, all&#x27;inizio",
    ):  # fmt: skip
        assert words in said, words
    assert said.index("Con Amina") < said.index("Disegnare. E quando la nonna")
    with acting_as("educatrice"):
        assert Reading.objects.filter(page="child_voice", shown=[NADIA]).exists()


def test_who_reads_english_reads_the_questions_in_english_and_the_answers_as_they_were_said(signed_in):
    client = signed_in("educatrice")
    client.cookies["intreccio_language"] = "en"
    said = text(client, of("child_voice"))
    assert "Whom do you feel good with, and whom can you talk to?" in said
    assert "Con chi stai bene" not in said
    assert "Con Amina, in fondo al corridoio" in said
    asked = text(client, of("listen_to_child"))
    assert "What would you like to change, and what must stay as it is?" in asked
    assert "Che cosa" not in asked


def test_what_a_child_keeps_is_said_to_be_there_and_not_what_it_is(signed_in):
    said = text(signed_in("psicologa"), of("child_voice"))
    assert "Un disegno che tiene per sé" in said
    assert "Il posto mio" not in said
    assert "Questo è per te" not in said


CONTI, MATTIA = key_for("household", "conti"), key_for("person", "mattia")


@pytest.mark.parametrize(
    ("who", "home", "person", "leads"),
    [
        ("educatrice", HOME, NADIA, True),
        ("educatrice", HOME, key_for("person", "elena"), False),
        ("educatrice", CONTI, MATTIA, True),
        ("scuola", CONTI, MATTIA, False),
    ],
    ids=["in charge", "a grown up", "the record by a grant", "who sees only who they are"],
)
def test_the_page_of_a_minor_leads_to_their_voice_who_may_read_it(signed_in, who, home, person, leads):
    client = signed_in(who)
    assert (of("child_voice", person, home) in text(client, of("person_page", person, home))) is leads
    if leads:
        assert client.get(of("child_voice", person, home)).status_code == 200


def test_a_mistake_stays_readable_with_its_reason(signed_in):
    assert "scritto due volte" in text(signed_in("educatrice"), of("child_voice", LEO))


def test_a_grown_up_is_not_asked_the_questions_of_children(signed_in):
    elena = key_for("person", "elena")
    assert signed_in("educatrice").get(of("listen_to_child", elena)).status_code == 404
    assert "Non c'è ancora niente di suo" in text(signed_in("educatrice"), of("child_voice", elena))


def test_the_questions_are_of_the_age_and_others_can_be_taken(signed_in):
    client = signed_in("educatrice")
    assert "In questo periodo, che cosa ti piace?" in text(client, of("listen_to_child"))
    assert "Giocando:" in text(client, of("listen_to_child", LEO))
    younger = text(client, of("listen_to_child") + "?band=6-10")
    assert "Che cosa ti piace fare?" in younger
    assert "In questo periodo, che cosa ti piace?" in text(client, of("listen_to_child") + "?band=nessuna")


def test_listen_to_child_says_what_is_missing_and_keeps_what_was_told(signed_in, acting_as):
    client = signed_in("educatrice")
    told = {"once": uuid4(), "heard_on": "2020-01-01", "alone": "no", "answer-growing_like": "La bici rossa."}
    missing = client.post(of("listen_to_child"), told)
    said = missing.content.decode()
    assert missing.status_code == 422
    for words in ("La bici rossa.", "Scrivi chi c&#x27;era", "Un giorno già venuto"):
        assert words in said, words
    day = client.get(of("listen_to_child")).context["form"]["heard_on"].value()
    good = {
        **told, "once": uuid4(), "heard_on": day, "others": "la nonna", "place": "home", "heard_by": key_for("membership", "educatrice"),
    }  # fmt: skip
    first, second = client.post(of("listen_to_child"), good), client.post(of("listen_to_child"), good)
    assert first.status_code == second.status_code == 302
    assert first.url == second.url
    assert "La bici rossa." in text(client, first.url)
    with acting_as("educatrice"):
        assert Listening.objects.filter(person=NADIA, others="la nonna").count() == 1


def test_an_open_look_is_proposed_and_another_family_s_is_not_taken(signed_in):
    client, little = signed_in("educatrice"), key_for("person", "pellegrini_3")
    address = of("listen_to_child", little, key_for("household", "pellegrini"))
    assert str(key_for("assessment", "pellegrini_t0")) in text(client, address)
    foreign = {"once": uuid4(), "assessment": key_for("assessment", "marchetti_t0")}
    assert client.post(address, foreign).status_code == 422


def test_edit_listening_by_two_hands_shows_both(signed_in):
    client, address = signed_in("educatrice"), reverse("edit_listening", args=[HEARD])
    form = client.get(address).context["form"]
    kept = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    for words, status in (("Con Sara.", 302), ("Con Gaia.", 409)):
        answer = client.post(address, {**kept, "once": uuid4(), "version": 1, "answer-growing_near": words})
        assert answer.status_code == status
    said = answer.content.decode()
    assert "Con Sara." in said
    assert "Con Gaia." in said


def test_void_listening_and_void_child_drawing_ask_why(signed_in):
    client = signed_in("educatrice")
    drawing = key_for("child_drawing", "leo_tappeto_disegno")
    for name, key in (("void_child_drawing", drawing), ("void_listening", HEARD)):
        address = reverse(name, args=[key])
        assert client.post(address, {"once": uuid4()}).status_code == 422
        voided = client.post(address, {"once": uuid4(), "reason": f"per prova {name}"})
        assert f"per prova {name}" in text(client, voided.url)
        assert client.get(address).status_code == 409, "annulled, it is read"


def test_of_a_closed_look_the_pages_say_that_it_is_read(signed_in):
    client, key = signed_in("educatrice"), key_for("listening", "nadia_primavera")
    for name in ("edit_listening", "void_listening", "add_child_drawing"):
        assert client.get(reverse(name, args=[key])).status_code == 409
    assert reverse("edit_listening", args=[key]) not in text(client, of("child_voice"))


def test_share_child_drawing_by_who_was_there(signed_in):
    address = reverse("share_child_drawing", args=[key_for("child_drawing", "leo_tappeto_disegno")])
    assert signed_in("psicologa").get(address).status_code == 409
    client = signed_in("educatrice")
    assert "Sì, può vederlo" in text(client, address)
    said = {"once": uuid4(), "version": 1, "shared": "no"}
    assert client.post(address, said).status_code == 302
    assert client.post(address, {**said, "once": uuid4()}).status_code == 409, "read at an older version"
    assert "Io e il gatto" not in text(signed_in("psicologa"), of("child_voice", LEO))


def test_voices_beside_puts_the_child_beside_the_adults_and_makes_no_number_of_it(signed_in):
    client = signed_in("assistente")
    said = text(client, page("voices_beside", "marchetti_t0"))
    for words in (
        "Dormo con Leo",
        "Alla mensa mi hanno finito il contratto",
        "su questo non ha detto niente",
        "La casa con il pane",
    ):
        assert words in said, words
    assert said.index("Dormo con Leo") < said.index("Alla mensa mi hanno finito"), "the child's first"
    looked = client.get(page("voices_beside", "marchetti_t0")).context
    for theme in looked["themes"]:
        assert not any(column.who.startswith("Nadia") for column in theme.adults), "a child is no adult voice"
        assert not any(
            isinstance(value, (int, float)) for column in theme.children for value in vars_of(column)
        )
    assert 'role="img"' not in said.split("<main")[1].split("</main")[0], "no drawing of numbers"


def vars_of(column):
    return [column.words, *(each.words for each in column.answers)]


@pytest.mark.parametrize(
    "address", [page("voices_beside", "marchetti_t0"), of("child_voice"), of("listen_to_child"), page("assessment_page", "marchetti_t0")]
)  # fmt: skip
def test_the_pages_cost_few_queries(signed_in, counted, address):
    client = signed_in("educatrice")
    client.get(address)
    with counted() as queries:
        client.get(address)
    costly = [
        one["sql"]
        for one in queries
        if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "SELECT set_config"))
    ]
    assert len(costly) <= 15, "\n".join(costly)


@pytest.mark.parametrize(("role", "is_listened_to"), [("child", True), ("foster", True), ("parent", False)])
def test_a_child_of_whom_no_birth_is_written_is_listened_to(signed_in, acting_as, role, is_listened_to):
    """As a list without dates brings it in."""
    home, person = key_for("household", "pellegrini"), key_for("person", "pellegrini_3")
    with acting_as("assistente"):
        Person.objects.filter(pk=person).update(birth_date=None)
        HouseholdMembership.objects.filter(household=home, person=person).update(role=role)
    client = signed_in("educatrice")
    asked = client.get(reverse("listen_to_child", args=[home, person]))
    assert (asked.status_code == 200) is is_listened_to
    look = client.get(page("assessment_page", "pellegrini_t0")).content.decode()
    assert (reverse("child_voice", args=[home, person]) in look) is is_listened_to
