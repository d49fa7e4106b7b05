"""`make run`: from a fresh clone to pages in a browser, each step only where it is still to be done."""

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tools.assets import ensure_assets
from tools.embedded import ensure_server, is_running, release_server
from tools.home import (
    ADMIN,
    child_environment,
    database_is_given,
    ensure_secrets,
    home_path,
    open_home,
    read_environment,
)
from tools.install import compile_catalogues
from tools.locking import exclusive, try_lock
from tools.options import Options, read_options
from tools.ports import is_free
from tools.processes import log_ending, run_tool, stop_recorded, wait_until
from tools.refusal import Refusal
from tools.serving import GRACE, NO_USE_WAITING, start_services, stop_services, watch
from tools.steps import Step, say
from tools.venv import ensure_venv, program

READY = "già pronto"
STEPS = 7
LETTING_GO = 20
STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def run() -> int:
    options = read_options(read_environment(home_path()) | dict(os.environ))
    home = open_home(home_path())
    turn = take_turn(home, options)
    for number in STOPPING:
        signal.signal(number, _interrupt)
    try:
        prepare(home, options)
        return serve(home, options)
    except KeyboardInterrupt:
        say("\nInterrotto.")
        return 130
    finally:
        _let_finish()
        stop_everything(home)
        os.close(turn)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _let_finish() -> None:
    """From here on we are stopping: a second Ctrl-C would leave half of it running."""
    for number in STOPPING:
        signal.signal(number, signal.SIG_IGN)


def take_turn(home: Path, options: Options) -> int:
    """One launcher at a time in a home; the lock ends with us, however we end."""
    turn = try_lock(home / "run.lock")
    if turn is None:
        raise Refusal(
            f"Intreccio è già acceso su {(home / 'run.lock').read_text().split()[-1]} (per spegnerlo: make stop)."
        )
    os.ftruncate(turn, 0)
    os.write(turn, f"{os.getpid()} {options.address}\n".encode())
    return turn


def prepare(home: Path, options: Options) -> None:
    ensure_secrets(home)
    with Step("Librerie Python", 1, STEPS) as step:
        step.note = _note(ensure_venv())
    refuse_busy_port(options, patience=LETTING_GO if stop_leftovers(home) else 0)
    with Step("Stile, caratteri e icone", 2, STEPS) as step:
        step.note = _note(ensure_assets(home))
    compile_catalogues()
    with Step("PostgreSQL", 3, STEPS) as step:
        step.note = _server_note(home)
    # Held by the commands themselves too: one that outlives a killed launcher is waited for, not raced.
    with exclusive(home / "setup.lock"):
        prepare_database(home, options)


def _note(done: bool) -> str:
    return "" if done else READY


def _server_note(home: Path) -> str:
    if database_is_given():
        return "quello indicato da DATABASE_URL"
    ensure_server(home)
    return ""


def prepare_database(home: Path, options: Options) -> None:
    steps: list[tuple[str, str, Callable[[], bool]]] = [
        ("Ruoli e permessi", "database_setup", lambda: ADMIN in child_environment(home)),
        ("Tabelle", "migrate", lambda: True),
        ("Distretto dimostrativo", "demo", lambda: options.demo),
    ]
    (home / "log" / "setup.log").unlink(missing_ok=True)
    for number, (title, command, wanted) in enumerate(steps, start=4):
        with Step(title, number, STEPS) as step:
            if wanted():
                run_command(home, command)
            else:
                step.note = "non serve qui"


def run_command(home: Path, name: str) -> None:
    """A management command, its words kept in the log for when it fails."""
    log = home / "log" / "setup.log"
    with log.open("a", encoding="utf-8") as output:
        done = run_tool(
            [program("intreccio"), name], env=child_environment(home), stdout=output, stderr=output
        )
    if done.returncode:
        raise Refusal(f"«intreccio {name}» non è riuscito. {log_ending(log)}")


def stop_leftovers(home: Path) -> bool:
    """Server and worker of a launcher that was killed, where there were any. Those whose head is dead do not listen: no long patience."""
    return any([stop_recorded(home / f"{name}.pid", patience=2) for name in ("server", "worker")])


def refuse_busy_port(options: Options, patience: float = 0) -> None:
    """On a machine that is busy, leftovers that were just killed let go of the port a little later."""
    with suppress(OSError):
        if wait_until(lambda: is_free(options.port, options.host), patience):
            return
        raise Refusal(
            f"La porta {options.port} è occupata da un altro programma. Sceglietene un'altra: make run PORT={options.port + 1}"
        )


def serve(home: Path, options: Options) -> int:
    with Step("Server e lavori", 7, STEPS):
        services = start_services(home, options)
    show_address(home, options)
    try:
        return watch(home, services)
    except KeyboardInterrupt:
        say("\nSpengo …")
        return 0


def show_address(home: Path, options: Options) -> None:
    say(f"\nIntreccio è acceso: {options.address}\n")
    if options.demo:
        accounts = run_tool(
            [program("intreccio"), "demo_accounts"], env=child_environment(home), capture_output=True
        )
        say(
            accounts.stdout.rstrip()
            if accounts.returncode == 0
            else "(L'elenco degli account dimostrativi non è disponibile.)"
        )
    say("\nPer spegnere: Ctrl-C, oppure make stop da un altro terminale.")


def stop_everything(home: Path) -> None:
    lives = database_is_given() or is_running(home)
    stop_services(home, GRACE if lives else NO_USE_WAITING)
    if not database_is_given() and not release_server(home):
        say("PostgreSQL resta acceso: lo sta usando un altro programma.")
