from django.urls import path

from intreccio.parties.organisations.views import (
    agenda,
    entrance,
    hats,
    network,
    people,
    places,
    principles,
    strategy,
    teams,
    weeks,
)

urlpatterns = [
    path("organisations/", network.organisation_list, name="organisation_list"),
    path("organisations/new", network.create_organisation, name="create_organisation"),
    path("organisations/<uuid:organisation_id>", network.organisation_page, name="organisation_page"),
    path("organisations/<uuid:organisation_id>/edit", network.edit_organisation, name="edit_organisation"),
    path("organisations/<uuid:organisation_id>/sites/new", places.create_site, name="create_site"),
    path("organisations/<uuid:organisation_id>/projects/new", places.create_project, name="create_project"),
    path("organisations/<uuid:organisation_id>/teams/new", teams.create_team, name="create_team"),
    path("organisations/<uuid:organisation_id>/people", people.membership_list, name="membership_list"),
    path("organisations/<uuid:organisation_id>/invite", people.invite_member, name="invite_member"),
    path("sites/<uuid:site_id>/edit", places.edit_site, name="edit_site"),
    path("projects/", places.project_list, name="project_list"),
    path("projects/<uuid:project_id>", places.project_page, name="project_page"),
    path("projects/<uuid:project_id>/edit", places.edit_project, name="edit_project"),
    path(
        "projects/<uuid:project_id>/principles",
        principles.check_project_principles,
        name="check_project_principles",
    ),
    path("teams/<uuid:team_id>", teams.team_page, name="team_page"),
    path("teams/<uuid:team_id>/edit", teams.edit_team, name="edit_team"),
    path("teams/<uuid:team_id>/close", teams.close_team, name="close_team"),
    path("teams/<uuid:team_id>/posts", teams.edit_posts, name="edit_posts"),
    path("teams/<uuid:team_id>/members/add", teams.add_team_member, name="add_team_member"),
    path("teams/<uuid:team_id>/week", weeks.team_week, name="team_week"),
    path("teams/<uuid:team_id>/strategy", strategy.team_strategy, name="team_strategy"),
    path("teams/<uuid:team_id>/strategy/new", strategy.add_strategy_goal, name="add_strategy_goal"),
    path(
        "strategy-goals/<uuid:strategy_goal_id>/edit", strategy.edit_strategy_goal, name="edit_strategy_goal"
    ),
    path(
        "strategy-goals/<uuid:strategy_goal_id>/look",
        strategy.look_at_strategy_goal,
        name="look_at_strategy_goal",
    ),
    path(
        "strategy-goals/<uuid:strategy_goal_id>/void", strategy.void_strategy_goal, name="void_strategy_goal"
    ),
    path(
        "strategy-looks/<uuid:strategy_look_id>/void", strategy.void_strategy_look, name="void_strategy_look"
    ),
    path("teams/<uuid:team_id>/agenda", agenda.team_agenda, name="team_agenda"),
    path("teams/<uuid:team_id>/agenda/new", agenda.add_appointment, name="add_appointment"),
    path("appointments/<uuid:appointment_id>/edit", agenda.edit_appointment, name="edit_appointment"),
    path(
        "appointments/<uuid:appointment_id>/conclude",
        agenda.conclude_appointment,
        name="conclude_appointment",
    ),
    path("appointments/<uuid:appointment_id>/next-step", agenda.finish_next_step, name="finish_next_step"),
    path("appointments/<uuid:appointment_id>/void", agenda.void_appointment, name="void_appointment"),
    path("team-members/<uuid:team_membership_id>/end", teams.end_team_member, name="end_team_member"),
    path("memberships/<uuid:membership_id>/role", people.change_role, name="change_role"),
    path("memberships/<uuid:membership_id>/end", people.end_membership, name="end_membership"),
    path("invitations/<uuid:invitation_id>/withdraw", people.withdraw_invitation, name="withdraw_invitation"),
    path("invitations/<str:token>", entrance.accept_invitation, name="accept_invitation"),
    path("passwords/<str:token>", entrance.set_password, name="set_password"),
    path("hat", hats.choose_hat, name="choose_hat"),
    path("me", hats.profile_page, name="profile_page"),
]
