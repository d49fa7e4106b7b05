"""The address of a feed, and what its entries are known by outside: nothing that leads back."""

import hashlib
import hmac
import secrets
from datetime import date, timedelta
from uuid import UUID

# What a telephone shows: from so long ago, and as far ahead.
BACK, AHEAD = timedelta(days=30), timedelta(days=180)


def new_token() -> str:
    """256 bits that nobody can guess: to be given away now, because only its digest is kept."""
    return secrets.token_urlsafe(32)


def digest_of(token: str) -> str:
    """What the database keeps of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def days_shown(today: date) -> tuple[date, date]:
    """From when to when."""
    return today - BACK, today + AHEAD


def uid_of(kind: str, key: UUID, membership_id: UUID, secret: str) -> str:
    """The same entry is the same to the same person, and to nobody else; which row it is, only who holds the secret can tell."""
    said = b"\x1f".join((b"calendar", kind.encode(), key.bytes, membership_id.bytes))
    return f"{hmac.new(secret.encode(), said, hashlib.sha256).hexdigest()[:40]}@intreccio"
