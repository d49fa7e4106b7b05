"""Loads invented cases; those of the district are told in `front/web/stories`, with the rest of each family's story."""

from intreccio.families.cases.demo.rows import load

__all__ = ["load"]
