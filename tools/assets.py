"""Style, fonts and scripts: fetched by name, checked by sha512, and only the named files unpacked."""

import base64
import hashlib
import json
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from tools.home import ROOT
from tools.locking import exclusive
from tools.node import npm_command
from tools.processes import run_tool
from tools.refusal import Refusal

LOCK = ROOT / "package-lock.json"
MARKER = "complete.json"
FONTS = ("Titillium_Web", "Lora")


class Wanted(NamedTuple):
    """Files of one package: a path in its archive (a folder ends with /), and where it goes among the assets."""

    package: str
    files: dict[str, str]


WANTED = (
    Wanted(
        "bootstrap-italia",
        {
            "LICENSE": "bootstrap-italia/LICENSE",
            "dist/css/bootstrap-italia.min.css": "bootstrap-italia/css/bootstrap-italia.min.css",
            "dist/svg/sprites.svg": "bootstrap-italia/svg/sprites.svg",
        }
        | {f"dist/fonts/{font}/": f"bootstrap-italia/fonts/{font}/" for font in FONTS},
    ),
    Wanted("htmx.org", {"LICENSE": "htmx/LICENSE", "dist/htmx.min.js": "htmx/htmx.min.js"}),
)
FONT_ENDINGS = (".woff2", ".txt")


class Locked(NamedTuple):
    name: str
    version: str
    integrity: str


def read_lock(text: str, names: list[str]) -> list[Locked]:
    packages = json.loads(text)["packages"]
    entries = ((name, packages[f"node_modules/{name}"]) for name in names)
    return [Locked(name, entry["version"], entry["integrity"]) for name, entry in entries]


def integrity(content: bytes) -> str:
    return "sha512-" + base64.b64encode(hashlib.sha512(content).digest()).decode()


def ensure_assets(home: Path) -> bool:
    """Put the assets in place; False where they already are."""
    locked = read_lock(LOCK.read_text(encoding="utf-8"), [wanted.package for wanted in WANTED])
    state = json.dumps([list(one) for one in locked] + [[wanted.package, wanted.files] for wanted in WANTED])
    with exclusive(home / "assets.lock"):
        if read_state(home / "assets") == state:
            return False
        with tempfile.TemporaryDirectory(dir=home, prefix="assets.") as folder:
            fetch_into(Path(folder) / "new", locked, Path(folder))
            (Path(folder) / "new" / MARKER).write_text(state, encoding="utf-8")
            shutil.rmtree(home / "assets", ignore_errors=True)
            (Path(folder) / "new").rename(home / "assets")
        return True


def read_state(assets: Path) -> str | None:
    try:
        return (assets / MARKER).read_text(encoding="utf-8")
    except OSError:
        return None


def fetch_into(place: Path, locked: list[Locked], folder: Path) -> None:
    archives = pack(locked, folder)
    for wanted, one in zip(WANTED, locked, strict=True):
        if one.integrity not in archives:
            raise Refusal(
                f"{one.name} {one.version}: l'archivio ricevuto non è quello atteso (sha512 diverso)."
            )
        extract(archives[one.integrity], wanted, place)


def pack(locked: list[Locked], folder: Path) -> dict[str, Path]:
    """Fetch the archives with npm; what each one is, its checksum says and not its name."""
    names = [f"{one.name}@{one.version}" for one in locked]
    with npm_command(folder) as npm:
        command = [*npm, "pack", "--silent", "--ignore-scripts", *names]
        done = run_tool(command, cwd=folder, capture_output=True)
    if done.returncode:
        raise Refusal(
            f"Stile e caratteri non si sono scaricati. Serve la rete; npm dice:\n{done.stderr.strip()[-1000:]}"
        )
    return {integrity(archive.read_bytes()): archive for archive in folder.glob("*.tgz")}


def extract(archive: Path, wanted: Wanted, place: Path) -> None:
    missing = set(wanted.files)
    with tarfile.open(archive) as tar:
        for member in tar:
            for source, target in destinations(member, wanted):
                missing.discard(source)
                write_member(tar, member, place / target)
    if missing:
        raise Refusal(f"{wanted.package} non contiene più: {', '.join(sorted(missing))}")


def destinations(member: tarfile.TarInfo, wanted: Wanted) -> Iterator[tuple[str, str]]:
    path = (
        str(PurePosixPath(member.name).relative_to("package")) if member.name.startswith("package/") else ""
    )
    if not member.isfile() or ".." in PurePosixPath(path).parts:
        return
    for source, target in wanted.files.items():
        if path == source:
            yield source, target
        elif source.endswith("/") and path.startswith(source) and path.endswith(FONT_ENDINGS):
            yield source, target + path.removeprefix(source)


def write_member(tar: tarfile.TarFile, member: tarfile.TarInfo, target: Path) -> None:
    content = tar.extractfile(member)
    if content is None:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    with content, target.open("wb") as file:
        shutil.copyfileobj(content, file)
    target.chmod(0o644)
