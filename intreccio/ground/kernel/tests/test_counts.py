"""All that the menu counts is one statement."""

from intreccio.ground.kernel.counts import Count
from intreccio.ground.kernel.counts import counted as numbers


def test_many_counts_are_one_query_each_with_its_own_values(acting_as, counted):
    asked = [Count("SELECT count(*) FROM generate_series(1, %s)", (4,)), Count("SELECT %s + %s", (1, 2))]
    with acting_as("educatrice"), counted() as queries:
        assert numbers(asked) == [4, 3]
    assert len([one for one in queries if "generate_series" in one["sql"]]) == 1


def test_where_nothing_is_counted_nothing_is_asked():
    # pytest-django lets no test touch the database that does not ask for it.
    assert numbers([]) == []
