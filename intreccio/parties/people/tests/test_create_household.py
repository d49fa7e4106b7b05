"""A new family: its first persons, one more without a script, and the hint that it may be known already."""

from datetime import date

from intreccio.ground.kernel.models import Event
from intreccio.parties.people.actions.households import begin_household
from intreccio.parties.people.actions.newcomers import Draft
from intreccio.parties.people.models import Household, HouseholdMembership, Language
from intreccio.parties.people.queries.codes import codes_of_the_day
from intreccio.parties.people.queries.known import Sought, hints_for, known_already
from intreccio.parties.people.queries.search import found_ids
from intreccio.parties.people.rules.search import words_sought
from intreccio.parties.people.tests.test_household_list import ASIDE
from intreccio.parties.people.tests.world import DAVIDE, NADIA, NORD, address, birth_of, hidden, text

MANAGED = {"persons-INITIAL_FORMS": "0", "persons-MIN_NUM_FORMS": "1", "persons-MAX_NUM_FORMS": "12"}


def person(number, given, family, **values):
    said = {
        "given": given,
        "family": family,
        "role": "parent",
        "birth_precision": "exact",
        "sex": "",
        **values,
    }
    return {f"persons-{number}-{name}": value for name, value in said.items()}


def filled(client, *persons, **values):
    page = client.get(address("create_household"))
    said = {
        "team_id": str(NORD),
        "name": "",
        "municipality_code": "015189",
        "elsewhere": "",
        **hidden(page),
        **values,
    }
    for each in persons:
        said |= each
    return {**said, **MANAGED, "persons-TOTAL_FORMS": str(len(persons))}


def test_it_takes_the_name_of_the_first_person_and_leads_to_its_page(signed_in, acting_as):
    client = signed_in("assistente")
    blank = person(1, "", "")
    sent = filled(client, person(0, "Ada", "Riva", phone="333 1"), blank, languages=["ar", "it"])
    answer = client.post(address("create_household"), sent)
    assert answer.status_code == 302
    assert "Famiglia Riva" in text(client.get(answer.url))
    with acting_as("assistente"):
        household = Household.objects.get(name="Famiglia Riva")
        said = Language.objects.filter(household=household).values_list("person", "use", "code", "since")
        assert set(said) == {(None, "speaks", "ar", None), (None, "speaks", "it", None)}
        assert HouseholdMembership.objects.filter(household=household).count() == 1


def test_a_second_tap_writes_nothing_and_leads_to_the_same_page(signed_in, acting_as):
    client = signed_in("assistente")
    sent = filled(client, person(0, "Ada", "Riva"))
    first, second = (client.post(address("create_household"), sent) for _ in range(2))
    assert first.url == second.url
    with acting_as("assistente"):
        assert Household.objects.filter(name="Famiglia Riva").count() == 1


def test_one_more_person_keeps_what_was_typed_and_judges_nothing(signed_in, acting_as):
    client = signed_in("assistente")
    sent = filled(client, person(0, "", ""), name="Casa Nuova", more="1", languages=["ar"])
    page = client.post(address("create_household"), sent)
    assert page.status_code == 200
    assert "Persona 2" in text(page)
    assert "Casa Nuova" in text(page)
    assert "Manca" not in text(page)
    with acting_as("assistente"):
        assert not Household.objects.filter(name="Casa Nuova").exists()


def test_without_anybody_it_is_sent_back_with_what_is_missing(signed_in):
    client = signed_in("assistente")
    page = client.post(address("create_household"), filled(client, person(0, "", "")))
    assert page.status_code == 422
    assert "Manca ancora un nome o un cognome" in text(page)


def test_another_municipality_is_named_by_hand(signed_in, acting_as):
    client = signed_in("assistente")
    client.post(address("create_household"), filled(client, person(0, "Ada", "Riva"), elsewhere="pavia"))
    wrong = client.post(
        address("create_household"), filled(client, person(0, "Ada", "Riva"), elsewhere="Paperopoli")
    )
    assert wrong.status_code == 422
    with acting_as("assistente"):
        assert Household.objects.get(name="Famiglia Riva").municipality_code == "018110"


