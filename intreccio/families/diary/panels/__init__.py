"""What this area shows elsewhere: the box of a case, what waits, what holds a closing back, its words."""

from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.queries.sources import add_contacts
from intreccio.families.diary import policies
from intreccio.families.diary.panels import boxes
from intreccio.families.diary.panels.passing import ask_passing
from intreccio.families.diary.panels.visited import tell_visits
from intreccio.families.diary.panels.waiting import waits
from intreccio.families.diary.panels.words import tell_words
from intreccio.families.diary.queries.calendar import DUE, VISITS_DUE, entries_of, visits_of
from intreccio.ground.kernel.panels import (
    MenuItem,
    Panel,
    add_chapter,
    add_menu,
    add_objection,
    add_pages_under,
    add_panel,
    add_reading_place,
    add_waiting,
)
from intreccio.workshop.calendar.queries.sources import Source, add_source

MET = "SELECT day FROM diary_supportmeeting WHERE state = 'held' AND household_id = w.household_id"
LINE = "SELECT r.id, 'line_page', ARRAY[{line}::text] FROM {rows} WHERE r.id = ANY(%(ids)s)"
READ = (
    ("diary_supportline r", "r.id"),
    ("diary_supportmeeting r JOIN diary_supportcycle c ON c.id = r.cycle_id", "c.line_id"),
    ("diary_supportcycle r", "r.line_id"),
    ("diary_restrictednote r", "r.line_id"),
)
ON_CASE = "families/diary/pages/_on_case.html"


def register() -> None:
    """Fills the kernel's registers."""
    add_menu(
        MenuItem(
            "visit_note", _("Nota"), "start_visit_note", "pencil", 35, policies.write_visit_note, phone=True
        )
    )
    add_panel("case.page", Panel(ON_CASE, boxes.on_case, order=35))
    add_panel("case.page", Panel("families/diary/pages/_diary_on_case.html", boxes.on_case_diary, order=34))
    add_panel("today.page", Panel("families/diary/pages/_on_today.html", boxes.on_today, order=20))
    add_panel(
        "today.page", Panel("families/diary/pages/_hours_on_today.html", boxes.hours_on_today, order=21)
    )
    add_panel("team.page", Panel("families/diary/pages/_hours_on_team.html", boxes.hours_on_team, order=11))
    add_objection("why_not_close", boxes.holds_back)
    add_objection("why_not_void_case", boxes.holds_back)
    add_objection("why_not_join_homes", boxes.holds_joining_back)
    add_waiting(waits)
    add_pages_under("households", "/support/", "/visits/", "/diary/notes/")
    add_source(Source("support", entries_of, DUE))
    add_source(Source("visits", visits_of, VISITS_DUE))
    add_chapter("support", _("il sostegno"), 65, "line", "meeting", "note")
    add_contacts(MET)
    add_reading_place(*(LINE.format(line=line, rows=rows) for rows, line in READ))
    ask_passing()
    tell_visits()
    tell_words()
