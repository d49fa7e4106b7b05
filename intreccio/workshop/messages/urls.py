from django.urls import path

from intreccio.workshop.messages import views

urlpatterns = [
    path("messages/", views.mail_list, name="mail_list"),
    path("messages/retry", views.retry_mails, name="retry_mails"),
    path("messages/<uuid:mail_id>/retry", views.retry_mail, name="retry_mail"),
]
