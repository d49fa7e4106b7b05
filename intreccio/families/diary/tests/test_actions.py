"""What people do with a line, from the question to the outcome; and what each is told when it cannot be."""

from datetime import timedelta

import pytest
from django.db import connection

from conftest import viewer_named
from intreccio.families.diary import actions
from intreccio.families.diary.actions import Asked, How, Plan
from intreccio.families.diary.models import SupportCycle, SupportMeeting
from intreccio.families.diary.queries.family import family_of
from intreccio.families.diary.tests.conftest import (
    ASKED,
    ENDED,
    UNDER_WAY,
    case_of,
    leaves,
    line_of,
    meeting_key,
    person,
)
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.panels import objections
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused
from intreccio.parties.people.actions.merging import merge_persons
from intreccio.parties.people.models import Person


def asked(**more):
    said = {"kind": "parents", "for_whom": [person("hoxha_1")], "question": "Una mano.", "rhythm": "weekly"}
    return Asked(**{**said, **more})


def test_ask_line_for_the_parents(acting_as, day):
    with acting_as("educatrice") as viewer:
        line = actions.ask_line(case_of("hoxha"), asked(), by=viewer, today=day)
        assert (line.state, line.asked_by_id, line.yes_of_id) == ("asked", viewer.membership_id, None)
        event = Event.objects.get(kind="line.asked", subject_id=line.pk)
        assert event.codes["line"] == "parents"
        assert "Una mano" not in str(event.codes), "events carry codes, never words"


def test_ask_line_for_the_young_needs_an_age_and_a_yes(acting_as, day):
    with acting_as("assistente") as viewer:
        case = case_of("hoxha")
        young = {"kind": "young", "for_whom": [person("hoxha_4")]}
        with pytest.raises(Refused) as no:
            actions.ask_line(case, asked(**young), by=viewer, today=day)
        assert no.value.code == "yes"
        with pytest.raises(Refused) as no:
            actions.ask_line(case, asked(kind="young", for_whom=[person("hoxha_3")]), by=viewer, today=day)
        assert "da 11 a 18" in str(no.value.reason)
        both = {"yes_of": person("hoxha_2"), "yes_also": [str(person("hoxha_1"))]}
        said = {**young, **both, "yes_how": "voice", "yes_on": day}
        line = actions.ask_line(case, asked(**said), by=viewer, today=day)
        assert (line.yes_of_id, line.yes_how, line.yes_on) == (person("hoxha_2"), "voice", day)


def test_ask_line_takes_no_minors_yes_and_nobody_of_another_home(acting_as, day):
    with acting_as("assistente") as viewer:
        case = case_of("hoxha")
        own_yes = {"yes_of": person("hoxha_4"), "yes_how": "voice", "yes_on": day}
        with pytest.raises(Refused) as no:
            actions.ask_line(case, asked(kind="young", for_whom=[person("hoxha_4")], **own_yes), by=viewer, today=day)  # fmt: skip
        assert "manca ancora il sì di chi decide" in str(no.value.reason)
        with pytest.raises(Refused) as no:
            actions.ask_line(case, asked(for_whom=[person("elena")]), by=viewer, today=day)
        assert no.value.code == "not_here"


@pytest.mark.parametrize("account", ["psicologa", "davide"])
def test_ask_line_is_for_the_team_in_charge_and_not_for_who_answers(acting_as, day, account):
    with acting_as("assistente"):
        case = case_of("hoxha")
    with acting_as(account) as viewer, pytest.raises(NotAllowed):
        actions.ask_line(case, asked(), by=viewer, today=day)


def test_accept_line_and_it_is_theirs(acting_as, day):
    with acting_as("psicologa") as viewer:
        actions.accept_line(line_of(ASKED), answer="Volentieri.", by=viewer, today=day)
        line = line_of(ASKED)
        assert (line.state, line.psychologist_id, line.answered_on) == ("accepted", viewer.membership_id, day)
        with pytest.raises(Refused) as no:
            actions.accept_line(line, answer="", by=viewer, today=day)
        assert "già in corso" in str(no.value.reason)


