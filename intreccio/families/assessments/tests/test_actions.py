"""The way of an assessment, verb by verb, as those who work with the family walk it."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.db.utils import IntegrityError, ProgrammingError

from intreccio.families.assessments import actions
from intreccio.families.assessments.actions.steps import lock_assessment, lock_open
from intreccio.families.assessments.actions.voices import Speaker
from intreccio.families.assessments.models import ChildWords, PointOfView
from intreccio.families.assessments.queries.look import look_of, who_could_speak
from intreccio.families.cases.actions import hand_over_case
from intreccio.families.cases.models import Case
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event, History
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused
from intreccio.ground.parameters.queries import value_at
from intreccio.workshop.instruments.actions import Told
from intreccio.workshop.instruments.models import Response

ALL_THREE = Told(
    {
        item: 3
        for item in (
            "month_end",
            "work",
            "home",
            "near",
            "neighbours",
            "together",
            "school",
            "play",
            "talking",
        )
    }
)


def a_case(key):
    return Case.objects.select_related("household").get(pk=key_for("case", key))


def said(today, **changes):
    values = {"heard": "said", "words": "Vorrei la bici rossa.", "not_heard": "", "heard_on": today}
    return actions.ChildSaid(**{**values, **changes})


def finish(look_at, today, viewer, key="pellegrini_t0"):
    """Whatever is missing is written."""
    assessment = look_at(key)
    look = look_of(viewer, assessment)
    for point in look.points:
        if not point.is_finished:
            actions.answer_point_of_view(point.row, ALL_THREE, version=point.row.response.version, by=viewer)
    for child in look.children:
        if child.said is None:
            actions.write_child_words(assessment, child.person_id, said(today), version=None, by=viewer)
    return look_at(key)


def last_event(kind):
    return Event.objects.filter(kind=kind).latest("at")


def test_begin_assessment_with_the_edition_of_the_beginning(acting_as, today):
    with acting_as("assistente") as viewer:
        made = actions.begin_assessment(a_case("marchetti"), moment="t1", by=viewer, today=today)
        assert (made.instrument_id, made.begun_on, made.team_id) == (
            "che-cosa-c-e-1",
            today,
            key_for("team", "equipe_nord"),
        )
        assert last_event("assessment.begun").codes["moment"] == "t1"


@pytest.mark.parametrize(("key", "moment"), [("marchetti", "t0"), ("marchetti", "t2"), ("pellegrini", "t1")])
def test_moments_come_one_after_the_other(acting_as, today, key, moment):
    with acting_as("assistente") as viewer, pytest.raises(Refused) as no:
        actions.begin_assessment(a_case(key), moment=moment, by=viewer, today=today)
    assert no.value.code == "moment"


@pytest.mark.parametrize("account", ["educatrice", "psicologa"])
def test_who_listens_does_not_decide_when_one_begins_or_ends(acting_as, today, look_at, account):
    with acting_as(account) as viewer:
        with pytest.raises(NotAllowed):
            actions.begin_assessment(a_case("marchetti"), moment="t1", by=viewer, today=today)
        with pytest.raises(NotAllowed):
            actions.close_assessment(look_at("pellegrini_t0"), by=viewer, today=today)
        with pytest.raises(NotAllowed):
            actions.void_assessment(look_at("pellegrini_t0"), reason="x", by=viewer)


def test_who_only_sees_a_family_writes_nothing_of_it(acting_as, today, look_at):
    with acting_as("assistente") as viewer, pytest.raises(NotAllowed) as no:
        actions.write_child_words(look_at("lombardo_t0"), new_key(), said(today), version=None, by=viewer)
    assert no.value.code == "not_in_charge"


def test_add_point_of_view_for_whoever_has_not_spoken_yet(acting_as, today, look_at):
    with acting_as("educatrice") as viewer:
        assessment = look_at("pellegrini_t0")
        made = actions.add_point_of_view(
            assessment, speaker=Speaker("school"), heard_on=today, by=viewer, today=today
        )
        assert made.response.finished_at is None
        assert last_event("assessment.point_of_view_added").codes["voice"] == "school"
        with pytest.raises(Refused) as no:
            actions.add_point_of_view(
                assessment, speaker=Speaker("school"), heard_on=today, by=viewer, today=today
            )
        assert no.value.code == "not_to_hear"


def test_nobody_of_another_family_speaks_here(acting_as, today, look_at):
    stranger = Speaker("mother", key_for("person", "elena"))
    with acting_as("educatrice") as viewer, pytest.raises(Refused) as no:
        actions.add_point_of_view(
            look_at("pellegrini_t0"), speaker=stranger, heard_on=today, by=viewer, today=today
        )
    assert no.value.code == "not_to_hear"


@pytest.mark.parametrize("days", [-1, 400])
def test_one_listens_between_the_beginning_and_today(acting_as, today, look_at, days):
    day = today - timedelta(days=days)
    with acting_as("educatrice") as viewer, pytest.raises(Refused) as no:
        actions.add_point_of_view(
            look_at("pellegrini_t0"), speaker=Speaker("school"), heard_on=day, by=viewer, today=today
        )
    assert no.value.code == "day"


def test_a_draft_is_kept_and_finished_later(acting_as, voice_of):
    with acting_as("educatrice") as viewer:
        team = voice_of("pellegrini_t0", "team")
        assert not actions.answer_point_of_view(team, Told({"food": 4}), version=1, by=viewer)
        team = voice_of("pellegrini_t0", "team")
        assert (team.response.answers, team.response.scores, team.response.finished_at) == (
            {"food": 4},
            {},
            None,
        )
        assert actions.answer_point_of_view(team, ALL_THREE, version=2, by=viewer)
        team = voice_of("pellegrini_t0", "team")
        assert team.response.scores == {"economic": 3.0, "social": 3.0, "educational": 3.0}
        event = last_event("assessment.point_of_view_answered")
        assert event.codes["finished"] is True
        assert "food" not in str(event.codes), "events carry no answers"


def test_the_second_to_write_finds_both(acting_as, voice_of):
    with acting_as("educatrice") as viewer:
        team = voice_of("pellegrini_t0", "team")
        actions.answer_point_of_view(team, Told({"food": 4}), version=1, by=viewer)
        with pytest.raises(Changed) as met:
            actions.answer_point_of_view(team, Told({"food": 2}), version=1, by=viewer)
        assert met.value.current.answers == {"food": 4}


def test_what_was_answered_before_is_kept_and_read_by_who_reads_the_record(acting_as, voice_of):
    with acting_as("educatrice") as viewer:
        team = voice_of("pellegrini_t0", "team")
        actions.answer_point_of_view(team, Told({"food": 4}), version=1, by=viewer)
        old = History.objects.get(row_id=team.response_id)
        assert old.old["answers"] == {}
    with acting_as("sara"):
        assert not History.objects.filter(row_id=team.response_id).exists()


def test_void_point_of_view_no_longer_counts_and_stays_readable(acting_as, look_at, voice_of):
    with acting_as("educatrice") as viewer:
        actions.void_point_of_view(voice_of("pellegrini_t0", "team"), reason="era un'altra", by=viewer)
        look = look_of(viewer, look_at("pellegrini_t0"))
        assert [point.row.void_reason for point in look.mistakes] == ["era un'altra"]
        assert "team:" in dict(who_could_speak(look)), "it can be heard again"
        with pytest.raises(Refused) as no:
            actions.void_point_of_view(voice_of("pellegrini_t0", "team"), reason="ancora", by=viewer)
        assert no.value.code == "voided"


def test_write_child_words_then_correct_them(acting_as, today, look_at):
    leo = key_for("person", "pellegrini_3")
    with acting_as("psicologa") as viewer:
        row = actions.write_child_words(look_at("pellegrini_t0"), leo, said(today), version=None, by=viewer)
        with pytest.raises(Changed):
            actions.write_child_words(look_at("pellegrini_t0"), leo, said(today), version=None, by=viewer)
        later = said(today, heard="not_yet", words="", not_heard="prefers_not")
        actions.write_child_words(look_at("pellegrini_t0"), leo, later, version=row.version, by=viewer)
        row.refresh_from_db()
        assert (row.words, row.not_heard) == ("", "prefers_not")
        assert "bici" not in str(last_event("assessment.child_words_written").codes)


def test_only_children_of_this_home_speak_here(acting_as, today, look_at):
    with acting_as("psicologa") as viewer, pytest.raises(Refused) as no:
        actions.write_child_words(
            look_at("pellegrini_t0"), key_for("person", "nadia"), said(today), version=None, by=viewer
        )
    assert no.value.code == "not_here"


def test_words_or_a_reason_never_both_and_never_neither(acting_as, look_at, today):
    with acting_as("assistente") as viewer:
        open_one = look_at("pellegrini_t0")
        child = look_of(viewer, open_one).children[0]
        row = child.said or actions.write_child_words(
            open_one, child.person_id, said(today), version=None, by=viewer
        )
        for wrong in ({"words": "", "not_heard": ""}, {"words": "sì", "not_heard": "not_met"}):
            with pytest.raises(IntegrityError), transaction.atomic():
                ChildWords.objects.filter(pk=row.pk).update(**wrong)


def test_read_together_as_it_was_read(acting_as, look_at):
    with acting_as("educatrice") as viewer:
        assessment = look_at("pellegrini_t0")
        actions.read_together(assessment, words=" Cominciamo dai soldi. ", version=1, by=viewer)
        assert look_at("pellegrini_t0").read_together == "Cominciamo dai soldi."
        with pytest.raises(Changed):
            actions.read_together(assessment, words="Altro.", version=1, by=viewer)


def test_close_assessment_asks_for_what_is_missing_then_writes_nothing_more(
    acting_as, today, look_at, voice_of
):
    with acting_as("assistente") as viewer:
        with pytest.raises(Refused) as no:
            actions.close_assessment(look_at("pellegrini_t0"), by=viewer, today=today)
        assert no.value.code == "missing"
        assessment = finish(look_at, today, viewer)
        actions.close_assessment(assessment, by=viewer, today=today)
        assert look_at("pellegrini_t0").closed_on == today
        event = last_event("assessment.closed")
        assert (event.codes["moment"], event.codes["views"]) == ("t0", 2)
        assert set(event.codes["scores"]) == {"economic", "social", "educational"}
        assert "change" not in event.codes
        team = voice_of("pellegrini_t0", "team")
        with pytest.raises(Refused) as no:
            actions.answer_point_of_view(team, ALL_THREE, version=team.response.version, by=viewer)
        assert no.value.code == "closed"
        assert Response.objects.filter(pk=team.response_id).update(answers={}) == 0, (
            "not even past the action"
        )


def test_at_t1_the_event_says_what_moved(acting_as, today, look_at):
    with acting_as("tommaso") as viewer:
        before = look_of(viewer, look_at("tosi_t0")).means
        actions.close_assessment(finish(look_at, today, viewer, "tosi_t1"), by=viewer, today=today)
        codes = last_event("assessment.closed").codes
        assert codes["change"] == {
            scale: round(codes["scores"][scale] - before[scale], 2) for scale in before
        }
        actions.void_assessment(look_at("tosi_t1"), reason="era un'altra famiglia", by=viewer)
        assert last_event("assessment.voided").codes["change"] == codes["change"]


def test_void_assessment_stays_readable_and_can_begin_again(acting_as, today, look_at):
    with acting_as("assistente") as viewer:
        actions.void_assessment(look_at("pellegrini_t0"), reason="era un'altra famiglia", by=viewer)
        assert look_at("pellegrini_t0").void_reason == "era un'altra famiglia"
        assert actions.begin_assessment(a_case("pellegrini"), moment="t0", by=viewer, today=today)
        with pytest.raises(Refused) as no:
            actions.void_assessment(look_at("pellegrini_t0"), reason="ancora", by=viewer)
        assert no.value.code == "voided"
        with pytest.raises(Refused) as no:
            actions.void_assessment(look_at("hoxha_t0"), reason="x", by=viewer)
        assert no.value.code == "later"


def test_a_response_whose_id_one_knows_opens_nothing(acting_as, today, voice_of):
    """Nobody makes somebody else's answers their own by writing their id into a voice."""
    with acting_as("educatrice"):
        theirs = voice_of("pellegrini_t0", "team").response_id
    with acting_as("sara"):
        assert not Response.objects.filter(pk=theirs).exists()
        row = PointOfView(
            household_id=key_for("household", "tosi"), team_id=key_for("team", "equipe_sud"),
            assessment_id=key_for("assessment", "tosi_t1"), voice="school", response_id=theirs, heard_on=today,
        )  # fmt: skip
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save(force_insert=True)


