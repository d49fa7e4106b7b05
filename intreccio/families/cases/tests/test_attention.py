"""What asks for attention, from the rows of families; set aside and taken back: `set_aside_prompt`, `take_back_prompt`."""

from datetime import datetime, time, timedelta
from functools import partial

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import make_aware

from intreccio.families.access.models import Contact
from intreccio.families.cases import actions
from intreccio.families.cases.actions.attention import still_there
from intreccio.families.cases.models import Case, CaseStep, PromptSetAside
from intreccio.families.cases.queries.attention import (
    Prompt,
    attention_limits_on,
    prompt_of,
    prompts_of_household,
    prompts_of_team,
    set_aside_of,
)
from intreccio.families.cases.queries.board import FIRST, NOBODY, Chosen, groups_of, who_answers
from intreccio.families.cases.queries.said import said_of
from intreccio.families.cases.queries.sources import kinds as every_kind
from intreccio.families.cases.queries.sources import sources
from intreccio.families.cases.tests.test_races import at_once
from intreccio.families.cases.vocabulary import AsideReason, Motive, PromptKind
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import NotAllowed, Refused
from intreccio.ground.parameters.queries import holding_at

NORTH, EAST, SOUTH = (key_for("team", f"equipe_{side}") for side in ("nord", "est", "sud"))
SALA = key_for("case", "sala")


def kinds(prompts, case_id=None):
    return {one.kind for one in prompts if case_id in (None, one.case_id)}


def aside(viewer, today, key="sala", kind="no_contact", until=None, **more):
    case = Case.objects.select_related("household").get(pk=key_for("case", key))
    until = until or (today + timedelta(days=10) if kind == "no_contact" else None)
    said = {"reason": "appointment", "words": "Ci vediamo mercoledì.", "until": until, **more}
    subject = said.pop("subject", case.pk)
    actions.set_aside_prompt(case, kind=kind, subject_id=subject, **said, by=viewer, today=today)
    return PromptSetAside.objects.filter(case=case, kind=kind).latest("id")


def test_the_district_has_one_of_each_kind_that_can_be_seen(acting_as, today):
    found = set()
    for account, team in (("coordinatrice", NORTH), ("davide", EAST), ("sara", SOUTH)):
        with acting_as(account):
            found |= {one.kind for one in prompts_of_team(team, today=today)}
    assert found == set(every_kind())


def test_every_kind_has_words_and_something_to_do():
    assert set(sources.ways) == set(PromptKind.values)


def test_why_is_a_sentence_with_days_and_no_word_of_blame(acting_as, today):
    with acting_as("coordinatrice") as viewer:
        for team in (NORTH, SOUTH):
            for one in prompts_of_team(team, today=today):
                said = said_of(viewer, one, today=today)
                assert said.why[-1] in ".?"
                assert any(letter.isdigit() for letter in said.why)
                assert not any(
                    word in said.why.lower() for word in ("ritardo", "scadut", "rischi", "assente", "grave")
                )
                assert said.way.url.startswith("/")


def test_a_conversation_today_silences_and_tomorrow_it_is_still_silent(acting_as, today):
    with acting_as("assistente") as viewer:
        case = Case.objects.get(pk=SALA)
        assert "no_contact" in kinds(prompts_of_household(case.household_id, today=today))
        Contact.objects.create(
            desk_id=key_for("team", "sportello_rozzano"),
            at=make_aware(datetime.combine(today, time(9))), minutes=10, channel="phone", by_id=viewer.membership_id,
            household_id=case.household_id, team_id=case.team_id, answers=["information"],
        )  # fmt: skip
        for ahead in (0, 1, 30):
            day = today + timedelta(days=ahead)
            assert "no_contact" not in kinds(prompts_of_household(case.household_id, today=day))
        later = today + timedelta(days=31)
        assert "no_contact" in kinds(prompts_of_household(case.household_id, today=later))


