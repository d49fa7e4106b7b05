from django.urls import path

from intreccio.families.cases import views

urlpatterns = [
    path("cases/", views.case_list, name="case_list"),
    path("cases/new", views.open_case, name="open_case"),
    path("cases/attention", views.attention_list, name="attention_list"),
    path("cases/handed-over", views.handed_over, name="handed_over"),
    path("cases/<uuid:case_id>", views.case_page, name="case_page"),
    path("cases/<uuid:case_id>/take-charge", views.take_charge, name="take_charge"),
    path("cases/<uuid:case_id>/end-preliminary", views.end_preliminary, name="end_preliminary"),
    path("cases/<uuid:case_id>/hand-over", views.hand_over_case, name="hand_over_case"),
    path("cases/<uuid:case_id>/review", views.review_page, name="review_page"),
    path("cases/<uuid:case_id>/review/begin", views.begin_review, name="begin_review"),
    path("cases/<uuid:case_id>/review/end", views.end_review, name="end_review"),
    path("cases/<uuid:case_id>/close", views.close_case, name="close_case"),
    path("cases/<uuid:case_id>/reopen", views.reopen_case, name="reopen_case"),
    path(
        "cases/<uuid:case_id>/follow-ups/<uuid:follow_up_id>/record",
        views.record_follow_up,
        name="record_follow_up",
    ),
    path(
        "cases/<uuid:case_id>/follow-ups/<uuid:follow_up_id>/move",
        views.move_follow_up,
        name="move_follow_up",
    ),
    path("cases/<uuid:case_id>/reports/new", views.send_report, name="send_report"),
    path(
        "cases/<uuid:case_id>/prompts/<slug:kind>/<uuid:subject_id>/set-aside",
        views.set_aside_prompt,
        name="set_aside_prompt",
    ),
    path(
        "cases/<uuid:case_id>/set-asides/<uuid:set_aside_id>/take-back",
        views.take_back_prompt,
        name="take_back_prompt",
    ),
    path("cases/<uuid:case_id>/void", views.void_case, name="void_case"),
    path("cases/<uuid:case_id>/responsible", views.change_responsible, name="change_responsible"),
    path("cases/<uuid:case_id>/workers/new", views.add_worker, name="add_worker"),
    path("cases/<uuid:case_id>/workers/<uuid:worker_id>/end", views.end_worker, name="end_worker"),
]
