"""The words after `python3 -m tools`, and what each one does."""

import sys
from collections.abc import Callable

from tools.refusal import Refusal


def run_command(words: list[str]) -> int:
    actions = known()
    if not words or words[0] not in actions:
        sys.stderr.write(f"python3 -m tools {'|'.join(actions)}\n")
        return 2
    try:
        return actions[words[0]]()
    except Refusal as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("\nInterrotto.\n")
        return 130


def known() -> dict[str, Callable[[], int]]:
    from tools import check, install, lock, run, stop, testing

    return {
        "run": run.run,
        "stop": stop.stop,
        "reset": stop.reset,
        "install": install.install,
        "test": testing.test,
        "drill": testing.drill,
        "bench": testing.bench,
        "check": check.check,
        "lock": lock.make_locks,
    }
