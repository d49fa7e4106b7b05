"""Journeys along a path: a loss, a child looked at, a letter that went; and somebody who works, with a path of their own."""

from datetime import date
from typing import Any


def rows(since: date) -> dict[str, Any]:
    """Of who is known by a team of the district, with an account for each of its hats."""
    by = {"by": "assistente", "day": since}
    return {
        "paths": [
            {"key": "pg_loss", "household": "pg_full", "text": "soli-mai-2", "zero": since, "begun": since, "loss": "death",
             "contact": "assistente",
             "checks": [{**by, "item": "told", "person": "pg_child", "words": "La zia, con parole sue."}],
             "letters": [{**by, "letter": "near", "words": "Ci dispiace. Giulia"},
                         {**by, "letter": "how_are_you", "words": "Come state? Giulia", "answered": since}]},
        ],
        "worker_paths": [
            {"key": "pg_worker", "user": "assistente", "text": "soli-mai-2", "zero": since, "begun": since, "loss": "death",
             "readers": ["educatrice"], "marks": [{**by, "step": "be_there", "words": "Un caffè."}]},
        ],
    }  # fmt: skip
