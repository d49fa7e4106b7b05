from django.urls import path

from intreccio.workshop.calendar import views

urlpatterns = [
    path("calendar/", views.my_calendar, name="my_calendar"),
]
