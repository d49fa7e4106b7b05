"""The worker of the jobs killed again and again among thousands of reminders: none is lost, and at most one is repeated for each
kill, known by the same Message-ID."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from procrastinate.contrib.django import app

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for
from tests.drills.post import Post, post_office
from tests.drills.size import size
from tools.home import ROOT
from tools.processes import wait_until

pytestmark = pytest.mark.drill
INVITED = ("coordinatrice", "assistente", "educatrice", "psicologa", "awa")
REMINDERS = size(5000, 250)
KILLS = size(50, 4)
PATIENCE = 240  # what a killed worker left is taken up within two minutes
# Meetings of one family for today, without an hour, all five asked to each: due at any moment of the day.
MEETINGS = """
    WITH held AS (
      INSERT INTO cases_conference (id, version, household_id, team_id, case_id, kind, day, place, agenda, minutes, void_reason)
      SELECT gen_random_uuid(), 1, c.household_id, c.team_id, c.id, 'team', %s, '', ARRAY['Prova'], '', ''
      FROM cases_case c, generate_series(1, %s) WHERE c.id = %s RETURNING id, household_id, team_id)
    INSERT INTO cases_conferenceseat (id, version, household_id, team_id, conference_id, membership_id, somebody, is_asked, answer,
      answer_words)
    SELECT gen_random_uuid(), 1, held.household_id, held.team_id, held.id, hat, '', true, '', '' FROM held, unnest(%s::uuid[]) hat
"""
WAITING = "SELECT count(*) FROM post_mail WHERE letter = 'reminder' AND sent_at IS NULL AND trouble = ''"
QUEUED = "SELECT count(*) FROM calendar_reminder WHERE mail_id IS NOT NULL"
LEFT = "SELECT count(*) FROM calendar_reminder r JOIN post_mail m ON m.id = r.mail_id WHERE m.sent_at IS NOT NULL"


def worker(post: Post) -> "subprocess.Popen[bytes]":
    """As `make run` starts it, with our post office."""
    return subprocess.Popen(
        [sys.executable, "-m", "django", "procrastinate", "worker"],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": os.environ.get("PYTHONPATH", str(ROOT)), "INTRECCIO_SMTP": post.address},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def kill(running: "subprocess.Popen[bytes]") -> None:
    running.send_signal(signal.SIGKILL)
    running.wait()


def test_none_is_lost_and_a_kill_repeats_one_at_most(
    committed: None, keeper: Any, aloud: Callable[[str], None]
) -> None:
    def count(query: str) -> int:
        return int(keeper.execute(query).fetchone()[0])

    hats = [key_for("membership", account) for account in INVITED]
    keeper.execute(MEETINGS, [today(), REMINDERS // len(hats), key_for("case", "marchetti"), hats])
    chance, begun = random.Random(110), time.monotonic()
    with post_office() as post:
        for number in range(KILLS):
            if count(QUEUED) < REMINDERS:  # as every five minutes does; also after a kill in the midst of it
                app.configure_task("queue_reminders").defer(timestamp=0)
            running = worker(post)
            # By turns: at any moment, and in the very moment between the post's word and the row.
            (at_the_word if number % 2 else at_any_moment)(running, post, chance)
            running.wait()
            assert count(WAITING) or count(QUEUED) < REMINDERS or number == KILLS - 1, "make more reminders"
        running = worker(post)
        try:
            assert wait_until(lambda: count(LEFT) == count(QUEUED) >= REMINDERS, PATIENCE * 2), (
                "some never left"
            )
        finally:
            kill(running)
        queued, repeats = count(QUEUED), len(post.taken) - len(set(post.taken))
        took = time.monotonic() - begun
        aloud(
            f"{queued} reminders, {KILLS} kills in {took:.0f} s: {len(post.taken)} mails taken, {repeats} twice"
        )
    assert "" not in post.taken
    assert len(set(post.taken)) == queued, "each is known by one word of its own, and none is missing"
    assert 0 < repeats <= KILLS, (
        "at most one for each kill; and where none is repeated, nothing was put to the test"
    )


def at_any_moment(running: "subprocess.Popen[bytes]", post: Post, chance: random.Random) -> None:
    """Some time after it has begun."""
    before = len(post.taken)
    assert wait_until(lambda: len(post.taken) > before, PATIENCE), "nothing leaves any more"
    time.sleep(chance.uniform(0, 0.5))
    kill(running)


def at_the_word(running: "subprocess.Popen[bytes]", post: Post, chance: random.Random) -> None:
    """As the post says that it has taken one mail, after some."""
    struck, left = threading.Event(), [chance.randint(1, REMINDERS // KILLS)]

    def strikes() -> None:
        left[0] -= 1
        if left[0] == 0:
            running.send_signal(signal.SIGKILL)
            struck.set()

    post.after = strikes
    assert wait_until(struck.is_set, PATIENCE), "nothing leaves any more"
    post.after = lambda: None
