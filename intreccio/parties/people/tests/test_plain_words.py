"""What a page of a family says is said in words that everybody reads: no codes, no capitals at random, no endless lists."""

import re

from intreccio.ground.kernel.models import Reading
from intreccio.ground.kernel.panels import told
from intreccio.parties.people import urls
from intreccio.parties.people.models import Person
from intreccio.parties.people.tests.world import ELENA, ILARIA, MARCHETTI, TOSI, address, send, text

NOTHING = {"birth_date": "", "birth_precision": "exact", "died_on": "", "sex": "F"}


def test_where_somebody_was_born_and_of_what_country_they_are_is_said_by_name(signed_in):
    page = text(signed_in("educatrice").get(address("person_page", MARCHETTI, ELENA)))
    assert "Milano (MI)" in page
    assert "Italia" in page
    assert "<dd>F205" not in page


def test_a_place_of_birth_is_written_by_name_in_italy_or_abroad(signed_in, acting_as):
    client = signed_in("tommaso")
    for written, code in (
        ("Rozzano", "H623"),
        ("san teodoro (me)", "I328"),
        ("Marocco", "Z330"),
        ("h501", "H501"),
    ):
        form = address("edit_person", TOSI, ILARIA)
        send(client, form, **NOTHING, birthplace_code=written, citizenship="MA")
        with acting_as("tommaso"):
            person = Person.objects.get(pk=ILARIA)
            assert (person.birthplace_code, person.citizenships) == (code, ["MA"])
    assert 'value="Roma (RM)"' in text(client.get(form))


def test_a_place_that_nobody_knows_is_asked_again_and_what_was_written_stays(signed_in):
    client = signed_in("tommaso")
    answer = send(
        client, address("edit_person", TOSI, ILARIA), **NOTHING, birthplace_code="Atlantide", citizenship=""
    )
    assert answer.status_code == 422
    assert "Non troviamo questo luogo" in text(answer)
    assert 'value="Atlantide"' in text(answer)


def test_one_of_given_and_family_name_is_enough_and_the_form_says_so(signed_in):
    client = signed_in("educatrice")
    for page in ("add_person",):
        assert text(client.get(address(page, MARCHETTI))).count("ne basta uno") == 2
    assert text(client.get(address("add_name", MARCHETTI, ELENA))).count("ne basta uno") == 2


def test_every_line_of_the_story_begins_with_a_capital(signed_in):
    page = text(signed_in("educatrice").get(address("household_story", MARCHETTI)))
    lines = re.findall(r"</time>\s*<p>(?:<a [^>]+>)?(.)", page)
    assert len(lines) > 5
    assert all(letter.isupper() for letter in lines)


def test_the_same_act_several_times_a_day_is_one_line_of_the_story(signed_in):
    page = text(signed_in("educatrice").get(address("household_story", MARCHETTI)))
    assert re.search(r"<p>(?:<a [^>]+>)?[^<]+, \d+ volte", page)


def test_who_is_shown_a_family_reads_what_they_see_said_to_them(signed_in):
    page = text(signed_in("scuola").get(address("household_page", TOSI)))
    assert "condivisa con voi: sapete che è conosciuta" in page


def test_a_page_about_one_person_says_about_whom(signed_in):
    client = signed_in("educatrice")
    page = text(client.get(address("edit_person", MARCHETTI, ELENA)))
    assert "<p>Elena Marchetti</p>" in page


def test_who_looked_is_told_day_by_day_and_how_often(signed_in, acting_as):
    client = signed_in("consultorio")
    for page in ("household_page", "household_story", "household_sight"):
        client.get(address(page, MARCHETTI))
    sight = text(signed_in("educatrice").get(address("household_sight", MARCHETTI)))
    assert re.search(
        r"Bianca Orsi · Consultorio Il Cortile</b>, 3 volte: [^<]*la pagina della famiglia", sight
    )
    with acting_as("educatrice"):
        days = {
            at.date() for at in Reading.objects.filter(household_id=MARCHETTI).values_list("at", flat=True)
        }
    assert sight.count("volt") >= len(days)
    assert "(voi)" in sight


def test_every_page_of_a_family_has_a_name_where_one_reads_who_has_looked():
    pages = [pattern.name for pattern in urls.urlpatterns if "household_id" in str(pattern.pattern)]
    assert [page for page in pages if not told(f"reading.{page}")] == []
