"""What this area shows elsewhere: boxes, what waits, and how its events read."""

from intreccio.families.cases.panels import boxes, closing
from intreccio.families.cases.panels.attention import ask_attention
from intreccio.families.cases.panels.attention import on_household_side as prompts
from intreccio.families.cases.panels.letters import write_letters
from intreccio.families.cases.panels.reports import register_reports
from intreccio.families.cases.panels.story import on_household_story, tell_way
from intreccio.families.cases.panels.waiting import waits
from intreccio.families.cases.panels.words import tell_words
from intreccio.families.cases.queries.calendar import DUE, entries_of
from intreccio.families.cases.queries.search import search_for
from intreccio.ground.kernel.panels import (
    Panel,
    add_objection,
    add_pages_under,
    add_panel,
    add_search,
    add_waiting,
)
from intreccio.workshop.calendar.queries.sources import Source, add_source


def register() -> None:
    """Fills the kernel's registers."""
    add_panel(
        "household.page", Panel("families/cases/pages/_on_household.html", boxes.on_household_page, order=10)
    )
    add_panel(
        "household.side",
        Panel("families/cases/pages/_on_household_side.html", boxes.on_household_side, order=10),
    )
    add_panel("household.side", Panel("families/cases/pages/_prompts.html", prompts, order=5))
    add_panel("household.story", Panel("families/cases/pages/_way.html", on_household_story, order=10))
    add_panel(
        "contact.page", Panel("families/cases/pages/_on_beginning.html", boxes.on_contact_page, order=10)
    )
    add_panel("signal.page", Panel("families/cases/pages/_on_beginning.html", boxes.on_signal_page, order=10))
    add_panel("today.page", Panel("families/cases/pages/_on_today.html", boxes.on_today, order=10))
    add_panel("team.page", Panel("families/cases/pages/_on_team.html", boxes.on_team_page, order=5))
    add_waiting(waits)
    add_source(Source("cases", entries_of, DUE))
    add_search(search_for)
    add_pages_under("households", "/cases/")
    add_objection("why_not_join_homes", closing.why_not_join_homes)
    tell_words()
    register_reports()
    tell_way()
    ask_attention()
    write_letters()
