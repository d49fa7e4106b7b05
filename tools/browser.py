"""A Chromium for the browser tests: the machine's, else Debian's, else Playwright's own; else none, and it says why.

The shell without a window does the same work with a third less of the processor (decision 90): it is looked for first.
"""

import os
import shutil
import sys
from pathlib import Path

from tools.home import VENV
from tools.processes import run_tool
from tools.venv import program, python_in

SHELL = "chromium-headless-shell"
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", MAC)
WHERE = (
    "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
)


def find_browser(*names: str) -> str | None:
    """The chosen one, else the first of these that is there and starts."""
    known = [os.environ.get("INTRECCIO_CHROMIUM"), *(shutil.which(name) for name in names)]
    return next((path for path in known if path and starts(path)), None)


def starts(path: str) -> bool:
    try:
        return run_tool([path, "--version"], capture_output=True, timeout=30).returncode == 0
    except (OSError, TimeoutError):
        return False


def ensure_browser(home: Path) -> str | None:
    return find_browser(SHELL) or from_debian() or find_browser(*NAMES) or from_playwright(home)


def from_debian() -> str | None:
    """The shell; where Debian does not have it, what is there already, else a whole Chromium."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    shell, whole = ["install", "-y", SHELL], ["install", "-y", "chromium"]
    for command in (shell, ["update"], shell, whole):
        environ = dict(os.environ) | {"DEBIAN_FRONTEND": "noninteractive"}
        run_tool(["apt-get", "-qq", *command], env=environ, capture_output=True)
        if found := find_browser(*NAMES):
            return found
    return None


def from_playwright(home: Path) -> str | None:
    """Into the home, so that nothing is left elsewhere."""
    environ = dict(os.environ) | {"PLAYWRIGHT_BROWSERS_PATH": str(home / "browsers")}
    if run_tool([program("playwright"), "install", "chromium"], env=environ, capture_output=True).returncode:
        return None
    path = run_tool([python_in(VENV), "-c", WHERE], env=environ, capture_output=True).stdout.strip()
    return path if path and starts(path) else None


def why_no_browser() -> str:
    install = "apt install chromium" if sys.platform == "linux" else "installate Google Chrome"
    return f"Nessun Chromium qui, e non si è potuto scaricare: le prove nel browser si saltano ({install})."
