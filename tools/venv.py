"""The virtual environment: made from a lock with hashes, finished only when its marker says so."""

import hashlib
import importlib.util
import json
import platform
import shutil
import sys
import tomllib
from pathlib import Path

from tools.home import LOCKS, ROOT, VENV
from tools.locking import exclusive
from tools.processes import run_tool
from tools.refusal import Refusal

MARKER = "intreccio.json"
QUIET = ["--quiet", "--disable-pip-version-check", "--no-input"]


def python_in(venv: Path) -> str:
    return str(venv / "bin" / "python")


def program(name: str) -> str:
    """A program installed in our environment, such as `intreccio`."""
    return str(VENV / "bin" / name)


def find_uv() -> str | None:
    return shutil.which("uv")


def ensure_venv(layer: str = "run") -> bool:
    """Install what `layer` ("run" or "dev") asks; False where it was already there."""
    with exclusive(ROOT / ".venv.lock"):
        have, wanted = read_marker(), wanted_state(layer)
        if satisfies(have, wanted):
            return False
        if not can_be_kept(have, wanted):
            fresh_venv()
        (VENV / MARKER).unlink(missing_ok=True)
        install_lock(layer)
        install_project()
        write_marker(wanted)
        return True


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def project_digest() -> str:
    """Changes when the console script or the packages change, not when a linter's setting does."""
    whole = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    what = [whole["project"], whole["build-system"], whole["tool"]["setuptools"]]
    return hashlib.sha256(json.dumps(what, sort_keys=True).encode()).hexdigest()


def wanted_state(layer: str) -> dict[str, str]:
    state = {"python": platform.python_version(), "root": str(ROOT), "project": project_digest()}
    layers = ("run", "dev") if layer == "dev" else ("run",)
    return state | {name: digest(LOCKS / f"{name}.txt") for name in layers}


def read_marker() -> dict[str, str] | None:
    try:
        content = json.loads((VENV / MARKER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return content if isinstance(content, dict) else None


def satisfies(have: dict[str, str] | None, wanted: dict[str, str]) -> bool:
    return have is not None and all(have.get(key) == value for key, value in wanted.items())


def can_be_kept(have: dict[str, str] | None, wanted: dict[str, str]) -> bool:
    """A finished environment of the same Python in the same place takes new packages; any other is made anew."""
    return have is not None and all(have.get(key) == wanted[key] for key in ("python", "root"))


def write_marker(state: dict[str, str]) -> None:
    fresh = VENV / f"{MARKER}.new"
    fresh.write_text(json.dumps(state, indent=1), encoding="utf-8")
    fresh.replace(VENV / MARKER)


def fresh_venv() -> None:
    if VENV.exists():
        shutil.rmtree(VENV)
    create_venv(VENV)


def create_venv(where: Path) -> None:
    """Always with pip inside, also where uv installs the rest: other steps ask for it."""
    reason = why_no_venv()
    if reason:
        raise Refusal(reason)
    done = run_tool([sys.executable, "-m", "venv", str(where)], capture_output=True)
    if done.returncode:
        raise Refusal(
            f"L'ambiente Python in {where} non si è creato:\n{(done.stderr or done.stdout).strip()[-1500:]}"
        )


def why_no_venv() -> str | None:
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return None
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    return f"A questo Python manca il modulo venv. Su Debian e Ubuntu: apt install {package} (o python3-venv)"


def install_lock(layer: str) -> None:
    lock = ["--require-hashes", "-r", str(LOCKS / f"{layer}.txt")]
    if find_uv() and install_by_uv(lock):
        return
    install_by_pip(lock)


def install_by_uv(arguments: list[str]) -> bool:
    """True when it worked; where uv cannot reach what pip can, pip gets its turn."""
    command = [find_uv() or "uv", "pip", "install", "--quiet", "--python", python_in(VENV), *arguments]
    return run_tool(command, capture_output=True).returncode == 0


def install_by_pip(arguments: list[str], venv: Path = VENV) -> None:
    command = [python_in(venv), "-m", "pip", "install", *QUIET, "--only-binary", ":all:", *arguments]
    done = run_tool(command, capture_output=True)
    if done.returncode:
        raise Refusal(
            f"Le librerie Python non si sono installate. Serve la rete; pip dice:\n{done.stderr.strip()[-1500:]}"
        )


def install_project() -> None:
    """The console script. Editable, with the build backend of the lock: nothing more is fetched."""
    command = [
        python_in(VENV),
        "-m",
        "pip",
        "install",
        *QUIET,
        "--no-deps",
        "--no-build-isolation",
        "-e",
        ".",
    ]
    done = run_tool(command, capture_output=True)
    if done.returncode:
        raise Refusal(f"Il progetto non si è installato nel suo ambiente:\n{done.stderr.strip()[-1500:]}")
