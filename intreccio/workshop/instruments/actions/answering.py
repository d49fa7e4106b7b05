"""What somebody answers. Whom it is about, who may, and the event of it are the business of the area above."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.refused import refuse_if
from intreccio.workshop.instruments.models import Instrument, Response
from intreccio.workshop.instruments.rules.scoring import (
    labels_of,
    scores_of,
    unexplained,
    why_not_answers,
    why_not_words,
)


@dataclass(frozen=True, slots=True)
class Told:
    """What was told: answers, facts by section, and why a section was left empty."""

    answers: Mapping[str, int] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    left_empty: Mapping[str, str] = field(default_factory=dict)


def begin_response(instrument: Instrument) -> Response:
    """An empty response to an edition."""
    response = Response(instrument=instrument)
    response.save(force_insert=True)
    return response


def write_response(instrument: Instrument, told: Told) -> Response:
    """A whole response at once, of somebody who does not come back to it: what was left blank stays blank.

    Raises Refused where an answer is none of this instrument's.
    """
    definition = instrument.definition
    refuse_if(
        why_not_answers(definition, told.answers) or why_not_words(definition, told.words), code="not_asked"
    )
    response = Response(
        instrument=instrument, answers=dict(told.answers), labels=labels_of(definition, told.answers),
        words=dict(told.words), left_empty=dict(told.left_empty), scores=scores_of(definition, told.answers), finished_at=now(),
    )  # fmt: skip
    response.save(force_insert=True)
    return response


def answer(response: Response, told: Told, *, version: int) -> bool:
    """Writes what was told over a response read at `version`; True where nothing is missing any more.

    Raises Changed where somebody else wrote first, Refused where an answer is none of this instrument's.
    """
    definition = response.instrument.definition
    refuse_if(
        why_not_answers(definition, told.answers) or why_not_words(definition, told.words), code="not_asked"
    )
    finished = not unexplained(definition, told.answers, told.left_empty)
    write_over(
        response, version=version, answers=dict(told.answers), labels=labels_of(definition, told.answers), words=dict(told.words),
        left_empty=dict(told.left_empty), scores=scores_of(definition, told.answers),
        finished_at=now() if finished else None,
    )  # fmt: skip
    return finished
