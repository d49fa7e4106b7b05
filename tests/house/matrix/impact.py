"""The observatory: no family stands here, and small numbers are hidden by what is counted, not by who asks."""

TABLE = """
                           |  no |  co  as  ed  ps  le |  gr  gc  gk  gp |  se  sl  sp  ad  pa
observatory           GET  |  in | 200 200 200 200 200 | 200 200 200 200 | 200 200 200 200 200
observatory           POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
export_observatory    GET  |  in | 200 200 200 200 200 | 200 200 200 200 | 200 200 200 200 200
export_observatory    POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
school_trend          GET  |  in | 200 200 200 200 200 | 200 200 200 200 | 200 200 200 200 200
school_trend          POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
indicator_page        GET  |  in | 200 200 200 200 200 | 200 200 200 200 | 200 200 200 200 200
indicator_page        POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
"""
