"""Letters of a path: when each goes, when it is recalled, and all that stops it."""

from datetime import date, timedelta
from typing import Any

import pytest

from intreccio.families.plans.actions import paths
from intreccio.families.plans.actions.letters import (
    Sent,
    answer_letter,
    send_letter,
    undo_answer,
    void_letter,
)
from intreccio.families.plans.models import FamilyPath, PathLetter
from intreccio.families.plans.queries.waiting import waiting_for
from intreccio.families.plans.rules.letters import Gone, waiting_letters, why_not_take, why_not_then
from intreccio.families.plans.tests.test_paths import NADIA, D, begun, shipped
from intreccio.ground.design.templatetags.design import spoken
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Event, History
from intreccio.ground.kernel.refused import NotAllowed, Refused
from intreccio.parties.people.models import Person
from tests.drills.at_once import told_as

QUIET = {"before": 7, "after": 7}
NEAR = {"code": "near", "when": "5d"}
ASKS = {"code": "asks", "when": "6w", "again": {"every": "3w", "most": 1}}
YEAR = {"code": "year", "when": "12m", "remembers": True}
ZERO = date(2026, 1, 10)
TEXT = {"letters": [NEAR, ASKS, YEAR], "quiet": QUIET}
A, B = date(2026, 2, 21), date(2026, 3, 14)  # six weeks after, and three more


def first_of(*asked: Any, **more: Any) -> Any:
    return next(iter(waiting_letters(*asked, **more)), None)


def waits(path: FamilyPath) -> list[tuple[str, str]]:
    path.refresh_from_db()
    return [(each["letter"], each["day"]) for each in path.waiting_letters]


@pytest.mark.parametrize(
    ("gone", "expected"),
    [
        ({}, ("near", 0, date(2026, 1, 15))),
        ({"near": [Gone(date(2026, 1, 16))]}, ("asks", 0, A)),
        ({"near": [Gone(date(2026, 1, 16), aside=True)]}, ("asks", 0, A)),
        ({"near": [Gone(ZERO)], "asks": [Gone(A)]}, ("asks", 1, B)),
        # A letter that was late is recalled later.
        ({"near": [Gone(ZERO)], "asks": [Gone(A + timedelta(days=10))]}, ("asks", 1, B + timedelta(days=10))),
        ({"near": [Gone(ZERO)], "asks": [Gone(A, answered=True)]}, ("year", 0, date(2027, 1, 10))),
        ({"near": [Gone(ZERO)], "asks": [Gone(A, aside=True)]}, ("year", 0, date(2027, 1, 10))),
        ({"near": [Gone(ZERO)], "asks": [Gone(A), Gone(B)]}, ("year", 0, date(2027, 1, 10))),
        ({"near": [Gone(ZERO)], "asks": [Gone(A), Gone(B)], "year": [Gone(date(2027, 1, 10))]}, None),
    ],
)
def test_what_goes_next(gone, expected):
    found = first_of(TEXT, ZERO, [ZERO], gone, since=ZERO, about="family")
    assert (found and (found.letter, found.turn, found.day)) == expected


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (5, ("near", 5)),
        (6, ("near", 6)),
        (32, ("near", 32)),
        (33, ("asks", 42)),
        (60, ("asks", 60)),
        (80, ("year", 365)),
    ],
)
def test_what_was_for_long_before_the_path_began_waits_for_nobody(after, expected):
    found = first_of(TEXT, ZERO, [ZERO], {}, since=ZERO + timedelta(days=after), about="family")
    assert found
    assert (found.letter, (found.day - ZERO).days) == expected


def test_who_comes_after_an_anniversary_does_not_write_for_it():
    assert first_of(TEXT, ZERO, [ZERO], {}, since=date(2027, 1, 11), about="family") is None


def test_a_reminder_leaves_the_days_around_an_anniversary_in_peace():
    late = Gone(date(2026, 12, 18))  # three weeks later is two days before the year
    found = first_of(TEXT, ZERO, [ZERO], {"near": [late], "asks": [late]}, since=ZERO, about="family")
    assert found
    assert (found.letter, found.day) == ("year", date(2027, 1, 10))
    after = first_of(
        TEXT,
        ZERO,
        [ZERO],
        {"near": [late], "asks": [late], "year": [Gone(date(2027, 1, 10))]},
        since=ZERO,
        about="family",
    )
    assert after
    assert (after.letter, after.day) == ("asks", date(2027, 1, 18))


