"""What a form sends: its hidden fields, a picture, the key of a row of the matrix."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import UUID

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.workshop.documents.tests.makers import picture

Body = dict[str, Any]


def keyed(prefix: str = "", version: int | None = None, **said: Any) -> Callable[[], Body]:
    """What was filled in, with the hidden fields of a form: one-time key, and the version it was read at."""

    def body() -> Body:
        hidden = {"once": str(new_key())} | ({"version": str(version)} if version else {})
        return {f"{prefix}{name}": value for name, value in {**hidden, **said}.items()}

    return body


class Picture(BytesIO):
    """Sent again, it is read from its beginning again."""

    name = "Zuccottifamily.png"

    def read(self, size: int | None = -1) -> bytes:
        """All of it."""
        self.seek(0)
        return super().read(size)


def with_file(**said: Any) -> Callable[[], Body]:
    """The same with a picture."""
    return lambda: {**keyed(**said)(), "file": Picture(picture("PNG"))}


def of(kind: str, *words: str) -> UUID:
    return key_for(kind, *words)


TODAY, LATER = str(today()), str(today() + timedelta(days=30))
NEXT_WEEK = str(today() + timedelta(days=7))
CARER = of("membership", "mx_own_educator")
