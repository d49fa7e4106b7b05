"""Killed at any moment while people write: what was acknowledged is there, once, with its event; the next run comes up.

As `kill -9` does: server, database, worker, all at once; then in a first run, and in a migration.
"""

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from uuid import UUID

import pytest

from tests.drills.house import PATIENCE, House, house, kill
from tests.drills.size import SHORT, size
from tests.drills.writers import Noted, begin_writing, stop_writing
from tools.home import ADMIN
from tools.processes import wait_until

pytestmark = pytest.mark.drill
KILLS = size(30, 6)
FIRST_RUNS, KILLS_IN_FIRST_RUN = size(5, 1), size(2, 3)
MIGRATIONS, KILLS_IN_MIGRATION = size(3, 1), size(2, 2)
FIRST_RUN, MIGRATION = 12.0, 5.0  # seconds within which most of the work of each falls
CALM = 1.5  # a house that has written for so long stands
# What merely being lit writes: a worker says that it is there, and some jobs come round every minute.
RESTLESS = {
    "procrastinate_workers",
    "procrastinate_jobs",
    "procrastinate_events",
    "procrastinate_periodic_defers",
}

Victim = Callable[[House], list[int]]
# The house goes on without the first two; without the others its launcher says so and ends.
SPARED: dict[str, Victim] = {
    "a worker of the pages": lambda house: house.members("server")[-1:],
    "a backend of PostgreSQL": lambda house: house.backends("intreccio_app")[:1],
}
MISSED: dict[str, Victim] = {
    "the head of the pages": lambda house: house.members("server")[:1],
    "the postmaster": House.postmaster,
    "the worker of the jobs": lambda house: house.members("worker")[:1],
    "everything at once": House.everything,
}
IN_TURN = [*SPARED, *MISSED]
SAID = {
    "the head of the pages": "Il server delle pagine si è fermato da solo",
    "the postmaster": "PostgreSQL si è fermato da solo",
    "the worker of the jobs": "L'esecutore dei lavori si è fermato da solo",
}


@pytest.fixture(scope="module")
def lit() -> Iterator[House]:
    """After a first run that nobody disturbed."""
    with house() as made:
        made.come_up()
        yield made


@pytest.fixture(scope="module")
def undisturbed(lit: House) -> dict[str, int]:
    """Rows by table before anybody wrote."""
    return lit.counts()


def test_no_acknowledged_row_is_lost_whoever_is_killed(
    lit: House, undisturbed: dict[str, int], aloud: Callable[[str], None]
) -> None:
    before = contacts_and_deeds(lit)
    begun = time.monotonic()
    noted, writers = begin_writing(lit.port)
    chance, silences = random.Random(50), []
    for number in range(KILLS):
        victim = IN_TURN[number % len(IN_TURN)]
        time.sleep(chance.uniform(0.5, 2.0))
        silences.append((victim, strike(lit, noted, victim)))
    stop_writing(writers)
    aloud(figures(noted, silences, time.monotonic() - begun))
    assert noted.strange == []
    compare(noted, before, contacts_and_deeds(lit))
    lit.go_down()


def strike(house: House, noted: Noted, victim: str) -> float:
    """Kills, brings back to life; answers for how long nothing was acknowledged."""
    moment = time.monotonic()
    assert kill((SPARED | MISSED)[victim](house)), f"{victim} was not there: {house.account()}"
    if victim in MISSED:
        assert wait_until(lambda: house.ended() is not None, 60), f"nobody noticed the end of {victim}"
    up = time.monotonic()
    while house.ended() is not None or not noted.made_after(up + CALM):
        if (code := house.ended()) is not None:
            ended_as = (code, SAID.get(victim, "si è fermato da solo") in house.words)
            assert ended_as == ((-9, False) if victim == "everything at once" else (1, True)), (
                victim, code, house.account(),
            )  # fmt: skip
            house.come_up()
            up = time.monotonic()
        assert noted.strange == []
        assert time.monotonic() < up + PATIENCE, (
            f"after {victim} nothing is acknowledged any more: {house.account()}"
        )
        time.sleep(0.1)
    return noted.silence_since(moment)


def contacts_and_deeds(house: House) -> tuple[list[tuple[UUID, str]], list[UUID]]:
    with house.connect() as keeper:
        rows = keeper.execute("SELECT id, words FROM access_contact").fetchall()
        deeds = keeper.execute(
            "SELECT subject_id FROM kernel_event WHERE kind = 'contact.created'"
        ).fetchall()
    return rows, [subject for (subject,) in deeds]


