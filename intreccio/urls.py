"""The roof: every area's pages, joined."""

from django.urls import include, path

urlpatterns = [
    path("", include("intreccio.ground.kernel.urls")),
]
