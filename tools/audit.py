"""Known vulnerabilities in what we install. Without the network it says so instead of failing."""

import json

from tools.home import LOCKS
from tools.processes import run_tool
from tools.venv import program

COMMAND = [
    "--require-hashes",
    "--disable-pip",
    "--progress-spinner",
    "off",
    "--format",
    "json",
    "--timeout",
    "20",
]


def audit() -> tuple[bool, str]:
    """Whether it may pass, and what was found."""
    done = run_tool([program("pip-audit"), *COMMAND, "-r", str(LOCKS / "run.txt")], capture_output=True)
    return judge(done.stdout)


def judge(answer: str) -> tuple[bool, str]:
    try:
        packages = json.loads(answer)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return True, "non fatto: l'elenco delle vulnerabilità non si raggiunge da qui"
    found = [
        f"{one['name']} {one['version']}: {bug['id']}" for one in packages for bug in one.get("vulns", [])
    ]
    return not found, "; ".join(found) or f"{len(packages)} pacchetti, nessuna vulnerabilità nota"
