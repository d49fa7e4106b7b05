"""Visits and the diary: the team in charge plans; whoever works with the family writes; a note is for whom its author chose.

Who leads a body, and a partner to whom the record is open, do not open the diary.
"""

from datetime import date, datetime, timedelta
from typing import Any

from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for

TABLE = """
                           |  no |  co  as  ed  ps  le |  gr  gc  gk  gp |  se  sl  sp  ad  pa
# From where a note begins: one's own families, of which there may be none.
start_visit_note      GET  |  in | 200 200 200 200 403 | 200 200 200 403 | 200 403 403 403 403
start_visit_note      POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
diary_page            GET  |  in | 200 200 200 200 403 | 200 404 404 403 | 404 404 404 404 404
diary_page            POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
search_diary          GET  |  in |  go  go  go  go 403 |  go 404 404 403 | 404 404 404 404 404
search_diary          POST |  in | 422 422 422 422 403 | 422 404 404 403 | 404 404 404 404 404
search_diary          GOOD |  in | 200 200 200 200 403 | 200 404 404 403 | 404 404 404 404 404
print_diary           GET  |  in | 200 200 200 200 403 | 200 404 404 403 | 404 404 404 404 404
print_diary           POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
# A team's hours are of who answers for it; one's own of everybody who writes.
hours_page            GET  |  in | 200 200 403 403 200 | 403 403 403 403 | 403 403 403 403 403
hours_page            POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
export_hours          GET  |  in | 200 200 403 403 200 | 403 403 403 403 | 403 403 403 403 403
export_hours          POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
my_hours              GET  |  in | 200 200 200 200 403 | 200 200 200 403 | 200 403 403 403 403
my_hours              POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
export_my_hours       GET  |  in | 200 200 200 200 403 | 200 200 200 403 | 200 403 403 403 403
export_my_hours       POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
plan_visit            GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
plan_visit            POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
plan_visit            GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
move_visit            GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
move_visit            POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
move_visit            GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
call_off_visit        GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
call_off_visit        POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
call_off_visit        GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
miss_visit            GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
miss_visit            POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
miss_visit            GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
write_visit_note      GET  |  in | 200 200 200 200 403 | 200 404 404 403 | 404 404 404 404 404
write_visit_note      POST |  in | 422 422 422 422 403 | 422 404 404 403 | 404 404 404 404 404
write_visit_note      GOOD |  in |  go  go  go  go 403 |  go 404 404 403 | 404 404 404 404 404
# By its author while it is fresh: the others are told why not.
edit_visit_note       GET  |  in | 409 409 200 409 403 | 409 404 404 403 | 404 404 404 404 404
edit_visit_note       POST |  in | 422 422 422 422 403 | 422 404 404 403 | 404 404 404 404 404
edit_visit_note       GOOD |  in | 409 409  go 409 403 | 409 404 404 403 | 404 404 404 404 404
correct_visit_note    GET  |  in | 409 409 200 409 403 | 409 404 404 403 | 404 404 404 404 404
correct_visit_note    POST |  in | 422 422 422 422 403 | 422 404 404 403 | 404 404 404 404 404
correct_visit_note    GOOD |  in | 409 409  go 409 403 | 409 404 404 403 | 404 404 404 404 404
# By its author, and by who decides in the team in charge.
void_visit_note       GET  |  in | 200 200 200 403 403 | 403 404 404 403 | 404 404 404 404 404
void_visit_note       POST |  in | 422 422 422 403 403 | 403 404 404 403 | 404 404 404 404 404
void_visit_note       GOOD |  in |  go  go  go 403 403 | 403 404 404 403 | 404 404 404 404 404
# One for the team, of the educator; one for the reference (the educator) alone, of the psychologist.
void_visit_note@team  GET  |  in | 200 200 200 403 404 | 404 404 404 404 | 404 404 404 404 404
edit_visit_note@team  GET  |  in | 409 409 200 409 404 | 404 404 404 404 | 404 404 404 404 404
edit_visit_note@near  GET  |  in | 404 404 409 200 404 | 404 404 404 404 | 404 404 404 404 404
edit_visit_note@near  GOOD |  in | 404 404 409  go 404 | 404 404 404 404 | 404 404 404 404 404
signal_from_note      GET  |  in | 200 200 200 200 403 | 200 404 404 403 | 404 404 404 404 404
signal_from_note      POST |  in | 422 422 422 422 403 | 422 404 404 403 | 404 404 404 404 404
signal_from_note      GOOD |  in |  go  go  go  go 403 |  go 404 404 403 | 404 404 404 404 404
signal_from_note@near GET  |  in | 404 404 200 200 404 | 404 404 404 404 | 404 404 404 404 404
"""
OURS, FOREIGN = "mx_family", "mx_foreign"
EDUCATOR, PSYCHOLOGIST, STRANGER = "mx_own_educator", "mx_own_psychologist", "mx_stranger_educator"


def world(today: date) -> dict[str, Any]:
    """Of our family a visit gone by, one to come, a note for each audience and one of long ago; of the strangers' one of each."""
    near = {"audience": "reference", "author": PSYCHOLOGIST, "profession": "psychologist"}
    far = {"household": FOREIGN, "case": "mx_case_far", "author": STRANGER}
    notes = [
        _note("mx_visited", now(), "Racconto di casa nostra."),
        _note("mx_visited_old", now() - timedelta(days=30), "Racconto di tempo fa."),
        _note("mx_visited_team", now(), "Racconto per la squadra.", audience="team"),
        _note("mx_visited_near", now(), "Racconto per il riferimento.", **near),
        _note("mx_visited_far", now(), "Racconto di lontano.", **far),
    ]
    return {
        "visits": [
            _visit("mx_visit", today),
            _visit("mx_visit_coming", today + timedelta(days=9)),
            {**_visit("mx_visit_far", today), "household": FOREIGN, "case": "mx_case_far", "workers": [STRANGER]},
        ],
        "visit_notes": notes,
        "worked": [{"note": row["key"], "household": row["household"], "employer": "mx_coop", "direct": 60} for row in notes],
    }  # fmt: skip


def _visit(key: str, day: date) -> dict[str, Any]:
    about = {"household": OURS, "case": "mx_case", "place": "home", "what": "Vedersi", "workers": [EDUCATOR]}
    return {**about, "key": key, "day": day}


def _note(key: str, at: datetime, text: str, **more: Any) -> dict[str, Any]:
    about = {"household": OURS, "case": "mx_case", "author": EDUCATOR, "profession": "educator"}
    return {**about, "key": key, "at": at, "day": at.date(), "place": "home", "text": text, **more}


def note(key: str) -> dict[str, Any]:
    """The parameter of a note."""
    return {"note_id": key_for("visit_note", key)}


def ids(_today: date) -> dict[str, Any]:
    """The usual row of each parameter of ours that no other page has."""
    return {"visit_id": key_for("visit", "mx_visit")}


def otherwise(_today: date) -> dict[str, dict[str, Any]]:
    """The pages whose note is of a visit, and verbs that another row is for."""
    return {
        **dict.fromkeys(("edit_visit_note", "void_visit_note", "signal_from_note"), note("mx_visited")),
        "correct_visit_note": note("mx_visited_old"),
        "@team": note("mx_visited_team"),
        "@near": note("mx_visited_near"),
    }


FAR_NOTE = key_for("visit_note", "mx_visited_far")
OF_A_VISIT = ("edit_visit_note", "correct_visit_note", "void_visit_note", "signal_from_note")


def far(_today: date) -> dict[str, Any]:
    """The same, of the strangers."""
    return {"visit_id": key_for("visit", "mx_visit_far")}