def test_decline_line_with_a_reason(acting_as, day):
    with acting_as("psicologa") as viewer:
        actions.decline_line(line_of(ASKED), reason="no_room", answer="A marzo sì.", by=viewer, today=day)
        line = line_of(ASKED)
        assert (line.state, line.reason, line.answer) == ("declined", "no_room", "A marzo sì.")
        assert Event.objects.get(kind="line.declined", subject_id=line.pk).codes["reason"] == "no_room"


@pytest.mark.parametrize("account", ["educatrice", "coordinatrice", "assistente"])
def test_only_a_psychologist_answers(acting_as, day, account):
    with acting_as(account) as viewer, pytest.raises(NotAllowed):
        actions.accept_line(line_of(ASKED), answer="", by=viewer, today=day)


def test_void_line_while_nobody_has_answered(acting_as):
    with acting_as("educatrice") as viewer:
        actions.void_line(line_of(ASKED), reason="chiesta due volte", by=viewer)
        assert line_of(ASKED).void_reason == "chiesta due volte"
        with pytest.raises(Refused):
            actions.void_line(line_of(UNDER_WAY), reason="no", by=viewer)


def test_plan_meetings_writes_every_date_once(acting_as, day):
    with acting_as("psicologa") as viewer:
        actions.accept_line(line_of(ASKED), answer="", by=viewer, today=day)
        plan = Plan(4, "weekly", day + timedelta(days=3))
        cycle = actions.plan_meetings(line_of(ASKED), plan, by=viewer, today=day)
        days = list(cycle.meetings.order_by("day").values_list("day", flat=True))
        assert days == [day + timedelta(days=3 + 7 * number) for number in range(4)]
        with pytest.raises(Refused) as no:
            actions.plan_meetings(line_of(ASKED), plan, by=viewer, today=day)
        assert "già un ciclo" in str(no.value.reason)
        assert SupportCycle.objects.filter(line=line_of(ASKED)).count() == 1


def test_record_meeting_held_with_who_was_there(acting_as, day):
    key = meeting_key(UNDER_WAY, day)
    with acting_as("psicologa") as viewer:
        how = How("held", [person("cattaneo_3")])
        actions.record_meeting(line_of(UNDER_WAY), key, how, version=1, by=viewer, today=day)
        meeting = SupportMeeting.objects.get(pk=key)
        assert (meeting.state, meeting.present) == ("held", [person("cattaneo_3")])
        missed = How("missed", missed_why="they_could_not")
        with pytest.raises(Changed):
            actions.record_meeting(line_of(UNDER_WAY), key, missed, version=1, by=viewer, today=day)
        actions.record_meeting(line_of(UNDER_WAY), key, missed, version=2, by=viewer, today=day)
        kinds = Event.objects.filter(subject_id=key).order_by("at", "id").values_list("kind", flat=True)
        assert list(kinds) == ["meeting.held", "meeting.missed"], "a mistake of ours is put right"


def test_record_meeting_takes_nobody_from_elsewhere_and_nothing_before_its_day(acting_as, day):
    with acting_as("psicologa") as viewer:
        line = line_of(UNDER_WAY)
        for present in ([person("elena")], []):
            with pytest.raises(Refused) as no:
                actions.record_meeting(
                    line, meeting_key(UNDER_WAY, day), How("held", present), version=1, by=viewer, today=day
                )
            assert no.value.code == "present"
        later = meeting_key(UNDER_WAY, day + timedelta(days=14))
        with pytest.raises(Refused) as no:
            actions.record_meeting(
                line, later, How("held", [person("cattaneo_3")]), version=1, by=viewer, today=day
            )
        assert "ancora venire" in str(no.value.reason)


def test_move_meeting_keeps_the_day_first_agreed(acting_as, day):
    first = day + timedelta(days=14)
    key = meeting_key(UNDER_WAY, first)
    with acting_as("psicologa") as viewer:
        for number, later in enumerate((20, 21), 1):
            new = day + timedelta(days=later)
            actions.move_meeting(line_of(UNDER_WAY), key, day=new, hour=None, version=number, by=viewer, today=day)  # fmt: skip
        meeting = SupportMeeting.objects.get(pk=key)
        assert (meeting.day, meeting.moved_from) == (day + timedelta(days=21), first)
        with pytest.raises(Refused) as no:
            actions.move_meeting(line_of(UNDER_WAY), key, day=day, hour=None, version=3, by=viewer, today=day)
        assert "c'è già" in str(no.value.reason)


