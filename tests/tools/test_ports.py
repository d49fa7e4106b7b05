"""Ports, and the first words exchanged with PostgreSQL."""

import socket

import pytest

from tools import handshake, ports, run
from tools.embedded import new_addresses, port_of, with_port
from tools.options import read_options
from tools.refusal import Refusal


def test_a_chosen_port_is_free_and_a_taken_one_is_not() -> None:
    with socket.socket() as taken:
        taken.bind((ports.LOCAL, ports.choose_port()))
        taken.listen()
        assert not ports.is_free(taken.getsockname()[1])
    assert ports.is_free(ports.choose_port())


def test_moving_to_another_port_keeps_names_and_passwords() -> None:
    before = new_addresses(20_000)
    after = with_port(before | {"SECRET_KEY": "x"}, 20_001)
    assert port_of(after) == 20_001
    assert after["SECRET_KEY"] == "x"
    assert after["DATABASE_URL"] == before["DATABASE_URL"].replace(":20000/", ":20001/")


def test_each_role_has_its_own_password() -> None:
    assert len({address.split(":")[2] for address in new_addresses(1).values()}) == 4


def test_a_server_that_is_starting_is_not_ready() -> None:
    assert not handshake.means_ready(b"E\x00\x00SFATAL\x00C57P03\x00Mthe database system is starting up\x00")
    assert handshake.means_ready(b"R\x00\x00\x00\x17")
    assert handshake.means_ready(b"E\x00\x00SFATAL\x00C53300\x00Mtoo many clients\x00")
    assert not handshake.means_ready(b"")


def test_nobody_listening_is_not_ready() -> None:
    assert not handshake.takes_connections(ports.choose_port())


def test_what_was_just_killed_lets_go_of_its_port_a_little_later(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = iter([False, False, True])
    monkeypatch.setattr(run, "is_free", lambda port, host: next(asked))
    run.refuse_busy_port(read_options({}), patience=5)
    assert list(asked) == []


def test_a_port_of_another_program_is_refused_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "is_free", lambda port, host: False)
    with pytest.raises(Refusal, match="occupata"):
        run.refuse_busy_port(read_options({}))
