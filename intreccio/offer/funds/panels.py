"""What this area shows elsewhere: the hours of a team on its page, and the words of its acts."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.panels import MenuItem, Panel, add_menu, add_pages_under, add_panel, tell
from intreccio.ground.kernel.viewer import Viewer
from intreccio.offer.funds import policies
from intreccio.offer.funds.queries.hours import hours_in, on_day, totals_of
from intreccio.parties.organisations.models import Team, TeamMembership


def register() -> None:
    """Fills the kernel's registers."""
    shown_to = policies.write_funding_line
    add_menu(MenuItem("funds", _("Fondi"), "funding_line_list", "card", order=65, shown_to=shown_to))
    add_pages_under("network", "/funds/hours/")
    add_panel("team.page", Panel("offer/funds/pages/_on_team.html", on_team_page, order=10))
    tell(
        funding_line__created=_("linea di finanziamento aggiunta"),
        funding_line__edited=_("linea di finanziamento aggiornata"),
        funding_line__voided=_("linea di finanziamento annullata"),
        hours__agreed=_("ore alla settimana concordate"),
        hours__edited=_("ore alla settimana cambiate"),
        hours__voided=_("ore alla settimana annullate"),
    )


def on_team_page(
    viewer: Viewer, *, team: Team, members: list[TeamMembership], **_subject: Any
) -> Mapping[str, Any] | None:
    """Hours a week of each, by line, and the sums by employer and by line. Only for who works in the network."""
    if not policies.read_funds(viewer):
        return None
    day = today()
    rows = hours_in(team, day)
    people = [
        (place, [row for row in rows if row.place_id == place.pk], policies.agrees(viewer, _in(team, place)))
        for place in members
    ]
    return {"people": people, "totals": totals_of(on_day(rows, day), members), "day": day}


def _in(team: Team, place: TeamMembership) -> TeamMembership:
    place.team = team
    return place
