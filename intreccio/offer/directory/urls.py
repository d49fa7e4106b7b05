from django.urls import path

from intreccio.offer.directory.views import pages, places, principles, search, writing

urlpatterns = [
    path("services/", search.service_search, name="service_search"),
    path("services/new", writing.create_service, name="create_service"),
    path("services/missing", search.report_missing, name="report_missing"),
    path("services/<uuid:service_id>", pages.service_page, name="service_page"),
    path("services/<uuid:service_id>/edit", writing.edit_service, name="edit_service"),
    path("services/<uuid:service_id>/places/new", places.add_place, name="add_place"),
    path("services/<uuid:service_id>/places/<uuid:place_id>/close", places.close_place, name="close_place"),
    path("services/<uuid:service_id>/verify", pages.verify_service, name="verify_service"),
    path(
        "services/<uuid:service_id>/principles",
        principles.check_service_principles,
        name="check_service_principles",
    ),
    path("services/<uuid:service_id>/room", pages.update_room, name="update_room"),
]
