"""Two versions of a plan laid side by side: what stayed, what changed and in which words, what came, what was left."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from intreccio.families.plans.vocabulary import ActionState, Became, Change
from intreccio.ground.kernel.beside import Wording, pieces

Pair = tuple[UUID, UUID]


class Task(NamedTuple):
    """Something to do, as one version has it; `root` is what it was where it was first written."""

    root: UUID
    what: str
    who: str
    state: str


@dataclass(frozen=True, slots=True)
class Stood:
    """A goal as one version has it; `origin` is the same in every version, `texts` are all that one reads of it."""

    origin: UUID
    texts: Mapping[str, str]
    tasks: Sequence[Task] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """A goal in both versions, or in the one that has it."""

    change: Change
    old: Stood | None
    new: Stood | None
    wordings: list[Wording] = field(default_factory=list)
    tasks: list[tuple[Became, Task]] = field(default_factory=list)

    @property
    def origin(self) -> UUID:
        """Which goal it is."""
        return next(goal.origin for goal in (self.new, self.old) if goal)


def compare(old: Sequence[Stood], new: Sequence[Stood]) -> list[Compared]:
    """Every goal of either version once: those of the new one in its order, then those that were left."""
    before, after = ({goal.origin: goal for goal in goals} for goals in (old, new))
    return [_beside(before.get(key), after.get(key)) for key in {**after, **before}]


def _beside(old: Stood | None, new: Stood | None) -> Compared:
    tasks = became(old.tasks if old else (), new.tasks if new else ())
    if old is None or new is None:
        return Compared(Change.ADDED if old is None else Change.LEFT, old, new, [], tasks)
    labels = dict.fromkeys((*old.texts, *new.texts))
    texts = [(label, old.texts.get(label, ""), new.texts.get(label, "")) for label in labels]
    changed = [Wording(label, *pieces(was, now)) for label, was, now in texts if was.split() != now.split()]
    return Compared(Change.CHANGED if changed else Change.KEPT, old, new, changed, tasks)


ENDED = {ActionState.DONE.value: Became.FINISHED, ActionState.DROPPED.value: Became.DROPPED}


def became(old: Iterable[Task], new: Iterable[Task]) -> list[tuple[Became, Task]]:
    """Every action of either version once, and what became of it."""
    before, after = ({task.root: task for task in tasks} for tasks in (old, new))
    return [
        (_of_task(before.get(key), after.get(key)), after.get(key) or before[key])
        for key in {**after, **before}
    ]


def _of_task(old: Task | None, new: Task | None) -> Became:
    if old is None:
        return Became.ADDED
    if new is None:
        return ENDED.get(old.state, Became.GONE)
    return Became.CARRIED if new.state == old.state else ENDED.get(new.state, Became.CARRIED)


def tied(old: Iterable[Pair], new: Iterable[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Pairs of goals that hold each other since the new version, and those that no longer do."""
    before, after = dict.fromkeys(old), dict.fromkeys(new)
    return [each for each in after if each not in before], [each for each in before if each not in after]
