"""A child is listened to: written, corrected, annulled; owed from an age before a look is closed. Actions, on the database."""

import json
from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from conftest import viewer_named
from intreccio.families.assessments import actions
from intreccio.families.assessments.actions.listening import lock_listening
from intreccio.families.assessments.models import Assessment, ChildWords, Listening
from intreccio.families.assessments.queries.listening import owed_from
from intreccio.families.assessments.queries.look import look_of
from intreccio.families.assessments.tests.test_actions import finish, last_event, said
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import History
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused
from intreccio.parties.people.models import Household

NADIA, LEO = key_for("person", "nadia"), key_for("person", "leo")
LITTLE_ONE = key_for("person", "pellegrini_3")


def home(key="marchetti"):
    return Household.objects.get(pk=key_for("household", key))


def a_listening(key="nadia_scuola"):
    rows = Listening.objects.select_related("household", "assessment")
    return rows.get(pk=key_for("listening", key))


def told(viewer, today, **changes):
    values = {
        "heard_on": today, "heard_by": viewer.membership_id, "place": "school", "band": "11-13",
        "answers": {"growing_like": " La bici rossa. ", "growing_home": ""},
    }  # fmt: skip
    return actions.Occasion(**{**values, **changes})


def test_listen_to_child_outside_of_any_assessment(acting_as, today):
    with acting_as("educatrice") as viewer:
        row = actions.listen_to_child(home(), NADIA, told(viewer, today), by=viewer)
        assert (row.assessment, row.alone, row.heard_by_id) == (None, True, viewer.membership_id)
        asked = "In questo periodo, che cosa ti piace?"
        assert row.answers == [{"code": "growing_like", "asked": asked, "words": "La bici rossa."}]
        codes = json.dumps(last_event("listening.written").codes)
        assert "bici" not in codes
        assert "school" in codes


def test_who_else_was_there_is_written_so_that_the_reader_can_weigh_it(acting_as, today):
    with acting_as("educatrice") as viewer:
        row = actions.listen_to_child(
            home(), LEO, told(viewer, today, band="3-5", answers={}, others=" la mamma "), by=viewer
        )
        assert (row.alone, row.others) == (False, "la mamma")
        with pytest.raises(IntegrityError), transaction.atomic():
            Listening.objects.filter(pk=row.pk).update(alone=True)


