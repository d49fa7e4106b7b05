"""Nothing personal in logs: a database error quotes the row it refused, so only its kind and place are written.

Nor a key of the house: an address may hold a link that opens once, so a request is named by its route.
"""

import logging
import re
import traceback
from types import TracebackType

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WithoutWords(logging.Formatter):
    """Writes where something failed and what kind of failure it was, never what it said."""

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802  # the name is logging's
        """The frames and the names of the exceptions, innermost cause first; no messages, no values."""
        kinds, error = [], ei[1]
        while error is not None:
            kinds.append(type(error).__qualname__)
            error = error.__cause__ or error.__context__
        frames = traceback.format_tb(ei[2]) if ei[2] else []
        return "".join(frames) + " <- ".join(kinds)


class WithoutAddresses(logging.Filter):
    """A record about a request says its answer and its route, and of the address only the ids."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whatever was said before: the reason of a refused form quotes the page it came from."""
        request = getattr(record, "request", None)
        if request is not None:
            record.msg = "%s %s %s"
            method = getattr(request, "method", "")
            record.args = (getattr(record, "status_code", ""), method, route_of(request))
        return True


def route_of(request: object) -> str:
    """`households/0190…/edit`, `invitations/<str:token>`; a word where the address leads nowhere."""
    match = getattr(request, "resolver_match", None)
    if match is None:
        return "(nowhere)"
    return re.sub(r"<uuid:(\w+)>", lambda found: str(match.kwargs.get(found[1], found[0])), match.route)
