"""Ports, and the first words exchanged with PostgreSQL."""

import socket

from tools import handshake, ports
from tools.embedded import new_addresses, port_of, with_port


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
