"""How often strangers may write, counted in the database by connection; no address is kept anywhere."""

from datetime import date, timedelta

from django.conf import settings
from django.http import HttpRequest

from intreccio.families.access.rules.addresses import connection_of
from intreccio.ground.kernel.tally import bucket_of, count_up
from intreccio.ground.parameters.queries import value_at

HOUR = timedelta(hours=1)
TRIES_EACH = 4  # who has sent five signals may look up each of them a few times


def address_of(request: HttpRequest) -> str:
    """Where a request comes from: behind a proxy, what the nearest one wrote last."""
    forwarded = str(request.META.get("HTTP_X_FORWARDED_FOR", "")).rpartition(",")[2].strip()
    if settings.SECURE_PROXY_SSL_HEADER and forwarded:
        return forwarded
    return str(request.META.get("REMOTE_ADDR", ""))


class TooMany(Exception):
    """This connection has written as often as it may in an hour."""


def count_sending(address: str, today: date) -> None:
    """One more signal from this connection. Raises TooMany."""
    if count_up(bucket_of("public_form", connection_of(address)), per=HOUR) > int(
        value_at("public_form_per_hour", today)
    ):
        raise TooMany


def count_asking(address: str, today: date) -> None:
    """One more receipt code tried from this connection, right or wrong. Raises TooMany."""
    most = TRIES_EACH * int(value_at("public_form_per_hour", today))
    if count_up(bucket_of("signal_receipt", connection_of(address)), per=HOUR) > most:
        raise TooMany
