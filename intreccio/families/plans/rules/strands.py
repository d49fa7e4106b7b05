"""The four strands of two-generation work."""

from collections.abc import Iterable

from intreccio.families.plans.vocabulary import Strand


def strands_held(of_goals: Iterable[str], *, has_keeper: bool) -> set[str]:
    """Those that hold something; services are held together also by whoever answers for the family."""
    return set(of_goals) | ({Strand.TOGETHER.value} if has_keeper else set())
