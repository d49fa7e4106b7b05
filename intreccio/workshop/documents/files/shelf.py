"""The folder of sealed files: one for each document, under a random name, outside whatever is served.

A file is there whole or not at all: written beside its place, brought to the disk, then moved. The row that names it comes
after; a file that no row names is set aside by night, and brought back if a row asks for it after all.
"""

import os
import secrets
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from intreccio.ground.kernel.backup import FILE_NAME
from intreccio.workshop.documents.files.seal import HEAD, Unreadable, close, is_of_first_key, unseal

ASIDE = "aside"


def new_name() -> str:
    """Guessed by nobody, and says nothing."""
    return secrets.token_hex(32)


def put(name: str, content: bytes) -> None:
    """Keeps `content` under `name`, sealed."""
    _write(_place(name), close(content, name))


def get(name: str) -> bytes:
    """What is kept under `name`. Raises Unreadable."""
    for place in (_place(name), _aside(name)):
        with suppress(FileNotFoundError):
            return unseal(place.read_bytes(), name)
    raise Unreadable("the file is not in the folder of files")


@dataclass(slots=True)
class Rotation:
    """What a rotation has done: how many files it closed anew, which it could not open."""

    closed_anew: int
    unreadable: list[str]


def rotate() -> Rotation:
    """Closes with the first key what another has closed. Each file is replaced in one move: stopped half way, it goes on later."""
    done = Rotation(0, [])
    for place in _all():
        with place.open("rb") as file:
            if is_of_first_key(file.read(HEAD)):
                continue
        try:
            _write(place, close(unseal(place.read_bytes(), place.name), place.name))
            done.closed_anew += 1
        except Unreadable:
            done.unreadable.append(place.name)
    return done


def settled(before: float) -> set[str]:
    """Names of the files that were written before this moment, and are in their place."""
    return {place.name for place in _all() if place.parent.name != ASIDE and place.stat().st_mtime < before}


def set_aside(names: Collection[str]) -> None:
    """Out of their place, and not gone: `get` still finds them."""
    for name in names:
        aside = _aside(name)
        aside.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            _place(name).replace(aside)
            os.utime(aside)


def those_aside() -> dict[str, float]:
    """What has been set aside, and since when."""
    return {place.name: place.stat().st_mtime for place in _all() if place.parent.name == ASIDE}


def bring_back(name: str) -> None:
    """A row asks for it after all."""
    place = _place(name)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _aside(name).replace(place)


def throw_away(name: str) -> None:
    """Of what has been aside long enough."""
    _aside(name).unlink(missing_ok=True)


def sweep_parts(before: float) -> None:
    """What a killed process has left half written; nobody reads it."""
    for part in settings.FILES.glob("*/*.part"):
        with suppress(FileNotFoundError):
            if part.stat().st_mtime < before:
                part.unlink()


def _all() -> Iterator[Path]:
    return (place for place in sorted(settings.FILES.glob("*/*")) if FILE_NAME.fullmatch(place.name))


def _place(name: str) -> Path:
    if not FILE_NAME.fullmatch(name):
        raise ValueError("64 hexadecimal digits")
    folder: Path = settings.FILES
    return folder / name[:2] / name


def _aside(name: str) -> Path:
    return _place(name).parents[1] / ASIDE / name


def _write(place: Path, sealed: bytes) -> None:
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = place.with_name(f"{place.name}.{secrets.token_hex(4)}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(sealed)
            file.flush()
            os.fsync(file.fileno())
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)
    for folder in (place.parent, place.parent.parent):
        _bring_to_disk(folder)


def _bring_to_disk(folder: Path) -> None:
    """The move itself, not only the bytes, outlives a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
