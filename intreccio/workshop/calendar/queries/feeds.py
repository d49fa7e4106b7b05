"""A feed as it is read by a telephone: what its owner sees now, without a word of whom it is about."""

from datetime import date

from django.conf import settings
from django.http import Http404
from django.utils import timezone
from django.utils.text import capfirst

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.panels import door
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.viewer import DOOR, Viewer
from intreccio.workshop.calendar.files.ics import Neutral, book_of
from intreccio.workshop.calendar.models import CalendarFeed
from intreccio.workshop.calendar.queries.sources import Wanted, entries_of
from intreccio.workshop.calendar.rules.entries import Entry
from intreccio.workshop.calendar.rules.feeds import days_shown, digest_of, uid_of
from intreccio.workshop.calendar.vocabulary import EntryKind

PAGE = "read_feed"


def feed_of(viewer: Viewer) -> CalendarFeed | None:
    """The one that is open for this hat."""
    return CalendarFeed.objects.filter(membership_id=viewer.membership_id, taken_back_at__isnull=True).first()


def book_for(token: str, today: date) -> bytes:
    """The file for whoever holds the address, read as its owner is today and written down as read by them.

    Raises Http404 for a token that is not ours, was taken back, or whose owner no longer works under that hat.
    """
    with acting(DOOR):
        feed = CalendarFeed.objects.filter(token_hash=digest_of(token), taken_back_at__isnull=True).first()
        viewer = door.take_hat(feed.user_id, feed.membership_id) if feed and door.take_hat else None
        if viewer is None:
            raise Http404
        since, until = days_shown(today)
        me = viewer.membership_id
        mine = [each for each in entries_of(viewer, Wanted(since, until, members=(me,))) if each.has(me)]
        record_reading(viewer, PAGE, shown={each.about for each in mine if each.about})
        return book_of("Intreccio", [_neutral(each, viewer) for each in mine], now())


def _neutral(entry: Entry, viewer: Viewer) -> Neutral:
    uid = uid_of(entry.kind, entry.key, viewer.membership_id, settings.SECRET_KEY)
    title = str(capfirst(EntryKind(entry.kind).label))
    if entry.hour is None:
        return Neutral(uid, title, entry.day)
    return Neutral(uid, title, *entry.moments(timezone.get_default_timezone()))