def test_a_closed_way_asks_for_nothing(acting_as, today):
    with acting_as("coordinatrice"):
        closed = Case.objects.filter(stage__in=("closed", "not_taken")).values_list("household_id", "pk")
        assert closed
        for household_id, case_id in closed:
            assert not [
                one for one in prompts_of_household(household_id, today=today) if one.case_id == case_id
            ]


def test_a_review_that_was_written_is_not_asked_for_again(acting_as, today):
    with acting_as("coordinatrice"):
        hoxha = key_for("household", "hoxha")
        assert CaseStep.objects.filter(household_id=hoxha, verb="end_review").exists()
        assert "review_overdue" not in kinds(prompts_of_household(hoxha, today=today))


def test_thresholds_are_dated_and_have_a_source(acting_as, today):
    with acting_as("coordinatrice"):
        assert attention_limits_on(today).no_contact == 30
        held = holding_at("attention_limits", today)
    assert "ogni rete concorda i suoi" in held.source
    assert "mesi" in held.unit


def test_set_aside_prompt_is_written_with_who_and_why(acting_as, today):
    with acting_as("educatrice") as viewer:
        row = aside(viewer, today, until=today + timedelta(days=10))
        (found,) = [
            one for one in prompts_of_household(row.household_id, today=today) if one.kind == "no_contact"
        ]
        assert found.aside.who == "Chiara Fontana"
        assert (found.aside.words, found.aside.until) == ("Ci vediamo mercoledì.", row.until)
        event = Event.objects.get(kind="prompt.set_aside", household_id=row.household_id)
        assert event.codes["prompt"] == "no_contact"
        assert "mercoledì" not in str(event.codes)


def test_it_comes_back_on_its_day(acting_as, today):
    with acting_as("educatrice") as viewer:
        row = aside(viewer, today, until=today + timedelta(days=10))
        case = Case.objects.get(pk=row.case_id)
        for ahead, stays in ((9, True), (10, False)):
            prompt = prompt_of(case, "no_contact", case.pk, today=today + timedelta(days=ahead))
            assert bool(prompt.aside) is stays


def test_without_a_day_it_comes_back_when_something_new_happens(acting_as, today):
    with acting_as("educatrice") as viewer:
        goal = key_for("goal", "sala-1-c1")
        row = aside(viewer, today, kind="goal_stalled", subject=goal)
        case = Case.objects.get(pk=row.case_id)
        year = today + timedelta(days=365)
        assert prompt_of(case, "goal_stalled", goal, today=year).aside
        PromptSetAside.objects.filter(pk=row.pk).update(as_of=row.as_of - timedelta(days=1))
        assert prompt_of(case, "goal_stalled", goal, today=today).aside is None


def test_one_goal_set_aside_leaves_the_others(acting_as, today):
    with acting_as("educatrice") as viewer:
        before = [
            one
            for one in prompts_of_household(key_for("household", "sala"), today=today)
            if one.kind == "goal_stalled"
        ]
        assert len(before) > 1
        aside(viewer, today, kind="goal_stalled", subject=before[0].subject_id)
        after = prompts_of_household(key_for("household", "sala"), today=today)
        assert [one.subject_id for one in after if one.aside] == [before[0].subject_id]


def test_it_is_set_aside_once_and_only_where_it_shows(acting_as, today):
    with acting_as("educatrice") as viewer:
        aside(viewer, today)
        for kind in ("no_contact", "reopened"):
            with pytest.raises(Refused, match="cannot_set_aside"):
                aside(viewer, today, kind=kind)
        with pytest.raises(Refused, match="cannot_set_aside"):
            aside(
                viewer,
                today,
                kind="goal_stalled",
                subject=key_for("goal", "sala-1-c1"),
                until=today + timedelta(days=91),
            )


