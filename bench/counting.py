"""The house as it is served, with one header more: how many statements each answer asked of the database.

Granian is given `bench.counting:application` where an installation gives `intreccio.wsgi:application`.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

from django.db import connection

from intreccio import wsgi

HEADER = "X-Queries"
# Marks of transactions, and who acts: what every request says whatever it asks.
UNCOUNTED = re.compile(
    r"\s*(BEGIN|COMMIT|SAVEPOINT|RELEASE|ROLLBACK|SELECT set_config\('intreccio\.)", re.IGNORECASE
)


class Counter:
    """Counts the statements that pass."""

    def __init__(self) -> None:
        self.statements = 0

    def __call__(self, execute: Callable[..., Any], text: Any, params: Any, many: bool, context: Any) -> Any:
        """One statement on its way to the database."""
        if not UNCOUNTED.match(str(text)):
            self.statements += 1
        return execute(text, params, many, context)


def application() -> Callable[..., Iterable[bytes]]:
    """The WSGI application, for granian's --factory."""
    house = wsgi.application()

    def counted(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        counter = Counter()

        def answer(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            return start_response(status, [*headers, (HEADER, str(counter.statements))], *rest)

        with connection.execute_wrapper(counter):
            return house(environ, answer)

    return counted
