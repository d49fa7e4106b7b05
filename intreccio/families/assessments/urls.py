from django.urls import path

from intreccio.families.assessments import views

ONE = "assessments/<uuid:assessment_id>"
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
    path(f"{ONE}/read-together", views.read_together, name="read_together"),
    path(f"{ONE}/close", views.close_assessment, name="close_assessment"),
    path(f"{ONE}/void", views.void_assessment, name="void_assessment"),
    path("cases/<uuid:case_id>/factors", views.factor_list, name="factor_list"),
    path("cases/<uuid:case_id>/factors/new", views.add_factor, name="add_factor"),
    path("factors/<uuid:factor_id>/edit", views.edit_factor, name="edit_factor"),
    path("factors/<uuid:factor_id>/void", views.void_factor, name="void_factor"),
]
