"""Several at once, each in turn (`take_turn`): real commits, real threads."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from intreccio.families.cases.actions import plan_conference
from intreccio.families.cases.models import Case
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import today as this_day
from intreccio.ground.kernel.keys import key_for
from intreccio.workshop.calendar.actions import choose_reminders, make_feed
from intreccio.workshop.calendar.actions.reminders import queue_reminders
from tests.drills.at_once import at_once, person, told_as
from tests.house.calendar.conftest import prepared

TWICE = "SELECT count(*) FROM calendar_reminder"
MAILS = "SELECT count(*) FROM post_mail WHERE letter = 'reminder'"


def test_two_workers_that_queue_at_once_remind_once(committed, keeper):
    by = person("assistente")
    with acting(by):
        case = Case.objects.select_related("household").get(pk=key_for("case", "marchetti"))
        said = prepared(this_day() + timedelta(days=1), time(9), "educatrice", "psicologa")
        plan_conference(case, said, by=by, today=this_day())
    moment = timezone.make_aware(datetime.combine(this_day(), time(15)))
    queued = at_once(*[lambda: queue_reminders(moment)] * 3)
    assert all(isinstance(each, int) for each in queued), queued
    rows, mails = keeper.execute(TWICE).fetchone()[0], keeper.execute(MAILS).fetchone()[0]
    assert rows == sum(queued) >= 2
    assert mails == rows


def test_four_windows_that_make_an_address_leave_one_open(committed, keeper):
    told = told_as(*[("educatrice", lambda viewer: make_feed(by=viewer))] * 4)
    assert told == ["done"] * 4, "each takes back what the one before has made"
    open_ones = keeper.execute(
        "SELECT count(*) FROM calendar_calendarfeed WHERE taken_back_at IS NULL"
    ).fetchone()
    assert open_ones == (1,)


def test_two_hands_that_choose_at_once_are_one_choice(committed, keeper):
    told_as(*[("educatrice", lambda viewer: choose_reminders(False, by=viewer))] * 2)
    assert keeper.execute("SELECT count(*) FROM calendar_reminderchoice").fetchone() == (1,)
