"""Lines of money, kept by the own team's body; hours of somebody in the own team. Who does not work in the network sees neither."""

TABLE = """
                           |  no |  co  as  ed  ps  le |  gr  gc  gk  gp |  se  sl  sp  ad  pa
funding_line_list     GET  |  in | 200 200 200 200 200 | 200 200 200 403 | 200 200 403 200 403
funding_line_list     POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
create_funding_line   GET  |  in | 200 403 403 403 200 | 403 403 403 403 | 403 200 403 200 403
create_funding_line   POST |  in | 422 403 403 403 422 | 403 403 403 403 | 403 422 403 422 403
edit_funding_line     GET  |  in | 200 403 403 403 200 | 403 403 403 404 | 403 403 404 200 404
edit_funding_line     POST |  in | 422 403 403 403 422 | 403 403 403 404 | 403 403 404 422 404
void_funding_line     GET  |  in | 200 403 403 403 200 | 403 403 403 404 | 403 403 404 200 404
void_funding_line     POST |  in | 422 403 403 403 422 | 403 403 403 404 | 403 403 404 422 404
agree_hours           GET  |  in | 200 403 403 403 200 | 403 403 403 403 | 403 403 403 200 403
agree_hours           POST |  in | 422 403 403 403 422 | 403 403 403 403 | 403 403 403 422 403
edit_agreed_hours     GET  |  in | 200 403 403 403 200 | 403 403 403 404 | 403 403 404 200 404
edit_agreed_hours     POST |  in | 422 403 403 403 422 | 403 403 403 404 | 403 403 404 422 404
void_agreed_hours     GET  |  in | 200 403 403 403 200 | 403 403 403 404 | 403 403 404 200 404
void_agreed_hours     POST |  in | 422 403 403 403 422 | 403 403 403 404 | 403 403 404 422 404
"""
