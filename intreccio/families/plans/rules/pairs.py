"""Goals laid out in two columns, those that hold each other side by side."""

from collections.abc import Collection, Sequence
from uuid import UUID

Line = tuple[UUID | None, UUID | None]


def pairs(
    children: Sequence[UUID], parents: Sequence[UUID], links: Collection[tuple[UUID, UUID]]
) -> list[Line]:
    """Every goal on one line, in its order; beside a child's goal the first of the parents' it holds that is still free.

    Those that hold nobody stand alone, after the others.
    """
    free = list(parents)
    together: list[Line] = []
    alone: list[Line] = []
    for child in children:
        beside = next((parent for parent in free if (child, parent) in links), None)
        if beside is None:
            alone.append((child, None))
        else:
            free.remove(beside)
            together.append((child, beside))
    return [*together, *alone, *((None, parent) for parent in free)]
