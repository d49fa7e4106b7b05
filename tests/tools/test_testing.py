"""How many share the tests out among them."""

import pytest

from tools.testing import processes


@pytest.mark.parametrize(("cores", "right"), [(1, 2), (2, 3), (3, 4), (4, 4), (64, 4)])
def test_one_process_more_than_cores_and_four_at_most(cores, right):
    assert processes(cores) == right
