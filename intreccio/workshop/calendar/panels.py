"""What this area shows elsewhere: the way to one's week, from Oggi and from one's own profile."""

from collections.abc import Mapping
from typing import Any

from intreccio.ground.kernel.panels import Panel, add_pages_under, add_panel
from intreccio.ground.kernel.viewer import Viewer

OWN = "workshop/calendar/pages/"


def register() -> None:
    """Fills the kernel's registers."""
    add_panel("today.page", Panel(f"{OWN}_on_today.html", on_today, order=5))
    add_pages_under("today", "/calendar/")


def on_today(viewer: Viewer, **_subject: Any) -> Mapping[str, Any] | None:
    """The way to one's own week, for who works in a team. Nothing is counted."""
    return {} if viewer.team_ids else None
