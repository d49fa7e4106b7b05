from django.urls import path

from intreccio.network.staff import views

urlpatterns = [
    path("me/paths", views.worker_path_list, name="worker_path_list"),
    path("me/paths/<uuid:protocol_version_id>/new", views.begin_worker_path, name="begin_worker_path"),
    path("me/paths/<uuid:worker_path_id>", views.worker_path_page, name="worker_path_page"),
    path("me/paths/<uuid:worker_path_id>/steps/<slug:step>", views.mark_worker_step, name="mark_worker_step"),
    path(
        "me/paths/<uuid:worker_path_id>/marks/<uuid:worker_mark_id>/void",
        views.void_worker_mark,
        name="void_worker_mark",
    ),
    path("me/paths/<uuid:worker_path_id>/readers/new", views.name_path_readers, name="name_path_readers"),
    path(
        "me/paths/<uuid:worker_path_id>/readers/<uuid:reader_id>/remove",
        views.remove_path_reader,
        name="remove_path_reader",
    ),
    path("me/paths/<uuid:worker_path_id>/end", views.end_worker_path, name="end_worker_path"),
]
