"""Whoever is to hear a family again is reminded by mail, once, and so is who stands in for them: the house marks as it asks."""

from datetime import date, timedelta

from django.db import connection

from intreccio.families.cases.queries.waiting import limits_on
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.viewer import House
from intreccio.workshop.messages.actions.mail import queue_mail

JOBS = House("jobs")
LETTER = "follow_up"
MOST = 200  # at a time


def remind_follow_ups(today: date) -> int:
    """Queues the mails of each follow-up whose time has come; answers how many follow-ups. Twice is once.

    Mark and mail are one transaction: a night that breaks leaves neither, and the next one makes it good.
    """
    reminded = 0
    while many := _some(today):
        reminded += many
    return reminded


def _some(today: date) -> int:
    with acting(JOBS):
        ahead = timedelta(days=limits_on(today).follow_up)
        with connection.cursor() as cursor:
            cursor.execute("SELECT follow_up, email FROM remind_follow_ups(%s, %s)", [today + ahead, MOST])
            due = cursor.fetchall()
        for key, email in due:
            queue_mail(LETTER, to=email, about={"follow_up": key})
        return len({key for key, _email in due})
