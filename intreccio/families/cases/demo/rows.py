"""Loads cases from a recipe of plain dictionaries (see `front/web/demo.py` for the whole)."""

from typing import Any

from intreccio.families.cases.demo import team
from intreccio.ground.kernel.bulk import Row, copy_rows, go_on_after
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.demo.written import family

World = dict[str, Any]


def load(world: World) -> None:
    """Cases, who works on them, their log, what was agreed for later, reports, what was set aside.

    Keys `cases`, `case_workers`, `case_steps`, `case_follow_ups`, `case_reports`, `set_asides`.
    """
    team_of = {row["key"]: key_for("team", row["team"]) for row in world.get("households", [])}
    copy_rows("cases_case", (_case(row, team_of) for row in world.get("cases", [])))
    copy_rows("cases_caseworker", (_worker(row, team_of) for row in world.get("case_workers", [])))
    copy_rows("cases_casestep", (_step(row, team_of) for row in world.get("case_steps", [])))
    copy_rows("cases_casefollowup", (_follow_up(row, team_of) for row in world.get("case_follow_ups", [])))
    copy_rows("cases_report", (_report(row, team_of) for row in world.get("case_reports", [])))
    copy_rows("cases_promptsetaside", (_set_aside(row, team_of) for row in world.get("set_asides", [])))
    team.load(world, team_of)
    go_on_after("cases_case_number", world.get("cases", []))


def _key(kind: str, name: str | None) -> Any:
    return key_for(kind, name) if name else None


def _case(row: Row, team_of: dict[str, Any]) -> Row:
    voided = row.get("voided", "")
    return {
        "id": key_for("case", row["key"]),
        "version": 1,
        "voided_at": now() if voided else None,
        "voided_by": None,
        "void_reason": voided,
        **family(row["household"], team_of),
        "code": row["code"],
        "stage": row["stage"],
        "stage_since": row["since"],
        "asked_on": row.get("asked"),
        "opened_on": row["opened"],
        "in_charge_since": row.get("in_charge"),
        "review_on": row.get("review"),
        "ended_on": row.get("ended"),
        "team_since": row.get("team_since") or row["opened"],
        "responsible_id": _key("membership", row.get("responsible")),
        "motive": row["motive"],
        "why": row.get("why", ""),
        "needs": row.get("needs", []),
        "from_contact": _key("contact", row.get("contact")),
        "from_signal": _key("signal", row.get("signal")),
    }


def _worker(row: Row, team_of: dict[str, Any]) -> Row:
    return {
        "id": key_for("case_worker", row["case"], row["membership"], str(row["since"])),
        "version": 1,
        **family(row["household"], team_of),
        "case_id": key_for("case", row["case"]),
        "membership_id": key_for("membership", row["membership"]),
        "profession": row["profession"],
        "organisation_id": key_for("organisation", row["organisation"]),
        "since": row["since"],
        "until": row.get("until"),
        "why": row.get("why", ""),
        "end_reason": row.get("end_reason", ""),
    }


def _step(row: Row, team_of: dict[str, Any]) -> Row:
    return {
        "id": key_for("case_step", row["case"], row["verb"], str(row["day"])),
        **family(row["household"], team_of),
        "case_id": key_for("case", row["case"]),
        "verb": row["verb"],
        "stage_from": row["from"],
        "stage_to": row["to"],
        "day": row["day"],
        "motive": row["motive"],
        "words": row.get("words", ""),
        "from_team_id": _key("team", row.get("from_team")),
        "to_team_id": _key("team", row.get("to_team")),
        "by_id": _key("membership", row.get("by")),
    }


def _follow_up(row: Row, team_of: dict[str, Any]) -> Row:
    voided = row.get("voided", "")
    return {
        "id": key_for("case_follow_up", row["case"], str(row["months"]), str(row["due"])),
        "version": 1,
        "voided_at": now() if voided else None,
        "voided_by": None,
        "void_reason": voided,
        **family(row["household"], team_of),
        "case_id": key_for("case", row["case"]),
        "months": row["months"],
        "due_on": row["due"],
        "what": row.get("what", ""),
        "who_id": _key("membership", row.get("who")),
        "moved_why": row.get("moved_why", ""),
        "reminded_at": row.get("reminded"),
        "done_on": row.get("done"),
        "outcome": row.get("outcome", ""),
        "words": row.get("words", ""),
    }


def _report(row: Row, team_of: dict[str, Any]) -> Row:
    """Its paper is a row of `documents` with the same title."""
    return {
        "id": key_for("report", row["case"], row["title"]),
        **family(row["household"], team_of),
        "case_id": key_for("case", row["case"]),
        "document_id": key_for("family_document", row["household"], row["title"]),
        "addressee": row["addressee"],
        "to_whom": row["to_whom"],
        "purpose": row["purpose"],
        "parts": row.get("parts", []),
        "more_reason": row.get("more_reason", ""),
        "sent_on": row["day"],
        "by_id": _key("membership", row.get("by")),
    }


def _set_aside(row: Row, team_of: dict[str, Any]) -> Row:
    """`about`: kind and key of what the prompt is about, where it is not the case."""
    voided = row.get("voided", "")
    return {
        "id": key_for("set_aside", row["case"], row["kind"], str(row["day"])),
        "voided_at": now() if voided else None,
        "voided_by": None,
        "void_reason": voided,
        **family(row["household"], team_of),
        "case_id": key_for("case", row["case"]),
        "kind": row["kind"],
        "subject_id": key_for(*row.get("about", ("case", row["case"]))),
        "as_of": row["as_of"],
        "day": row["day"],
        "reason": row["reason"],
        "words": row["words"],
        "until": row.get("until"),
        "by_id": _key("membership", row.get("by")),
    }
