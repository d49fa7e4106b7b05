"""Loads children listened to and what they drew: keys `listenings`, `child_drawings`."""

import hashlib
from typing import Any

from psycopg.types.json import Jsonb

from intreccio.families.assessments.demo.drawn import picture
from intreccio.families.assessments.demo.rows import family_of, key_of, team_of, voided_of
from intreccio.families.assessments.queries.questions import questions_of
from intreccio.ground.kernel.bulk import Row, copy_rows
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for
from intreccio.workshop.documents.files import shelf
from intreccio.workshop.documents.rules import media_type_of

World = dict[str, Any]


def load(world: World) -> None:
    """Each listening; each drawing with its sealed file."""
    teams, drawings = team_of(world), world.get("child_drawings", [])
    copy_rows("assessments_listening", (_listening(row, teams) for row in world.get("listenings", [])))
    if drawings:
        for row in drawings:
            shelf.put(_name(row), _picture(row))
        copy_rows("documents_document", map(_document, drawings))
    copy_rows("assessments_childdrawing", (_drawing(row, teams) for row in drawings))


def _listening(row: Row, teams: dict[str, Any]) -> Row:
    found = questions_of(row.get("band", ""))
    answers = row.get("answers", {})
    return {
        "id": key_for("listening", row["key"]),
        "version": 1,
        **voided_of(row),
        **family_of(row, teams),
        "assessment_id": key_of("assessment", row.get("assessment")),
        "person_id": key_for("person", row["person"]),
        "heard_on": row["heard"],
        "heard_by_id": None if row.get("listener") else key_of("membership", row.get("by")),
        "listener": row.get("listener", ""),
        "seen": row.get("seen", ""),
        "place": row.get("place", "home"),
        "alone": not row.get("others"),
        "others": row.get("others", ""),
        "band": row.get("band", ""),
        "face": row.get("face", ""),
        "answers": Jsonb(
            [
                {"code": each.code, "asked": each.text, "words": answers[each.code]}
                for each in (found.questions if found else ())
                if each.code in answers
            ]
        ),
    }


def _drawing(row: Row, teams: dict[str, Any]) -> Row:
    return {
        "id": key_for("child_drawing", row["key"]),
        "version": 1,
        **voided_of(row),
        **family_of(row, teams),
        "listening_id": key_for("listening", row["listening"]),
        "document_id": key_for("drawn_document", row["key"]),
        "title": row.get("title", ""),
        "words": row.get("words", ""),
        "shared": row.get("shared", False),
        "heard_by_id": key_of("membership", row.get("by")),
        "reference_id": key_of("membership", row.get("reference")),
    }


def _document(row: Row) -> Row:
    content = _picture(row)
    return {
        "id": key_for("drawn_document", row["key"]),
        "name": _name(row),
        "media_type": media_type_of(content),
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "added_at": now(),
        "added_by": key_of("membership", row.get("by")),
    }


def _name(row: Row) -> str:
    return hashlib.sha256(f"child drawing/{row['key']}".encode()).hexdigest()


def _picture(row: Row) -> bytes:
    return picture(row.get("drawn", "house"))
