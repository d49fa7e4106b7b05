"""Which browser the tests get: the chosen one, else the shell, else whatever there is."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tools.browser import SHELL, ensure_browser

Having = Callable[..., str]


@pytest.fixture
def having(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Having:
    """`having("chromium")`: a machine with this program, that does what the shell script says. Answers its path."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("INTRECCIO_CHROMIUM", raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    def program(name: str, does: str = "exit 0") -> str:
        path = tmp_path / name
        path.write_text(f"#!/bin/sh\n{does}\n")
        path.chmod(0o755)
        return str(path)

    return program


def apt(*, knows: str, folder: Path) -> str:
    """What Debian's installer does where it knows only this package: it puts a program there that starts."""
    made = folder / knows
    return f'case "$*" in *"install -y {knows}") printf \'#!/bin/sh\\n\' > {made}; /bin/chmod 755 {made};; *) exit 100;; esac'


def test_the_shell_comes_before_a_whole_browser(having, tmp_path):
    having("chromium")
    right = having(SHELL)
    assert ensure_browser(tmp_path) == right


def test_the_chosen_browser_comes_before_all(having, tmp_path, monkeypatch):
    having(SHELL)
    monkeypatch.setenv("INTRECCIO_CHROMIUM", chosen := having("my-own"))
    assert ensure_browser(tmp_path) == chosen


def test_one_that_does_not_start_is_passed_over(having, tmp_path):
    having(SHELL, "exit 1")
    right = having("google-chrome")
    assert ensure_browser(tmp_path) == right


def test_where_there_is_none_the_shell_is_fetched(having, tmp_path):
    having("apt-get", apt(knows=SHELL, folder=tmp_path))
    assert ensure_browser(tmp_path) == str(tmp_path / SHELL)


def test_beside_a_whole_browser_too(having, tmp_path):
    having("chromium")
    having("apt-get", apt(knows=SHELL, folder=tmp_path))
    assert ensure_browser(tmp_path) == str(tmp_path / SHELL)


def test_where_it_cannot_be_fetched_what_is_there_serves(having, tmp_path):
    having("apt-get", "exit 100")
    right = having("chromium")
    assert ensure_browser(tmp_path) == right


def test_where_debian_has_no_shell_a_whole_one_is_fetched(having, tmp_path):
    having("apt-get", apt(knows="chromium", folder=tmp_path))
    assert ensure_browser(tmp_path) == str(tmp_path / "chromium")