def test_somebody_elses_team_cannot_be_chosen(signed_in):
    client = signed_in("assistente")
    sent = filled(client, person(0, "Ada", "Riva"), team_id="019b76da-a800-7f98-9d75-62297d676c7d")
    assert client.post(address("create_household"), sent).status_code == 422


def test_it_says_who_is_known_before_writing_and_never_merges(signed_in, acting_as):
    client = signed_in("assistente")
    sent = filled(client, person(0, "Nadia", "Haddad", birth_date=birth_of(acting_as, NADIA).isoformat()))
    page = client.post(address("create_household"), sent)
    assert page.status_code == 200
    assert "È la stessa: apri Famiglia Marchetti Haddad" in text(page)
    with acting_as("assistente"):
        assert not Household.objects.filter(name="Famiglia Haddad").exists()
    answer = client.post(address("create_household"), {**sent, "another": "1"})
    assert answer.status_code == 302


def test_out_of_sight_it_says_only_that_somebody_knows_them(signed_in, acting_as):
    client = signed_in("assistente")
    born = birth_of(acting_as, DAVIDE, "tommaso")
    sent = filled(client, person(0, "Davide", "Tosi", birth_date=born.isoformat()))
    page = text(client.post(address("create_household"), sent))
    assert "Già conosciuta: chiedi allo sportello di rete" in page
    assert "Famiglia Tosi" not in page


def test_at_most_fifteen_queries_with_three_persons_their_codes_and_telephones(signed_in, counted, today):
    client = signed_in("assistente")
    people = [
        person(
            each,
            name,
            "Rivolta",
            birth_date=f"{today.year - 20 - each}-03-0{each + 1}",
            phone=f"333 77{each}",
        )
        | {f"persons-{each}-fiscal_code": f"RVLGNN9{each}C01F205Z"}
        for each, name in enumerate(("Ada", "Bice", "Carla"))
    ]
    sent = filled(client, *people)
    with counted() as queries:
        answer = client.post(address("create_household"), sent)
    assert answer.status_code == 302
    assert len([one for one in queries.captured_queries if not one["sql"].startswith(ASIDE)]) <= 15


def test_each_act_carries_the_codes_of_the_home_as_it_was_then(acting_as, today):
    drafts = [Draft("Ada", "Riva", birth_date=date(today.year - 40, 1, 1)), Draft("Ugo", "Riva")]
    with acting_as("assistente") as viewer:
        household = begin_household(
            by=viewer, today=today, name="", persons=drafts, municipality_code="015189", team_id=NORD
        )
        events = Event.objects.filter(household_id=household.pk).order_by("at", "id")
        assert [event.kind for event in events] == ["household.created", "person.added", "person.added"]
        assert [event.codes["ages"] for event in events] == [[], ["30-64"], ["30-64", "unknown"]]
        last = events[2].codes
        assert {name: last[name] for name in ("municipality", "team", "ages", "needs")} == codes_of_the_day(
            household, today
        )


def test_a_new_family_is_found_by_names_code_and_telephone(acting_as, today):
    draft = Draft("Ada", "Rivolta", phone="333 77", fiscal_code="RVLDAA90C41F205Z")
    with acting_as("assistente") as viewer:
        household = begin_household(
            by=viewer, today=today, name="", persons=[draft], municipality_code="015189", team_id=NORD
        )
        assert household.code == Household.objects.get(pk=household.pk).code
        for words in ("rivolta ada", "33377", "rvldaa90c41f205z", household.code):
            assert found_ids(words_sought(words)) == [household.pk]


def test_beyond_the_limit_there_are_fewer_hints_and_the_family_can_be_written(acting_as):
    born = birth_of(acting_as, NADIA)
    with acting_as("assistente") as viewer:
        for _ in range(19):
            known_already(viewer, "Haddad", born)
        assert len(hints_for(viewer, [Sought("Haddad", born), Sought("", None), Sought("Haddad", born)])) == 2