@pytest.mark.parametrize(
    ("asked", "goes"),
    [
        ({"turn": 0, "expected": 0, "quiet": False, "remembers": False}, True),
        ({"turn": 0, "expected": 1, "quiet": False, "remembers": False}, False),
        ({"turn": 0, "expected": None, "quiet": False, "remembers": False}, False),
        ({"turn": 0, "expected": 0, "quiet": True, "remembers": False}, False),
        ({"turn": 0, "expected": 0, "quiet": True, "remembers": True}, True),
    ],
)
def test_what_stands_against_a_letter(asked, goes):
    assert (why_not_take(**asked) is None) == goes


def went(path: FamilyPath, by: Any, code: str = "near", **changes: Any) -> PathLetter:
    sent = {"way": "hand", "day": D, "words": "Ci dispiace. Chiara", "turn": 0} | changes
    return send_letter(path, code, Sent(**sent), by=by, today=D)


def test_the_letter_waits_in_oggi_for_the_contact_until_it_has_gone(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer, zero=D - timedelta(days=5))
        lines = [
            line
            for line in waiting_for(viewer, 50, today=D)
            if line.kind == "letter" and line.row_id == path.pk
        ]
        assert [(line.other, line.what, line.day) for line in lines] == [("near", "Vi pensiamo", D)]
        row = went(path, viewer)
        assert not [
            line
            for line in waiting_for(viewer, 50, today=D)
            if line.kind == "letter" and line.row_id == path.pk
        ]
        assert waits(path)[0] == ("how_are_you", str(D + timedelta(days=37)))
        assert path.letter_on == D + timedelta(days=37)
        assert row.words == "Ci dispiace. Chiara"
        event = Event.objects.get(subject_id=row.pk)
        assert (event.kind, event.codes["letter"]) == ("path.letter_sent", "near")
        assert "dispiace" not in str(event.codes)


def test_it_is_recalled_until_somebody_answers(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer, zero=D - timedelta(days=90))
        assert [code for code, _day in waits(path)] == ["remembering"], (
            "what was for long before it began is not asked"
        )
        path = begun(viewer, zero=D - timedelta(days=42))
        row = went(path, viewer, "how_are_you")
        assert ("how_are_you", str(D + timedelta(days=21))) in waits(path)
        answer_letter(path, row, day=D, by=viewer, today=D)
        assert "how_are_you" not in dict(waits(path))
        with pytest.raises(Refused, match="letter"):
            went(path, viewer, "how_are_you", turn=1)


def test_silence_stops_every_letter_of_every_path_of_the_family(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer, zero=D - timedelta(days=5))
        other = begun(viewer, version=shipped("accompagnamento-2"), loss="", zero=D - timedelta(days=3))
        paths.set_silence(path, silent=True, version=1, by=viewer, today=D)
        for one, code in ((path, "near"), (other, "who_i_am")):
            with pytest.raises(Refused, match="silence"):
                went(one, viewer, code)
        mine = {path.pk, other.pk}
        assert not [
            line for line in waiting_for(viewer, 50, today=D) if line.kind == "letter" and line.row_id in mine
        ]
        assert went(path, viewer, way="aside", words="Chiedono silenzio").pk, (
            "to leave it aside sends nothing"
        )
        path.refresh_from_db()
        paths.set_silence(path, silent=False, version=path.version, by=viewer, today=D)
        assert went(other, viewer, "who_i_am").pk


def test_a_letter_that_never_went_waits_again(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer, zero=D - timedelta(days=5))
        row = went(path, viewer)
        void_letter(path, row, reason="Non c'era nessuno", by=viewer)
        assert waits(path)[0][0] == "near"
        with pytest.raises(Refused):
            void_letter(path, row, reason="due volte", by=viewer)


def test_nothing_goes_around_a_day_that_returns(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer, zero=D - timedelta(days=42))
        FamilyPath.objects.filter(pk=path.pk).update(zero=D - timedelta(days=368))
        path.refresh_from_db()
        with pytest.raises(Refused, match="letter"):
            went(path, viewer, "how_are_you")


