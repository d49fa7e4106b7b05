"""The invented district: how many of everything, at every stage, the same at every run; and nobody in it is real."""

import re
from collections import Counter
from datetime import date, timedelta

import pytest

from intreccio.families.access.vocabulary import FirstStep, SignalState
from intreccio.families.cases.vocabulary import Stage
from intreccio.front.web.demo import district
from intreccio.front.web.stories import WRITTEN
from intreccio.front.web.stories.others import LINES
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.panels import told
from intreccio.parties.organisations.demo.district import MAIN_ACCOUNTS
from intreccio.parties.people.rules.ages import age_on
from intreccio.parties.people.rules.codice_fiscale import made_of

DAY = today()
WORLD = district(DAY)
ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+")
PHONE = re.compile(r"(?<![\w-])\+?\d[\d ]{6,}\d(?![\w-])")
# Numbers that nobody answers: the same few everywhere in the district.
INVENTED_PHONE = re.compile(r"333 010 \d{4}|02 (555|000) \d{4}")


def rows(name):
    return WORLD.get(name, [])


def texts():
    """Every text of every row, but the codes of persons."""
    for many in WORLD.values():
        if isinstance(many, list):
            yield from (text for row in many for text in said(row))


def said(value, field=""):
    if field in {"codice_fiscale", "identifiers", "key", "code"}:
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from said(inner, name)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from said(inner)


def test_eleven_municipalities():
    (network,) = rows("districts")
    assert len(network["municipalities"]) == 11
    assert len({row["municipality"] for row in rows("households")}) == 11, "a family in each"


def test_the_bodies_of_the_network():
    kinds = Counter(body["kind"] for body in rows("organisations"))
    assert kinds == {"cooperative": 4, "municipality": 2, "health": 1, "school": 3, "association": 1}


def test_eighty_services():
    assert len(rows("services")) == 80


def test_twelve_written_families_and_twenty_eight_others():
    assert (len(WRITTEN), len(LINES)) == (12, 28)
    assert len({row["key"] for row in rows("households")}) == len(rows("households")) == 40
    assert len({row["name"] for row in rows("households")}) == 40
    assert all(len(story(DAY)["households"]) == 1 for story in WRITTEN)


def test_a_family_at_every_stage_and_some_before_the_first():
    stages = Counter(case["stage"] for case in rows("cases") if not case.get("voided"))
    assert set(stages) == set(Stage)
    assert min(stages.values()) >= 2
    assert {row["key"] for row in rows("households")} > {case["household"] for case in rows("cases")}


def test_signals_in_every_state_with_every_first_step():
    assert {signal.get("state", "received") for signal in rows("signals")} == set(SignalState)
    steps = {step["step"] for signal in rows("signals") for step in signal.get("steps", [])}
    assert steps >= {FirstStep.MEET, FirstStep.POINT, FirstStep.ASK, FirstStep.CLOSE}


@pytest.mark.parametrize("level", ["known", "contact", "record"])
def test_openings_of_every_level(level):
    standing = [row for row in rows("grants") if row["level"] == level and not row.get("withdrawn")]
    assert any(row["since"] <= DAY and (row.get("until") is None or row["until"] > DAY) for row in standing)


def test_openings_that_are_over_yet_to_begin_and_withdrawn():
    assert any(row.get("until") and row["until"] <= DAY for row in rows("grants"))
    assert any(row["since"] > DAY for row in rows("grants"))
    assert any(row.get("withdrawn") for row in rows("grants"))


def test_conversations_about_a_family_about_nobody_yet_and_without_a_name():
    assert {bool(row.get("household")) for row in rows("contacts")} == {True, False}
    assert any(row.get("anonymous") for row in rows("contacts"))


def test_the_same_at_every_run():
    assert district(DAY) == WORLD


def test_the_same_families_on_another_day():
    """Days move with today, and nothing else does."""
    later = district(DAY + timedelta(days=100))
    for name in ("households", "persons", "signals", "contacts", "cases"):
        assert [row["key"] for row in later[name]] == [row["key"] for row in WORLD[name]]


def test_nothing_has_happened_tomorrow():
    moments = [row["at"] for name in ("signals", "contacts", "events", "readings") for row in rows(name)]
    assert max(moment.date() for moment in moments) <= DAY


def test_every_act_of_a_family_has_words_and_the_codes_of_its_day():
    for event in rows("events"):
        assert told(event["kind"]), event["kind"]
        if event.get("household"):
            assert {"municipality", "team", "ages", "needs"} <= set(event["codes"]), event["kind"]


def test_nobody_acts_on_a_family_before_it_is_written():
    since = {row["key"]: row["since"] for row in rows("households")}
    early = [
        event["kind"]
        for event in rows("events")
        if event.get("household") and event["at"].date() < since[event["household"]]
    ]
    assert early == []


def test_addresses_and_telephones_are_nobody_s():
    for text in texts():
        assert all(found.endswith("@example.org") for found in ADDRESS.findall(text)), text
        assert all(INVENTED_PHONE.fullmatch(found) for found in PHONE.findall(text)), text


def test_a_fiscal_code_is_worked_out_from_an_invented_person():
    """None was copied from anywhere; one has the wrong sex, and its story says so."""
    for person in rows("persons"):
        if code := person.get("codice_fiscale"):
            made = {
                made_of(person["family"], person["given"], person["birth"], sex, code[11:15]) for sex in "FM"
            }
            assert code in made, person["key"]


def test_main_accounts_have_a_hat():
    hats = {hat["user"] for hat in rows("memberships") if not hat.get("until")}
    assert set(MAIN_ACCOUNTS) <= hats


@pytest.mark.parametrize("month", range(1, 13))
def test_the_ages_that_a_signal_tells_are_those_of_its_day(month):
    """Whatever the season in which somebody looks at the district."""
    tales = [story(date(2027, month, 3)) for story in WRITTEN]
    births = {row["key"]: row["birth"] for tale in tales for row in tale.get("persons", [])}
    for tale in tales:
        children = [births[home["person"]] for home in tale.get("homes", []) if home["role"] == "child"]
        for signal in tale.get("signals", []):
            ages = {age_on(birth, signal["at"].date()) for birth in children}
            assert {int(said) for said in re.findall(r"\d+", signal.get("children", ""))} <= ages, signal[
                "key"
            ]
