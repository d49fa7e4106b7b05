from django.urls import path

from intreccio.offer.funds import views

urlpatterns = [
    path("funds/lines/", views.funding_line_list, name="funding_line_list"),
    path("funds/lines/new", views.create_funding_line, name="create_funding_line"),
    path("funds/lines/<uuid:funding_line_id>/edit", views.edit_funding_line, name="edit_funding_line"),
    path("funds/lines/<uuid:funding_line_id>/void", views.void_funding_line, name="void_funding_line"),
    path("funds/hours/<uuid:team_membership_id>/new", views.agree_hours, name="agree_hours"),
    path("funds/hours/<uuid:hours_id>/edit", views.edit_agreed_hours, name="edit_agreed_hours"),
    path("funds/hours/<uuid:hours_id>/void", views.void_agreed_hours, name="void_agreed_hours"),
]