def test_a_day_that_returns_is_respected_by_every_path_of_the_family(acting_as):
    """A year ago somebody died: in these days nobody carries a letter of another path either, and Oggi asks for none."""
    with acting_as("educatrice") as viewer:
        loss = begun(viewer, zero=D - timedelta(days=368))
        other = begun(viewer, version=shipped("accompagnamento-2"), loss="", zero=D - timedelta(days=3))
        for ahead, asked in ((0, False), (10, True)):
            lines = waiting_for(viewer, 50, today=D + timedelta(days=ahead))
            mine = [line for line in lines if line.kind == "letter" and line.row_id == other.pk]
            assert bool(mine) == asked, ahead
        with pytest.raises(Refused, match="letter"):
            went(other, viewer, "who_i_am")
        aside = went(other, viewer, "who_i_am", way="aside", words="Non in questi giorni")
        void_letter(other, aside, reason="Si porta più in là", by=viewer)
        loss.refresh_from_db()
        paths.end_path(loss, "walked", day=D, version=loss.version, by=viewer, today=D)
        assert went(other, viewer, "who_i_am").pk, "that path is over"


def test_a_loss_that_was_a_mistake_leaves_no_day_in_peace(acting_as):
    with acting_as("educatrice") as viewer:
        loss = begun(viewer, zero=D - timedelta(days=368))
        other = begun(viewer, version=shipped("accompagnamento-2"), loss="", zero=D - timedelta(days=3))
        paths.void_path(loss, reason="Era un'altra famiglia", by=viewer)
        assert went(other, viewer, "who_i_am").pk


def test_a_letter_is_for_a_day_that_has_come_and_of_this_text(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer, zero=D - timedelta(days=5))
        with pytest.raises(Refused, match="day"):
            went(path, viewer, day=D + timedelta(days=1))
        with pytest.raises(Refused):
            went(path, viewer, "near_worker")
        with pytest.raises(Refused):
            went(path, viewer, "nothing_of_the_kind")
        assert not PathLetter.objects.filter(path=path).exists()


@pytest.mark.parametrize("account", ["davide", "comune", "scuola", "admin", "elio"])
def test_no_other_takes_it(acting_as, account):
    with acting_as("educatrice") as viewer:
        path = begun(viewer, zero=D - timedelta(days=5))
        with acting_as(account) as other, pytest.raises((NotAllowed, Refused)):
            went(path, other)


def test_two_who_take_it_at_once_take_it_once(committed):
    def begins(by):
        return begun(by, zero=D - timedelta(days=5))

    def takes(by):
        return went(
            FamilyPath.objects.select_related("case").get(
                case__household_id=key_for("household", "marchetti")
            ),
            by,
        )

    assert told_as(("educatrice", begins)) == ["done"]
    assert sorted(told_as(("educatrice", takes), ("assistente", takes))) == ["done", "letter"]


def test_an_anniversary_is_seen_on_its_day_whatever_nobody_has_taken(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer, zero=D - timedelta(days=5))
        later = D + timedelta(days=360)
        lines = [
            line
            for line in waiting_for(viewer, 50, today=later)
            if line.kind == "letter" and line.row_id == path.pk
        ]
        assert [line.other for line in lines] == ["remembering"]


def test_what_waits_is_worked_out_of_what_is_written(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer, zero=D - timedelta(days=5))
        kept = waits(path), path.next_step, path.next_on, path.letter_on
        FamilyPath.objects.filter(pk=path.pk).update(
            waiting_letters=[], letter_on=None, next_step="", next_on=None
        )
        path.refresh_from_db()
        paths.look_on(path)
        assert (waits(path), path.next_step, path.next_on, path.letter_on) == kept


@pytest.mark.parametrize(
    ("day", "last", "goes"),
    [
        (0, None, True),
        (1, None, False),
        (-3, None, True),
        (-4, None, False),
        (-1, -2, True),
        (-2, -2, True),
        (-3, -2, False),
    ],
)
def test_a_letter_goes_between_the_beginning_and_today_and_a_reminder_after_it(day, last, goes):
    went = None if last is None else D + timedelta(days=last)
    asked = {"begun": D - timedelta(days=3), "last": went, "today": D}
    assert (why_not_then(D + timedelta(days=day), **asked) is None) == goes


