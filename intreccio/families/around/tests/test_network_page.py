"""Who does what for a family, as its page says it."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from intreccio.families.around.queries.dimensions import sides_of
from intreccio.families.around.queries.drawing import drawing_of
from intreccio.families.around.queries.network import network_of
from intreccio.families.around.tests.conftest import bond, case_of, household, page
from intreccio.families.around.vocabulary import Dimension, Hearing, Ring
from intreccio.families.cases.models import Conference, ConferenceSeat
from intreccio.families.plans.models import FamilyResource
from intreccio.families.plans.queries.waiting import open_actions
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Reading
from intreccio.parties.people.actions import bonds
from intreccio.parties.people.actions.grants import grant
from intreccio.parties.people.vocabulary import Level

ASIDE = ("SAVEPOINT", "RELEASE")


def around(viewer, day, key="marchetti"):
    return {each.name: each for each in network_of(viewer, case_of(key), day).near}


@pytest.mark.parametrize(
    ("account", "status"),
    [("educatrice", 200), ("coordinatrice", 200), ("comune", 404), ("davide", 404), ("scuola", 404), ("admin", 404)],
)  # fmt: skip
def test_a_stranger_finds_nothing(signed_in, account, status):
    assert signed_in(account).get(page("network_page", "cattaneo")).status_code == status


def test_the_page_asks_no_more_than_it_may(signed_in):
    client = signed_in("educatrice")
    client.get(page("network_page"))
    with CaptureQueriesContext(connection) as asked:
        client.get(page("network_page"))
    assert len([each for each in asked.captured_queries if not each["sql"].startswith(ASIDE)]) <= 15


def test_who_opens_it_has_read(signed_in, acting_as):
    signed_in("educatrice").get(page("network_page"))
    with acting_as("educatrice"):
        assert Reading.objects.filter(page="network_page", household_id=household().pk).exists()


def test_everybody_stands_once_with_what_they_do(acting_as, today):
    with acting_as("educatrice") as viewer:
        found = around(viewer, today)
        network = network_of(viewer, case_of(), today)
    assert len(found) == len(network.near)
    rings = {name: each.ring for name, each in found.items()}
    assert rings["Chiara Fontana"] is Ring.WORKERS
    assert rings["Spazio gioco Il Cortile"] is Ring.SERVICES
    assert rings["La pediatra"] is Ring.SCHOOL_HEALTH
    assert rings["Nonna Luisa"] is Ring.NAMED
    assert "Porta Nadia e Leo a scuola" in found["Rita, la vicina che ha le chiavi"].does


def test_what_is_broken_is_not_around(acting_as, today):
    with acting_as("educatrice") as viewer:
        assert "La mensa dove Elena lavorava" not in around(viewer, today)


def test_what_each_may_see_is_said_in_plain_words(acting_as, today):
    with acting_as("educatrice") as viewer:
        found = around(viewer, today)
    assert found["Chiara Fontana"].sees == "vede il percorso"
    assert found["Consultorio Il Cortile"].sees.startswith("vede il percorso, fino a")
    assert found["Nonna Luisa"].sees == "non vede niente di ciò che è scritto qui"
    waiting, under_way = found["Spazio gioco Il Cortile"].sees, found["Scuola aperta"].sees
    assert "come si chiama" in waiting
    assert "a che numero" not in waiting, "whom to call goes over only with the yes"
    assert "a che numero" in under_way


@pytest.mark.parametrize(
    ("to", "name", "hearing"),
    [
        (
            {"to_organisation_id": key_for("organisation", "comune_rozzano")},
            "Comune di Rozzano",
            Hearing.HEARD,
        ),
        ({"to_team_id": key_for("team", "sportello_rete")}, "Sportello di rete", Hearing.NOT_ASKED),
    ],
)
def test_whom_it_is_open_to_is_said_also_where_a_colleague_of_theirs_is_at_work(
    acting_as, today, to, name, hearing
):
    """Giulia is of the municipality, Chiara of our own body: they are two, and a whole body or another team reads."""
    with acting_as("coordinatrice") as viewer:
        assert name not in around(viewer, today)
        opened = {
            "level": Level.RECORD,
            "purpose": "collaboration",
            "reason": "La casa nuova",
            "since": today,
            "until": None,
        }
        grant(household(), by=viewer, **opened, **to)
        near = around(viewer, today)[name]
    assert (near.sees, near.does, near.hearing) == ("vede il percorso", "La casa nuova", hearing)


def test_who_has_not_been_heard(acting_as, today):
    with acting_as("educatrice") as viewer:
        network = network_of(viewer, case_of(), today)
    told = {each.name: each.hearing for each in network.near}
    assert told["Rita, la vicina che ha le chiavi"] is Hearing.LONG
    assert told["La scuola di Nadia"] is Hearing.NEVER
    assert told["Nonna Luisa"] is Hearing.HEARD
    assert told["Spazio gioco Il Cortile"] is Hearing.RECENT, "asked three days ago: nobody waits yet"
    assert told["Papà Karim"] is Hearing.NOT_ASKED, "of whom nothing is asked nobody says it"
    names = [each.name for each in network.to_hear]
    assert names[-1] == "Rita, la vicina che ha le chiavi", "never heard comes first"


def test_hear_helper_takes_them_off_the_list(acting_as, today):
    with acting_as("educatrice") as viewer:
        bonds.hear_helper(bond("La scuola di Nadia"), day=today, by=viewer)
        assert around(viewer, today)["La scuola di Nadia"].hearing is Hearing.HEARD
        later = today + timedelta(days=61)
        assert around(viewer, later)["La scuola di Nadia"].hearing is Hearing.LONG


def test_who_came_to_a_meeting_was_heard(acting_as, today):
    with acting_as("educatrice") as viewer:
        case = case_of()
        of = {"household_id": case.household_id, "team_id": case.team_id}
        held = Conference.objects.create(
            case=case, kind="network", day=today, agenda=["la scuola"], held_on=today, minutes="Ci siamo visti.", **of
        )  # fmt: skip
        seat = ConferenceSeat.objects.create(conference=held, somebody="la pediatra", came=False, **of)
        assert around(viewer, today)["La pediatra"].hearing is Hearing.NEVER
        ConferenceSeat.objects.filter(pk=seat.pk).update(came=True)
        assert around(viewer, today)["La pediatra"].heard == today


def test_the_four_dimensions_say_where_nobody_is(acting_as, today):
    with acting_as("educatrice") as viewer:
        near = network_of(viewer, case_of(), today).near
        sides = {each.dimension: each for each in sides_of(case_of().household_id, near, today)}
    assert list(sides) == list(Dimension)
    assert sides[Dimension.MIND].has_nobody
    assert "La pediatra" in sides[Dimension.BODY].names
    assert sides[Dimension.LEARNING].asked == ["Spazio gioco Il Cortile"]
    assert any("Leo" in words for words in sides[Dimension.LEARNING].needed)
    assert "Papà Karim" not in sides[Dimension.SOCIAL].names, "what is tense holds nobody up"


def test_the_drawing_says_the_same_in_words(acting_as, today):
    with acting_as("educatrice") as viewer:
        network = network_of(viewer, case_of(), today)
        drawn = drawing_of(network, today)
    assert len(drawn.drawing.nodes) == len(network.near)
    for each in network.near:
        assert each.in_words in drawn.in_words
    dashed = {node.around.words for node in drawn.drawing.nodes if node.around.quality == "weak"}
    assert dashed == {each.name for each in network.to_hear}


def test_who_only_reads_finds_no_telephone_and_no_button(signed_in, acting_as, today):
    """Whom the record is opened to reads the page, and of a neighbour what they do."""
    with acting_as("coordinatrice") as viewer:
        opened = {"level": Level.RECORD, "purpose": "collaboration", "reason": "Si lavora insieme"}
        team = key_for("team", "equipe_est")
        grant(household(), by=viewer, **opened, since=today, until=None, to_team_id=team)
    ours, theirs = (
        unescape(signed_in(one).get(page("network_page")).content.decode())
        for one in ("educatrice", "davide")
    )
    for words, is_theirs in (
        ("Rita, la vicina che ha le chiavi", True),
        ("al citofono accanto", False),
        ("Scrivi chi dà una mano", False),
        ("Aggiorna o chiudi", False),
    ):
        assert words in ours
        assert (words in theirs) is is_theirs, words


def test_nobody_around_is_said_with_what_will_stand_here(signed_in):
    text = signed_in("lucia").get(page("network_page", "mansour")).content.decode()
    assert "Chi fa che cosa" in text


def test_the_page_of_a_case_leads_there(signed_in):
    text = signed_in("educatrice").get(page("case_page")).content.decode()
    assert page("network_page") in text


def test_a_way_that_was_a_mistake_has_no_button(signed_in, keeper):
    keeper.execute(
        "UPDATE cases_case SET voided_at = now(), void_reason = 'prova' WHERE id = %s", [key_for("case", "marchetti")]
    )  # fmt: skip
    text = signed_in("educatrice").get(page("network_page")).content.decode()
    assert not re.search(r"helpers/new|outings/new", text)


def promise(keeper, keys, name, since):
    """These actions of the plan are of somebody, by name, since a day."""
    for number, key in enumerate(keys):
        keeper.execute(
            "UPDATE plans_planaction SET worker_id = NULL, person_id = NULL, service_id = NULL, somebody = %s, what = %s, state_since = %s"
            " WHERE id = %s",
            [name, f"Cosa {number}", since, key],
        )


def test_whom_the_family_and_the_plan_both_name_stands_once(acting_as, keeper, today):
    """With all that they do: what the family tells, and what is in the plan, also where that is more than one thing."""
    with acting_as("educatrice"):
        keys = [row.pk for row in open_actions(case_of())][:2]
    promise(keeper, keys, "nonna luisa", today)
    with acting_as("educatrice") as viewer:
        names = [each.name.lower() for each in network_of(viewer, case_of(), today).near]
        found = around(viewer, today)
    assert names.count("nonna luisa") == 1
    assert {"Cosa 0", "Cosa 1"} <= set(found["Nonna Luisa"].does.split("; "))


@pytest.mark.parametrize(("days", "hearing"), [(14, Hearing.RECENT), (15, Hearing.NEVER)])
def test_whom_only_the_plan_names_is_to_be_heard_too(acting_as, keeper, today, days, hearing):
    with acting_as("educatrice"):
        keys = [row.pk for row in open_actions(case_of())][:1]
    promise(keeper, keys, "La zia Pina", today - timedelta(days=days))
    with acting_as("educatrice") as viewer:
        near = around(viewer, today)["La zia Pina"]
    assert (near.hearing, near.url) == (hearing, page("name_helper"))


def brought(case, somebody, what, kind, since, **more):
    """What the family brings of somebody near, as its plan has it."""
    of = {"household_id": case.household_id, "team_id": case.team_id}
    return FamilyResource.objects.create(somebody=somebody, what=what, kind=kind, since=since, **of, **more)


def test_whom_one_counts_on_in_the_plan_does_something(acting_as, today):
    with acting_as("educatrice") as viewer:
        case = case_of()
        brought(case, "La zia Pina", "Il sabato tiene Leo", "time", today - timedelta(days=20))
        brought(case, "nonna Luisa", "Cuce le tende", "skill", today)
        brought(case, "Il nonno", "Suonava la tromba", "lived", today)
        brought(case, "La cugina", "Aveva la macchina", "thing", today - timedelta(days=9), until=today)
        found = around(viewer, today)
    pina = found["La zia Pina"]
    assert (pina.ring, pina.does, pina.hearing) == (Ring.NAMED, "Il sabato tiene Leo", Hearing.NEVER)
    assert "Cuce le tende" in found["Nonna Luisa"].does.split("; ")
    assert "Il nonno" not in found
    assert "La cugina" not in found, "one no longer counts on it"
