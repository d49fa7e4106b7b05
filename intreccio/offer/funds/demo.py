"""Two lines of money in the invented district, and the hours agreed on them."""

from datetime import date, timedelta
from typing import Any

from intreccio.ground.kernel.bulk import Row, copy_rows
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for

World = dict[str, Any]
SINCE = 730  # as everybody at work
# key, code, name, who answers, funder, in words, purpose, days from the beginning to the end
LINES = (
    (
        "fili",
        "FILI-1",
        "Fili di casa",
        "telaio",
        None,
        "Fondazione Campo Lungo",
        "Accompagnare famiglie con bambini piccoli",
        1460,
    ),
    (
        "piano",
        "PZ-2026",
        "Piano di zona",
        "comune_rozzano",
        "comune_rozzano",
        "",
        "Servizio sociale professionale per i minori",
        None,
    ),
)
# team, membership, line, hours
HOURS = (
    ("equipe_nord", "coordinatrice", "fili", "12"),
    ("equipe_nord", "assistente", "piano", "18"),
    ("equipe_nord", "educatrice", "fili", "24"),
    ("equipe_nord", "educatrice", "piano", "6"),
    ("equipe_nord", "psicologa", "fili", "7.5"),
    ("equipe_est", "davide", "fili", "20"),
    ("equipe_sud", "sara", "fili", "30"),
)


def recipe(today: date) -> dict[str, list[Row]]:
    """As they stand on `today`; of Awa Diop nothing is written yet."""
    since = today - timedelta(days=SINCE)
    return {
        "funding_lines": [
            {
                "key": key, "code": code, "name": name, "organisation": body, "funder": funder, "funder_words": words,
                "purpose": purpose, "since": since, "until": since + timedelta(days=days) if days else None,
            }
            for key, code, name, body, funder, words, purpose, days in LINES
        ],
        "agreed_hours": [
            {"team": team, "membership": membership, "line": line, "hours": hours, "since": since,
             "until": since + timedelta(days=1460) if line == "fili" else None}
            for team, membership, line, hours in HOURS
        ],
    }  # fmt: skip


def load(world: World) -> None:
    """Keys `funding_lines` and `agreed_hours`."""
    copy_rows("funds_fundingline", map(_line, world.get("funding_lines", [])))
    places = {(row["team"], row["membership"]): row for row in world.get("team_memberships", [])}
    copy_rows("funds_agreedhours", (_hours(row, places) for row in world.get("agreed_hours", [])))


def _standing(row: Row) -> Row:
    voided = row.get("voided", "")
    return {
        "version": 1,
        "voided_at": now() if voided else None,
        "voided_by": None,
        "void_reason": voided,
        "since": row["since"],
        "until": row.get("until"),
    }


def _line(row: Row) -> Row:
    return {
        "id": key_for("funding_line", row["key"]),
        **_standing(row),
        "organisation_id": key_for("organisation", row["organisation"]),
        "code": row["code"],
        "name": row["name"],
        "funder_id": key_for("organisation", row["funder"]) if row.get("funder") else None,
        "funder_words": row.get("funder_words", ""),
        "purpose": row["purpose"],
    }


def _hours(row: Row, places: dict[tuple[str, str], Row]) -> Row:
    place = places[row["team"], row["membership"]]
    return {
        "id": key_for("agreed_hours", row["team"], row["membership"], row["line"]),
        **_standing(row),
        "place_id": key_for("team_membership", row["team"], row["membership"], str(place["since"])),
        "line_id": key_for("funding_line", row["line"]),
        "hours": row["hours"],
    }
