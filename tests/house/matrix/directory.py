"""Services: no family stands here."""

TABLE = """
                           |  no |  co  as  ed  ps  le |  gr  gc  gk  gp |  se  sl  sp  ad  pa
service_search        GET  |  in | 200 200 200 200 200 | 200 200 200 200 | 200 200 200 200 200
service_search        POST |  in | 200 200 200 200 200 | 200 200 200 200 | 200 200 200 200 200
create_service        GET  |  in | 200 403 403 403 200 | 403 403 403 403 | 403 200 403 200 403
create_service        POST |  in | 422 403 403 403 422 | 403 403 403 403 | 403 422 403 422 403
report_missing        GET  |  in | 200 200 200 200 200 | 200 200 200 200 | 200 200 200 403 403
report_missing        POST |  in | 422 422 422 422 422 | 422 422 422 422 | 422 422 422 403 403
service_page          GET  |  in | 200 200 200 200 200 | 200 200 200 200 | 200 200 200 200 200
service_page          POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
edit_service          GET  |  in | 200 403 403 403 200 | 403 403 403 403 | 403 403 403 200 403
edit_service          POST |  in | 422 403 403 403 422 | 403 403 403 403 | 403 403 403 422 403
add_place             GET  |  in | 200 403 403 403 200 | 403 403 403 403 | 403 403 403 200 403
add_place             POST |  in | 422 403 403 403 422 | 403 403 403 403 | 403 403 403 422 403
close_place           GET  |  in | 200 403 403 403 200 | 403 403 403 403 | 403 403 403 200 403
close_place           POST |  in | 422 403 403 403 422 | 403 403 403 403 | 403 403 403 422 403
verify_service        GET  | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
verify_service        POST |  in | 422 422 403 403 422 | 403 403 403 403 | 403 422 403 422 403
update_room           GET  |  in | 200 403 403 403 200 | 403 403 403 403 | 403 403 403 200 403
update_room           POST |  in | 422 403 403 403 422 | 403 403 403 403 | 403 403 403 422 403
check_service_principles GET  |  in | 200 200 200 200 200 | 200 200 200 200 | 200 200 200 200 200
check_service_principles POST |  in | 422 403 403 403 422 | 403 403 403 403 | 403 403 403 422 403
"""
