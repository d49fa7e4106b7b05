"""`make check`: everything that can be judged without running the pages."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from tools.audit import audit
from tools.home import ROOT, child_environment, home_path
from tools.install import install
from tools.steps import Step, say
from tools.venv import program

COMMANDS: dict[str, list[str]] = {
    "Formato": ["ruff", "format", "--check", "--quiet", "."],
    "Regole": ["ruff", "check", "--output-format", "concise", "--quiet", "."],
    "Tipi": ["mypy"],
    "Contratti fra le aree": ["lint-imports"],
    "Modelli di pagina": ["djlint", "intreccio", "--lint", "--quiet"],
    "Controlli di Django": ["intreccio", "check"],
    "Lingue": ["python", "-m", "tools.catalogues", "check"],
    "Migrazioni": ["intreccio", "makemigrations", "--check", "--dry-run"],
}


def check() -> int:
    """Run them all, also after a failure: one round shows everything there is to mend."""
    install()
    home = home_path()
    failed = [title for title, command in COMMANDS.items() if not passes(title, command, home)]
    if not audited():
        failed.append("Vulnerabilità")
    say(f"Da sistemare: {', '.join(failed)}." if failed else "Tutto a posto.")
    return 1 if failed else 0


def passes(title: str, command: list[str], home: Path) -> bool:
    with Step(title) as step:
        done = subprocess.run(
            [program(command[0]), *command[1:]],
            cwd=ROOT, env=child_environment(home), check=False, capture_output=True, text=True,
        )  # fmt: skip
        step.note = "" if done.returncode == 0 else "da sistemare"
    if done.returncode:
        say((done.stdout + done.stderr).strip())
    return done.returncode == 0


def audited(ask: Callable[[], tuple[bool, str]] = audit) -> bool:
    with Step("Vulnerabilità") as step:
        passed, step.note = ask()
    return passed
