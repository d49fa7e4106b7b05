"""What the person may choose from outside, checked before anything starts."""

import os
from collections.abc import Mapping
from typing import NamedTuple

from tools.home import missing_databases
from tools.refusal import Refusal

LOCAL_HOSTS = ("127.0.0.1", "localhost", "::1")


class Options(NamedTuple):
    """Address of the pages, and whether this is the demonstration."""

    host: str
    port: int
    demo: bool

    @property
    def address(self) -> str:
        return f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}"

    @property
    def probe(self) -> str:
        """Where the launcher itself asks whether the server answers."""
        return "127.0.0.1" if self.host in ("", "0.0.0.0") else self.host  # noqa: S104  # compared, not bound


def read_options(environ: Mapping[str, str] = os.environ) -> Options:
    demo = environ.get("INTRECCIO_DEMO", "1").lower() in ("1", "true", "yes", "si", "sì")
    options = Options(environ.get("HOST") or LOCAL_HOSTS[0], read_port(environ.get("PORT") or "8000"), demo)
    if demo and options.host not in LOCAL_HOSTS:
        raise Refusal(
            f"La dimostrazione risponde solo su questo computer: HOST={options.host} non si può, togliete HOST."
        )
    missing = missing_databases(environ)
    if missing:
        raise Refusal(
            f"Con un PostgreSQL vostro servono tutti e tre gli indirizzi: manca {', '.join(missing)}."
        )
    return options


def read_port(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= 65535:
        return int(text)
    raise Refusal(f"PORT={text} non è una porta: serve un numero da 1 a 65535.")
