"""What each act leaves behind, from the act alone."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from intreccio.evidence.impact.rules.facts import HEARD, facts_of

DAY = date(2026, 10, 15)  # a Thursday
TEAM = str(uuid4())
OF_DAY = {"municipality": "015189", "team": TEAM, "ages": ["6-8", "30-64"], "needs": ["abitare"]}
REFERRAL = {**OF_DAY, "need": "emergenze.alimentare", "service": str(uuid4()), "sent_on": "2026-10-01"}


def told(kind, codes):
    return [
        (each.kind, each.need_code, each.outcome, each.reason, each.value)
        for each in facts_of(kind, codes, DAY)
    ]


@pytest.mark.parametrize(
    ("kind", "codes", "facts"),
    [
        ("signal.received", {"desk": TEAM, "danger": False}, [("signal", "", "", "", None)]),
        (
            "contact.created",
            {"needs": ["lavoro.inserimenti", "abitare"], "signal_on": "2026-10-11", "is_first": True},
            [
                ("need_asked", "abitare", "", "", None),
                ("need_asked", "lavoro.inserimenti", "", "", None),
                ("first_contact", "", "", "", Decimal(4)),
            ],
        ),
        # Of a family that is known: the needs of the conversation, not all those written of it.
        ("contact.created", {**OF_DAY, "said_needs": []}, []),
        ("contact.created", {"needs": [], "signal_on": "2026-10-11", "is_first": False}, []),
        ("contact.linked", {**OF_DAY, "said_needs": ["abitare"]}, []),
        ("case.opened", {"asked": ["abitare"]}, [("need_asked", "abitare", "", "", None)]),
        ("case.opened", {"asked": ["abitare"], "from_contact": str(uuid4())}, []),
        (
            "case.taken_charge",
            {"asked_on": "2026-10-01", "opened_on": "2026-10-05"},
            [("taken_charge", "", "", "", Decimal(14))],
        ),
        ("case.taken_charge", {"motive": "agreed"}, [("taken_charge", "", "", "", None)]),
        ("case.plan_begun", OF_DAY, []),
        ("case.closed", {"motive": "agreed", "in_charge_since": "2026-09-15"}, [("closed", "", "agreed", "", Decimal(30))]),
        ("case.reopened", {"motive": "asks_again"}, [("taken_charge", "", "", "", None)]),
        ("case.reopened", {"motive": "mistaken"}, []),
        ("referral.sent", {"need": "abitare"}, [("referral_sent", "abitare", "", "", None)]),
        ("referral.seen", REFERRAL, []),
        ("referral.waiting", REFERRAL, []),
        ("referral.accepted", REFERRAL, [("referral_decided", "emergenze.alimentare", "accepted", "", Decimal(14))]),
        (
            "referral.declined",
            {**REFERRAL, "reason": "no_room"},
            [("referral_decided", "emergenze.alimentare", "declined", "no_room", Decimal(14))],
        ),
        ("referral.withdrawn", {**REFERRAL, "reason": "family"}, []),
        ("referral.ended", {**REFERRAL, "reason": "done"}, [("referral_ended", "emergenze.alimentare", "", "done", Decimal(14))]),
        ("referral.answered", {**REFERRAL, "helped": "partly"}, [("referral_helped", "emergenze.alimentare", "partly", "", Decimal(14))]),
        ("assessment.closed", {"moment": "t0", "scores": {"casa": 3}}, []),
        (
            "assessment.closed",
            {"moment": "t1", "scores": {"casa": 50.5}, "change": {"casa": 4.5, "scuola": -1, "rete": None}},
            [("change", "", "casa", "", Decimal("4.5")), ("change", "", "scuola", "", Decimal(-1))],
        ),
        ("assessment.closed", {"moment": "t2", "change": {"casa": 4}}, []),
        ("goal.scored", {"level": 1, "start": -2, "aim": 0, "at_review": True}, [("goal_scored", "", "reached", "", Decimal(1))]),
        ("goal.scored", {"level": -1, "start": -2, "aim": 0, "at_review": True}, [("goal_scored", "", "not_yet", "", Decimal(-1))]),
        ("goal.scored", {"level": 1, "start": -2, "aim": 0, "at_review": False}, []),
        (
            "goal.scored",
            {"level": 1, "aim": 0, "at_review": True, "before": None, "after": 1},
            [("goal_scored", "", "reached", "", Decimal(1))],
        ),
        ("goal.scored", {"level": -1, "aim": 0, "at_review": True, "before": 1, "after": 1}, []),
        (
            "school_sheet.answered",
            {**OF_DAY, "school": TEAM, "strong": ["able"], "hard": ["sad", "tired"]},
            [
                ("school_sheet", "", "", "", None),
                ("school_seen", "", "strong.able", "", None),
                ("school_seen", "", "hard.sad", "", None),
                ("school_seen", "", "hard.tired", "", None),
            ],
        ),
        ("school_sheet.asked", OF_DAY, []),
        ("school_sheet.voided", OF_DAY, []),
        ("household.edited", OF_DAY, []),
    ],
)  # fmt: skip
def test_each_act_leaves_its_facts(kind, codes, facts):
    assert told(kind, codes) == facts


@pytest.mark.parametrize("kind", sorted(HEARD))
def test_an_act_of_an_older_day_with_fewer_codes_is_no_trouble(kind):
    facts_of(kind, {}, DAY)


def test_a_fact_knows_week_place_team_and_ages_and_nobody():
    (fact,) = facts_of("case.taken_charge", OF_DAY, DAY)
    assert fact.week == date(2026, 10, 12)
    assert (fact.municipality_code, fact.team, fact.ages) == ("015189", TEAM, ("30-64", "6-8"))


def test_where_no_team_has_the_family_yet_the_desk_stands_for_it():
    (fact,) = facts_of("signal.received", {"desk": TEAM}, DAY)
    assert fact.team == TEAM


def weighed(kind, codes):
    return [
        (each.kind, each.outcome, each.value, each.weight, each.week) for each in facts_of(kind, codes, DAY)
    ]


MONDAY = date(2026, 10, 12)


@pytest.mark.parametrize(
    ("kind", "codes", "facts"),
    [
        # Said again at the same review: the step before is taken back.
        (
            "goal.scored",
            {"level": 1, "aim": 0, "at_review": True, "before": -1, "after": 1},
            [("goal_scored", "not_yet", Decimal(-1), -1, MONDAY), ("goal_scored", "reached", Decimal(1), 1, MONDAY)],
        ),
        (
            "goal.score_voided",
            {"level": 1, "aim": 0, "at_review": True, "before": 1, "after": None},
            [("goal_scored", "reached", Decimal(1), -1, MONDAY)],
        ),
        ("goal.score_voided", {"level": 1, "on": "2026-10-01"}, []),
        ("assessment.voided", {"moment": "t1", "change": {"casa": 4.5}}, [("change", "casa", Decimal("4.5"), -1, MONDAY)]),
        ("assessment.voided", {"moment": "t1"}, []),
        (
            "school_sheet.voided",
            {"school": TEAM, "strong": ["able"], "hard": []},
            [("school_sheet", "", None, -1, MONDAY), ("school_seen", "strong.able", None, -1, MONDAY)],
        ),
        # Closed by mistake on the 5th, after 30 days in charge: one closing less, in the week in which it is known.
        (
            "case.reopened",
            {"motive": "mistaken", "closed_motive": "agreed", "closed_on": "2026-10-05", "in_charge_since": "2026-09-05"},
            [("closed", "agreed", Decimal(30), -1, MONDAY)],
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_taken_back(kind, codes, facts):
    assert weighed(kind, codes) == facts


def test_what_a_teacher_saw_is_of_a_school_and_of_no_place_or_age():
    fact = facts_of("school_sheet.answered", {**OF_DAY, "school": TEAM, "strong": [], "hard": []}, DAY)[0]
    assert (fact.school, fact.municipality_code, fact.ages) == (TEAM, "", ())
    assert fact.columns()["school_id"] == TEAM
    assert fact.columns()["team_id"] == OF_DAY["team"]
