"""Nothing personal in logs: a database error quotes the row it refused, so only its kind and place are written."""

import logging
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
