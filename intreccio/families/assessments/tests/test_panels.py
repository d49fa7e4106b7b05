"""What shows elsewhere: the box of a case, what waits in Oggi, what holds a closing back."""

from uuid import uuid4

from django.urls import reverse

from intreccio.families.assessments.tests.conftest import page
from intreccio.families.cases.models import Case
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.panels import objections


def case_page(key):
    return reverse("case_page", args=[key_for("case", key)])


def begin(key):
    return reverse("begin_assessment", args=[key_for("case", key)])


def test_the_case_shows_every_moment_and_the_way_to_the_next(signed_in):
    text = signed_in("assistente").get(case_page("marchetti")).content.decode()
    assert "Che cosa c'è, che cosa serve" in text
    assert page("assessment_page", "marchetti_t0") in text
    assert begin("marchetti") in text
    assert "da 2,2 a 3,5" in text, "Elena and Karim see the money differently: no mean hides it"
    text = signed_in("educatrice").get(case_page("marchetti")).content.decode()
    assert begin("marchetti") not in text, "an educator listens, and does not begin"


def test_while_one_is_open_no_other_begins(signed_in):
    text = signed_in("assistente").get(case_page("pellegrini")).content.decode()
    assert begin("pellegrini") not in text
    assert "in corso" in text


def test_a_family_that_was_never_looked_at_says_why_it_helps(signed_in):
    text = signed_in("coordinatrice").get(case_page("kumar")).content.decode()
    assert "Non ci siamo ancora seduti a guardare insieme" in text
    assert begin("kumar") in text


def test_the_box_costs_one_query(signed_in, counted):
    client = signed_in("assistente")
    client.get(case_page("hoxha"))
    with counted() as queries:
        client.get(case_page("hoxha"))
    assert len([one for one in queries if "assessments_" in one["sql"]]) == 1


def test_one_that_has_been_open_for_long_waits_for_the_reference_of_the_family(signed_in):
    way = page("assessment_page", "pellegrini_t0")
    assert way in signed_in("educatrice").get("/").content.decode()
    assert way not in signed_in("psicologa").get("/").content.decode()
    assert page("assessment_page", "ferri_t0") in signed_in("davide").get("/").content.decode()


def held_back(key, **motive):
    case = Case.objects.get(pk=key_for("case", key))
    return " ".join(str(reason) for reason in objections("why_not_close", case, **motive))


def test_what_holds_the_closing_of_a_case_back(acting_as):
    with acting_as("coordinatrice"):
        assert "(T1)" in held_back("marchetti")
        assert "(T1)" not in held_back("marchetti", motive="moved")
        assert "ancora aperta" in held_back("pellegrini", motive="moved")
        assert "valutazione" not in held_back("kumar")


def test_the_story_of_the_family_tells_it(signed_in):
    client = signed_in("educatrice")
    words = {"once": uuid4(), "version": 1, "read_together": "Cominciamo dai soldi."}
    client.post(page("read_together", "pellegrini_t0"), words)
    story = client.get(reverse("household_story", args=[key_for("household", "pellegrini")])).content.decode()
    assert "Scritto che cosa si legge insieme" in story
    assert "Cominciamo dai soldi" not in story, "acts carry no words"


def next_step(client, key):
    text = client.get(case_page(key)).content.decode()
    return text.partition('<section class="i-next"')[2].partition("</section>")[0]


def test_in_charge_the_next_step_is_to_look_together(signed_in):
    assert begin("kumar") in next_step(signed_in("coordinatrice"), "kumar")
    assert page("assessment_page", "pellegrini_t0") in next_step(signed_in("educatrice"), "pellegrini")
    said = next_step(signed_in("sara"), "kumar")
    assert "Comincia chi coordina o un'assistente sociale." in said
    assert begin("kumar") not in said


def test_once_looked_at_the_next_step_is_the_plan(signed_in):
    assert reverse("draft_plan", args=[key_for("case", "quispe")]) in next_step(
        signed_in("educatrice"), "quispe"
    )
    draft = reverse("plan_page", args=[key_for("plan", "rossetti_lima-1")])
    assert draft in next_step(signed_in("educatrice"), "rossetti_lima")
    assert next_step(signed_in("educatrice"), "marchetti") == "", (
        "with a plan that goes on nothing is missing"
    )
