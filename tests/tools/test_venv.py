"""When the environment is kept, completed or made anew."""

import importlib.util

import pytest

from tools import venv

STATE = {"python": "3.11.7", "root": "/house", "project": "p", "run": "r", "dev": "d"}
RUN = {key: value for key, value in STATE.items() if key != "dev"}


def test_one_that_has_more_than_is_asked_will_do() -> None:
    assert venv.satisfies(STATE, RUN)
    assert not venv.satisfies(RUN, STATE)


def test_an_unfinished_one_is_made_anew() -> None:
    assert not venv.satisfies(None, RUN)
    assert not venv.can_be_kept(None, RUN)


@pytest.mark.parametrize("change", ["python", "root"])
def test_another_python_or_another_place_makes_it_anew(change: str) -> None:
    assert not venv.can_be_kept(STATE | {change: "other"}, STATE)


def test_a_new_lock_is_installed_over_the_old_one() -> None:
    have = STATE | {"run": "older"}
    assert not venv.satisfies(have, STATE)
    assert venv.can_be_kept(have, STATE)


def test_where_venv_is_missing_the_sentence_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert "-venv" in (venv.why_no_venv() or "")
