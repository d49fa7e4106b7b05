"""Loads invented plans; those of the district are told in `front/web/stories/planned.py`."""

from intreccio.families.plans.demo.rows import load

__all__ = ["load"]