def test_who_listened_is_of_the_team(acting_as, today):
    with acting_as("educatrice") as viewer:
        for stranger in (new_key(), key_for("membership", "scuola")):
            with pytest.raises(Refused) as no:
                actions.listen_to_child(home(), NADIA, told(viewer, today, heard_by=stranger), by=viewer)
            assert no.value.code == "listener"
        colleague = told(viewer, today, heard_by=key_for("membership", "psicologa"))
        assert (
            actions.listen_to_child(home(), NADIA, colleague, by=viewer).heard_by_id != viewer.membership_id
        )


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"band": "3-5"}, "answers"),
        ({"band": "", "answers": {"growing_like": "x"}}, "answers"),
        ({"answers": {"growing_like": "x" * 1001}}, "answers"),
        ({"heard_on": "tomorrow"}, "day"),
        ({"heard_on": "long_ago"}, "day"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_half_written(acting_as, today, changes, code):
    days = {"tomorrow": today + timedelta(days=1), "long_ago": today - timedelta(days=800)}
    changes = {
        name: days.get(value, value) if isinstance(value, str) else value for name, value in changes.items()
    }
    with acting_as("educatrice") as viewer:
        before = Listening.objects.count()
        with pytest.raises(Refused) as no:
            actions.listen_to_child(home(), NADIA, told(viewer, today, **changes), by=viewer)
        assert no.value.code == code
        assert Listening.objects.count() == before


def test_only_children_of_this_home_and_only_by_its_team(acting_as, today):
    with acting_as("educatrice") as viewer:
        for person in (key_for("person", "elena"), LITTLE_ONE, new_key()):
            with pytest.raises(Refused) as no:
                actions.listen_to_child(home(), person, told(viewer, today), by=viewer)
            assert no.value.code == "not_here"
    with acting_as("assistente") as viewer, pytest.raises(NotAllowed):
        actions.listen_to_child(home("lombardo"), new_key(), told(viewer, today), by=viewer)


def test_edit_listening_then_a_second_hand_is_shown_both(acting_as, today):
    with acting_as("educatrice") as viewer:
        row = a_listening()
        now = told(viewer, today, answers={"growing_near": "Con Amina."})
        actions.edit_listening(row, now, version=row.version, by=viewer)
        kept = a_listening()
        assert [each["words"] for each in kept.answers] == ["Con Amina."]
        assert kept.version == 2
        assert History.objects.filter(row_id=row.pk).exists(), "what was written before is kept"
        with pytest.raises(Changed):
            actions.edit_listening(row, now, version=1, by=viewer)


def test_void_listening_stays_readable_and_is_no_longer_written(acting_as, today):
    with acting_as("educatrice") as viewer:
        actions.void_listening(a_listening(), reason="di un'altra bambina", by=viewer)
        row = a_listening()
        assert row.void_reason == "di un'altra bambina"
        for again in (
            lambda: actions.void_listening(row, reason="x", by=viewer),
            lambda: actions.edit_listening(row, told(viewer, today), version=row.version, by=viewer),
        ):
            with pytest.raises(Refused) as no:
                again()
            assert no.value.code == "voided"
        with pytest.raises(Refused):
            lock_listening(row, by=viewer)


def test_of_a_closed_look_nothing_is_written_any_more(acting_as, today, look_at):
    with acting_as("educatrice") as viewer:
        row = a_listening("nadia_primavera")
        for late in (
            lambda: actions.edit_listening(row, told(viewer, today), version=1, by=viewer),
            lambda: actions.void_listening(row, reason="x", by=viewer),
            lambda: actions.listen_to_child(
                home(), NADIA, told(viewer, today), assessment=look_at("marchetti_t0"), by=viewer
            ),
        ):
            with pytest.raises(Refused) as no:
                late()
            assert no.value.code == "closed"
        assert Listening.objects.filter(pk=row.pk).update(place="other") == 0, "the database says so too"
        with pytest.raises(DatabaseError), transaction.atomic():
            Listening.objects.filter(pk=key_for("listening", "nadia_scuola")).update(
                assessment=key_for("assessment", "marchetti_t0")
            )


def test_a_listening_of_one_family_is_no_part_of_the_look_at_another(acting_as, today, look_at):
    with acting_as("educatrice") as viewer, pytest.raises(Refused):
        actions.listen_to_child(
            home(), NADIA, told(viewer, today), assessment=look_at("pellegrini_t0"), by=viewer
        )


def test_from_the_age_of_the_parameter_a_look_is_not_closed_without_the_child(keeper, today):
    """Real commits: the parameter is written by the owner. Lowered to three, the little one is owed."""
    viewer = viewer_named("assistente")
    key = key_for("assessment", "pellegrini_t0")

    def the_look(_key=""):
        return Assessment.objects.select_related("household").get(pk=key)

    with acting(viewer):
        finish(the_look, today, viewer)
    keeper.execute("DELETE FROM assessments_childwords WHERE assessment_id = %s", [key])
    _set_age(keeper, 18)
    with acting(viewer):
        assert look_of(viewer, the_look()).missing == [], "below the age it is invited, and not owed"
    _set_age(keeper, 0)
    with acting(viewer):
        missing = [str(each) for each in look_of(viewer, the_look()).missing]
        assert missing, "at the age it is owed"
        assert all("le parole o un disegno" in each for each in missing)
        with pytest.raises(Refused) as no:
            actions.close_assessment(the_look(), by=viewer, today=today)
        assert no.value.code == "missing"
        for number, child in enumerate(look_of(viewer, the_look()).children):
            if number % 2:
                reason = said(
                    today, heard="not_yet", words="", not_heard="other", not_heard_words="è in gita"
                )
                actions.write_child_words(the_look(), child.person_id, reason, version=None, by=viewer)
            else:
                occasion = told(viewer, today, band="3-5", face="well", answers={})
                actions.listen_to_child(
                    the_look().household, child.person_id, occasion, assessment=the_look(), by=viewer
                )
        actions.close_assessment(the_look(), by=viewer, today=today)
    keeper.execute("DELETE FROM assessments_listening WHERE assessment_id = %s", [key])
    with acting(viewer):
        assert look_of(viewer, the_look()).assessment.closed_on == today, (
            "closed stays closed, whatever changes since"
        )


def _set_age(keeper, years):
    keeper.execute(
        "UPDATE parameters_parameter SET value = %s::jsonb WHERE code = 'child_voice_age'", [str(years)]
    )


def test_the_law_s_own_age_is_what_stands_in_the_parameters(acting_as, today):
    with acting_as("assistente"):
        assert owed_from(today) == 12


def test_another_reason_is_said_in_words(acting_as, today, look_at):
    with acting_as("educatrice") as viewer:
        reason = said(today, heard="not_yet", words="", not_heard="other", not_heard_words=" è in gita ")
        row = actions.write_child_words(look_at("pellegrini_t0"), LITTLE_ONE, reason, version=None, by=viewer)
        assert row.why_not == "è in gita"
        later = said(today, heard="not_yet", words="", not_heard="not_met", not_heard_words="è in gita")
        again = actions.write_child_words(look_at("pellegrini_t0"), LITTLE_ONE, later, version=1, by=viewer)
        assert again.why_not == "non ci siamo ancora incontrati"
        for wrong in ({"not_heard": "other"}, {"not_heard_words": "perché sì"}):
            with pytest.raises(IntegrityError), transaction.atomic():
                ChildWords.objects.filter(pk=row.pk).update(**wrong)


def test_an_answer_a_face_or_a_drawing_is_heard_and_an_empty_occasion_is_not(acting_as, today, look_at):
    with acting_as("educatrice") as viewer:
        look = look_at("pellegrini_t0")
        empty = told(viewer, today, band="3-5", answers={})
        row = actions.listen_to_child(look.household, LITTLE_ONE, empty, assessment=look, by=viewer)

        def heard():
            return next(
                each for each in look_of(viewer, look).children if each.person_id == LITTLE_ONE
            ).is_heard

        assert not heard()
        actions.edit_listening(
            row, told(viewer, today, band="3-5", face="so_so", answers={}), version=1, by=viewer
        )
        assert heard()
        actions.void_listening(row, reason="errore", by=viewer)
        assert not heard(), "what was annulled does not count"
