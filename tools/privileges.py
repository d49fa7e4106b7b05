"""PostgreSQL refuses to run as root: then it runs as `postgres` or `nobody`, and its files must be within their reach."""

import hashlib
import os
import pwd
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

from tools.refusal import Refusal

CANDIDATES = ("postgres", "nobody")
# Where the data go when root's clone stands under a folder closed to everybody else, such as /root.
OUTSIDE = Path("/var/lib/intreccio")


class Account(NamedTuple):
    """The user that PostgreSQL runs as."""

    name: str
    uid: int
    gid: int

    def options(self) -> dict[str, Any]:
        """For subprocess: become this user in the child."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


def account_for(data: Path) -> Account | None:
    """None for a normal user, who runs it in person. Data that are already somebody's stay theirs."""
    if os.geteuid() != 0:
        return None
    known = [pwd.getpwuid(data.stat().st_uid)] if data.exists() and data.stat().st_uid else []
    for name in CANDIDATES:
        try:
            known.append(pwd.getpwnam(name))
        except KeyError:
            continue
    if not known:
        raise Refusal(
            "Come root serve un utente «postgres» o «nobody» per PostgreSQL, e qui non c'è. Provate da utente normale."
        )
    return Account(known[0].pw_name, known[0].pw_uid, known[0].pw_gid)


def can_reach(account: Account | None, path: Path) -> bool:
    """Asked by trying: permissions, closed parents and access lists all count."""
    if account is None:
        return os.access(path, os.X_OK)
    done = subprocess.run(
        ["/bin/sh", "-c", 'test -x "$0"', str(path)], check=False, cwd="/", **account.options()
    )
    return done.returncode == 0


def storage_for(home: Path, account: Account | None) -> Path:
    """The folder that holds PostgreSQL's files: the home, or a place outside that the account can reach."""
    link = home / "postgres"
    if link.is_symlink():
        return link.readlink().parent
    if link.exists() or can_reach(account, home):
        return home
    place = OUTSIDE / hashlib.sha256(str(home).encode()).hexdigest()[:12]
    place.mkdir(parents=True, exist_ok=True)
    for folder in (OUTSIDE, place):
        folder.chmod(0o711)
    link.symlink_to(place / "postgres")
    return place


def hand_over(path: Path, account: Account | None) -> None:
    if account:
        os.chown(path, account.uid, account.gid)
