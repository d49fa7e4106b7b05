"""Loads plans from a recipe of plain dictionaries (see `front/web/demo.py` for the whole)."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from intreccio.families.plans.demo.paths import load_paths
from intreccio.families.plans.demo.signed import imprints, load_marks, mark_key
from intreccio.ground.kernel.bulk import Row, copy_rows
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.organisations.demo.principles import looked

World = dict[str, Any]


def load(world: World) -> None:
    """Keys `plans`, `goals`, `goal_links`, `goal_scores`, `resources`, `plan_actions`, `disagreements`, `acceptances`, `proposals`,
    `plan_principles`, `paths`."""
    team_of = {row["key"]: key_for("team", row["team"]) for row in world.get("households", [])}

    def copy(table: str, name: str, columns: Callable[[Row], Row]) -> None:
        copy_rows(
            f"plans_{table}", ({**_of_family(row, team_of), **columns(row)} for row in world.get(name, []))
        )

    copy("plan", "plans", _plan)
    copy("goal", "goals", _goal)
    copy("goallink", "goal_links", _link)
    copy("goalscore", "goal_scores", _score)
    copy("familyresource", "resources", _resource)
    copy("planaction", "plan_actions", _action)
    copy("disagreement", "disagreements", _disagreement)
    copy_rows("plans_planprinciples", (_principles(row, team_of) for row in world.get("plan_principles", [])))
    load_marks(world)
    words = imprints(world)
    copy("acceptance", "acceptances", lambda row: _acceptance(row, words))
    copy_rows("plans_actionproposal", (_proposal(row, team_of) for row in world.get("proposals", [])))
    load_paths(world, team_of)


def _of_family(row: Row, team_of: dict[str, UUID]) -> Row:
    voided = row.get("voided", "")
    return {
        "household_id": key_for("household", row["household"]),
        "team_id": team_of[row["household"]],
        "voided_at": now() if voided else None,
        "voided_by": None,
        "void_reason": voided,
    }


def _key(kind: str, name: str | None) -> UUID | None:
    return key_for(kind, name) if name else None


def _plan(row: Row) -> Row:
    return {
        "id": key_for("plan", row["key"]),
        "version": 1,
        "case_id": key_for("case", row["case"]),
        "number": row["number"],
        "state": row["state"],
        "replaces_id": _key("plan", row.get("replaces")),
        "begun_on": row["begun"],
        "in_force_since": row.get("in_force"),
        "ended_on": row.get("ended"),
        "review_on": row.get("review"),
        "review_where": row.get("where", ""),
        "without_reason": row.get("without", ""),
        "unheard_reason": row.get("unheard", ""),
        "one_side_reason": row.get("one_side", ""),
    }


def _goal(row: Row) -> Row:
    return {
        "id": key_for("goal", row["key"]),
        "version": 1,
        "plan_id": key_for("plan", row["plan"]),
        "carried_from_id": _key("goal", row.get("carried_from")),
        "origin": key_for("goal", row.get("origin") or row["key"]),
        "order": row["order"],
        "side": row["side"],
        "strand": row["strand"],
        "person_id": _key("person", row.get("person")),
        "need_code": row.get("need", ""),
        "look": row.get("look", ""),
        "title": row["title"],
        "why": row.get("why", ""),
        "steps": list(row["steps"]),
        "start": row["start"],
        "aim": row.get("aim", 0),
        "child_words": row.get("child_words", ""),
        "picture": row.get("picture", ""),
        "goal_families": list(row.get("families", ())),
        "own_time": row.get("own_time", ""),
    }


def _link(row: Row) -> Row:
    return {
        "id": key_for("goallink", row["child"], row["parent"]),
        "plan_id": key_for("plan", row["plan"]),
        "child_goal_id": key_for("goal", row["child"]),
        "parent_goal_id": key_for("goal", row["parent"]),
        "words": row.get("words", ""),
    }


def _score(row: Row) -> Row:
    return {
        "id": key_for("goalscore", row["goal"], str(row["day"])),
        "goal_id": key_for("goal", row["goal"]),
        "level": row["level"],
        "day": row["day"],
        "words": row.get("words", ""),
        "at_review": row.get("at_review", False),
        "by_id": _key("membership", row.get("by")),
    }


def _action(row: Row) -> Row:
    return {
        "id": key_for("planaction", row["key"]),
        "version": 1,
        "goal_id": key_for("goal", row["goal"]),
        "what": row["what"],
        "person_id": _key("person", row.get("person")),
        "worker_id": _key("membership", row.get("worker")),
        "service_id": _key("service", row.get("service")),
        "somebody": row.get("somebody", ""),
        "by_when": row.get("by_when"),
        "rhythm": row.get("rhythm", ""),
        "state": row.get("state", "to_do"),
        "state_since": row.get("done") or row["day"],
        "carried_from_id": _key("planaction", row.get("carried_from")),
        "resource_id": _resource_key(row["household"], row["leans_on"]) if row.get("leans_on") else None,
    }


def _resource_key(household: str, what: str) -> UUID:
    return key_for("resource", household, what)


def _resource(row: Row) -> Row:
    return {
        "id": _resource_key(row["household"], row["what"]),
        "version": 1,
        "person_id": _key("person", row.get("person")),
        "somebody": row.get("somebody", ""),
        "kind": row["kind"],
        "what": row["what"],
        "since": row["day"],
        "until": row.get("until"),
    }


def _disagreement(row: Row) -> Row:
    return {
        "id": key_for("disagreement", row["plan"], row.get("person") or row["somebody"]),
        "version": 1,
        "plan_id": key_for("plan", row["plan"]),
        "person_id": _key("person", row.get("person")),
        "somebody": row.get("somebody", ""),
        "words": row["words"],
        "team_thinks": row.get("team_thinks", ""),
        "how_we_go_on": row.get("how", ""),
        "said_on": row["day"],
        "settled_on": row.get("settled"),
        "settled_how": row.get("settled_how", ""),
        "shared": row.get("shared", False),
    }


UNSIGNED: Row = {"imprint": "", "form": "", "covers": []}


def _acceptance(row: Row, words: Mapping[str, Row]) -> Row:
    return {
        "id": key_for("acceptance", row["plan"], row.get("person") or row.get("worker") or row["somebody"]),
        "plan_id": key_for("plan", row["plan"]),
        "person_id": _key("person", row.get("person")),
        "worker_id": _key("membership", row.get("worker")),
        "somebody": row.get("somebody", ""),
        "how": row["how"],
        "day": row["day"],
        "reservation": row.get("reservation", ""),
        "reservation_shared": row.get("shared", False),
        "gone": "withdrawn" if row.get("voided") else "",
        "mark_id": mark_key(row) if row.get("mark") else None,
        **(words[row["plan"]] if row.get("imprinted") else UNSIGNED),
        "listened_by_id": _key("membership", row.get("listener")),
        "written_by_id": _key("membership", row.get("by")),
    }


def _proposal(row: Row, team_of: dict[str, UUID]) -> Row:
    return {
        "id": key_for("proposal", row["decision"]),
        "version": 1,
        "household_id": key_for("household", row["household"]),
        "team_id": team_of[row["household"]],
        "case_id": key_for("case", row["case"]),
        "decision_id": key_for("conference_decision", row["decision"]),
        "state": row.get("state", "waiting"),
        "action_id": _key("planaction", row.get("action")),
        "reason": row.get("reason", ""),
        "settled_on": row.get("settled"),
    }


def _principles(row: Row, team_of: dict[str, UUID]) -> Row:
    return {
        "household_id": key_for("household", row["household"]),
        "team_id": team_of[row["household"]],
        **looked(row, "plan"),
    }
