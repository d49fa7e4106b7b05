"""Journeys at school: a child in a class, with somebody to talk with."""

from datetime import date
from typing import Any


def rows(since: date) -> dict[str, Any]:
    """Of a family that a team of the district knows."""
    about = {"household": "pg_full", "child": "pg_child"}
    return {
        "schoolings": [
            {**about, "key": "pg_class", "cycle": "primary", "year": 3, "section": "C", "at": "scuola_tigli", "since": since}
        ],
        "school_contacts": [
            {"schooling": "pg_class", "name": "Berta Maestra", "email": "berta@example.org", "note": "Il martedì"}
        ],
    }  # fmt: skip