Found = tuple[list[tuple[UUID, str]], list[UUID]]


def compare(noted: Noted, before: Found, after: Found) -> None:
    """Every acknowledged id is there with its number, no number twice, no row without its deed, no deed without its row."""
    rows = new_rows(before, after)
    assert lost_rows(noted, rows) == {}
    assert [words for words, count in Counter(words for _, words in rows).items() if count > 1] == []
    assert len(rows) == len(noted.rows), "more rows than were acknowledged"
    deeds = Counter(after[1]) - Counter(before[1])
    assert deeds == Counter(key for key, _ in rows)


def new_rows(before: Found, after: Found) -> list[tuple[UUID, str]]:
    known = {key for key, _ in before[0]}
    return [(key, words) for key, words in after[0] if key not in known]


def lost_rows(noted: Noted, rows: list[tuple[UUID, str]]) -> dict[int, UUID]:
    """Acknowledged, and not there under their own number and id."""
    there = {(key, words) for key, words in rows}
    return {number: key for number, key in noted.rows.items() if (key, f"riga {number:06d}") not in there}


def figures(noted: Noted, silences: list[tuple[str, float]], seconds: float) -> str:
    found = [
        f"{len(silences)} kills in {seconds:.0f} s: {len(noted.rows)} rows acknowledged ({noted.taps} taps, {noted.again}"
        f" of them a second time, {noted.faults} answered by an error, {noted.lost} by nothing)"
    ]
    for victim in IN_TURN:
        mine = [silence for name, silence in silences if name == victim]
        found.append(
            f"  {victim}: nothing acknowledged for {sum(mine) / len(mine):.1f} s, at most {max(mine):.1f} s"
        )
    return "\n".join(found)


@pytest.mark.skipif(SHORT, reason="at full size")
def test_a_lost_row_would_be_noticed() -> None:
    """Where PostgreSQL says «written» before it is, some rows are lost with everything at once: the drill must see it."""
    with house() as made:
        made.come_up()
        with made.connect(ADMIN) as admin:
            admin.execute("ALTER ROLE intreccio_app SET synchronous_commit = off")
        made.go_down()
        made.come_up()
        before = contacts_and_deeds(made)
        noted, writers = begin_writing(made.port)
        for _ in range(3):
            time.sleep(3)
            strike(made, noted, "everything at once")
        stop_writing(writers)
        assert lost_rows(noted, new_rows(before, contacts_and_deeds(made))) != {}


def test_a_first_run_killed_anywhere_is_followed_by_a_complete_one(
    undisturbed: dict[str, int], aloud: Callable[[str], None]
) -> None:
    chance = random.Random(12)
    for _ in range(FIRST_RUNS):
        with house() as made:
            for number in range(KILLS_IN_FIRST_RUN):
                made.launch()
                time.sleep(chance.uniform(0.3, FIRST_RUN))
                kill((House.everything, House.launchers)[number % 2](made))
                assert wait_until(lambda: made.ended() is not None, 60)
            aloud(f"the next run came up in {made.come_up():.0f} s")
            assert_complete(made, undisturbed)


def test_a_migration_killed_anywhere_is_followed_by_a_complete_one(
    undisturbed: dict[str, int], aloud: Callable[[str], None]
) -> None:
    chance = random.Random(5)
    for _ in range(MIGRATIONS):
        with house() as made:
            for number in range(KILLS_IN_MIGRATION):
                made.launch()
                assert wait_until(lambda: made.commands("migrate") or made.ended() is not None, PATIENCE)
                time.sleep(chance.uniform(0.3, MIGRATION))
                victim = (House.postmaster, lambda house: house.commands("migrate"))[number % 2](made)
                kill(victim or made.everything())  # where migrate was quicker than we
                assert wait_until(lambda: made.ended() is not None, 60), "nobody noticed"
                assert made.ended() == (1 if victim else -9), made.words
            aloud(f"the next run came up in {made.come_up():.0f} s")
            assert_complete(made, undisturbed)


def assert_complete(house: House, undisturbed: dict[str, int]) -> None:
    left = house.runs("migrate", "--check")
    assert left.returncode == 0, left.stdout
    found = house.counts()
    assert {name: found.get(name) for name in undisturbed if name not in RESTLESS} == {
        name: count for name, count in undisturbed.items() if name not in RESTLESS
    }
    house.go_down()
