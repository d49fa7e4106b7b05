"""Limits counted in the database, so that they hold across processes and leave no address anywhere."""

import hashlib
import hmac
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import connection

from intreccio.ground.kernel.clock import now


def bucket_of(*parts: str) -> str:
    """A keyed digest of what is counted: it can be compared, never read back."""
    return hmac.new(settings.SECRET_KEY.encode(), "\x1f".join(parts).encode(), hashlib.sha256).hexdigest()


_COUNT_UP = (
    "INSERT INTO kernel_tally (bucket, span, count) VALUES (%s, %s, 1)"
    " ON CONFLICT (bucket, span) DO UPDATE SET count = kernel_tally.count + 1 RETURNING count"
)


def count_up(bucket: str, *, per: timedelta) -> int:
    """One more try in this span of time; answers how many there are now."""
    seconds = per.total_seconds()
    span = datetime.fromtimestamp(now().timestamp() // seconds * seconds, UTC)
    with connection.cursor() as cursor:
        cursor.execute(_COUNT_UP, [bucket, span])
        row = cursor.fetchone()
    return int(row[0]) if row else 1


def cache_key(key: str, key_prefix: str, version: int) -> str:
    """The name of a cached value: sign-in limits are kept there by address, which nobody can read back."""
    return bucket_of("cache", key_prefix, str(version), key)
