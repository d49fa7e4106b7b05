"""A checklist that is whole, as columns. Of what, who may, and the event of it are the business of the area above."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from intreccio.ground.kernel.refused import refuse_if
from intreccio.workshop.instruments.models import Instrument
from intreccio.workshop.instruments.rules.checklist import read, why_not_check


@dataclass(frozen=True, slots=True)
class Filled:
    """What was answered, and who looks again when."""

    instrument: Instrument
    answers: Mapping[str, int]
    words: Mapping[str, str]
    again_on: date | None = None
    again_by: UUID | None = None

    @property
    def codes(self) -> dict[str, Any]:
        """As its event says it: which edition, and the parts where something is missing."""
        parts = read(self.instrument.definition, self.answers, self.words)
        return {"edition": self.instrument.pk, "missing": [part.code for part in parts if part.gaps]}


def columns_of(filled: Filled, *, today: date) -> dict[str, Any]:
    """The columns of a look on this day. Raises Refused where a question has no answer, or an answer no words."""
    definition = filled.instrument.definition
    refuse_if(
        why_not_check(definition, filled.answers, filled.words, again_on=filled.again_on, today=today),
        code="not_whole",
    )
    return {
        "instrument": filled.instrument,
        "answers": dict(filled.answers),
        "words": {code: said.strip() for code, said in filled.words.items() if said.strip()},
        "day": today,
        "again_on": filled.again_on,
        "again_by_id": filled.again_by,
    }
