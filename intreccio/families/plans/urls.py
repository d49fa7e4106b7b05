from django.urls import path

from intreccio.families.plans import views

urlpatterns = [
    path("cases/<uuid:case_id>/plan/new", views.draft_plan, name="draft_plan"),
    path("plans/<uuid:plan_id>", views.plan_page, name="plan_page"),
    path("plans/<uuid:plan_id>/versions", views.plan_versions, name="plan_versions"),
    path("plans/<uuid:plan_id>/print", views.print_plan, name="print_plan"),
    path("plans/<uuid:plan_id>/revise", views.revise_plan, name="revise_plan"),
    path("plans/<uuid:plan_id>/accept", views.accept_plan, name="accept_plan"),
    path("plans/<uuid:plan_id>/in-force", views.put_in_force, name="put_in_force"),
    path("plans/<uuid:plan_id>/disagreements/new", views.write_disagreement, name="write_disagreement"),
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
