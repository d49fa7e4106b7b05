from django.urls import path

from intreccio.offer.directory.views import search, services, writing

urlpatterns = [
    path("services/", search.service_search, name="service_search"),
    path("services/new", writing.create_service, name="create_service"),
    path("services/missing", search.report_missing, name="report_missing"),
    path("services/<uuid:service_id>", services.service_page, name="service_page"),
    path("services/<uuid:service_id>/edit", writing.edit_service, name="edit_service"),
    path("services/<uuid:service_id>/verify", services.verify_service, name="verify_service"),
    path("services/<uuid:service_id>/room", services.update_room, name="update_room"),
]
