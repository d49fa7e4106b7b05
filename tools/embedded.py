"""The PostgreSQL server that lives in INTRECCIO_HOME: one for `make run`, tests and bench, each with its own database."""

import os
import secrets
import time
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from tools import cluster
from tools.binaries import find_binaries, within_reach
from tools.home import ADMIN, ROLES, ensure_secrets, open_home, write_environment
from tools.locking import exclusive, try_lock
from tools.ports import LOCAL, choose_port, is_free
from tools.privileges import account_for, storage_for
from tools.processes import log_ending
from tools.refusal import Refusal

ATTEMPTS = 20
_leases: dict[Path, int] = {}


def ensure_server(home: Path) -> str:
    """Start the server if it is not running and return the administrator's address. Safe to call from many processes.

    The server stays up until `release_server`, `make stop` or the end of `make run`, and only when nobody else uses it.
    """
    open_home(home)
    with exclusive(home / "postgres.lock"):
        lease(home)
        values = ensure_addresses(home)
        found = locate(home)
        if cluster.data_version(found.data) is None:
            cluster.create(found, urlsplit(values[ADMIN]).password or "")
        return start(home, found, values)[ADMIN]


def release_server(home: Path) -> bool:
    """Stop the server unless another program is using it; True where nothing runs any more."""
    with exclusive(home / "postgres.lock"):
        if home in _leases:
            os.close(_leases.pop(home))
        alone = try_lock(home / "postgres.users")
        if alone is None:
            return False
        cluster.shut_down(data_folder(home))
        os.close(alone)
        return True


def is_running(home: Path) -> bool:
    return cluster.postmaster(data_folder(home)) is not None


def lease(home: Path) -> None:
    """Say that this process uses the server, until it ends in whatever way."""
    if home not in _leases:
        descriptor = try_lock(home / "postgres.users", shared=True)
        if descriptor is not None:
            _leases[home] = descriptor


def data_folder(home: Path) -> Path:
    link = home / "postgres"
    return link.readlink() if link.is_symlink() else link


def locate(home: Path) -> cluster.Cluster:
    account = account_for(data_folder(home))
    storage = storage_for(home, account)
    data = data_folder(home)
    binaries = find_binaries(cluster.data_version(data))
    return cluster.Cluster(
        data, within_reach(binaries, account, storage), account, home / "log" / "postgres.log"
    )


def ensure_addresses(home: Path) -> dict[str, str]:
    """The environment file with the addresses of the embedded server; its port is chosen once."""
    values = ensure_secrets(home)
    if ADMIN in values:
        return values
    if cluster.data_version(data_folder(home)) is not None:
        raise Refusal(
            f"In {home / 'environment'} manca {ADMIN}, ma i dati ci sono: rimettete il file di prima, oppure make reset."
        )
    if any(values.get(key) for key in ROLES):
        raise Refusal(
            f"{home / 'environment'} indica un PostgreSQL vostro, e lì non si scrive sopra. Scegliete un altro INTRECCIO_HOME."
        )
    values |= new_addresses(choose_port())
    write_environment(home, values)
    return values


def new_addresses(port: int) -> dict[str, str]:
    def address(user: str, database: str) -> str:
        return f"postgresql://{user}:{secrets.token_urlsafe(24)}@{LOCAL}:{port}/{database}"

    return {ADMIN: address("postgres", "postgres")} | {
        key: address(role, "intreccio") for key, role in ROLES.items()
    }


def with_port(values: dict[str, str], port: int) -> dict[str, str]:
    moved = {key: _move(values[key], port) for key in (ADMIN, *ROLES) if key in values}
    return values | moved


def _move(address: str, port: int) -> str:
    parts = urlsplit(address)
    return urlunsplit(parts._replace(netloc=f"{parts.username}:{parts.password}@{LOCAL}:{port}"))


def port_of(values: dict[str, str]) -> int:
    return urlsplit(values[ADMIN]).port or 0


def start(home: Path, found: cluster.Cluster, values: dict[str, str]) -> dict[str, str]:
    """In a bounded loop: after a kill the first attempts may find remains of the old server."""
    for _ in range(ATTEMPTS):
        if cluster.is_serving(found.data, port_of(values)):
            return values
        if cluster.postmaster(found.data):
            values = follow(home, found.data, values)
        else:
            cluster.clear_after_crash(found.data)
            values = keep_or_move(home, values)
            if cluster.launch(found, port_of(values)):
                return values
        time.sleep(0.5)
    raise Refusal(f"PostgreSQL non parte. {log_ending(found.log)}")


def keep_or_move(home: Path, values: dict[str, str]) -> dict[str, str]:
    """Another port, written down for the next time, where somebody took ours."""
    return values if is_free(port_of(values)) else write_port(home, values, choose_port())


def follow(home: Path, data: Path, values: dict[str, str]) -> dict[str, str]:
    """A server that runs on another port than the file says is believed."""
    found = cluster.recorded(data)
    return write_port(home, values, found[1]) if found and found[1] != port_of(values) else values


def write_port(home: Path, values: dict[str, str], port: int) -> dict[str, str]:
    moved = with_port(values, port)
    write_environment(home, moved)
    return moved
