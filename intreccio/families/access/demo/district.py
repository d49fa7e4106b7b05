"""Worries and conversations that are about nobody yet, in every state and at every desk.

Those about a family are told in its story (`front/web/stories`), which also numbers all of them by time.
"""

from datetime import date

from intreccio.families.access.demo import conversations, elsewhere, rozzano
from intreccio.ground.kernel.bulk import Row


def recipe(today: date) -> dict[str, list[Row]]:
    """Signals by key, with their sender, steps and words; contacts."""
    return {
        "signals": [*rozzano.worries(today), *elsewhere.worries(today)],
        "contacts": conversations.heard(today),
    }
