"""One's own calendar, the address that a telephone reads, reminders: everybody's own, whatever the role."""

TABLE = """
                           |  no |  co  as  ed  ps  le |  gr  gc  gk  gp |  se  sl  sp  ad  pa
my_calendar           GET  |  in | 200 200 200 200 200 | 200 200 200 200 | 200 200 200 200 200
my_calendar           POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
make_feed             GET  |  in | 200 200 200 200 200 | 200 200 200 200 | 200 200 200 200 200
make_feed             POST |  in | 422 422 422 422 422 | 422 422 422 422 | 422 422 422 422 422
make_feed             GOOD |  in | 200 200 200 200 200 | 200 200 200 200 | 200 200 200 200 200
take_back_feed        GET  |  in | 200 200 200 200 200 | 200 200 200 200 | 200 200 200 200 200
take_back_feed        POST |  in | 422 422 422 422 422 | 422 422 422 422 | 422 422 422 422 422
take_back_feed        GOOD |  in |  go  go  go  go  go |  go  go  go  go |  go  go  go  go  go
read_feed             GET  | 404 | 404 404 404 404 404 | 404 404 404 404 | 404 404 404 404 404
read_feed             POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
choose_reminders      GET  |  in | 200 200 200 200 200 | 200 200 200 200 | 200 200 200 200 200
choose_reminders      POST |  in | 422 422 422 422 422 | 422 422 422 422 | 422 422 422 422 422
choose_reminders      GOOD |  in |  go  go  go  go  go |  go  go  go  go |  go  go  go  go  go
"""
