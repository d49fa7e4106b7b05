"""The team's board: prompts by kind, in the order of how long each has been due. Families are not ranked."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from intreccio.families.cases.queries.attention import Prompt
from intreccio.families.cases.queries.sources import kinds

FIRST = 5  # of each kind, where all kinds are shown
PAGE = 25
NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What of a board is asked for. who: a membership, or «nobody» where nobody answers by name."""

    kind: str = ""
    who: str = ""
    is_aside: bool = False
    after: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Prompts of one kind; `has_more` where the kind has a page of its own, `after` where that goes on."""

    kind: str
    prompts: list[Prompt]
    has_more: bool = False
    after: str = ""

    @property
    def label(self) -> str:
        """The kind, as screens say it."""
        return str(kinds()[self.kind])


def groups_of(prompts: Iterable[Prompt], chosen: Chosen) -> list[Group]:
    """The prompts asked for, in the order of `kinds`: the first of each kind, or a page of one."""
    kept = [one for one in prompts if (one.aside is not None) == chosen.is_aside and _is_of(one, chosen.who)]
    if chosen.kind:
        return _page(chosen.kind, [one for one in kept if one.kind == chosen.kind], chosen.after)
    by_kind = {code: [one for one in kept if one.kind == code] for code in kinds()}
    return [Group(code, rows[:FIRST], has_more=len(rows) > FIRST) for code, rows in by_kind.items() if rows]


def _is_of(prompt: Prompt, who: str) -> bool:
    return not who or who == (str(prompt.responsible_id) if prompt.responsible_id else NOBODY)


def _page(kind: str, rows: list[Prompt], after: str) -> list[Group]:
    start = next((place + 1 for place, one in enumerate(rows) if one.key == after), 0)
    page = rows[start : start + PAGE]
    more = page[-1].key if len(rows) > start + PAGE else ""
    return [Group(kind, page, after=more)] if page else []


def who_answers(prompts: Iterable[Prompt]) -> list[tuple[str, str]]:
    """Who answers for the families of these prompts, by name."""
    people: dict[UUID, str] = {
        one.responsible_id: one.answers for one in prompts if one.responsible_id and one.answers
    }
    return sorted(((str(key), name) for key, name in people.items()), key=lambda each: (each[1], each[0]))
