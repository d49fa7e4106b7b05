"""Journeys at school: a child in a class, with somebody to talk with."""

from datetime import date, timedelta
from typing import Any


def rows(since: date) -> dict[str, Any]:
    """Of a family that a team of the district knows."""
    about = {"household": "pg_full", "child": "pg_child"}
    left = {"household": "pg_closed", "child": "pg_pupil"}
    return {
        "persons": [{"key": "pg_pupil", "given": "Ottavia", "family": "Arrivederci", "birth": date(since.year - 14, 3, 3)}],
        "homes": [{"household": "pg_closed", "person": "pg_pupil", "role": "child", "since": since}],
        "school_paths": [
            {**left, "key": "pg_school", "text": "soli-mai-scuola-1", "zero": since, "begun": since, "loss": "death",
             "contact": "assistente", "marks": [{"step": "place", "by": "assistente", "day": since, "words": "La biblioteca."}]},
        ],
        "schoolings": [
            {**left, "key": "pg_left", "cycle": "lower", "year": 2, "school": "Media di via Po", "since": since,
             "until": since + timedelta(days=40), "ending": "left"},
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
