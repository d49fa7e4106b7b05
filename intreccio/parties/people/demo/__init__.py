"""Loads invented families; the district's own are told in `front/web/stories`, one story a file."""

from intreccio.parties.people.demo.rows import load

__all__ = ["load"]
