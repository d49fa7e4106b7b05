"""This area's share of the invented district; the lines themselves are told in `front/web/stories/supported.py`."""

from intreccio.families.diary.demo.rows import load

__all__ = ["load"]
