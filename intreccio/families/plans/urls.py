from django.urls import path

from intreccio.families.plans import views

urlpatterns = [
    path("cases/<uuid:case_id>/plan/new", views.draft_plan, name="draft_plan"),
    path("cases/<uuid:case_id>/paths", views.path_list, name="path_list"),
    path("cases/<uuid:case_id>/paths/<uuid:protocol_version_id>/new", views.begin_path, name="begin_path"),
    path("paths/<uuid:path_id>", views.path_page, name="path_page"),
    path("paths/<uuid:path_id>/edit", views.edit_path, name="edit_path"),
    path("paths/<uuid:path_id>/steps/<slug:step>", views.mark_path_step, name="mark_path_step"),
    path("paths/<uuid:path_id>/marks/<uuid:mark_id>/void", views.void_path_mark, name="void_path_mark"),
    path("paths/<uuid:path_id>/looks", views.look_along_path, name="look_along_path"),
    path("paths/<uuid:path_id>/looks/<uuid:person_id>", views.look_at_child, name="look_at_child"),
    path("paths/<uuid:path_id>/checks/<uuid:check_id>/void", views.void_path_check, name="void_path_check"),
    path("paths/<uuid:path_id>/letters/<slug:letter>", views.send_path_letter, name="send_path_letter"),
    path(
        "paths/<uuid:path_id>/letters/<slug:letter>/print", views.print_path_letter, name="print_path_letter"
    ),
    path(
        "paths/<uuid:path_id>/letters/<uuid:letter_id>/answered",
        views.answer_path_letter,
        name="answer_path_letter",
    ),
    path(
        "paths/<uuid:path_id>/letters/<uuid:letter_id>/unanswered",
        views.undo_path_answer,
        name="undo_path_answer",
    ),
    path(
        "paths/<uuid:path_id>/letters/<uuid:letter_id>/void", views.void_path_letter, name="void_path_letter"
    ),
    path("paths/<uuid:path_id>/silence", views.set_path_silence, name="set_path_silence"),
    path("paths/<uuid:path_id>/end", views.end_path, name="end_path"),
    path("paths/<uuid:path_id>/void", views.void_path, name="void_path"),
    path("plans/<uuid:plan_id>", views.plan_page, name="plan_page"),
    path("plans/<uuid:plan_id>/versions", views.plan_versions, name="plan_versions"),
    path("plans/<uuid:plan_id>/moves", views.plan_moves, name="plan_moves"),
    path("plans/<uuid:plan_id>/looks", views.micro_plans, name="micro_plans"),
    path("plans/<uuid:plan_id>/looks/print", views.print_micro_plans, name="print_micro_plans"),
    path("plans/<uuid:plan_id>/compare/<uuid:version_id>", views.compare_plans, name="compare_plans"),
    path("plans/<uuid:plan_id>/principles", views.check_plan_principles, name="check_plan_principles"),
    path("plans/<uuid:plan_id>/print", views.print_plan, name="print_plan"),
    path(
        "plans/<uuid:plan_id>/print/professional",
        views.print_plan_professional,
        name="print_plan_professional",
    ),
    path("plans/<uuid:plan_id>/children/<uuid:person_id>", views.child_plan, name="child_plan"),
    path(
        "plans/<uuid:plan_id>/children/<uuid:person_id>/print",
        views.print_child_plan,
        name="print_child_plan",
    ),
    path("plans/<uuid:plan_id>/revise", views.revise_plan, name="revise_plan"),
    path("plans/<uuid:plan_id>/accept", views.accept_plan, name="accept_plan"),
    path("plans/<uuid:plan_id>/in-force", views.put_in_force, name="put_in_force"),
    path("plans/<uuid:plan_id>/disagreements/new", views.write_disagreement, name="write_disagreement"),
    path(
        "plans/disagreements/<uuid:disagreement_id>/edit", views.edit_disagreement, name="edit_disagreement"
    ),
    path(
        "plans/disagreements/<uuid:disagreement_id>/settle",
        views.settle_disagreement,
        name="settle_disagreement",
    ),
    path(
        "plans/disagreements/<uuid:disagreement_id>/void", views.void_disagreement, name="void_disagreement"
    ),
    path("plans/<uuid:plan_id>/resources", views.resource_list, name="resource_list"),
    path("plans/<uuid:plan_id>/resources/new", views.add_resource, name="add_resource"),
    path("plans/<uuid:plan_id>/resources/<uuid:resource_id>/edit", views.edit_resource, name="edit_resource"),
    path("plans/<uuid:plan_id>/resources/<uuid:resource_id>/void", views.void_resource, name="void_resource"),
    path("plans/<uuid:plan_id>/goals/new", views.add_goal, name="add_goal"),
    path("plans/goals/<uuid:goal_id>/edit", views.edit_goal, name="edit_goal"),
    path("plans/goals/<uuid:goal_id>/void", views.void_goal, name="void_goal"),
    path("plans/goals/<uuid:goal_id>/link", views.link_goals, name="link_goals"),
    path("plans/goals/<uuid:goal_id>/score", views.score_goal, name="score_goal"),
    path("plans/goals/<uuid:goal_id>/actions/new", views.add_action, name="add_action"),
    path("plans/links/<uuid:link_id>/unlink", views.unlink_goals, name="unlink_goals"),
    path("plans/scores/<uuid:score_id>/void", views.void_score, name="void_score"),
    path("plans/<uuid:plan_id>/hand", views.hand_plan, name="hand_plan"),
    path("plans/<uuid:plan_id>/handed", views.handed_plan, name="handed_plan"),
    path("sign/<str:token>", views.sign_by_link, name="sign_by_link"),
    path("plans/<uuid:plan_id>/sign", views.sign_plan, name="sign_plan"),
    path("plans/acceptances/<uuid:acceptance_id>/mark", views.signature_mark, name="signature_mark"),
    path("plans/acceptances/<uuid:acceptance_id>/void", views.void_acceptance, name="void_acceptance"),
    path("plans/actions/<uuid:action_id>/edit", views.edit_action, name="edit_action"),
    path("plans/actions/<uuid:action_id>/finish", views.finish_action, name="finish_action"),
    path("plans/proposals/<uuid:proposal_id>/take-up", views.take_up_proposal, name="take_up_proposal"),
    path("plans/proposals/<uuid:proposal_id>/leave", views.leave_proposal, name="leave_proposal"),
]
