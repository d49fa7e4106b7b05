"""What this area shows elsewhere: the way to one's week, from Oggi and from one's own profile; and its letter."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.clock import now, today
from intreccio.ground.kernel.panels import Panel, add_pages_under, add_panel, tell
from intreccio.ground.kernel.viewer import Viewer
from intreccio.workshop.calendar.actions.reminders import LETTER
from intreccio.workshop.calendar.models import Reminder
from intreccio.workshop.calendar.queries.reminders import reached, still_stands
from intreccio.workshop.calendar.rules.reminding import is_ahead, said_of
from intreccio.workshop.messages.letters import About, Letter, add_letter
from intreccio.workshop.messages.queries import address_of
from intreccio.workshop.messages.vocabulary import Recipient


def register() -> None:
    """Fills the kernel's registers."""
    add_panel("today.page", Panel("workshop/calendar/pages/_on_today.html", on_today, order=5))
    add_panel("profile.page", Panel("workshop/calendar/pages/_on_profile.html", on_profile, order=5))
    add_pages_under("today", "/calendar/")
    tell(
        reading__team_week=_("la settimana dell'équipe"),
        reading__my_calendar=_("la propria settimana"),
        reading__read_feed=_("il calendario sul telefono: quando, senza nomi"),
    )
    title = _("Un promemoria per il tuo calendario")
    add_letter(
        Letter(
            LETTER, title, "workshop/calendar/pages/reminder.txt", reminder_words, recipient=Recipient.WORKER
        )
    )


def on_today(viewer: Viewer, **_subject: Any) -> Mapping[str, Any] | None:
    """The way to one's own week, for who works in a team. Nothing is counted."""
    return {} if viewer.team_ids else None


def on_profile(_viewer: Viewer, **_subject: Any) -> Mapping[str, Any]:
    """The way to one's week, to the address for a telephone, to reminders."""
    return {}


def reminder_words(about: About) -> Mapping[str, Any] | None:
    """«Domani hai una visita», and where to read the rest. None where it was moved, called off, or has begun by now, and for
    who has left, or wants none any more."""
    row = Reminder.objects.filter(pk=UUID(about["reminder"])).first()
    wall = timezone.localtime(now()).replace(tzinfo=None)
    if row is None or not is_ahead(row.day, row.hour, wall) or not still_stands(row):
        return None
    if row.membership_id not in reached({row.membership_id}):
        return None
    return {"said": said_of(row.kind, row.day, today()), "address": address_of("my_calendar")}
