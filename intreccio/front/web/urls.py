from django.urls import path

from intreccio.front.web import device, views

urlpatterns = [
    path("", views.today, name="today"),
    path("search", views.search, name="search"),
    path("help", views.help_page, name="help_page"),
    path("device", device.device, name="device"),
    path("worker.js", device.device_worker, name="device_worker"),
    path("offline", device.offline_page, name="offline_page"),
]
