from django.urls import path

from intreccio.ground.kernel import views
from intreccio.ground.kernel.language import choose_language

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("language", choose_language, name="choose_language"),
]