def test_silence_lasts_when_its_path_has_ended_and_not_where_it_was_a_mistake(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer, zero=D - timedelta(days=5))
        other = begun(viewer, version=shipped("accompagnamento-2"), loss="", zero=D - timedelta(days=3))
        paths.set_silence(path, silent=True, version=1, by=viewer, today=D)
        paths.end_path(path, "family", day=D, version=2, by=viewer, today=D)
        with pytest.raises(Refused, match="silence"):
            went(other, viewer, "who_i_am")
        paths.set_silence(path, silent=False, version=3, by=viewer, today=D)
        assert went(other, viewer, "who_i_am").pk
        with pytest.raises(Refused, match="over"):
            paths.set_silence(path, silent=True, version=4, by=viewer, today=D)


def test_oggi_asks_no_letter_on_a_day_that_is_left_in_peace(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer, zero=D - timedelta(days=40))
        for ahead, asked in ((2, True), (323, False), (325, True), (340, True)):
            lines = waiting_for(viewer, 50, today=D + timedelta(days=ahead))
            mine = [line.other for line in lines if line.kind == "letter" and line.row_id == path.pk]
            assert bool(mine) == asked, ahead


def test_an_answer_written_by_mistake_is_undone_and_the_reminder_begins_again(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer, zero=D - timedelta(days=42))
        row = went(path, viewer, "how_are_you")
        answer_letter(path, row, day=D, by=viewer, today=D)
        assert "how_are_you" not in dict(waits(path))
        undo_answer(path, row, reason="Aveva risposto un'altra famiglia", by=viewer)
        assert ("how_are_you", str(D + timedelta(days=21))) in waits(path), "from the day on which it went"
        row.refresh_from_db()
        assert (row.answered_on, row.unanswered_why) == (None, "Aveva risposto un'altra famiglia")
        assert History.objects.filter(row_id=row.pk, old__has_key="answered_on").exists()
        assert Event.objects.filter(subject_id=row.pk, kind="path.answer_undone").exists()
        with pytest.raises(Refused):
            undo_answer(path, row, reason="due volte", by=viewer)
        answer_letter(path, row, day=D, by=viewer, today=D)
        row.refresh_from_db()
        assert (row.answered_on, row.unanswered_why) == (D, ""), "this time they did"


def test_a_reminder_that_begins_again_leaves_days_in_peace(acting_as):
    """Three weeks after the letter it is somebody's birthday."""
    with acting_as("educatrice") as viewer:
        her_day = D + timedelta(days=21)
        Person.objects.filter(pk=NADIA).update(birth_date=her_day.replace(year=her_day.year - 11))
        path = begun(viewer, zero=D - timedelta(days=42), person=Person.objects.get(pk=NADIA))
        row = went(path, viewer, "how_are_you")
        answer_letter(path, row, day=D, by=viewer, today=D)
        undo_answer(path, row, reason="Era per un'altra famiglia", by=viewer)
        assert ("how_are_you", str(her_day + timedelta(days=8))) in waits(path)


def test_who_took_the_letter_first_is_named_to_who_comes_second(acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer, zero=D - timedelta(days=5))
        went(path, viewer)
        with acting_as("assistente") as other, pytest.raises(Refused, match="letter") as no:
            went(path, other)
        assert "Chiara Fontana" in str(no.value.reason)
        assert spoken(D) in str(no.value.reason)


def test_nobody_welcomes_a_child_before_the_day(acting_as):
    """Months before the birth the words are there to be read in the protocol, and not to be taken to the family."""
    with acting_as("educatrice") as viewer:
        path = begun(viewer, version=shipped("mille-giorni-1"), loss="", zero=D + timedelta(days=90))
        with pytest.raises(Refused, match="letter") as no:
            went(path, viewer, "welcome_baby")
        assert "una settimana prima" in str(no.value.reason)
        near = begun(viewer, version=shipped("mille-giorni-1"), loss="", zero=D)
        assert went(near, viewer, "welcome_baby").pk
