from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.tally import bucket_of, count_up
from intreccio.ground.kernel.viewer import House


def test_tries_are_counted_apart(db):
    with acting(House("public_form")):
        mine, other = bucket_of("form", "10.0.0.1"), bucket_of("form", "10.0.0.2")
        assert [count_up(mine, per=timedelta(hours=1)) for _ in range(3)] == [1, 2, 3]
        assert count_up(other, per=timedelta(hours=1)) == 1


def test_a_bucket_holds_no_address():
    assert "10.0.0.1" not in bucket_of("form", "10.0.0.1")
    assert bucket_of("form", "10.0.0.1") != bucket_of("form1", "0.0.0.1")


def test_whoever_is_counted_does_not_begin_again(db):
    with acting(House("public_form")):
        mine = bucket_of("form", "10.0.0.3")
        count_up(mine, per=timedelta(hours=1))
        for lower in ("UPDATE kernel_tally SET count = 0", "UPDATE kernel_tally SET bucket = 'x'"):
            with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(lower)
        assert count_up(mine, per=timedelta(hours=1)) == 2
