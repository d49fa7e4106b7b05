"""Where things live, and the environment file that keeps secrets and addresses between runs."""

import os
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCKS = ROOT / "locks"
DATABASES = ("DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_KEEPER_URL")
ADMIN = "INTRECCIO_ADMIN_URL"
PRIVILEGED = (ADMIN, "DATABASE_OWNER_URL", "DATABASE_KEEPER_URL")
ROLES = {
    "DATABASE_URL": "intreccio_app",
    "DATABASE_OWNER_URL": "intreccio_owner",
    "DATABASE_KEEPER_URL": "intreccio_keeper",
}


def home_path(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder that holds all data."""
    given = environ.get("INTRECCIO_HOME")
    return Path(given).expanduser().absolute() if given else ROOT / ".local"


def open_home(home: Path) -> Path:
    (home / "log").mkdir(parents=True, exist_ok=True)
    return home


def read_environment(home: Path) -> dict[str, str]:
    try:
        text = (home / "environment").read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    lines = (line.strip() for line in text.splitlines())
    pairs = (line.partition("=") for line in lines if line and not line.startswith("#"))
    return {key.strip(): value.strip() for key, _, value in pairs}


def write_environment(home: Path, values: Mapping[str, str]) -> None:
    """Replace the file in one move, readable by its owner only."""
    fresh = home / f"environment.{os.getpid()}.new"
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write("# Segreti di questa installazione: non si copia e non si pubblica.\n")
        file.writelines(f"{key}={value}\n" for key, value in sorted(values.items()))
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(home / "environment")


def ensure_secrets(home: Path) -> dict[str, str]:
    """The environment file with at least what every installation needs; born a demonstration unless told otherwise."""
    values = read_environment(home)
    demo = os.environ.get("INTRECCIO_DEMO") or "1"
    fresh = {"SECRET_KEY": secrets.token_urlsafe(50), "INTRECCIO_DOCUMENT_KEYS": document_key()}
    wanted = {**fresh, "INTRECCIO_DEMO": demo} | values
    if wanted != values:
        write_environment(home, wanted)
    return wanted


def document_key() -> str:
    """What families' documents are closed with."""
    return urlsafe_b64encode(secrets.token_bytes(32)).decode()


def child_environment(home: Path, environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """What our programs receive: the file, and above it what the person set by hand."""
    kept = read_environment(home)
    if _names_one(environ):
        kept.pop(ADMIN, None)  # the embedded server's: it says nothing about the one that was given
    return kept | dict(environ) | {"INTRECCIO_HOME": str(home), "PYTHONUNBUFFERED": "1"}


def serving_environment(home: Path, environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The same without the keys of owner, keeper and superuser: what serves pages must not hold them."""
    whole = child_environment(home, environ)
    return {key: value for key, value in whole.items() if key not in PRIVILEGED}


def database_is_given(environ: Mapping[str, str] = os.environ) -> bool:
    """True where the person brings a PostgreSQL server, by hand or in the file; then no embedded one is started.

    The embedded server writes its addresses in the same file, always with its administrator's beside them.
    """
    kept = read_environment(home_path(environ))
    return _names_one(environ) or (ADMIN not in kept and _names_one(kept))


def missing_databases(environ: Mapping[str, str] = os.environ) -> list[str]:
    return [key for key in DATABASES if not environ.get(key)] if _names_one(environ) else []


def _names_one(values: Mapping[str, str]) -> bool:
    return any(values.get(key) for key in DATABASES)
