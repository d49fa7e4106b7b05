"""Lines of support: who reads the record reads them; the team asks, a psychologist answers and follows; a note is its author's."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for

TABLE = """
                 |  no |  co  as  ed  ps  le |  gr  gc  gk  gp |  se  sl  sp  ad  pa
ask_line        GET  |  in | 200 200 200 403 403 | 403 404 404 403 | 404 404 404 404 404
ask_line        POST |  in | 422 422 422 403 403 | 403 404 404 403 | 404 404 404 404 404
ask_line        GOOD |  in |  go  go  go 403 403 | 403 404 404 403 | 404 404 404 404 404
line_page       GET  |  in | 200 200 200 200 200 | 200 404 404 200 | 404 404 404 404 404
line_page       POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
void_line       GET  |  in | 200 200 200 403 403 | 403 404 404 403 | 404 404 404 404 404
void_line       POST |  in | 422 422 422 403 403 | 403 404 404 403 | 404 404 404 404 404
void_line       GOOD |  in |  go  go  go 403 403 | 403 404 404 403 | 404 404 404 404 404
accept_line     GET  |  in | 403 403 403 200 403 | 403 404 404 403 | 404 404 404 404 404
accept_line     POST |  in | 403 403 403 422 403 | 403 404 404 403 | 404 404 404 404 404
accept_line     GOOD |  in | 403 403 403  go 403 | 403 404 404 403 | 404 404 404 404 404
decline_line    GET  |  in | 403 403 403 200 403 | 403 404 404 403 | 404 404 404 404 404
decline_line    POST |  in | 403 403 403 422 403 | 403 404 404 403 | 404 404 404 404 404
decline_line    GOOD |  in | 403 403 403  go 403 | 403 404 404 403 | 404 404 404 404 404
plan_meetings   GET  |  in | 403 403 403 200 403 | 403 404 404 403 | 404 404 404 404 404
plan_meetings   POST |  in | 403 403 403 422 403 | 403 404 404 403 | 404 404 404 404 404
plan_meetings   GOOD |  in | 403 403 403  go 403 | 403 404 404 403 | 404 404 404 404 404
record_meeting  GET  |  in | 403 403 403 200 403 | 403 404 404 403 | 404 404 404 404 404
record_meeting  POST |  in | 403 403 403 422 403 | 403 404 404 403 | 404 404 404 404 404
record_meeting  GOOD |  in | 403 403 403  go 403 | 403 404 404 403 | 404 404 404 404 404
move_meeting    GET  |  in | 403 403 403 200 403 | 403 404 404 403 | 404 404 404 404 404
move_meeting    POST |  in | 403 403 403 422 403 | 403 404 404 403 | 404 404 404 404 404
move_meeting    GOOD |  in | 403 403 403  go 403 | 403 404 404 403 | 404 404 404 404 404
write_note      GET  |  in | 403 403 403 200 403 | 403 404 404 403 | 404 404 404 404 404
write_note      POST |  in | 403 403 403 422 403 | 403 404 404 403 | 404 404 404 404 404
write_note      GOOD |  in | 403 403 403  go 403 | 403 404 404 403 | 404 404 404 404 404
edit_note       GET  |  in | 403 403 403 200 403 | 403 404 404 403 | 404 404 404 404 404
edit_note       POST |  in | 403 403 403 422 403 | 403 404 404 403 | 404 404 404 404 404
edit_note       GOOD |  in | 403 403 403  go 403 | 403 404 404 403 | 404 404 404 404 404
edit_note@other GET  |  in | 403 403 403 404 403 | 403 404 404 403 | 404 404 404 404 404
edit_note@other POST |  in | 403 403 403 404 403 | 403 404 404 403 | 404 404 404 404 404
edit_note@other GOOD |  in | 403 403 403 404 403 | 403 404 404 403 | 404 404 404 404 404
correct_note    GET  |  in | 403 403 403 200 403 | 403 404 404 403 | 404 404 404 404 404
correct_note    POST |  in | 403 403 403 422 403 | 403 404 404 403 | 404 404 404 404 404
correct_note    GOOD |  in | 403 403 403  go 403 | 403 404 404 403 | 404 404 404 404 404
# Others end a line only where its psychologist no longer sees the family.
end_line        GET  |  in | 409 409 403 200 403 | 403 404 404 403 | 404 404 404 404 404
end_line        POST |  in | 409 409 403 422 403 | 403 404 404 403 | 404 404 404 404 404
end_line        GOOD |  in | 409 409 403  go 403 | 403 404 404 403 | 404 404 404 404 404
# Of a psychologist, their own: an empty list for whoever left none behind.
my_notes        GET  |  in | 403 403 403 200 403 | 403 403 403 403 | 403 403 403 403 403
my_notes        POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
renew_line      GET  |  in | 403 403 403 200 403 | 403 404 404 403 | 404 404 404 404 404
renew_line      POST |  in | 403 403 403 422 403 | 403 404 404 403 | 404 404 404 404 404
renew_line      GOOD |  in | 403 403 403  go 403 | 403 404 404 403 | 404 404 404 404 404
hand_over_line  GET  |  in | 200 200 403 200 403 | 403 404 404 403 | 404 404 404 404 404
hand_over_line  POST |  in | 422 422 403 422 403 | 403 404 404 403 | 404 404 404 404 404
hand_over_line  GOOD |  in |  go  go 403  go 403 | 403 404 404 403 | 404 404 404 404 404
"""
OURS, FOREIGN = "mx_family", "mx_foreign"
PSYCHOLOGIST, SECOND = "mx_own_psychologist", "mx_second_psychologist"
ACCEPTED = {"state": "accepted", "psychologist": PSYCHOLOGIST}


def world(today: date) -> dict[str, Any]:
    """Of our family a line in each state that a verb needs, with notes of two hands; of the strangers' one."""
    since = today - timedelta(days=90)
    told = {**ACCEPTED, "answered": since}
    return {
        "support_lines": [
            _line("mx_line", since, "Domanda di casa nostra.", **told),
            _line("mx_line_asked", since, "Domanda nuova."),
            _line("mx_line_new", since, "Domanda accettata.", **told),
            _line("mx_line_done", since, "Domanda ascoltata.", **told),
            _line("mx_line_ended", since, "Domanda conclusa.", **{**told, "state": "ended"}),
            {**_line("mx_line_far", since, "Domanda di lontano.", **{**told, "psychologist": "mx_stranger_educator"}),
             "household": FOREIGN, "case": "mx_case_far", "for_whom": [f"{FOREIGN}_mother"]},
        ],
        "support_cycles": [
            _cycle("mx_line", 1, since, ended=since, outcome="together", words="Esito di casa nostra."),
            _cycle("mx_line", 2, since),
            _cycle("mx_line_done", 1, since),
            _cycle("mx_line_ended", 1, since, ended=since, outcome="surer", words="Concluso."),
            _cycle("mx_line_far", 1, since, household=FOREIGN),
        ],
        "support_meetings": [
            _meeting("mx_line", 2, since, state="held", present=[f"{OURS}_mother"]),
            _meeting("mx_line", 2, today - timedelta(days=1)),
            _meeting("mx_line", 2, today + timedelta(days=90)),
            _meeting("mx_line_done", 1, since, state="held", present=[f"{OURS}_mother"]),
            _meeting("mx_line_far", 1, since, household=FOREIGN, state="held", present=[f"{FOREIGN}_mother"]),
        ],
        "restricted_notes": [
            _note("mx_note", now(), "Nota della nostra psicologa."),
            _note("mx_note_old", datetime.combine(since, datetime.min.time(), UTC), "Nota di tempo fa."),
            _note("mx_note_second", now(), "Nota dell'altra mano.", author=SECOND),
            # Whoever is no psychologist reads none, not even of their own hand.
            _note("mx_note_coordinator", now(), "Nota di chi coordina.", author="mx_own_coordinator"),
            _note("mx_note_far", now(), "Nota di lontano.", author="mx_stranger_educator", line="mx_line_far", household=FOREIGN),
        ],
    }  # fmt: skip


