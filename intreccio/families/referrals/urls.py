from django.urls import path

from intreccio.families.referrals import views

urlpatterns = [
    path("referrals/", views.referral_inbox, name="referral_inbox"),
    path("referrals/sent", views.referral_outbox, name="referral_outbox"),
    path("referrals/new", views.create_referral, name="create_referral"),
    path("referrals/<uuid:referral_id>", views.referral_page, name="referral_page"),
    path("referrals/<uuid:referral_id>/accept", views.accept_referral, name="accept_referral"),
    path("referrals/<uuid:referral_id>/waiting-list", views.put_on_waiting_list, name="put_on_waiting_list"),
    path("referrals/<uuid:referral_id>/decline", views.decline_referral, name="decline_referral"),
    path("referrals/<uuid:referral_id>/start", views.start_referral, name="start_referral"),
    path("referrals/<uuid:referral_id>/end", views.end_referral, name="end_referral"),
    path("referrals/<uuid:referral_id>/withdraw", views.withdraw_referral, name="withdraw_referral"),
    path("referrals/<uuid:referral_id>/words", views.write_word, name="write_word"),
    path("referrals/<uuid:referral_id>/answer", views.record_answer, name="record_answer"),
    path("referrals/<uuid:referral_id>/retry", views.retry_referral, name="retry_referral"),
]
