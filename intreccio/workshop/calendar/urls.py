from django.urls import path

from intreccio.workshop.calendar import views

urlpatterns = [
    path("calendar/", views.my_calendar, name="my_calendar"),
    path("calendar/feed", views.make_feed, name="make_feed"),
    path("calendar/feed/take-back", views.take_back_feed, name="take_back_feed"),
    path("calendar/feeds/<str:token>.ics", views.read_feed, name="read_feed"),
    path("calendar/reminders", views.choose_reminders, name="choose_reminders"),
]
