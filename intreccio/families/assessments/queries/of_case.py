"""The assessments of a case for a box on its page: one query, and nothing of what was said but where it stands."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from intreccio.families.assessments.vocabulary import Moment
from intreccio.families.cases.queries.cases import sees_families
from intreccio.ground.design.profile import Line
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.kernel.words import in_language


@dataclass(frozen=True, slots=True)
class Brief:
    """One moment: since when, whether closed, and a line an axis with a dot for each voice."""

    id: UUID
    moment: str
    begun_on: date
    closed_on: date | None
    scales: list[Mapping[str, Any]]
    voices: list[tuple[str, Mapping[str, float]]]

    @property
    def label(self) -> str:
        """In plain words."""
        return str(Moment(self.moment).label)

    @property
    def lines(self) -> list[Line]:
        """An axis each; all its voices on the same line, none of them the truth."""
        named = [(in_language(scale["label"]), self._numbers(scale["code"])) for scale in self.scales]
        return [Line(label, now=numbers) for label, numbers in named if numbers]

    def _numbers(self, scale: str) -> list[float]:
        return [scores[scale] for _voice, scores in self.voices if scale in scores]

    @property
    def range(self) -> tuple[int, int]:
        """The lowest and highest number of its scales."""
        return min(scale["low"] for scale in self.scales), max(scale["high"] for scale in self.scales)


# Written out: composed by the ORM this would cost more than to answer, at every opening of a case.
OF_CASE = """
    SELECT a.id, a.moment, a.begun_on, a.closed_on, i.definition -> 'scales', coalesce((
      SELECT jsonb_agg(jsonb_build_array(v.voice, r.scores) ORDER BY v.heard_on, v.id) FROM assessments_pointofview v
        JOIN instruments_response r ON r.id = v.response_id
        WHERE v.assessment_id = a.id AND v.voided_at IS NULL AND r.finished_at IS NOT NULL), '[]')
    FROM assessments_assessment a JOIN instruments_instrument i ON i.id = a.instrument_id
    WHERE a.case_id = %s AND a.voided_at IS NULL ORDER BY a.moment
"""


def briefs_of(viewer: Viewer, case_id: UUID) -> list[Brief]:
    """Every moment of a case, mistakes left out, the first one first."""
    if not sees_families(viewer):
        return []
    with connection.cursor() as cursor:
        cursor.execute(OF_CASE, [case_id])
        return [
            Brief(key, moment, begun, closed, json.loads(scales), json.loads(voices))
            for key, moment, begun, closed, scales, voices in cursor.fetchall()
        ]
