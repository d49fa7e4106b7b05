from django.urls import path

from intreccio.families.around import views

NETWORK, ONE = "cases/<uuid:case_id>/network", "outings/<uuid:outing_id>"
urlpatterns = [
    path(NETWORK, views.network_page, name="network_page"),
    path(f"{NETWORK}/helpers/new", views.name_helper, name="name_helper"),
    path(f"{NETWORK}/helpers/<uuid:row_id>/edit", views.edit_helper, name="edit_helper"),
    path(f"{NETWORK}/helpers/<uuid:row_id>/heard", views.hear_helper, name="hear_helper"),
    path("outings/new", views.begin_outing, name="begin_outing"),
    path("cases/<uuid:case_id>/outings/new", views.plan_outing, name="plan_outing"),
    path(ONE, views.outing_page, name="outing_page"),
    path(f"{ONE}/move", views.move_outing, name="move_outing"),
    path(f"{ONE}/record", views.record_outing, name="record_outing"),
    path(f"{ONE}/retry", views.retry_outing, name="retry_outing"),
    path(f"{ONE}/drop", views.drop_outing, name="drop_outing"),
]
