from django.urls import path

from intreccio.evidence.impact import views

urlpatterns = [
    path("observatory/", views.observatory, name="observatory"),
    path("observatory/export", views.export_observatory, name="export_observatory"),
    path("observatory/schools", views.school_trend, name="school_trend"),
    path("observatory/indicators/<slug:indicator>", views.indicator_page, name="indicator_page"),
]
