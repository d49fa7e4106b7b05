from django.urls import path

from intreccio.answers.school import views

CHILD = "households/<uuid:household_id>/people/<uuid:person_id>/school"
CLASS = "schoolings/<uuid:schooling_id>"
CONTACT = "school-contacts/<uuid:school_contact_id>"

urlpatterns = [
    path("households/<uuid:household_id>/school", views.school_list, name="school_list"),
    path(CHILD, views.child_school, name="child_school"),
    path(f"{CHILD}/new", views.begin_schooling, name="begin_schooling"),
    path(f"{CLASS}/edit", views.edit_schooling, name="edit_schooling"),
    path(f"{CLASS}/end", views.end_schooling, name="end_schooling"),
    path(f"{CLASS}/void", views.void_schooling, name="void_schooling"),
    path(f"{CLASS}/contacts/new", views.add_school_contact, name="add_school_contact"),
    path(f"{CONTACT}/edit", views.edit_school_contact, name="edit_school_contact"),
    path(f"{CONTACT}/void", views.void_school_contact, name="void_school_contact"),
]
