"""What the person sees while waiting: one line a step, with its seconds."""

import sys
import threading
import time
from types import TracebackType


def say(text: str = "") -> None:
    print(text, flush=True)


class Step:
    """`[2/7] Librerie Python … 14 s`; on a terminal the seconds run while one waits."""

    def __init__(self, title: str, number: int = 0, of: int = 0) -> None:
        self.label = f"[{number}/{of}] {title}" if of else title
        self.done = threading.Event()
        self.note = ""
        self.ticker: threading.Thread | None = None

    def __enter__(self) -> "Step":
        self.begun = time.monotonic()
        print(f"{self.label} … ", end="", flush=True)
        if sys.stdout.isatty():
            self.ticker = threading.Thread(target=self._tick, daemon=True)
            self.ticker.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.done.set()
        if self.ticker:
            self.ticker.join()
        ending = "non riuscito" if kind else self._elapsed() + (f" ({self.note})" if self.note else "")
        start = f"\r{self.label} … " if self.ticker else ""
        print(start + ending, flush=True)

    def _tick(self) -> None:
        while not self.done.wait(1):
            print(f"\r{self.label} … {self._elapsed()} ", end="", flush=True)

    def _elapsed(self) -> str:
        return f"{time.monotonic() - self.begun:.0f} s"
