"""A path of the own educator's, who has named the own psychologist: for everybody else it is not there, whatever they lead.

Whoever works in a member body begins one too (`pa`); not who works for a partner (`gp`, `sp`). The text of another body is not theirs.
"""

from datetime import date
from typing import Any

from intreccio.ground.kernel.keys import key_for
from intreccio.workshop.protocols.vocabulary import Marked

TABLE = """
                        |  no |  co  as  ed  ps  le |  gr  gc  gk  gp |  se  sl  sp  ad  pa
worker_path_list   GET  |  in | 200 200 200 200 200 | 200 200 200 403 | 200 200 403 200 200
worker_path_list   POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
begin_worker_path  GET  |  in | 200 200 200 200 200 | 404 404 404 403 | 404 404 403 200 404
begin_worker_path  POST |  in | 422 422 422 422 422 | 404 404 404 403 | 404 404 403 422 404
begin_worker_path  GOOD |  in |  go  go  go  go  go | 404 404 404 403 | 404 404 403  go 404
worker_path_page   GET  |  in | 404 404 200 200 404 | 404 404 404 404 | 404 404 404 404 404
worker_path_page   POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
mark_worker_step   GET  |  in | 404 404 200 200 404 | 404 404 404 404 | 404 404 404 404 404
mark_worker_step   POST |  in | 404 404 422 422 404 | 404 404 404 404 | 404 404 404 404 404
mark_worker_step   GOOD |  in | 404 404  go  go 404 | 404 404 404 404 | 404 404 404 404 404
void_worker_mark   GET  |  in | 404 404 200 200 404 | 404 404 404 404 | 404 404 404 404 404
void_worker_mark   POST |  in | 404 404 422 422 404 | 404 404 404 404 | 404 404 404 404 404
void_worker_mark   GOOD |  in | 404 404  go  go 404 | 404 404 404 404 | 404 404 404 404 404
name_path_readers  GET  |  in | 404 404 200 404 404 | 404 404 404 404 | 404 404 404 404 404
name_path_readers  POST |  in | 404 404 422 404 404 | 404 404 404 404 | 404 404 404 404 404
name_path_readers  GOOD |  in | 404 404  go 404 404 | 404 404 404 404 | 404 404 404 404 404
remove_path_reader GET  |  in | 404 404 200 404 404 | 404 404 404 404 | 404 404 404 404 404
remove_path_reader POST |  in | 404 404 422 404 404 | 404 404 404 404 | 404 404 404 404 404
remove_path_reader GOOD |  in | 404 404  go 404 404 | 404 404 404 404 | 404 404 404 404 404
end_worker_path    GET  |  in | 404 404 200 404 404 | 404 404 404 404 | 404 404 404 404 404
end_worker_path    POST |  in | 404 404 422 404 404 | 404 404 404 404 | 404 404 404 404 404
end_worker_path    GOOD |  in | 404 404  go 404 404 | 404 404 404 404 | 404 404 404 404 404
"""
KEY = "mx_worker"
IDS: dict[str, Any] = {
    "worker_path_id": key_for("worker_path", KEY),
    "worker_mark_id": key_for("worker_mark", KEY, "be_there"),
    "reader_id": key_for("path_reader", KEY, "mx_own_psychologist"),
}


def rows(since: date) -> dict[str, Any]:
    """Begun when everything was; one step done."""
    mark = {"step": "be_there", "by": "mx_own_psychologist", "day": since, "state": Marked.DONE}
    path = {
        "key": KEY,
        "user": "mx_own_educator",
        "text": "soli-mai-2",
        "zero": since,
        "begun": since,
        "loss": "death",
    }
    return {"worker_paths": [{**path, "readers": ["mx_own_psychologist"], "marks": [mark]}]}
