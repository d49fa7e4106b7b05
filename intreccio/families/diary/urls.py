from django.urls import path

from intreccio.families.diary import views

ONE = "support/<uuid:line_id>"
MEETING, NOTE = f"{ONE}/meetings/<uuid:meeting_id>", f"{ONE}/notes/<uuid:note_id>"
DIARY, VISIT, VISIT_NOTE = (
    "cases/<uuid:case_id>/diary",
    "visits/<uuid:visit_id>",
    "diary/notes/<uuid:note_id>",
)
urlpatterns = [
    path("diary/new", views.start_visit_note, name="start_visit_note"),
    path(DIARY, views.diary_page, name="diary_page"),
    path(f"{DIARY}/search", views.search_diary, name="search_diary"),
    path(f"{DIARY}/print", views.print_diary, name="print_diary"),
    path(f"{DIARY}/new", views.write_visit_note, name="write_visit_note"),
    path(f"{VISIT_NOTE}/edit", views.edit_visit_note, name="edit_visit_note"),
    path(f"{VISIT_NOTE}/correct", views.correct_visit_note, name="correct_visit_note"),
    path(f"{VISIT_NOTE}/void", views.void_visit_note, name="void_visit_note"),
    path(f"{VISIT_NOTE}/signal", views.signal_from_note, name="signal_from_note"),
    path("cases/<uuid:case_id>/visits/new", views.plan_visit, name="plan_visit"),
    path(f"{VISIT}/move", views.move_visit, name="move_visit"),
    path(f"{VISIT}/call-off", views.call_off_visit, name="call_off_visit"),
    path(f"{VISIT}/miss", views.miss_visit, name="miss_visit"),
    path("teams/<uuid:team_id>/hours", views.hours_page, name="hours_page"),
    path("teams/<uuid:team_id>/hours/export", views.export_hours, name="export_hours"),
    path("hours", views.my_hours, name="my_hours"),
    path("hours/export", views.export_my_hours, name="export_my_hours"),
    path("support/notes", views.my_notes, name="my_notes"),
    path("cases/<uuid:case_id>/support/new", views.ask_line, name="ask_line"),
    path(ONE, views.line_page, name="line_page"),
    path(f"{ONE}/void", views.void_line, name="void_line"),
    path(f"{ONE}/accept", views.accept_line, name="accept_line"),
    path(f"{ONE}/decline", views.decline_line, name="decline_line"),
    path(f"{ONE}/plan", views.plan_meetings, name="plan_meetings"),
    path(f"{MEETING}/record", views.record_meeting, name="record_meeting"),
    path(f"{MEETING}/move", views.move_meeting, name="move_meeting"),
    path(f"{ONE}/notes/new", views.write_note, name="write_note"),
    path(f"{NOTE}/edit", views.edit_note, name="edit_note"),
    path(f"{NOTE}/correct", views.correct_note, name="correct_note"),
    path(f"{ONE}/end", views.end_line, name="end_line"),
    path(f"{ONE}/renew", views.renew_line, name="renew_line"),
    path(f"{ONE}/hand-over", views.hand_over_line, name="hand_over_line"),
]
