"""The committed locks: complete, with checksums, without addresses, and made from what pyproject asks."""

import json
import re
import tomllib

import pytest

from tools.assets import WANTED, integrity, read_lock
from tools.home import LOCKS, ROOT
from tools.lock import input_text, wanted_packages

REQUIREMENT = re.compile(r"^([A-Za-z0-9._-]+)==\S+")


def entries(name: str) -> list[str]:
    """One string a package, its checksums included."""
    text = (LOCKS / f"{name}.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if REQUIREMENT.match(line)]


def without_conditions(name: str) -> set[tuple[str, ...]]:
    """Name, version and checksums; a package that only some systems need to serve may be needed by all to develop."""
    return {(line.split()[0], *sorted(re.findall(r"--hash=\S+", line))) for line in entries(name)}


@pytest.mark.parametrize("name", ["run", "dev", "node"])
def test_every_package_is_pinned_with_its_checksums(name: str) -> None:
    lines = entries(name)
    assert lines
    assert [line for line in lines if "--hash=sha256:" not in line] == []


@pytest.mark.parametrize("name", ["run", "dev", "node"])
def test_the_inputs_are_what_pyproject_asks(name: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert (LOCKS / f"{name}.in").read_text(encoding="utf-8") == input_text(wanted_packages(project)[name]), (
        "make lock"
    )


def test_development_stands_on_the_very_packages_that_serve() -> None:
    assert without_conditions("run") <= without_conditions("dev")


def test_no_lock_says_where_packages_come_from() -> None:
    for path in [*LOCKS.iterdir(), ROOT / "package-lock.json"]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(
            r'--(extra-)?index-url|--find-links|"resolved"|://[^"\s]*(pypi|npmjs|registry)', text
        ), path.name


def test_package_lock_pins_what_package_asks() -> None:
    asked = json.loads((ROOT / "package.json").read_text())["dependencies"]
    locked = json.loads((ROOT / "package-lock.json").read_text())["packages"][""]["dependencies"]
    assert asked == locked


def test_every_asset_has_its_checksum() -> None:
    found = read_lock((ROOT / "package-lock.json").read_text(), [wanted.package for wanted in WANTED])
    assert all(
        one.integrity.startswith("sha512-") and len(one.integrity) == len(integrity(b"")) for one in found
    )
