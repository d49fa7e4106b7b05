"""Asking a service and answering: our team asked the school of `sp`; strangers asked a body of their own.

Who has the record reads what was asked; only the team in charge acts for the family, only the school answers.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

World = dict[str, Any]
TABLE = """
                           |  no |  co  as  ed  ps  le |  gr  gc  gk  gp |  se  sl  sp  ad  pa
referral_inbox        GET  |  in | 200 200  go  go 200 |  go  go  go 200 |  go 200 200  go  go
referral_inbox        POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
referral_outbox       GET  |  in | 200 200 200 200 200 | 200 200 200 200 | 200 200 200 200 200
referral_outbox       POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
create_referral       GET  |  in | 200 200 200 200 403 | 200 200 200 403 | 200 403 403 403 403
create_referral       POST |  in | 200 200 200 200 403 | 200 200 200 403 | 200 403 403 403 403
create_referral@asked GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
create_referral@asked POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
create_referral@asked GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
referral_page         GET  |  in | 200 200 200 200 200 | 200 404 404 200 | 404 404 200 404 404
referral_page         POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
accept_referral       GET  |  in | 403 403 403 403 403 | 403 404 404 403 | 404 404 200 404 404
accept_referral       POST |  in | 403 403 403 403 403 | 403 404 404 403 | 404 404 422 404 404
accept_referral       GOOD |  in | 403 403 403 403 403 | 403 404 404 403 | 404 404  go 404 404
put_on_waiting_list   GET  |  in | 403 403 403 403 403 | 403 404 404 403 | 404 404 200 404 404
put_on_waiting_list   POST |  in | 403 403 403 403 403 | 403 404 404 403 | 404 404 422 404 404
put_on_waiting_list   GOOD |  in | 403 403 403 403 403 | 403 404 404 403 | 404 404  go 404 404
decline_referral      GET  |  in | 403 403 403 403 403 | 403 404 404 403 | 404 404 200 404 404
decline_referral      POST |  in | 403 403 403 403 403 | 403 404 404 403 | 404 404 422 404 404
decline_referral      GOOD |  in | 403 403 403 403 403 | 403 404 404 403 | 404 404  go 404 404
start_referral        GET  |  in | 403 403 403 403 403 | 403 404 404 403 | 404 404 200 404 404
start_referral        POST |  in | 403 403 403 403 403 | 403 404 404 403 | 404 404 422 404 404
start_referral        GOOD |  in | 403 403 403 403 403 | 403 404 404 403 | 404 404  go 404 404
end_referral          GET  |  in | 403 403 403 403 403 | 403 404 404 403 | 404 404 200 404 404
end_referral          POST |  in | 403 403 403 403 403 | 403 404 404 403 | 404 404 422 404 404
end_referral          GOOD |  in | 403 403 403 403 403 | 403 404 404 403 | 404 404  go 404 404
withdraw_referral     GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 403 404 404
withdraw_referral     POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 403 404 404
withdraw_referral     GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 403 404 404
write_word            GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 200 404 404
write_word            POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 422 404 404
write_word            GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404  go 404 404
record_answer         GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 403 404 404
record_answer         POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 403 404 404
record_answer         GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 403 404 404
retry_referral        GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 403 404 404
retry_referral        POST |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 403 404 404
retry_referral@asked  GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 403 404 404
retry_referral@asked  POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 403 404 404
retry_referral@asked  GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 403 404 404
"""
OURS, FOREIGN = "mx_family", "mx_foreign"
SEEN = ("see_referral",)
ACCEPTED = (*SEEN, "accept_referral")
UNDER_WAY = (*ACCEPTED, "start_referral")
PATHS = {
    "mx_referral": SEEN,
    "mx_referral_accepted": ACCEPTED,
    "mx_referral_under_way": UNDER_WAY,
    "mx_referral_ended": (*UNDER_WAY, "end_referral"),
    "mx_referral_declined": (*SEEN, "decline_referral"),
}
REASONS = {"decline_referral": "no_room", "end_referral": "done"}


def world(today: date) -> World:
    """Ours at every point, and one of the strangers'."""
    ours = [_referral(key, OURS, "mx_service_school", path, today) for key, path in PATHS.items()]
    far = _referral("mx_referral_far", FOREIGN, "mx_service_far", SEEN, today)
    return {"referrals": [*ours, far]}


def _referral(key: str, family: str, service: str, path: tuple[str, ...], today: date) -> dict[str, Any]:
    begun = datetime.combine(today - timedelta(days=20), time(9), UTC)
    theirs = "mx_stranger_partner" if family == OURS else "mx_stranger_educator"
    asker = "mx_own_educator" if family == OURS else "mx_stranger_educator"
    return {
        "key": key, "code": key.upper(), "household": family, "person": f"{family}_child", "consent_of": f"{family}_mother",
        "service": service, "need": "futuro.istruzione", "answer_by": today, "codes": {},
        "request": "Richiesta di casa nostra." if family == OURS else "Richiesta di lontano.",
        "steps": [
            {"verb": verb, "at": begun + timedelta(days=place), "by": theirs if place else asker, "reason": REASONS.get(verb, "")}
            for place, verb in enumerate(("create_referral", *path))
        ],
    }  # fmt: skip
