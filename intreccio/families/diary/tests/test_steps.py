"""What every act on a line begins with."""

import pytest

from intreccio.families.diary.actions.meetings import add_cycle, meeting_of
from intreccio.families.diary.actions.notes import still_fresh, write_note
from intreccio.families.diary.actions.steps import lock_line, require_state, require_verb
from intreccio.families.diary.tests.conftest import ASKED, ENDED, UNDER_WAY, line_of, meeting_key, note_of
from intreccio.ground.kernel.refused import NotAllowed, Refused


@pytest.mark.parametrize(
    ("account", "verb", "may"),
    [
        ("psicologa", "plan_meetings", True),
        ("coordinatrice", "plan_meetings", False),
        ("coordinatrice", "hand_over_line", True),
        ("educatrice", "hand_over_line", False),
        ("psicologa", "void_line", False),
    ],
)
def test_require_verb_asks_the_role_and_whose_line_it_is(acting_as, account, verb, may):
    with acting_as(account) as viewer:
        line = line_of(UNDER_WAY)
        if may:
            require_verb(line, verb, by=viewer)
        else:
            with pytest.raises(NotAllowed):
                require_verb(line, verb, by=viewer)


def test_require_state_says_where_the_line_stands(acting_as):
    with acting_as("psicologa"):
        require_state(line_of(ASKED), "accept_line")
        with pytest.raises(Refused) as no:
            require_state(line_of(ENDED), "plan_meetings")
        assert "conclusa" in str(no.value.reason)


def test_lock_line_answers_it_as_it_stands_now(acting_as):
    with acting_as("psicologa") as viewer:
        held = lock_line(line_of(UNDER_WAY), "plan_meetings", by=viewer)
        assert held.household.pk == held.household_id


def test_add_cycle_counts_on(acting_as, day):
    with acting_as("psicologa"):
        assert add_cycle(line_of(ENDED), rhythm="weekly", starts_on=day).number == 2


def test_meeting_of_knows_only_its_own_line(acting_as, day):
    key = meeting_key(UNDER_WAY, day)
    with acting_as("psicologa"):
        assert meeting_of(line_of(UNDER_WAY), key).pk == key
        with pytest.raises(Refused):
            meeting_of(line_of(ENDED), key)


def test_a_note_is_still_fresh_when_it_has_just_been_written(acting_as):
    with acting_as("psicologa") as viewer:
        new = write_note(line_of(UNDER_WAY), text="Ora.", meeting_id=None, by=viewer)
        assert still_fresh(new)
        assert not still_fresh(note_of("cattaneo_last"))
