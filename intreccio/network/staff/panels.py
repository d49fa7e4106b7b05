"""What this area shows elsewhere: the way to one's own paths, on one's own profile and nowhere else."""

from collections.abc import Mapping
from typing import Any

from intreccio.ground.kernel.panels import Panel, add_panel
from intreccio.ground.kernel.viewer import Viewer
from intreccio.network.staff.queries import finds_the_list


def register() -> None:
    """Fills the kernel's registers. Its acts have no words: no story tells them."""
    add_panel("profile.page", Panel("network/staff/pages/_on_profile.html", on_profile_page, order=10))


def on_profile_page(viewer: Viewer, **_subject: Any) -> Mapping[str, Any] | None:
    """The way, and not whether there is a path; also to who changed their work, as long as one of theirs is there."""
    return {} if finds_the_list(viewer) else None
