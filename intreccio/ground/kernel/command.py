"""The console script: `intreccio <command>` runs any management command against the installation of this folder."""

import os
import sys
from pathlib import Path


def load_home() -> None:
    """Adds what `make run` wrote in INTRECCIO_HOME to the environment; what is set already wins."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "intreccio.settings")
    file = Path(os.environ.get("INTRECCIO_HOME", ".local")) / "environment"
    if not file.is_file():
        return
    for line in file.read_text(encoding="utf-8").splitlines():
        name, separator, value = line.partition("=")
        if separator and not name.startswith("#"):
            os.environ.setdefault(name.strip(), value.strip())


def main() -> None:
    """Entry point of `.venv/bin/intreccio`."""
    load_home()
    os.environ["INTRECCIO_COMMAND"] = "1"
    from django.core.management import execute_from_command_line  # after the environment is complete

    execute_from_command_line(sys.argv)