def test_take_back_prompt_shows_it_again_and_keeps_what_was_written(acting_as, today):
    with acting_as("educatrice") as viewer:
        row = aside(viewer, today)
        actions.take_back_prompt(
            set_aside_of(Case.objects.get(pk=row.case_id), row.pk), reason="saltato", by=viewer
        )
        row.refresh_from_db()
        assert (row.void_reason, row.voided_by, row.words) == (
            "saltato",
            viewer.membership_id,
            "Ci vediamo mercoledì.",
        )
        case = Case.objects.select_related("household").get(pk=row.case_id)
        assert still_there(prompt_of(case, "no_contact", case.pk, today=today)).aside is None
        with pytest.raises(Refused, match="taken_back"):
            actions.take_back_prompt(set_aside_of(case, row.pk), reason="di nuovo", by=viewer)
        assert Event.objects.filter(kind="prompt.taken_back", household_id=row.household_id).count() == 1
        aside(viewer, today)


def test_who_only_reads_sets_nothing_aside(acting_as, today):
    with acting_as("elio") as viewer, pytest.raises((NotAllowed, Case.DoesNotExist)):
        aside(viewer, today)
    with acting_as("sara") as viewer, pytest.raises(Case.DoesNotExist):
        aside(viewer, today)


def test_the_database_holds_it_too(acting_as, today):
    with acting_as("educatrice") as viewer:
        row = aside(viewer, today)
        for wrong in ({"words": ""}, {"until": today}, {"kind": "risk"}):
            with pytest.raises(IntegrityError), transaction.atomic():
                PromptSetAside.objects.filter(pk=row.pk).update(**wrong)


def test_two_set_it_aside_at_once_and_one_is_told(committed, today):
    act = partial(aside, today=today)
    told = at_once(("educatrice", act), ("assistente", act))
    assert sorted(told) == ["cannot_set_aside", "done"]


def invented(kind, number, **more):
    """A prompt of nobody."""
    from datetime import date

    said = {
        "kind": kind, "case_id": new_key(), "subject_id": new_key(), "household_id": new_key(), "family": f"F{number}",
        "since": date(2026, 1, 1), "as_of": date(2026, 1, 1), "due_on": date(2026, 2, 1), "what": "", "before": None,
        "responsible_id": None, "answers": None, "limits": None, **more,
    }  # fmt: skip
    return Prompt(**said)


def test_the_board_shows_the_first_of_each_kind_and_a_page_of_one():
    many = [invented("no_contact", each) for each in range(60)] + [invented("reopened", 0)]
    first, other = groups_of(many, Chosen())
    assert (len(first.prompts), first.has_more, other.has_more) == (FIRST, True, False)
    seen, after = [], ""
    while True:
        (page,) = groups_of(many, Chosen(kind="no_contact", after=after))
        seen += page.prompts
        after = page.after
        if not after:
            break
    assert seen == many[:60]


def test_the_board_is_of_whom_one_asks():
    mine = new_key()
    rows = [invented("no_contact", 1, responsible_id=mine, answers="Anna"), invented("no_contact", 2)]
    assert who_answers(rows) == [(str(mine), "Anna")]
    assert [len(groups_of(rows, Chosen(who=who))[0].prompts) for who in ("", str(mine), NOBODY)] == [2, 1, 1]
    assert groups_of(rows, Chosen(is_aside=True)) == []


def test_a_kind_is_put_in_the_order_of_its_days_and_nothing_is_summed(acting_as, today):
    with acting_as("coordinatrice"):
        found = prompts_of_team(NORTH, today=today)
    order = list(PromptKind.values)
    assert found == sorted(
        found, key=lambda one: (order.index(one.kind), one.due_on, one.case_id, one.subject_id)
    )
    numbers = {name for name, kind in Prompt.__annotations__.items() if kind in (int, float, "int", "float")}
    assert numbers == set()


def test_reasons_and_kinds_speak_plainly():
    assert all(label == label.lower() or "'" in label for label in [*AsideReason.labels, *PromptKind.labels])


def test_a_way_that_began_again_says_when_it_had_ended(acting_as, today):
    with acting_as("coordinatrice") as viewer:
        (one,) = [each for each in prompts_of_team(SOUTH, today=today) if each.kind == "reopened"]
        assert one.before < one.since
        assert "ricominciato" in said_of(viewer, one, today=today).why
        assert CaseStep.objects.get(case_id=one.case_id, verb="reopen_case").motive == Motive.ASKS_AGAIN