def _line(key: str, since: date, question: str, **more: Any) -> dict[str, Any]:
    about = {"household": OURS, "case": "mx_case", "for_whom": [f"{OURS}_mother"], "by": "mx_own_educator"}
    return {**about, "key": key, "kind": "parents", "asked": since, "question": question, **more}


def _cycle(line: str, number: int, since: date, **more: Any) -> dict[str, Any]:
    return {"household": OURS, "line": line, "number": number, "starts": since, **more}


def _meeting(line: str, number: int, day: date, **more: Any) -> dict[str, Any]:
    return {"household": OURS, "line": line, "number": number, "day": day, **more}


def _note(key: str, at: datetime, text: str, **more: Any) -> dict[str, Any]:
    return {
        "household": OURS,
        "line": "mx_line",
        "key": key,
        "at": at,
        "text": text,
        "author": PSYCHOLOGIST,
        **more,
    }


def line(key: str) -> dict[str, Any]:
    """The parameter of a line."""
    return {"line_id": key_for("support_line", key)}


def meeting(key: str, number: int, day: date) -> Any:
    """The id of a meeting."""
    return key_for("support_meeting", key, str(number), str(day))


def ids(today: date) -> dict[str, Any]:
    """The usual row of each parameter of ours."""
    return {
        **line("mx_line"),
        "meeting_id": meeting("mx_line", 2, today - timedelta(days=1)),
        "note_id": key_for("restricted_note", "mx_note"),
    }


def otherwise(today: date) -> dict[str, dict[str, Any]]:
    """Verbs that another row is for."""
    return {
        **dict.fromkeys(("void_line", "accept_line", "decline_line"), line("mx_line_asked")),
        "plan_meetings": line("mx_line_new"),
        "move_meeting": {"meeting_id": meeting("mx_line", 2, today + timedelta(days=90))},
        "correct_note": {"note_id": key_for("restricted_note", "mx_note_old")},
        "@other": {"note_id": key_for("restricted_note", "mx_note_second")},
        "end_line": line("mx_line_done"),
        "renew_line": line("mx_line_ended"),
    }


def far(today: date) -> dict[str, Any]:
    """The same parameters, of the strangers."""
    return {
        **line("mx_line_far"),
        "meeting_id": meeting("mx_line_far", 1, today - timedelta(days=90)),
        "note_id": key_for("restricted_note", "mx_note_far"),
    }
