"""Who is to be heard, which dimension somebody is on, what may become of going together: tables and random days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from intreccio.families.around.rules.dimensions import of_body, of_need, of_profession, of_sphere
from intreccio.families.around.rules.hearing import TO_HEAR, AroundLimits, hearing_of
from intreccio.families.around.rules.outings import (
    Standing,
    unmet_by,
    why_not_close,
    why_not_plan,
    why_not_record,
    why_not_step,
)
from intreccio.families.around.vocabulary import Dimension, Hearing, OutingState, StoppedBy
from intreccio.parties.people.rules.bonds import why_not_hear, why_not_reach

TODAY = date(2026, 11, 26)
LIMITS = AroundLimits(unheard=60, first=14, near=2)
DAYS = some.dates(date(2015, 1, 1), date(2035, 12, 31))
VERBS = ("move_outing", "record_outing", "drop_outing", "retry_outing")


def ago(days):
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("since", "heard", "said"),
    [
        (ago(200), ago(60), Hearing.HEARD),  # sixty days: as agreed
        (ago(200), ago(61), Hearing.LONG),
        (ago(200), TODAY, Hearing.HEARD),
        (ago(14), None, Hearing.RECENT),
        (ago(15), None, Hearing.NEVER),
        (None, None, Hearing.NEVER),  # nobody knows since when: nobody has been heard
        (None, ago(3), Hearing.HEARD),
        (ago(3), ago(90), Hearing.LONG),  # back after a long time
    ],
)
def test_who_has_been_heard(since, heard, said):
    assert hearing_of(since=since, heard=heard, today=TODAY, limits=LIMITS) is said


@given(some.none() | DAYS, DAYS, some.integers(0, 400))
def test_whoever_was_heard_today_is_not_to_be_heard(since, today, unheard):
    limits = AroundLimits(unheard=unheard, first=14, near=2)
    assert hearing_of(since=since, heard=today, today=today, limits=limits) not in TO_HEAR


@given(some.none() | DAYS, some.none() | DAYS, DAYS, some.integers(0, 4000))
def test_time_alone_never_makes_somebody_heard(since, heard, today, later):
    if hearing_of(since=since, heard=heard, today=today, limits=LIMITS) in TO_HEAR:
        then = today + timedelta(days=later)
        assert hearing_of(since=since, heard=heard, today=then, limits=LIMITS) in TO_HEAR


@pytest.mark.parametrize(
    ("code", "dimension"),
    [
        ("salute.psicologica", Dimension.MIND),
        ("emergenze.sanitario", Dimension.BODY),
        ("emergenze.alimentare", Dimension.SOCIAL),
        ("futuro.istruzione", Dimension.LEARNING),
        ("abitare", Dimension.SOCIAL),
        ("lavoro.inserimenti", Dimension.SOCIAL),
        ("tema.ambiente", None),
        ("futurologia", None),  # begins alike, and is not of it
        ("", None),
    ],
)
def test_a_need_is_of_a_dimension_of_health(code, dimension):
    assert of_need(code) is dimension


def test_a_trade_a_world_and_a_body_are_of_a_dimension_too():
    assert of_profession("psychologist") is Dimension.MIND
    assert of_profession("coordinator") is None
    assert of_sphere("school") is Dimension.LEARNING
    assert of_sphere("work") is None
    assert of_body("health") is Dimension.BODY
    assert of_body("company") is None


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({}, None),
        ({"reach": "02 5550"}, "solo con il suo sì"),
        ({"reach": "02 5550", "agreed_by": "Rita", "agreed_on": TODAY}, None),
        ({"agreed_by": "Rita"}, "chi lo ha detto, e il giorno"),
        ({"agreed_on": TODAY}, "chi lo ha detto, e il giorno"),
        ({"agreed_by": "Rita", "agreed_on": TODAY + timedelta(days=1)}, "futuro"),
    ],
)
def test_how_to_reach_somebody_is_written_with_their_yes(said, reason):
    asked = {"reach": "", "agreed_by": "", "agreed_on": None, **said}
    found = why_not_reach(**asked, today=TODAY)
    assert found is None if reason is None else reason in found


def test_somebody_is_heard_on_a_day_that_has_come_and_while_they_are_there():
    assert why_not_hear(is_over=False, day=TODAY, today=TODAY) is None
    assert "futuro" in why_not_hear(is_over=False, day=TODAY + timedelta(days=1), today=TODAY)
    assert "finito" in why_not_hear(is_over=True, day=TODAY, today=TODAY)


GOOD = {"is_at_work": True, "service_is_open": True, "is_planned": False, "goes_is_ours": True, "day": TODAY}


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({}, None),
        ({"is_at_work": False}, "concluso"),
        ({"service_is_open": False}, "non è attivo"),
        ({"is_planned": True}, "già scritto"),
        ({"goes_is_ours": False}, "dell'équipe"),
        ({"day": ago(1)}, "da oggi"),
    ],
)
def test_one_goes_together_while_somebody_accompanies_the_family(said, reason):
    found = why_not_plan(**{**GOOD, **said}, today=TODAY)
    assert found is None if reason is None else reason in found


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"outcome": "got_in", "stopped": ""}, None),
        ({"outcome": "not_in", "stopped": "closed"}, None),
        ({"outcome": "not_in", "stopped": ""}, "che cosa ha fermato"),
        ({"outcome": "got_in", "stopped": "closed"}, "niente ha fermato"),
        ({"outcome": "got_in", "stopped": "", "done_on": TODAY + timedelta(days=1)}, "futuro"),
    ],
)
def test_a_no_says_what_stopped(said, reason):
    found = why_not_record(**{"done_on": TODAY, **said}, today=TODAY)
    assert found is None if reason is None else reason in found


PLANNED, IN, NO, DROPPED = (Standing(state) for state in ("planned", "got_in", "not_in", "dropped"))
AGAIN, LET_GO = Standing("not_in", is_followed=True), Standing("not_in", is_let_go=True)


@pytest.mark.parametrize(
    ("standing", "verbs"),
    [
        (PLANNED, {"move_outing", "record_outing", "drop_outing"}),
        (NO, {"retry_outing", "drop_outing"}),
        (IN, set()),
        (DROPPED, set()),
        (AGAIN, set()),
        (LET_GO, set()),
    ],
)
def test_what_can_be_done_where_it_stands(standing, verbs):
    assert {verb for verb in VERBS if why_not_step(verb, standing) is None} == verbs
    assert standing.is_open is bool(verbs)


def test_each_no_has_words_of_its_own():
    told = {str(why_not_step("record_outing", each)) for each in (IN, NO, DROPPED, AGAIN, LET_GO)}
    assert len(told) == 4  # what was dropped and what was let go are the same to whoever asks
    assert "com'è andata" in why_not_step("retry_outing", PLANNED)


@given(some.sampled_from(OutingState.values), some.booleans(), some.booleans(), some.sampled_from(VERBS))
def test_nothing_that_is_open_is_without_a_way_on(state, followed, let_go, verb):
    standing = Standing(state, followed, let_go)
    assert standing.is_open == any(why_not_step(each, standing) is None for each in VERBS)
    if why_not_step(verb, standing) is None:
        assert standing.is_open


@pytest.mark.parametrize(
    ("stopped", "unmet"),
    [
        ("no_room", "no_room"), ("not_eligible", "not_eligible"), ("too_far", "too_far"), ("no_service", "no_service"),
        ("closed", "no_answer"), ("language", "other"), ("other", "other"), ("papers", None), ("family", None), ("ours", None), ("", None),
    ],
)  # fmt: skip
def test_what_of_a_no_goes_to_the_ledger(stopped, unmet):
    assert unmet_by(stopped) == unmet


def test_the_table_above_knows_every_reason():
    assert {each.value for each in StoppedBy} == {
        "no_room", "not_eligible", "too_far", "no_service", "closed", "language", "other", "papers", "family", "ours",
    }  # fmt: skip


def test_a_family_out_of_reach_is_not_waited_for():
    assert why_not_close(0) is None
    assert "In 1 servizio" in why_not_close(1, motive="reached")
    assert "In 2 servizi" in why_not_close(2, motive="reached")
    assert why_not_close(2, motive="moved") is None
