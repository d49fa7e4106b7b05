"""Two people at once: one wins, the other is told. Real commits, real threads."""

from intreccio.families.cases.tests.test_races import at_once
from intreccio.families.diary import actions
from intreccio.families.diary.actions import Plan
from intreccio.families.diary.tests.conftest import ASKED, UNDER_WAY, joins, line_of
from intreccio.ground.kernel.keys import key_for


def test_two_accept_at_once_and_one_follows_the_line(keeper, today):
    joins(keeper, "livia")

    def accept(viewer):
        actions.accept_line(line_of(ASKED), answer="", by=viewer, today=today)

    assert sorted(at_once(("psicologa", accept), ("livia", accept))) == ["done", "state"]
    told = keeper.execute(
        "SELECT count(*) FROM kernel_event WHERE kind = 'line.accepted' AND subject_id = %s",
        [key_for("support_line", ASKED)],
    )
    assert told.fetchone()[0] == 1


def test_annulled_while_somebody_accepts_is_one_of_the_two(keeper, today):
    def accept(viewer):
        actions.accept_line(line_of(ASKED), answer="", by=viewer, today=today)

    def take_back(viewer):
        actions.void_line(line_of(ASKED), reason="non serve", by=viewer)

    assert sorted(at_once(("psicologa", accept), ("educatrice", take_back))) == ["done", "state"]


def test_one_hand_twice_at_once_and_there_is_one_cycle(keeper, today):
    keeper.execute("DELETE FROM diary_restrictednote WHERE meeting_id IS NOT NULL OR corrects_id IS NOT NULL")
    keeper.execute("DELETE FROM diary_supportmeeting")
    keeper.execute("DELETE FROM diary_supportcycle")

    def plan(viewer):
        actions.plan_meetings(line_of(UNDER_WAY), Plan(3, "weekly", today), by=viewer, today=today)

    assert sorted(at_once(("psicologa", plan), ("psicologa", plan))) == ["done", "plan"]
