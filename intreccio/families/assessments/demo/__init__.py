"""Loads invented assessments; those of the district are told in `front/web/stories/assessed.py`."""

from intreccio.families.assessments.demo.rows import load

__all__ = ["load"]