def test_a_window_reads_and_does_not_correct(acting_as, voice_of):
    with acting_as("assistente"):
        row = Response.objects.filter(pk=key_for("response", "lombardo_t0", "team", ""))
        assert row.exists()
        assert row.update(answers={}) == 0


def test_nothing_is_deleted(acting_as, voice_of):
    with acting_as("assistente"), pytest.raises(ProgrammingError), transaction.atomic():
        voice_of("pellegrini_t0", "team").delete()


def test_lock_assessment_and_lock_open_hold_what_stands_now(acting_as, today, look_at):
    with acting_as("assistente") as viewer:
        before = look_at("pellegrini_t0")
        actions.void_assessment(look_at("pellegrini_t0"), reason="era un'altra famiglia", by=viewer)
        assert lock_assessment(before, by=viewer).voided_at is not None
        with pytest.raises(Refused) as no:
            lock_open(before, by=viewer)
        assert no.value.code == "closed"


def test_the_limits_of_the_area_are_loaded(acting_as, today):
    with acting_as("assistente"):
        assert value_at("assessment_waiting_days", today) == {"open": 21}, "load_limits ran after migrating"


def test_a_family_that_changes_hands_takes_its_voices_along(acting_as, today):
    answered = key_for("response", "marchetti_t0", "mother", "elena")
    with acting_as("assistente") as viewer:
        hand_over_case(
            a_case("marchetti"),
            to_team_id=key_for("team", "equipe_sud"),
            motive="moved",
            summary="Da qui.",
            by=viewer,
            today=today,
        )
        assert not Response.objects.filter(pk=answered).exists()
    with acting_as("tommaso"):
        assert Response.objects.filter(pk=answered).exists()
        assert PointOfView.objects.filter(assessment=key_for("assessment", "marchetti_t0")).count() == 3
