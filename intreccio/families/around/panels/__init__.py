"""What this area shows elsewhere: boxes, what waits, what holds a closing back, its words."""

from django.utils.translation import gettext_lazy as _

from intreccio.families.around.panels import boxes
from intreccio.families.around.panels.waiting import waits
from intreccio.families.around.panels.words import tell_words
from intreccio.families.around.queries.calendar import DUE, entries_of
from intreccio.families.cases.queries.sources import add_contacts
from intreccio.ground.kernel.panels import (
    Panel,
    add_chapter,
    add_objection,
    add_pages_under,
    add_panel,
    add_reading_place,
    add_waiting,
)
from intreccio.workshop.calendar.queries.sources import Source, add_source

# We went there with them: a contact (decision 76), unless it came to nothing before the door.
MET = (
    "SELECT done_on FROM around_outing WHERE done_on IS NOT NULL AND stopped NOT IN ('family', 'ours')"
    " AND household_id = w.household_id"
)


def register() -> None:
    """Fills the kernel's registers."""
    add_panel("case.page", Panel("families/around/pages/_on_case.html", boxes.on_case, order=30))
    add_panel("service", Panel("families/around/pages/_on_service.html", boxes.on_service, order=20))
    add_panel("case.under_way", Panel("families/around/pages/under_way.txt", boxes.on_passing, order=45))
    add_objection("why_not_close", boxes.holds_back)
    add_objection("why_not_void_case", boxes.holds_back)
    add_objection("why_not_join_homes", boxes.holds_joining_back)
    add_waiting(waits)
    add_pages_under("households", "/outings/")
    add_contacts(MET)
    add_source(Source("outings", entries_of, DUE))
    add_chapter("outings", _("andarci insieme"), 62, "outing")
    add_reading_place("SELECT id, 'outing_page', ARRAY[id::text] FROM around_outing WHERE id = ANY(%(ids)s)")
    tell_words()
