"""In the invented district: who approved the shipped texts, and what a coordinator is preparing."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db import connections

from intreccio.ground.kernel.bulk import KEEPER, Row, copy_rows
from intreccio.ground.kernel.keys import key_for
from intreccio.workshop.protocols.actions.library import editions
from intreccio.workshop.protocols.rules.parts import part_of, with_part

SOONER = "Una telefonata o due righe nel primo giorno, senza domande: «Ho saputo. Ci sono. Ti richiamo giovedì». Poi si richiama davvero."
OURS = {
    "code": "new-1",
    "track": "others",
    "kind": "step",
    "when": ["2m", "3m"],
    "role": "educator",
    "title": "Il pranzo in cortile",
    "text": "Una domenica al mese si mangia insieme nel cortile della cooperativa. Chi viene porta qualcosa, anche solo le sedie.",
}


def recipe(today: date) -> dict[str, list[Row]]:
    """Every shipped text approved by the psychologist; a draft of SOLI MAI; the cooperative's own way of coming to the home."""
    at = datetime.combine(today - timedelta(days=200), time(10), UTC)
    signed = {"by": "psicologa", "as": "psychologist", "at": at}
    telaio = {"protocol": "telaio_casa", "text": "a-casa-con-sostegno-1", "authors": ["coordinatrice"]}
    return {
        # The newer editions came later, and whoever had begun goes on with the words of then.
        "protocol_approvals": [
            {**signed, "at": at + timedelta(days=170 * (edition - 1)), "shipped": f"{code}-{edition}"}
            for code, edition, _ in editions()
        ],
        "protocols": [{"key": "telaio_casa", "code": "a-casa-con-sostegno", "organisation": "telaio"}],
        "protocol_versions": [
            {**telaio, "key": "telaio_casa-1", "number": 1, "at": at, "approved": {**signed, "at": at + timedelta(days=4)}},
            {**telaio, "key": "telaio_casa-2", "number": 2, "at": at + timedelta(days=90), "parts": [("steps", OURS)],
             "approved": {**signed, "at": at + timedelta(days=95)}},
            {"key": "soli_mai-3", "of": "soli-mai", "text": "soli-mai-2", "number": 3, "authors": ["coordinatrice"],
             "at": at + timedelta(days=190), "words": [("steps", "be_there", {"when": ["0d", "1d"], "text": SOONER})]},
        ],
    }  # fmt: skip


def load(world: dict[str, Any]) -> None:
    """Protocols of bodies, versions, and approvals of what came with the programme."""
    copy_rows("protocols_protocol", map(_protocol, world.get("protocols", [])))
    if rows := world.get("protocol_versions", []):
        texts = {f"{code}-{edition}": text for code, edition, text in editions()}
        copy_rows("protocols_protocolversion", [_version(row, texts) for row in rows])
    with connections[KEEPER].cursor() as cursor:
        for row in world.get("protocol_approvals", []):
            cursor.execute(
                "UPDATE protocols_protocolversion SET approved_at = %s, approved_by_id = %s, approved_as = %s WHERE shipped = %s",
                [*_signed(row).values(), row["shipped"]],
            )


def _protocol(row: Row) -> Row:
    return {
        "id": key_for("protocol", row["key"]),
        "code": row["code"],
        "organisation_id": key_for("organisation", row["organisation"]),
    }


def _version(row: Row, texts: Mapping[str, Any]) -> Row:
    return {
        "id": key_for("protocol_version", row["key"]),
        "version": 1,
        "protocol_id": key_for("protocol", row["protocol"]) if "protocol" in row else _of_network(row["of"]),
        "number": row["number"],
        "definition": _text(row, texts[row["text"]]),
        "shipped": "",
        "base_id": None,
        "authors": [key_for("user", each) for each in row["authors"]],
        "written_at": row["at"],
        **_signed(row.get("approved")),
        "voided_at": row["at"] if row.get("voided") else None,
        "voided_by": None,
        "void_reason": row.get("voided", ""),
    }


def _text(row: Row, text: dict[str, Any]) -> dict[str, Any]:
    """A shipped text with `parts` of its own, and other `words` in some of its parts."""
    for kind, part in row.get("parts", []):
        text = with_part(text, kind, part)
    for kind, code, words in row.get("words", []):
        text = with_part(text, kind, {**(part_of(text, kind, code) or {}), **words})
    return text


def _signed(row: Row | None) -> Row:
    if row is None:
        return {"approved_at": None, "approved_by_id": None, "approved_as": ""}
    return {
        "approved_at": row["at"],
        "approved_by_id": key_for("user", row["by"]),
        "approved_as": row["as"],
    }


def _of_network(code: str) -> Any:
    with connections[KEEPER].cursor() as cursor:
        cursor.execute(
            "SELECT id FROM protocols_protocol WHERE code = %s AND organisation_id IS NULL", [code]
        )
        return cursor.fetchone()[0]
