"""The same of the network: bodies, teams, protocols, lines of funding."""

from tests.journeys.reaching import Blank, button, form, listing, page

OF_BARE_BODY = {"organisation_id": "bare_organisation"}

NETWORK = {
    "organisation_list": listing(empty=Blank("pg_ente", query="?standing=listed&kind=municipality")),
    "create_organisation": form("admin"),
    "organisation_page": page("admin", empty=Blank("admin", ids={"organisation_id": "empty_organisation"})),
    "edit_organisation": form("admin", ids=OF_BARE_BODY),
    "create_site": form("admin"),
    "create_project": form("admin"),
    "create_team": form("admin"),
    "membership_list": page(
        "admin", ids=OF_BARE_BODY, empty=Blank("admin", ids={"organisation_id": "empty_organisation"})
    ),
    "invite_member": form("admin"),
    "edit_site": form("admin"),
    "worker_path_list": listing(empty=Blank("admin")),
    "begin_worker_path": form(ids={"protocol_version_id": "soli_version"}),
    "worker_path_page": page(),
    "mark_worker_step": form(ids={"step": "worker_step"}),
    "void_worker_mark": form(),
    "name_path_readers": form(),
    "remove_path_reader": button("assistente"),
    "end_worker_path": form(words={"day": ""}),
    "project_list": listing(),
    "project_page": page("admin", empty=Blank("admin", ids={"project_id": "bare_project"})),
    "check_project_principles": form("coordinatrice"),
    "edit_project": form("admin"),
    "team_page": page(
        "admin", ids={"team_id": "full_team"}, empty=Blank("admin", ids={"team_id": "empty_team"})
    ),
    "edit_team": form("admin"),
    "close_team": button(ids={"team_id": "empty_team"}, empty=Blank("admin", ids={"team_id": "full_team"})),
    "edit_posts": form("admin"),
    "add_team_member": form("admin"),
    "end_team_member": button(),
    "team_strategy": page(
        "admin", ids={"team_id": "full_team"}, empty=Blank("admin", ids={"team_id": "empty_team"})
    ),
    "add_strategy_goal": form("coordinatrice", ids={"team_id": "full_team"}),
    "edit_strategy_goal": form("coordinatrice"),
    "look_at_strategy_goal": form("coordinatrice"),
    "void_strategy_goal": form("coordinatrice"),
    "void_strategy_look": form("coordinatrice"),
    "team_week": page(
        "coordinatrice",
        ids={"team_id": "full_team"},
        empty=Blank("coordinatrice", query="?day=2040-01-02", ids={"team_id": "full_team"}),
    ),
    "team_agenda": page(
        "admin", ids={"team_id": "full_team"}, empty=Blank("admin", ids={"team_id": "empty_team"})
    ),
    "add_appointment": form("coordinatrice", ids={"team_id": "full_team"}),
    "edit_appointment": form("coordinatrice"),
    "conclude_appointment": form("coordinatrice"),
    "finish_next_step": button("coordinatrice"),
    "void_appointment": form("coordinatrice"),
    "change_role": form("admin"),
    "end_membership": form("admin"),
    "withdraw_invitation": button(),
    "accept_invitation": form(None, ids={"token": "invitation"}),
    "set_password": form(None, ids={"token": "password"}),
    "choose_hat": listing("ada", empty=Blank("pg_senza")),
    "profile_page": listing(empty=Blank("pg_ente")),
}
OWN_VERSION = {"protocol_version_id": "own_version"}
PROTOCOLS = {
    "protocol_list": listing(),
    "protocol_page": page(),
    "protocol_version": page("coordinatrice"),
    "compare_protocol_versions": page(ids=OWN_VERSION),
    "begin_protocol_draft": button("coordinatrice", ids=OWN_VERSION),
    "adapt_protocol": button("coordinatrice", ids=OWN_VERSION),
    "edit_protocol_version": form("coordinatrice"),
    "add_protocol_part": form("coordinatrice"),
    "edit_protocol_part": form("coordinatrice"),
    "remove_protocol_part": button("coordinatrice"),
    "approve_protocol_version": form("psicologa"),
    "void_protocol_version": form("coordinatrice"),
}
FUNDS = {
    "funding_line_list": listing("admin"),
    "create_funding_line": form("admin"),
    "edit_funding_line": form("admin"),
    "void_funding_line": form("admin"),
    "agree_hours": form("admin"),
    "edit_agreed_hours": form("admin"),
    "void_agreed_hours": form("admin"),
}
