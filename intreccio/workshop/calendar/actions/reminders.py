"""Reminders: each queued once with its mail, and kept for a year. How the mail goes is `messages`' to see to."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.viewer import House, Viewer
from intreccio.ground.parameters.queries import keeping
from intreccio.workshop.calendar.actions.turns import take_turn
from intreccio.workshop.calendar.models import CalendarFeed, Reminder, ReminderChoice
from intreccio.workshop.calendar.queries.reminders import Due, not_yet_reminded, reached, reminded
from intreccio.workshop.messages.actions.erasing import ERASER
from intreccio.workshop.messages.actions.mail import queue_again, queue_each

JOBS = House("jobs")
LETTER = "reminder"
MOST = 200  # at a time


def queue_reminders(moment: datetime) -> int:
    """Writes down and queues everything whose time has come; answers how many. Twice is once.

    Row and mail are one transaction: a worker that is killed leaves neither, and the next one makes it good.
    """
    wall = timezone.localtime(moment).replace(tzinfo=None)
    queued = _again(wall)
    while many := _some(wall):
        queued += many
    return queued


def _some(wall: datetime) -> int:
    with acting(JOBS):
        take_turn("calendar_reminder")
        due = not_yet_reminded(wall, MOST)
        there = reached({each.membership_id for each in due})
        rows = [_row(each) for each in due]
        wanted = [row for row in rows if row.membership_id in there]
        said = [(there[row.membership_id].email, {"reminder": row.pk}) for row in wanted]
        for row, mail in zip(wanted, queue_each(LETTER, said), strict=True):
            row.mail_id = mail.pk
        Reminder.objects.bulk_create(rows)
        return len(rows)


def _again(wall: datetime) -> int:
    """What had been moved away as its mail left, or called off by its person, and has come back where it was."""
    with acting(JOBS):
        take_turn("calendar_reminder")
        before = reminded(wall)
        there = reached({hat for hat, _mail in before})
        return queue_again(mail for hat, mail in before if hat in there)


def _row(due: Due) -> Reminder:
    return Reminder(
        id=new_key(),
        kind=due.kind,
        entry_id=due.key,
        membership_id=due.membership_id,
        day=due.day,
        hour=due.hour,
    )


@transaction.atomic
def choose_reminders(wanted: bool, *, by: Viewer) -> None:
    """Whether one wants them, under whatever hat. Saying the same twice changes nothing."""
    off = None if wanted else now()
    row, made = ReminderChoice.objects.get_or_create(user_id=by.user_id, defaults={"off_since": off})
    if not made and (row.off_since is None) != wanted:
        ReminderChoice.objects.filter(pk=row.pk).update(off_since=off)
    record("reminders.chosen", row, by=by, codes={"wanted": wanted})


def erase_old_reminders(today: date) -> int:
    """Reminders and addresses taken back, a year after; answers how many."""
    with acting(ERASER):
        kept = keeping("mail_retention_months", today)
        rows, _each = Reminder.objects.filter(day__lt=kept.since.date()).delete()
        feeds, _each = CalendarFeed.objects.filter(taken_back_at__lt=kept.since).delete()
        if rows or feeds:
            record("reminders.erased", kept.by, by=ERASER, codes={"reminders": rows, "feeds": feeds})
        return rows + feeds
