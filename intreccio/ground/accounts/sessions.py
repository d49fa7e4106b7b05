"""Sessions in the database, which only the house's door reads and writes."""

from datetime import timedelta

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.models import Session
from django.db import connection

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.viewer import DOOR

# Written out: every page begins with it, and composed by the ORM it costs three times as much.
KEPT = "SELECT session_key, session_data, expire_date FROM django_session WHERE session_key = %s AND expire_date > %s"
# It lasts from the last hour of work, not from the morning: written again once an hour at most.
RENEWED_AFTER = timedelta(hours=1)


class SessionStore(DatabaseStore):
    """Django's own, asked as the door: row security shows a session to nobody else."""

    def load(self) -> dict[str, object]:
        """What is kept; empty for a session that is over. In a request the door is already acting when it is read."""
        key = self.session_key
        found = super().load()
        if found or not key:
            return found
        self._session_key = key
        with acting(DOOR):
            return super().load()

    def _get_session_from_db(self) -> Session | None:
        with connection.cursor() as cursor:
            cursor.execute(KEPT, [self.session_key, now()])
            row = cursor.fetchone()
        if row is None:
            self._session_key = None
            return None
        session = Session(*row)
        if session.expire_date - now() < timedelta(seconds=settings.SESSION_COOKIE_AGE) - RENEWED_AFTER:
            self.modified = True
        return session

    def exists(self, session_key: str) -> bool:
        """Whether the key is taken."""
        with acting(DOOR):
            return super().exists(session_key)

    def save(self, must_create: bool = False) -> None:
        """Writes it; raises as Django does where it is gone."""
        with acting(DOOR):
            super().save(must_create)

    def delete(self, session_key: str | None = None) -> None:
        """Ends it, whoever is acting: a sign-out must never be a wish."""
        with acting(DOOR):
            super().delete(session_key)

    @classmethod
    def clear_expired(cls) -> None:
        """Throws away those that are over."""
        with acting(DOOR):
            super().clear_expired()
