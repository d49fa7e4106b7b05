"""Loads invented assessments and sheets, children listened to; those of the district are told in `front/web/stories/assessed.py`."""

from typing import Any

from intreccio.families.assessments.demo import listening, rows, sheets

__all__ = ["load"]


def load(world: dict[str, Any]) -> None:
    """Assessments first, then what the team chose of the library."""
    rows.load(world)
    sheets.load(world)
    listening.load(world)
