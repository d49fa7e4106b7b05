import threading

import pytest
from django.db import connection, transaction

from intreccio.ground.kernel.acting import act, acting
from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.viewer import House, Viewer

SOMEBODY = Viewer(new_key(), new_key(), new_key(), "educator", "Chiara Fontana")


def acting_now() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(my_membership()::text, my_house(), my_user()::text)")
        return cursor.fetchone()[0]


def test_outside_a_transaction_it_refuses(committed):
    with pytest.raises(RuntimeError):
        act(SOMEBODY)


def test_whoever_acted_before_acts_again(db):
    with acting(House("jobs")):
        with acting(SOMEBODY):
            assert acting_now() == str(SOMEBODY.membership_id)
        assert acting_now() == "jobs"
    assert acting_now() is None


def test_after_an_error_inside_the_outer_actor_remains(db):
    with acting(House("jobs")):
        with pytest.raises(ValueError, match="no"), acting(SOMEBODY):
            raise ValueError("no")
        assert acting_now() == "jobs"


def test_the_actor_ends_with_the_transaction(committed):
    with transaction.atomic():
        act(SOMEBODY)
    assert acting_now() is None


def test_two_threads_never_share_an_actor(committed):
    seen, barrier = {}, threading.Barrier(8)

    def work(number: int) -> None:
        try:
            with acting(House(f"house-{number}")):
                barrier.wait(timeout=10)
                seen[number] = acting_now()
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert seen == {number: f"house-{number}" for number in range(8)}


def test_initials():
    assert SOMEBODY.initials == "CF"
