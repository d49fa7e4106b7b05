from django.urls import path

from intreccio.ground.kernel import views

urlpatterns = [path("healthz", views.healthz, name="healthz")]
