"""All that a page or a file tells of a view: kept for some minutes, in each language."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import get_language

from intreccio.evidence.impact.queries.counts import View, numbers
from intreccio.evidence.impact.queries.figures import Figure, figures
from intreccio.evidence.impact.queries.measures import Measured, measured
from intreccio.evidence.impact.queries.telling import told
from intreccio.ground.kernel.keeping import kept


@dataclass(frozen=True, slots=True)
class Board:
    """Measures by the code of their indicator, three sentences, and what is drawn."""

    measured: dict[str, Measured]
    sentences: list[tuple[str, str]]
    figures: dict[str, Figure | None]

    @property
    def is_empty(self) -> bool:
        """True where nothing may be told. What is offered is there always, and is not counted here."""
        others = (each for code, each in self.measured.items() if code != "needs")
        asked = any(row.values[0] for row in self.measured["needs"].rows)
        return not asked and all(each.is_empty for each in others)


def board(view: View, *, own: UUID | None) -> Board:
    """For somebody whose own body is `own`, if they lead one."""
    return _board(view, own, get_language() or "")


@kept
def _board(view: View, own: UUID | None, _language: str) -> Board:
    found = numbers(view, own=own)
    every = measured(found)
    return Board(every, told(found, every), figures(found, every))
