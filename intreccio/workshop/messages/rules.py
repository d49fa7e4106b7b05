"""When a link opens, when a mail is tried again, and how a token is made: functions of values."""

import base64
import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from qrcode.main import QRCode

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _

# A mail that did not leave is tried again after one minute, two, four, … an hour, an hour: some eight hours in all.
TRIES = 14
AT_ONCE, LONGEST = timedelta(minutes=1), timedelta(hours=1)
MOST_AGAIN = 1000  # at a time
MOST_DAYS = 60
LEAST_MINUTES = 5


def token_of(link_id: UUID, secret: str) -> str:
    """The token of a link: 256 bits that only who holds the secret can make, and make again."""
    digest = hmac.new(secret.encode(), b"one-time-link\x1f" + link_id.bytes, hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def is_token_of(token: str, link_id: UUID, secret: str) -> bool:
    """A row that somebody wrote with a hash of their own opens nothing."""
    return hmac.compare_digest(token.encode(), token_of(link_id, secret).encode())


def digest_of(token: str) -> str:
    """What the database keeps of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def message_id_of(mail_id: UUID, secret: str, host: str) -> str:
    """What a mail is known by wherever it arrives: the same however many times it leaves, and nobody can tell from it which row it was."""
    digest = hmac.new(secret.encode(), b"mail\x1f" + mail_id.bytes, hashlib.sha256).hexdigest()
    return f"<{digest[:40]}@{host}>"


def why_not_make(lasts: timedelta) -> Words | None:
    """A link lives from a few minutes, opened beside whoever gives it, to two months."""
    if timedelta(minutes=LEAST_MINUTES) <= lasts <= timedelta(days=MOST_DAYS):
        return None
    return _("Un collegamento vale da cinque minuti a due mesi.")


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code as one path on a square of `size` modules, its white border among them."""

    size: int
    path: str


def code_of(address: str) -> Code:
    """What a telephone reads by pointing at it: the address and nothing else."""
    drawn = QRCode(border=4)
    drawn.add_data(address)
    rows = drawn.get_matrix()
    dark = (f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, module in enumerate(row) if module)
    return Code(len(rows), "".join(dark))


def why_not_use(*, used_at: datetime | None, expires_at: datetime, moment: datetime) -> Words | None:
    """A reason, or None: a link opens once, and not for ever."""
    if used_at is not None:
        return _("Questo collegamento è già stato usato.")
    if moment >= expires_at:
        return _("Questo collegamento è scaduto.")
    return None


def wait_after(attempts: int) -> timedelta | None:
    """How long after so many tries it is tried again; None where it waits for somebody."""
    return None if attempts >= TRIES else min(AT_ONCE * 2 ** (attempts - 1), LONGEST)


def why_not_retry(*, sent_at: datetime | None, trouble: str, final: bool) -> Words | None:
    """A reason, or None: only what has been tried, and could still leave, is tried again."""
    if sent_at is not None:
        return _("Questo messaggio è già partito.")
    if final:
        return _("Questo messaggio non serve più: mandane uno nuovo.")
    if not trouble:
        return _("Questo messaggio è già in coda: parte da solo tra poco.")
    return None


def why_not_retry_all(many: int) -> Words | None:
    """A reason, or None: nothing waits for it."""
    return None if many else _("Adesso non c'è nessun messaggio da far ripartire.")
