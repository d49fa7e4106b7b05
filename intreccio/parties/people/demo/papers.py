"""Documents of an invented world: their files are drawn here, sealed as any other, and lie where their rows say."""

import hashlib
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

from intreccio.ground.kernel.bulk import Row, copy_rows
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for
from intreccio.workshop.documents.files import pdf, shelf
from intreccio.workshop.documents.rules import media_type_of

LETTER = "parties/people/demo/letter.typ"
SKY, GRASS, WALL, ROOF = "#cfe6f5", "#9cc98a", "#f2d9b1", "#c4552d"


def load_documents(world: dict[str, Any], team_of: dict[str, Any]) -> None:
    """Key `documents`: household, kind, title, day, person, note; `words` for a letter, none for a drawing."""
    made = [(row, _file(row)) for row in world.get("documents", [])]
    for row, content in made:
        shelf.put(_name(row), content)
    copy_rows("documents_document", (_document(row, content) for row, content in made))
    copy_rows("people_familydocument", _rows(world, team_of))


def _key(kind: str, row: Row) -> Any:
    return key_for(kind, row["household"], row["title"])


def _name(row: Row) -> str:
    return hashlib.sha256(f"{row['household']}/{row['title']}".encode()).hexdigest()


def _document(row: Row, content: bytes) -> Row:
    return {
        "id": _key("document", row),
        "name": _name(row),
        "media_type": media_type_of(content),
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "added_at": now(),
        "added_by": key_for("membership", row["by"]) if row.get("by") else None,
    }


def _rows(world: dict[str, Any], team_of: dict[str, Any]) -> Iterator[Row]:
    for row in world.get("documents", []):
        is_void = bool(row.get("voided"))
        yield {
            "id": _key("family_document", row),
            "version": 1,
            "voided_at": now() if is_void else None,
            "voided_by": key_for("membership", row["voided_by"]) if row.get("voided_by") else None,
            "void_reason": row.get("voided", ""),
            "household_id": key_for("household", row["household"]),
            "team_id": team_of[row["household"]],
            "document_id": _key("document", row),
            "kind": row["kind"],
            "title": row["title"],
            "day": row["day"],
            "person_id": key_for("person", row["person"]) if row.get("person") else None,
            "note": row.get("note", ""),
        }


def _file(row: Row) -> bytes:
    return _letter(row["title"], row["words"]) if row.get("words") else _drawing()


@cache
def _letter(title: str, words: str) -> bytes:
    return pdf(LETTER, {"words": words}, title=title)


@cache
def _drawing() -> bytes:
    """A house with the sun, as a child draws it."""
    picture = Image.new("RGB", (900, 640), SKY)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 460, 900, 640), fill=GRASS)
    pen.ellipse((700, 40, 830, 170), fill="#f7c948")
    pen.rectangle((260, 270, 600, 540), fill=WALL, outline="#7a5a33", width=5)
    pen.polygon([(230, 270), (430, 110), (630, 270)], fill=ROOF, outline="#7a5a33", width=5)
    pen.rectangle((400, 400, 470, 540), fill="#7a5a33")
    for left in (300, 510):
        pen.rectangle((left, 320, left + 60, 380), fill=SKY, outline="#7a5a33", width=4)
    for left in (110, 160, 200):
        pen.line((left, 470, left, 560), fill="#17324d", width=6)
        pen.ellipse((left - 16, 436, left + 16, 468), outline="#17324d", width=5)
    kept = BytesIO()
    picture.save(kept, "PNG", optimize=True)
    return kept.getvalue()
