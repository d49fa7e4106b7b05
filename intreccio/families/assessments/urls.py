from django.urls import path

from intreccio.families.assessments import views

ONE = "assessments/<uuid:assessment_id>"
CHILD = "households/<uuid:household_id>/children/<uuid:person_id>"
LISTENING = "listenings/<uuid:listening_id>"
DRAWING = "child-drawings/<uuid:drawing_id>"
urlpatterns = [
    path("cases/<uuid:case_id>/assessments/new", views.begin_assessment, name="begin_assessment"),
    path(ONE, views.assessment_page, name="assessment_page"),
    path(f"{ONE}/voices/new", views.add_point_of_view, name="add_point_of_view"),
    path(f"{ONE}/voices/<uuid:point_id>", views.answer_point_of_view, name="answer_point_of_view"),
    path(f"{ONE}/voices/<uuid:point_id>/void", views.void_point_of_view, name="void_point_of_view"),
    path(f"{ONE}/children/<uuid:person_id>", views.write_child_words, name="write_child_words"),
    path(f"{ONE}/sheets/new", views.choose_sheet, name="choose_sheet"),
    path(f"{ONE}/sheets/new/<slug:instrument>", views.add_sheet, name="add_sheet"),
    path(f"{ONE}/sheets/<uuid:sheet_id>", views.sheet_page, name="sheet_page"),
    path(f"{ONE}/sheets/<uuid:sheet_id>/answer", views.answer_sheet, name="answer_sheet"),
    path(f"{ONE}/sheets/<uuid:sheet_id>/void", views.void_sheet, name="void_sheet"),
    path(f"{ONE}/sheets/<uuid:sheet_id>/print", views.print_sheet, name="print_sheet"),
    path(f"{ONE}/sheets/<uuid:sheet_id>/export", views.export_sheet, name="export_sheet"),
    path(f"{ONE}/beside", views.voices_beside, name="voices_beside"),
    path(f"{CHILD}/voice", views.child_voice, name="child_voice"),
    path(f"{CHILD}/listen", views.listen_to_child, name="listen_to_child"),
    path(f"{LISTENING}/edit", views.edit_listening, name="edit_listening"),
    path(f"{LISTENING}/void", views.void_listening, name="void_listening"),
    path(f"{LISTENING}/drawings/new", views.add_child_drawing, name="add_child_drawing"),
    path(DRAWING, views.child_drawing, name="child_drawing"),
    path(f"{DRAWING}/share", views.share_child_drawing, name="share_child_drawing"),
    path("child-words/<uuid:words_id>/share", views.share_child_words, name="share_child_words"),
    path(f"{DRAWING}/void", views.void_child_drawing, name="void_child_drawing"),
    path(f"{ONE}/read-together", views.read_together, name="read_together"),
    path(f"{ONE}/close", views.close_assessment, name="close_assessment"),
    path(f"{ONE}/void", views.void_assessment, name="void_assessment"),
    path("cases/<uuid:case_id>/factors", views.factor_list, name="factor_list"),
    path("cases/<uuid:case_id>/factors/new", views.add_factor, name="add_factor"),
    path("factors/<uuid:factor_id>/edit", views.edit_factor, name="edit_factor"),
    path("factors/<uuid:factor_id>/void", views.void_factor, name="void_factor"),
]
