"""Keys: UUIDv7 made in Python (law 1), and the few that must be the same at every run."""

import hashlib
from datetime import UTC, datetime
from functools import lru_cache
from uuid import UUID

import uuid_utils.compat

# Demo and test worlds are the same at every run: their keys carry this moment and a hash of their name.
_EPOCH_MS = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp() * 1000)


def new_key() -> UUID:
    """A UUIDv7: sorts by time of birth, and cannot be guessed from its neighbours."""
    return uuid_utils.compat.uuid7()


@lru_cache(maxsize=1 << 16)
def key_for(*words: str) -> UUID:
    """The same UUIDv7-shaped key for the same words, always. Only for invented worlds."""
    digest = int.from_bytes(hashlib.sha256("\x1f".join(words).encode()).digest()[:16])
    random = digest & ((1 << 74) - 1)
    value = _EPOCH_MS << 80 | 0x7 << 76 | (random >> 62) << 64 | 0b10 << 62 | (random & ((1 << 62) - 1))
    return UUID(int=value)
