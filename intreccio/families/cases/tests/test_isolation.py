"""Who has nobody written around, who has a new home, and a reason that an area above adds: on the board and among the prompts."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.urls import reverse

from intreccio.families.cases import actions
from intreccio.families.cases.models import Case, PromptSetAside
from intreccio.families.cases.queries.attention import (
    attention_limits_on,
    prompt_of,
    prompts_of_household,
    prompts_of_team,
)
from intreccio.families.cases.queries.board import Chosen, groups_of
from intreccio.families.cases.queries.said import said_of, to_case
from intreccio.families.cases.queries.sources import Reason, add_reason, kinds, sources
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.refused import Refused
from intreccio.ground.parameters.queries import holding_at
from intreccio.parties.people.actions.voiding import void_row
from intreccio.parties.people.models import Bond, HomeAddress, Household

NORTH = key_for("team", "equipe_nord")
ALONE = key_for("household", "pellegrini")


def kind_of(household_id, kind, today):
    return [one for one in prompts_of_household(household_id, today=today) if one.kind == kind]


def tell_of(household_id=ALONE, **more):
    """Somebody near, as the family tells it."""
    home = Household.objects.get(pk=household_id)
    return Bond.objects.create(
        household=home, team_id=home.team_id, to="La zia", **{"sphere": "relatives", **more}
    )


def test_a_family_of_which_nobody_is_written_is_asked_about(acting_as, today):
    with acting_as("educatrice") as viewer:
        (prompt,) = kind_of(ALONE, "no_ties", today)
        said = said_of(viewer, prompt, today=today)
    assert said.why.startswith("Da ")
    assert "chi c'è vicino?" in said.why
    assert said.way.url == reverse("add_bond", args=[ALONE])


def test_not_before_there_was_time_to_ask(acting_as, today):
    with acting_as("educatrice"):
        case = Case.objects.get(household_id=ALONE)
        last = case.opened_on + timedelta(days=attention_limits_on(today).no_ties)
        assert kind_of(ALONE, "no_ties", last) == []
        (prompt,) = kind_of(ALONE, "no_ties", last + timedelta(days=1))
        assert prompt.since == case.opened_on


@pytest.mark.parametrize(
    ("said", "shows"),
    [
        ({}, False),
        ({"quality": "strong", "sphere": "neighbours"}, False),
        ({"quality": "weak"}, True),
        ({"quality": "weak", "helps": "tiene i bambini"}, False),  # whoever does something is there
        ({"quality": "tense"}, True),
        ({"quality": "broken"}, True),
        ({"quality": "broken", "helps": "teneva i bambini"}, True),
        ({"sphere": "health"}, True),  # a service is no neighbour
        ({"sphere": "school"}, True),
        ({"sphere": "associations"}, False),  # a group is somebody
    ],
)
def test_one_bond_that_holds_is_enough(acting_as, today, said, shows):
    with acting_as("educatrice"):
        tell_of(**said)
        assert bool(kind_of(ALONE, "no_ties", today)) is shows


def test_where_the_last_one_went_it_begins_again_from_that_day(acting_as, today):
    with acting_as("educatrice"):
        gone = today - timedelta(days=20)
        tell_of(until=gone)
        assert kind_of(ALONE, "no_ties", today) == []
        (prompt,) = kind_of(ALONE, "no_ties", gone + timedelta(days=61))
        assert prompt.since == gone


def test_a_mistake_is_nobody(acting_as, today):
    with acting_as("educatrice") as viewer:
        row = tell_of()
        assert kind_of(ALONE, "no_ties", today) == []
        void_row(row, row.household, by=viewer, reason="era di un'altra famiglia")
        assert kind_of(ALONE, "no_ties", today)


def test_a_silence_around_comes_back_on_a_day(acting_as, today):
    with acting_as("educatrice") as viewer:
        case = Case.objects.select_related("household").get(household_id=ALONE)
        about = {
            "kind": "no_ties",
            "subject_id": case.pk,
            "reason": "waiting",
            "words": "Lo chiediamo alla verifica.",
        }
        with pytest.raises(Refused) as refused:
            actions.set_aside_prompt(case, **about, until=None, by=viewer, today=today)
        assert "Scegliete quando torna" in refused.value.reason
        back = today + timedelta(days=80)
        actions.set_aside_prompt(case, **about, until=back, by=viewer, today=today)
        assert prompt_of(case, "no_ties", case.pk, today=today).aside.until == back
        assert prompt_of(case, "no_ties", case.pk, today=back).aside is None


def move(household_id, day):
    home = Household.objects.get(pk=household_id)
    HomeAddress.objects.create(household=home, team_id=home.team_id, line="Via Nuova 1", since=day)


def test_a_new_home_is_news_for_a_time(acting_as, today):
    with acting_as("educatrice") as viewer:
        assert kind_of(ALONE, "moved", today) == []
        move(ALONE, today)
        (prompt,) = kind_of(ALONE, "moved", today)
        assert "casa nuova" in said_of(viewer, prompt, today=today).why
        assert kind_of(ALONE, "moved", today + timedelta(days=60))
        assert kind_of(ALONE, "moved", today + timedelta(days=61)) == []


def test_the_first_home_that_is_written_is_no_move(acting_as, keeper, today):
    keeper.execute("DELETE FROM people_homeaddress WHERE household_id = %s", [ALONE])
    with acting_as("educatrice"):
        move(ALONE, today)
        assert kind_of(ALONE, "moved", today) == []


def test_of_who_must_not_be_found_no_move_is_told(acting_as, keeper, today):
    with acting_as("educatrice"):
        move(ALONE, today)
        assert kind_of(ALONE, "moved", today)
        Household.objects.filter(pk=ALONE).update(is_protected=True, municipality_code="")
        assert kind_of(ALONE, "moved", today) == []


def test_thresholds_are_dated_and_have_a_source(acting_as, today):
    with acting_as("educatrice"):
        limits, held = attention_limits_on(today), holding_at("isolation_limits", today)
    assert (limits.no_ties, limits.moved) == (60, 60)
    assert "ogni rete concorda i suoi" in held.source


LOST = """
    SELECT 'school-lost', w.household_id, w.id, w.opened_on, w.opened_on, 'Nadia', NULL::date
    FROM ways w WHERE w.opened_on <= %(day)s
