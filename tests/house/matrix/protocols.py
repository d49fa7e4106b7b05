"""Protocols of the own team's body: a draft that the coordinator is writing, and one that nobody touches. Who does not work
in the network sees neither; who wrote a draft does not approve it."""

from datetime import UTC, date, datetime, time
from typing import Any

from intreccio.ground.kernel.keys import key_for

TABLE = """
                                |  no |  co  as  ed  ps  le |  gr  gc  gk  gp |  se  sl  sp  ad  pa
protocol_list              GET  |  in | 200 200 200 200 200 | 200 200 200 403 | 200 200 403 200 403
protocol_list              POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
protocol_page              GET  |  in | 200 200 200 200 200 | 200 200 200 403 | 200 200 403 200 403
protocol_page              POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
protocol_version           GET  |  in | 200 200 200 200 200 | 200 200 200 403 | 200 200 403 200 403
protocol_version           POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
compare_protocol_versions  GET  |  in | 200 200 200 200 200 | 200 200 200 403 | 200 200 403 200 403
compare_protocol_versions  POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
begin_protocol_draft       GET  |  in | 200 403 403 403 200 | 403 403 403 404 | 403 403 404 403 404
begin_protocol_draft       POST |  in | 422 403 403 403 422 | 403 403 403 404 | 403 403 404 403 404
begin_protocol_draft       GOOD |  in |  go 403 403 403  go | 403 403 403 404 | 403 403 404 403 404
adapt_protocol             GET  |  in | 200 403 403 403 200 | 403 403 403 404 | 403 200 404 403 404
adapt_protocol             POST |  in | 422 403 403 403 422 | 403 403 403 404 | 403 422 404 403 404
adapt_protocol             GOOD |  in |  go 403 403 403  go | 403 403 403 404 | 403  go 404 403 404
edit_protocol_version      GET  |  in | 200 403 403 403 200 | 403 403 403 404 | 403 403 404 403 404
edit_protocol_version      POST |  in | 422 403 403 403 422 | 403 403 403 404 | 403 403 404 403 404
edit_protocol_version      GOOD |  in |  go 403 403 403  go | 403 403 403 404 | 403 403 404 403 404
add_protocol_part          GET  |  in | 200 403 403 403 200 | 403 403 403 404 | 403 403 404 403 404
add_protocol_part          POST |  in | 422 403 403 403 422 | 403 403 403 404 | 403 403 404 403 404
add_protocol_part          GOOD |  in |  go 403 403 403  go | 403 403 403 404 | 403 403 404 403 404
edit_protocol_part         GET  |  in | 200 403 403 403 200 | 403 403 403 404 | 403 403 404 403 404
edit_protocol_part         POST |  in | 422 403 403 403 422 | 403 403 403 404 | 403 403 404 403 404
edit_protocol_part         GOOD |  in |  go 403 403 403  go | 403 403 403 404 | 403 403 404 403 404
remove_protocol_part       GET  |  in | 200 403 403 403 200 | 403 403 403 404 | 403 403 404 403 404
remove_protocol_part       POST |  in | 422 403 403 403 422 | 403 403 403 404 | 403 403 404 403 404
remove_protocol_part       GOOD |  in |  go 403 403 403  go | 403 403 403 404 | 403 403 404 403 404
void_protocol_version      GET  |  in | 200 403 403 403 200 | 403 403 403 404 | 403 403 404 403 404
void_protocol_version      POST |  in | 422 403 403 403 422 | 403 403 403 404 | 403 403 404 403 404
void_protocol_version      GOOD |  in |  go 403 403 403  go | 403 403 403 404 | 403 403 404 403 404
approve_protocol_version   GET  |  in | 200 200 403 200 403 | 403 403 403 404 | 403 403 404 403 404
approve_protocol_version   POST |  in | 422 422 403 422 403 | 403 403 403 404 | 403 403 404 403 404
approve_protocol_version   GOOD |  in | 409  go 403  go 403 | 403 403 403 404 | 403 403 404 403 404
"""

IDS: dict[str, Any] = {
    "protocol_id": key_for("protocol", "mx_protocol"),
    "protocol_version_id": key_for("protocol_version", "mx_protocol-2"),
    "other_version_id": key_for("protocol_version", "mx_protocol-1"),
    "part_kind": "letters",
    "part_code": "review",
}
# One of which nobody is writing a draft.
QUIET = {"protocol_version_id": key_for("protocol_version", "mx_quiet-1")}
OTHERWISE = {"begin_protocol_draft": QUIET, "adapt_protocol": QUIET}


def rows(since: date) -> dict[str, Any]:
    """Protocols of the own body."""
    at = datetime.combine(since, time(9), UTC)
    written = {"text": "accompagnamento-2", "authors": ["mx_own_coordinator"], "at": at}
    signed = {"approved": {"by": "mx_own_psychologist", "as": "psychologist", "at": at}}
    return {
        "protocols": [
            {"key": key, "code": key, "organisation": "mx_coop"}
            for key in ("mx_protocol", "mx_quiet", "mx_soli", "mx_soli_school")
        ],
        "protocol_versions": [
            {**written, **signed, "key": "mx_protocol-1", "protocol": "mx_protocol", "number": 1},
            {**written, "key": "mx_protocol-2", "protocol": "mx_protocol", "number": 2},
            {**written, **signed, "key": "mx_quiet-1", "protocol": "mx_quiet", "number": 1},
            {
                **written,
                **signed,
                "text": "soli-mai-2",
                "key": "mx_soli-1",
                "protocol": "mx_soli",
                "number": 1,
            },
            {
                **written,
                **signed,
                "text": "soli-mai-scuola-1",
                "key": "mx_soli_school-1",
                "protocol": "mx_soli_school",
                "number": 1,
            },
        ],
    }
