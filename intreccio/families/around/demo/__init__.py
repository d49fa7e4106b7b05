"""This area's share of the invented district; the days themselves are told in `front/web/stories/near.py`."""

from intreccio.families.around.demo.rows import load

__all__ = ["load"]
