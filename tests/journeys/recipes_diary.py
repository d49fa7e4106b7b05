"""The same of the diary: visits, notes, hours."""

from datetime import timedelta

from intreccio.ground.kernel.clock import today
from tests.journeys.reaching import Blank, button, form, listing, page

NEW = Blank("pg_nuova")
VISITED = {"case_id": "visited_case"}
NO_DAYS = "?since=2001-01-01&until=2001-01-07"
LATELY = f"{today() - timedelta(days=60)}&until={today()}"
DIARY = {
    "start_visit_note": listing("educatrice", empty=NEW),
    "diary_page": page("educatrice", ids=VISITED, empty=Blank("assistente", ids={"case_id": "planned_case"})),
    "search_diary": form("educatrice", ids=VISITED, sent_from="diary_page"),
    "write_visit_note": form("educatrice", ids=VISITED),
    "edit_visit_note": form("educatrice", ids={"note_id": "fresh_visit_note"}),
    "correct_visit_note": form("educatrice", ids={"note_id": "visit_note"}),
    "void_visit_note": form("educatrice", ids={"note_id": "visit_note"}),
    "signal_from_note": form("educatrice", ids={"note_id": "visit_note"}),
    "plan_visit": form("educatrice", ids=VISITED),
    "move_visit": form("educatrice"),
    "call_off_visit": button("educatrice", status=422),
    "miss_visit": form("educatrice"),
    "hours_page": page(
        "coordinatrice",
        ids={"team_id": "full_team"},
        query=f"?since={LATELY}",
        empty=Blank("coordinatrice", query=NO_DAYS, ids={"team_id": "full_team"}),
    ),
    "my_hours": listing("educatrice", query=f"?since={LATELY}", empty=Blank("educatrice", query=NO_DAYS)),
}
