"""Who is around a family, and going somewhere together: who has the record reads; the team in charge writes."""

from datetime import date, timedelta
from typing import Any

from intreccio.ground.kernel.keys import key_for

TABLE = """
                 |  no |  co  as  ed  ps  le |  gr  gc  gk  gp |  se  sl  sp  ad  pa
network_page      GET  |  in | 200 200 200 200 200 | 200 404 404 200 | 404 404 404 404 404
network_page      POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
name_helper       GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
name_helper       POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
name_helper       GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
edit_helper       GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
edit_helper       POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
edit_helper       GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
hear_helper       GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
hear_helper       POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
hear_helper       GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
# Without a service one is led to look for it; then each chooses among one's own families.
begin_outing      GET  |  in |  go  go  go  go 403 |  go  go  go 403 |  go 403 403 403 403
begin_outing      POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
begin_outing@door GET  |  in | 200 200 200 200 403 | 200 200 200 403 | 200 403 403 403 403
plan_outing       GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
plan_outing       POST |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
plan_outing@door  GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
plan_outing@door  POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
plan_outing@door  GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
outing_page       GET  |  in | 200 200 200 200 200 | 200 404 404 200 | 404 404 404 404 404
outing_page       POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
move_outing       GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
move_outing       POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
move_outing       GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
record_outing     GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
record_outing     POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
record_outing     GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
retry_outing      GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
retry_outing      POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
retry_outing      GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
drop_outing       GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
drop_outing       POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
drop_outing       GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
"""
OURS, FOREIGN = "mx_family", "mx_foreign"
ONE, STOPPED, FAR = "mx_outing", "mx_outing_no", "mx_outing_far"
DOOR = f"?service={key_for('service', 'mx_service_school')}&referral={key_for('referral', 'mx_referral')}"


def world(today: date) -> dict[str, Any]:
    """One that is agreed, one that stopped at the door, one of the strangers."""
    gone = today - timedelta(days=3)
    no = {"done": gone, "state": "not_in", "stopped": "papers", "words": "Parole di casa nostra."}
    return {
        "outings": [
            _outing(ONE, today, person=f"{OURS}_child", referral="mx_referral"),
            _outing(STOPPED, gone, service="mx_service", **no),
            _outing(FAR, today, household=FOREIGN, case="mx_case_far", service="mx_service_far", goes="mx_stranger_educator"),
        ]
    }  # fmt: skip


def _outing(key: str, day: date, **more: Any) -> dict[str, Any]:
    about = {"household": OURS, "case": "mx_case", "service": "mx_service_school", "goes": "mx_own_educator"}
    return {"key": key, **about, "need": "futuro.istruzione", "day": day, **more}


def outing(key: str) -> dict[str, Any]:
    """The parameter of one."""
    return {"outing_id": key_for("outing", key)}
