"""An address for one's own telephone: made, seen once, taken back."""

from django.db import transaction

from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.viewer import Viewer
from intreccio.workshop.calendar.actions.turns import take_turn
from intreccio.workshop.calendar.models import CalendarFeed
from intreccio.workshop.calendar.queries.feeds import feed_of
from intreccio.workshop.calendar.rules.feeds import digest_of, new_token


@transaction.atomic
def make_feed(*, by: Viewer) -> str:
    """Answers the token, to be shown now and never again. An address made before opens no more."""
    take_turn(f"calendar_feed {by.membership_id}")
    take_back_feed(by=by)
    token = new_token()
    feed = CalendarFeed(
        token_hash=digest_of(token), user_id=by.user_id, membership_id=by.membership_id, made_at=now()
    )
    feed.save(force_insert=True)
    record("calendar_feed.made", feed, by=by)
    return token


@transaction.atomic
def take_back_feed(*, by: Viewer) -> None:
    """From now on it opens nothing. Twice is once."""
    feed = feed_of(by)
    if feed is not None and CalendarFeed.objects.filter(pk=feed.pk, taken_back_at=None).update(
        taken_back_at=now()
    ):
        record("calendar_feed.taken_back", feed, by=by)
