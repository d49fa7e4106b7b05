"""Loads an invented network from a recipe of plain dictionaries (see `front/web/demo.py` for the whole)."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.hashers import make_password

from intreccio.ground.kernel.bulk import Row, copy_rows
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.text import normalise
from intreccio.parties.organisations.demo import strategy
from intreccio.parties.organisations.demo.principles import looked

World = dict[str, Any]


def load(world: World) -> None:
    """Users, bodies, sites, projects, teams with their planned composition, hats."""
    copy_rows("accounts_colleague", map(_colleague, world.get("users", [])))
    copy_rows("accounts_user", map(_user, world.get("users", [])))
    copy_rows("organisations_organisation", map(_organisation, world.get("organisations", [])))
    copy_rows("organisations_site", map(_site, world.get("sites", [])))
    copy_rows("organisations_project", map(_project, world.get("projects", [])))
    copy_rows("organisations_team", map(_team, world.get("teams", [])))
    copy_rows("organisations_teampost", _posts(world))
    copy_rows("organisations_membership", map(_membership, world.get("memberships", [])))
    copy_rows("organisations_projectprinciples", map(_principles, world.get("project_principles", [])))
    copy_rows("organisations_teammembership", map(_team_membership, world.get("team_memberships", [])))
    copy_rows("organisations_invitation", map(_invitation, world.get("invitations", [])))
    strategy.load(world)


def _colleague(user: Row) -> Row:
    return {"id": key_for("user", user["key"]), "name": user["name"], "is_active": True}


def _user(user: Row) -> Row:
    # A user of the recipe without a password cannot sign in: «!» is Django's mark of an unusable one.
    password = make_password(user["password"]) if user.get("password") else "!"
    return {
        "id": key_for("user", user["key"]),
        "email": user["email"],
        "password": password,
        "date_joined": now(),
    }


def _organisation(body: Row) -> Row:
    return {
        "id": key_for("organisation", body["key"]),
        "version": 1,
        "name": body["name"],
        "search_name": normalise(body["name"]),
        "standing": body["standing"],
        "kind": body["kind"],
        "fiscal_code": body.get("fiscal_code", ""),
        "municipality_code": body.get("municipality", ""),
        "email": body.get("email", ""),
        "phone": body.get("phone", ""),
        "website": "",
        "about": body.get("about", ""),
    }


def _site(site: Row) -> Row:
    return {
        "id": key_for("site", site["key"]),
        "version": 1,
        "organisation_id": key_for("organisation", site["organisation"]),
        "name": site["name"],
        "address": site.get("address", ""),
        "postal_code": site.get("postal_code", ""),
        "municipality_code": site.get("municipality", ""),
    }


def _project(project: Row) -> Row:
    return {
        "id": key_for("project", project["key"]),
        "version": 1,
        "name": project["name"],
        "lead_id": key_for("organisation", project["lead"]),
        "starts": project["starts"],
        "ends": project.get("ends"),
        "about": project.get("about", ""),
    }


def _team(team: Row) -> Row:
    return {
        "id": key_for("team", team["key"]),
        "version": 1,
        "name": team["name"],
        "kind": team["kind"],
        "organisation_id": key_for("organisation", team["organisation"]),
        "project_id": key_for("project", team["project"]) if team.get("project") else None,
        "municipality_codes": list(team.get("municipalities", [])),
        "is_default_desk": team.get("default", False),
    }


def _posts(world: World) -> Iterator[Row]:
    for team in world.get("teams", []):
        for profession, planned in team.get("posts", {}).items():
            yield {
                "id": key_for("post", team["key"], profession),
                "version": 1,
                "team_id": key_for("team", team["key"]),
                "profession": profession,
                "planned": planned,
            }


def _membership(hat: Row) -> Row:
    return {
        "id": key_for("membership", hat["key"]),
        "version": 1,
        "user_id": key_for("user", hat["user"]),
        "organisation_id": key_for("organisation", hat["organisation"]),
        "kind": hat.get("kind", "employee"),
        "role": hat["role"],
        "since": hat["since"],
        "until": hat.get("until"),
        "end_reason": hat.get("end_reason", ""),
    }


def _team_membership(place: Row) -> Row:
    return {
        "id": key_for("team_membership", place["team"], place["membership"], str(place["since"])),
        "version": 1,
        "team_id": key_for("team", place["team"]),
        "membership_id": key_for("membership", place["membership"]),
        "profession": place["profession"],
        "since": place["since"],
        "until": place.get("until"),
    }


def _invitation(asked: Row) -> Row:
    return {
        "id": key_for("invitation", asked["key"]),
        "organisation_id": key_for("organisation", asked["organisation"]),
        "email": asked["email"],
        "name": asked["name"],
        "kind": asked["kind"],
        "role": asked["role"],
        "invited_by": key_for("membership", asked["invited_by"]),
        "invited_at": asked["invited_at"],
        "accepted_at": asked.get("accepted_at"),
        "withdrawn_at": asked.get("withdrawn_at"),
    }


def _principles(row: Row) -> Row:
    return looked(row, "project")
