"""`make test`, `make drill`, `make bench`: what they need, then the program itself in our place."""

import os
import shlex

from tools.browser import ensure_browser, why_no_browser
from tools.home import ROOT, VENV, home_path
from tools.install import install
from tools.refusal import Refusal
from tools.steps import Step, say
from tools.venv import python_in

# A file at a time to each process: what a file prepares, it prepares once.
SHARED_OUT = ("--dist", "loadfile", "--no-loadscope-reorder")
MOST_PROCESSES = 4
# What is made of the tests to run them is kept for the next time, also where Python is told to keep nothing.
KEEPING = {"PYTHONDONTWRITEBYTECODE": ""}


def test() -> int:
    install()
    shared = ("--numprocesses", str(processes(os.cpu_count() or 1)), *SHARED_OUT)
    return pytest(browser_environment(), *shared)


def processes(cores: int) -> int:
    """One more than there are cores: who walks through pages waits half of the time, and others go on meanwhile."""
    return min(cores + 1, MOST_PROCESSES)


def drill() -> int:
    install()
    size = os.environ.get("DRILL") or "full"
    return pytest(browser_environment() | {"DRILL": size}, "-m", "drill")


def bench() -> int:
    install()
    return replace_us([python_in(VENV), "-m", "bench", *shlex.split(os.environ.get("BENCH", ""))], {})


def browser_environment() -> dict[str, str]:
    """Where the browser is; without one the tests skip, except where somebody counts on them."""
    with Step("Chromium") as step:
        browser = ensure_browser(home_path())
        step.note = browser or "non c'è"
    if browser:
        return {"INTRECCIO_CHROMIUM": browser}
    if os.environ.get("CI") == "true":
        raise Refusal(why_no_browser() + " Con CI=true è un errore.")
    say(why_no_browser())
    return {}


def pytest(extra: dict[str, str], *arguments: str) -> int:
    chosen = shlex.split(os.environ.get("PYTEST", ""))
    return replace_us([python_in(VENV), "-m", "pytest", *arguments, *chosen], extra | KEEPING)


def replace_us(command: list[str], extra: dict[str, str]) -> int:
    environ = dict(os.environ) | {"INTRECCIO_HOME": str(home_path())} | extra
    os.chdir(ROOT)
    os.execve(command[0], command, environ)  # noqa: S606  # arguments as a list: no shell is wanted
