"""What is refused before anything starts, each in one sentence."""

import pytest

from tools.__main__ import refuse_other_pythons
from tools.options import read_options
from tools.refusal import Refusal


def test_nothing_chosen_is_this_computer_on_port_8000() -> None:
    options = read_options({})
    assert (options.address, options.demo) == ("http://127.0.0.1:8000", True)


@pytest.mark.parametrize("port", ["abc", "0", "65536", "-1", "80 00"])
def test_a_port_that_is_none_is_refused(port: str) -> None:
    with pytest.raises(Refusal, match="non è una porta"):
        read_options({"PORT": port})


def test_the_demonstration_answers_only_this_computer() -> None:
    with pytest.raises(Refusal, match="solo su questo computer"):
        read_options({"HOST": "0.0.0.0"})


def test_a_real_installation_may_answer_others_and_is_asked_from_here() -> None:
    options = read_options({"HOST": "0.0.0.0", "INTRECCIO_DEMO": "0"})
    assert (options.host, options.probe) == ("0.0.0.0", "127.0.0.1")


def test_half_of_the_database_addresses_are_refused_by_name() -> None:
    with pytest.raises(Refusal, match="DATABASE_KEEPER_URL"):
        read_options({"DATABASE_URL": "postgresql://x", "DATABASE_OWNER_URL": "postgresql://x"})


@pytest.mark.parametrize("version", [(3, 11), (3, 14)])
def test_the_pythons_we_are_tried_on_pass(version: tuple[int, int]) -> None:
    assert refuse_other_pythons(version) is None


@pytest.mark.parametrize("version", [(3, 9), (3, 10), (3, 15)])
def test_other_pythons_get_a_sentence_with_their_number(version: tuple[int, int]) -> None:
    assert "questo è il {}.{}".format(*version) in refuse_other_pythons(version)