def test_end_line_waits_for_what_was_not_written_and_calls_off_the_rest(acting_as, day):
    with acting_as("psicologa") as viewer:
        tomorrow = day + timedelta(days=1)
        with pytest.raises(Refused) as no:
            actions.end_line(line_of(UNDER_WAY), outcome="feels_better", words="", by=viewer, today=tomorrow)
        assert "non è scritto" in str(no.value.reason)
        with pytest.raises(Refused) as no:
            actions.end_line(line_of(UNDER_WAY), outcome="surer", words="", by=viewer, today=day)
        assert "altra linea" in str(no.value.reason)
        actions.end_line(line_of(UNDER_WAY), outcome="feels_better", words="Sorride.", by=viewer, today=day)
        line = line_of(UNDER_WAY)
        cycle = line.cycles.get()
        assert (line.state, cycle.outcome, cycle.words, cycle.ended_on) == ("ended", "feels_better", "Sorride.", day)  # fmt: skip
        states = set(cycle.meetings.filter(day__gte=day).values_list("state", flat=True))
        assert states == {"called_off"}
        assert Event.objects.get(kind="line.ended", subject_id=line.pk).codes["outcome"] == "feels_better"


def test_end_line_by_others_only_where_its_psychologist_has_left(keeper, day):
    def end(viewer):
        actions.end_line(line_of(UNDER_WAY), outcome="stopped", words="", by=viewer, today=day)

    coordinator = viewer_named("coordinatrice")
    with pytest.raises(Refused) as no, acting(coordinator):
        end(coordinator)
    assert "chi la segue" in str(no.value.reason)
    leaves(keeper, "psicologa", day)
    with acting(coordinator):
        end(coordinator)
        assert line_of(UNDER_WAY).state == "ended"


def test_renew_line_and_what_ended_stays_written(acting_as, day):
    with acting_as("psicologa") as viewer:
        actions.renew_line(line_of(ENDED), by=viewer)
        plan = Plan(3, "fortnightly", day)
        actions.plan_meetings(line_of(ENDED), plan, by=viewer, today=day)
        line = line_of(ENDED)
        assert line.state == "accepted"
        outcomes = list(line.cycles.order_by("number").values_list("number", "outcome"))
        assert outcomes == [(1, "together"), (2, "")]


def test_a_way_does_not_end_while_a_line_is_open(acting_as):
    with acting_as("coordinatrice"):
        case = case_of("cattaneo")
        for motive in ("reached", "moved"):
            reasons = " ".join(map(str, objections("why_not_close", case, motive=motive)))
            assert "linea di sostegno in corso" in reasons
        assert "sostegno" not in " ".join(
            map(str, objections("why_not_close", case_of("sala"), motive="reached"))
        )


@pytest.mark.parametrize("table", ["supportline", "supportcycle", "supportmeeting", "restrictednote"])
def test_nothing_of_a_line_is_ever_deleted(acting_as, table):
    with acting_as("psicologa"), connection.cursor() as cursor:
        cursor.execute("SELECT has_table_privilege(current_user, %s, 'DELETE')", [f"diary_{table}"])
        assert cursor.fetchone() == (False,)


def test_cards_that_were_joined_are_called_by_the_one_that_stays(acting_as):
    with acting_as("coordinatrice") as viewer:
        kept, other = (Person.objects.get(pk=person(key)) for key in ("ilaria", "ilaria_again"))
        before = family_of(viewer, case_of("tosi").household).named([other.pk])
        merge_persons(kept, other, by=viewer, reason="è lei")
        family = family_of(viewer, case_of("tosi").household)
        assert (
            family.named([other.pk]) == family.named([kept.pk]) == family.named([kept.pk, other.pk]) == before
        )
