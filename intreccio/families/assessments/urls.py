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
    path(f"{ONE}/read-together", views.read_together, name="read_together"),
    path(f"{ONE}/close", views.close_assessment, name="close_assessment"),
    path(f"{ONE}/void", views.void_assessment, name="void_assessment"),
]
