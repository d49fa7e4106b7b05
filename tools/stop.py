"""`make stop` and `make reset`: from another terminal, or after a crash."""

import os
import shutil
import signal
import sys
from contextlib import suppress
from pathlib import Path

from tools.embedded import data_folder, is_running, release_server
from tools.home import database_is_given, home_path
from tools.locking import is_held
from tools.processes import stop_recorded, wait_until
from tools.refusal import Refusal
from tools.steps import say

# Only what we make: INTRECCIO_HOME may have been pointed at a folder with other things in it.
OURS = (
    "postgres-bin", "assets", "static", "files", "test-files", "browsers", "log", "environment", "server.pid", "worker.pid",
    "run.lock", "setup.lock", "assets.lock", "postgres.users", "postgres.lock",
)  # fmt: skip


def stop() -> int:
    home = home_path()
    if not home.is_dir():
        say("Non c'è niente da spegnere.")
        return 0
    stopped = [stop_launcher(home), *(stop_recorded(home / f"{name}.pid") for name in ("worker", "server"))]
    was_running = is_running(home)
    if was_running and not release_server(home):
        say("PostgreSQL resta acceso: lo sta usando un altro programma.")
        return 0
    say("Spento." if any(stopped) or was_running else "Non c'era niente di acceso.")
    return 0


def stop_launcher(home: Path) -> bool:
    """The launcher holds its lock as long as it lives: only then is the number in the file its own."""
    lock = home / "run.lock"
    if not is_held(lock):
        return False
    with suppress(ProcessLookupError):
        os.kill(int(lock.read_text().split()[0]), signal.SIGTERM)
    if not wait_until(lambda: not is_held(lock), 60):
        raise Refusal("Intreccio non si è spento in un minuto: riprovate, oppure chiudete il suo terminale.")
    return True


def reset() -> int:
    home = home_path()
    if not home.is_dir():
        say(f"In {home} non c'è niente da cancellare.")
        return 0
    if not confirmed(home):
        say("Non ho cancellato niente.")
        return 1
    stop()
    if is_running(home):
        raise Refusal("Un altro programma sta usando PostgreSQL: chiudetelo e riprovate.")
    remove(home)
    say("Cancellato. Con make run si ricomincia da capo.")
    if database_is_given():
        say("Il database indicato da DATABASE_URL non è stato toccato.")
    return 0


def confirmed(home: Path) -> bool:
    if os.environ.get("YES") == "1":
        return True
    if not sys.stdin.isatty():
        raise Refusal("Senza terminale non posso chiedere conferma: make reset YES=1")
    return input(
        f"Cancello tutti i dati in {home}: famiglie, servizi, account. Scrivete «sì» per confermare: "
    ).strip().lower() in ("sì", "si")


def remove(home: Path) -> None:
    data = data_folder(home)
    shutil.rmtree(data, ignore_errors=True)
    if data.parent != home:
        shutil.rmtree(data.parent, ignore_errors=True)
        (home / "postgres").unlink(missing_ok=True)
    for leftover in (*home.glob("postgres.new-*"), *home.glob("assets.*"), *(home / name for name in OURS)):
        if leftover.is_dir():
            shutil.rmtree(leftover, ignore_errors=True)
        else:
            leftover.unlink(missing_ok=True)
    with suppress(OSError):
        home.rmdir()
