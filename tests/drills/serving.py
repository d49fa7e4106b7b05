"""The server of the pages as `make run` starts it, on the database of the tests."""

import os
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from tools import processes
from tools.home import ROOT
from tools.ports import LOCAL, choose_port
from tools.serving import SERVER, answers
from tools.venv import program

# The server of the pages must not have them.
PRIVILEGED = ("DATABASE_OWNER_URL", "DATABASE_KEEPER_URL", "INTRECCIO_ADMIN_URL", "INTRECCIO_COMMAND")


@contextmanager
def served() -> Iterator[int]:
    """Answers the port while it runs."""
    port = choose_port()
    environ = {key: value for key, value in os.environ.items() if key not in PRIVILEGED} | {
        "DJANGO_SETTINGS_MODULE": "intreccio.settings", "PYTHONPATH": str(ROOT), "PORT": str(port), "INTRECCIO_POOL": "1",
    }  # fmt: skip
    command = [
        program("granian"),
        *SERVER,
        "--host",
        LOCAL,
        "--port",
        str(port),
        "intreccio.wsgi:application",
    ]
    with tempfile.TemporaryFile() as said:
        server = subprocess.Popen(
            command, cwd=ROOT, env=environ, stdout=said, stderr=said, start_new_session=True
        )
        try:
            processes.wait_until(lambda: server.poll() is not None or answers(LOCAL, port), 60, pause=0.1)
            said.seek(0)
            assert server.poll() is None, said.read().decode()
            yield port
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait(30)