"""


@pytest.fixture
def school() -> Iterator[None]:
    """An area above that knows of lessons; afterwards it is not there."""

    def say(prompt: Any, day: date) -> str:
        return f"{prompt.what} non va a lezione da {(day - prompt.since).days} giorni."

    add_reason("school-lost", Reason("scuola da ritrovare", say, to_case), LOST)
    yield
    sources.prompts.remove(LOST)
    del sources.reasons["school-lost"]


def test_a_reason_of_an_area_above_is_a_prompt_like_the_others(acting_as, school, today):
    with acting_as("educatrice") as viewer:
        (prompt,) = kind_of(ALONE, "school-lost", today)
        said = said_of(viewer, prompt, today=today)
    assert said.label == "scuola da ritrovare"
    assert said.why.startswith("Nadia non va a lezione da ")
    assert said.way.url == reverse("case_page", args=[prompt.case_id])


def test_it_stands_on_the_board_after_ours_and_can_be_chosen(signed_in, acting_as, school, today):
    with acting_as("coordinatrice"):
        prompts = prompts_of_team(NORTH, today=today)
    assert list(kinds())[-1] == "school-lost"
    assert groups_of(prompts, Chosen())[-1].kind == "school-lost"
    text = (
        signed_in("coordinatrice")
        .get(f"{reverse('attention_list')}?team={NORTH}&kind=school-lost")
        .content.decode()
    )
    assert "Scuola da ritrovare" in text
    assert "non va a lezione" in text


def test_it_is_set_aside_with_a_reason_and_comes_back(signed_in, acting_as, school, today):
    with acting_as("educatrice"):
        case = Case.objects.get(household_id=ALONE)
    body = {"once": str(new_key()), "reason": "somebody_else", "words": "Ci pensa la maestra.", "until": ""}
    answer = signed_in("educatrice").post(
        reverse("set_aside_prompt", args=[case.pk, "school-lost", case.pk]), body
    )
    assert answer.status_code == 302
    with acting_as("educatrice") as viewer:
        (prompt,) = kind_of(ALONE, "school-lost", today)
        assert prompt.aside.words == "Ci pensa la maestra."
        row = PromptSetAside.objects.get(case=case, kind="school-lost")
        actions.take_back_prompt(row, reason="è tornata a mancare", by=viewer)
        assert kind_of(ALONE, "school-lost", today)[0].aside is None


def test_without_that_area_its_old_words_ask_for_nothing(signed_in, acting_as, today):
    with acting_as("educatrice"):
        case = Case.objects.get(household_id=ALONE)
        assert "school-lost" not in {one.kind for one in prompts_of_household(ALONE, today=today)}
    answer = signed_in("educatrice").get(reverse("set_aside_prompt", args=[case.pk, "school-lost", case.pk]))
    assert answer.status_code == 404


@pytest.mark.parametrize(
    "kind", ["risk", "no_ties", "School-Lost", "school-", "school-lost_for_a_very_long_time"]
)
def test_a_kind_without_its_area_is_not_taken(kind):
    with pytest.raises(ValueError, match="says no area"):
        add_reason(kind, Reason("x", lambda _prompt, _day: "", to_case), LOST)
    assert kind not in sources.reasons


def test_the_board_asks_once_whatever_is_registered(acting_as, school, today, django_assert_num_queries):
    with acting_as("coordinatrice"), django_assert_num_queries(1):
        prompts_of_team(NORTH, today=today)
    assert connection.in_atomic_block
