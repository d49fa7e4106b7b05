"""Journeys at school: a child in a class, with somebody to talk with."""

from datetime import date, timedelta
from typing import Any


def rows(since: date) -> dict[str, Any]:
    """Of a family that a team of the district knows."""
    about = {"household": "pg_full", "child": "pg_child"}
    return {
        "schoolings": [
            {**about, "key": "pg_class", "cycle": "primary", "year": 3, "section": "C", "at": "scuola_tigli", "since": since}
        ],
        "school_sheets": [
            {"key": "pg_seen", "schooling": "pg_class", "teacher": "Berta Maestra", "asked": since, "answered": since,
             "by": "assistente", "name": "Zeno", "answers": {"able": 3, "friend": 2, "tired": 2, "place": 3},
             "words": {"strong": "Disegna benissimo.", "hard": "Il lunedì arriva senza merenda."}},
            {"key": "pg_asked", "schooling": "pg_class", "teacher": "Berta Maestra", "asked": since + timedelta(days=89),
             "by": "assistente", "name": "Zeno"},
        ],
        "school_plans": [
            {**about, "key": "pg_pdp", "kind": "pdp", "year": since.year - 1, "signed": since, "agreed": "Tempi lunghi, mappe."},
        ],
        "school_contacts": [
            {"schooling": "pg_class", "name": "Berta Maestra", "email": "berta@example.org", "note": "Il martedì"}
        ],
    }  # fmt: skip
