"""Assessments: who reads the record reads them; the team in charge writes; two professions begin and close."""

TABLE = """
                           |  no |  co  as  ed  ps  le |  gr  gc  gk  gp |  se  sl  sp  ad  pa
begin_assessment      GET  |  in | 200 200 403 403 403 | 403 404 404 403 | 404 404 404 404 404
begin_assessment      POST |  in | 422 422 403 403 403 | 403 404 404 403 | 404 404 404 404 404
begin_assessment      GOOD |  in |  go  go 403 403 403 | 403 404 404 403 | 404 404 404 404 404
assessment_page       GET  |  in | 200 200 200 200 200 | 200 404 404 200 | 404 404 404 404 404
assessment_page       POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
add_point_of_view     GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
add_point_of_view     POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
add_point_of_view     GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
answer_point_of_view  GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
answer_point_of_view  POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
answer_point_of_view  GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
void_point_of_view    GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
void_point_of_view    POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
void_point_of_view    GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
write_child_words     GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
write_child_words     POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
write_child_words     GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
choose_sheet          GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
choose_sheet          POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
add_sheet             GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
add_sheet             POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
add_sheet             GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
sheet_page            GET  |  in | 200 200 200 200 200 | 200 404 404 200 | 404 404 404 404 404
sheet_page            POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
answer_sheet          GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
answer_sheet          POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
answer_sheet          GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
void_sheet            GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
void_sheet            POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
void_sheet            GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
print_sheet           GET  |  in | 200 200 200 200 200 | 200 404 404 200 | 404 404 404 404 404
print_sheet           POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
factor_list           GET  |  in | 200 200 200 200 200 | 200 404 404 200 | 404 404 404 404 404
factor_list           POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
add_factor            GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
add_factor            POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
add_factor            GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
edit_factor           GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
edit_factor           POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
edit_factor           GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
void_factor           GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
void_factor           POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
void_factor           GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
read_together         GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
read_together         POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
read_together         GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
close_assessment      GET  |  in | 200 200 403 403 403 | 403 404 404 403 | 404 404 404 404 404
close_assessment      POST |  in | 422 422 403 403 403 | 403 404 404 403 | 404 404 404 404 404
close_assessment      GOOD |  in |  go  go 403 403 403 | 403 404 404 403 | 404 404 404 404 404
void_assessment       GET  |  in | 200 200 403 403 403 | 403 404 404 403 | 404 404 404 404 404
void_assessment       POST |  in | 422 422 403 403 403 | 403 404 404 403 | 404 404 404 404 404
void_assessment       GOOD |  in |  go  go 403 403 403 | 403 404 404 403 | 404 404 404 404 404
"""
