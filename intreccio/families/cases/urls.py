from django.urls import path

from intreccio.families.cases import views

MEETING = "cases/<uuid:case_id>/conferences/<uuid:conference_id>"

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
    path("cases/<uuid:case_id>/contacts/new", views.meet_family, name="meet_family"),
    path("cases/<uuid:case_id>/void", views.void_case, name="void_case"),
    path("cases/<uuid:case_id>/responsible", views.change_responsible, name="change_responsible"),
    path("cases/<uuid:case_id>/weight", views.weigh_case, name="weigh_case"),
    path("cases/<uuid:case_id>/deputies/new", views.name_deputy, name="name_deputy"),
    path("cases/<uuid:case_id>/deputies/<uuid:deputy_id>/end", views.end_deputy, name="end_deputy"),
    path("cases/<uuid:case_id>/summary", views.read_summary, name="read_summary"),
    path("cases/<uuid:case_id>/conferences/new", views.plan_conference, name="plan_conference"),
    path(f"{MEETING}", views.conference_page, name="conference_page"),
    path(f"{MEETING}/print", views.print_conference, name="print_conference"),
    path(f"{MEETING}/edit", views.edit_conference, name="edit_conference"),
    path(f"{MEETING}/seats/<uuid:seat_id>/answer", views.answer_conference, name="answer_conference"),
    path(f"{MEETING}/call-off", views.call_off_conference, name="call_off_conference"),
    path(f"{MEETING}/minutes", views.write_minutes, name="write_minutes"),
    path(f"{MEETING}/decisions/new", views.add_decision, name="add_decision"),
    path(f"{MEETING}/decisions/<uuid:decision_id>/void", views.void_decision, name="void_decision"),
    path("cases/<uuid:case_id>/workers/new", views.add_worker, name="add_worker"),
    path("cases/<uuid:case_id>/workers/<uuid:worker_id>/end", views.end_worker, name="end_worker"),
]
