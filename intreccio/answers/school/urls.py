from django.urls import path

from intreccio.answers.school import views

CHILD = "households/<uuid:household_id>/people/<uuid:person_id>/school"
CLASS = "schoolings/<uuid:schooling_id>"
SHEET = "school-sheets/<uuid:school_sheet_id>"
PATH = "school-paths/<uuid:school_path_id>"
PLAN = "school-plans/<uuid:school_plan_id>"
CONTACT = "school-contacts/<uuid:school_contact_id>"

urlpatterns = [
    path("out-of-school", views.out_of_school, name="out_of_school"),
    path("households/<uuid:household_id>/school", views.school_list, name="school_list"),
    path(CHILD, views.child_school, name="child_school"),
    path(f"{CHILD}/new", views.begin_schooling, name="begin_schooling"),
    path(f"{CLASS}/edit", views.edit_schooling, name="edit_schooling"),
    path(f"{CLASS}/end", views.end_schooling, name="end_schooling"),
    path(f"{CLASS}/void", views.void_schooling, name="void_schooling"),
    path(f"{CLASS}/contacts/new", views.add_school_contact, name="add_school_contact"),
    path(f"{CLASS}/sheets/new", views.ask_teacher, name="ask_teacher"),
    path(SHEET, views.school_sheet_page, name="school_sheet_page"),
    path(f"{SHEET}/show", views.show_school_sheet, name="show_school_sheet"),
    path(f"{SHEET}/void", views.void_school_sheet, name="void_school_sheet"),
    path("seen-at-school/<str:token>", views.answer_school_sheet, name="answer_school_sheet"),
    path(f"{CHILD}/paths/<uuid:protocol_version_id>/new", views.begin_school_path, name="begin_school_path"),
    path(PATH, views.school_path_page, name="school_path_page"),
    path(f"{PATH}/steps/<slug:step>", views.mark_school_step, name="mark_school_step"),
    path(f"{PATH}/marks/<uuid:school_mark_id>/void", views.void_school_mark, name="void_school_mark"),
    path(f"{PATH}/edit", views.edit_school_path, name="edit_school_path"),
    path(f"{PATH}/end", views.end_school_path, name="end_school_path"),
    path(f"{CHILD}/plans/new", views.write_school_plan, name="write_school_plan"),
    path(f"{PLAN}/edit", views.edit_school_plan, name="edit_school_plan"),
    path(f"{PLAN}/void", views.void_school_plan, name="void_school_plan"),
    path(f"{PLAN}/paper", views.open_school_plan, name="open_school_plan"),
    path(f"{CONTACT}/edit", views.edit_school_contact, name="edit_school_contact"),
    path(f"{CONTACT}/void", views.void_school_contact, name="void_school_contact"),
]
