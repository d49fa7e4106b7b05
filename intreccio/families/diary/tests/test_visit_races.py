"""Two at once: one hand writes of the same visit from two telephones; somebody moves what somebody else calls off."""

from intreccio.families.cases.tests.test_races import at_once
from intreccio.families.diary import actions
from intreccio.families.diary.tests.conftest import case_of
from intreccio.families.diary.tests.visiting import D, noted, spent, visit_note_of, visit_of
from intreccio.ground.kernel.keys import key_for

VISIT = key_for("visit", "marchetti_5")


def writes(case, visit):
    def write(viewer):
        actions.write_visit_note(case_of(case), noted(), spent(), visit_id=visit, by=viewer, today=D)

    return write


def found(keeper, visit):
    """How many notes of a visit there are, and the minutes they took."""
    rows = keeper.execute(
        "SELECT count(DISTINCT n.id), sum(t.direct) FROM diary_visitnote n JOIN diary_workedtime t ON t.note_id = n.id"
        " WHERE n.visit_id = %s",
        [visit],
    )
    return rows.fetchone()


def test_the_same_hand_from_two_telephones_writes_one_note_and_the_other_is_shown_it(keeper):
    write = writes("marchetti", VISIT)
    assert sorted(at_once(("educatrice", write), ("educatrice", write))) == ["changed", "done"]
    assert found(keeper, VISIT) == (1, 60)


def test_two_hands_at_once_write_two(keeper):
    write = writes("marchetti", VISIT)
    assert at_once(("educatrice", write), ("assistente", write)) == ["done", "done"]
    assert found(keeper, VISIT) == (2, 120)


def test_called_off_while_somebody_moves_it_is_one_of_the_two(keeper):
    def move(viewer):
        actions.move_visit(visit_of("marchetti_6"), day=D, hour=None, version=1, by=viewer, today=D)

    def call_off(viewer):
        actions.call_off_visit(visit_of("marchetti_6"), version=1, by=viewer)

    told = at_once(("educatrice", move), ("assistente", call_off))
    assert told.count("done") == 1
    assert set(told) - {"done"} <= {"state", "changed"}


def test_annulled_while_its_author_changes_it_and_its_minutes_are_gone(keeper):
    at_once(("educatrice", writes("marchetti", VISIT)))
    note = keeper.execute("SELECT id FROM diary_visitnote WHERE visit_id = %s", [VISIT]).fetchone()[0]

    def edit(viewer):
        actions.edit_visit_note(visit_note_of(note), noted(), spent(90), version=1, by=viewer, today=D)

    def annul(viewer):
        actions.void_visit_note(visit_note_of(note), reason="altra famiglia", by=viewer)

    told = at_once(("educatrice", edit), ("coordinatrice", annul))
    assert told[1] == "done"
    assert told[0] in {"done", "voided"}
    assert found(keeper, VISIT) == (1, 0)
