from django.urls import path

from intreccio.front.web import views

urlpatterns = [
    path("", views.today, name="today"),
    path("search", views.search, name="search"),
    path("help", views.help_page, name="help_page"),
    path("device", views.device, name="device"),
    path("worker", views.device_worker, name="device_worker"),
    path("offline", views.offline_page, name="offline_page"),
]
