"""Invented referrals."""

from intreccio.families.referrals.demo.rows import load

__all__ = ["load"]
