"""Whether an invitation still stands as it leaves, asked as the house's `jobs` of a narrow function."""

from datetime import date

from django.db import connection

ASKED = """
    SELECT EXISTS (SELECT FROM cases_to_remind(NULL, NULL, %(conference)s::uuid) n
      WHERE n.kind = 'meeting' AND n.day >= %(today)s AND (%(hat)s::uuid IS NULL OR n.hat = %(hat)s::uuid))
"""


def is_still_asked(conference: str, hat: str | None, today: date) -> bool:
    """A meeting is to come, and this hat is asked and has not said no. hat: None on a mail queued before it named one."""
    with connection.cursor() as cursor:
        cursor.execute(ASKED, {"conference": conference, "hat": hat, "today": today})
        return bool(cursor.fetchone() == (True,))
