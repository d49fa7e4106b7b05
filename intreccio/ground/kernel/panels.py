"""What must show on a page below comes up through these registers; nothing below imports what stands above.

An area fills them from its `panels.py` when its app is ready.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.template.loader import render_to_string

from intreccio.ground.kernel.counts import Count
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One entry of the main menu. `waiting` says how to count what waits for this viewer; None where nothing can."""

    name: str
    label: Words
    url_name: str
    icon: str
    order: int
    shown_to: Callable[[Viewer], bool]
    waiting: Callable[[Viewer], Count | None] | None = None
    phone: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """One line of search results, as an area answers for itself."""

    kind: Words
    title: str
    detail: str
    url: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """One line of Oggi: what waits for the viewer, since when, how many days are left (None: no term), and why.

    when: said in the place of the days, where it is not a wait that counts but a day agreed.
    about: the family, signal or conversation that the line tells of; showing it is a reading.
    """

    title: str
    why: Words
    url: str
    action: Words
    days: int
    urgent: bool = False
    group: Words = ""
    left: int | None = None
    when: Words = ""
    about: UUID | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """A box that an upper area draws on a lower page: a template and the words it needs, or None for nothing.

    onward: a template for the top of the page, where the words hold a true `onward`: the next step is this area's.
    """

    template: str
    context: Callable[..., Mapping[str, Any] | None]
    order: int = 50
    onward: str = ""


Search = Callable[[Viewer, str], Iterable[Found]]
Wait = Callable[[Viewer, int], Iterable[Waiting]]
Objection = Callable[..., Words | None]


@dataclass(slots=True)
class Registers:
    """All that areas have registered, by purpose."""

    menu: list[MenuItem] = field(default_factory=list)
    under: dict[str, str] = field(default_factory=dict)
    searches: list[Search] = field(default_factory=list)
    waits: list[Wait] = field(default_factory=list)
    panels: dict[str, list[Panel]] = field(default_factory=dict)
    objections: dict[str, list[Objection]] = field(default_factory=dict)
    chapters: list["Chapter"] = field(default_factory=list)
    reading_places: list[str] = field(default_factory=list)
    readings_of_team: set[str] = field(default_factory=set)
    story_sight: dict[str, bool] = field(default_factory=dict)
    story_words: dict[str, str] = field(default_factory=dict)
    story_sayings: dict[str, Callable[[str], Words]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a family's story: the acts whose kind is, or whose noun is, among `acts`. A kind goes before a noun."""

    code: str
    label: Words
    order: int
    acts: frozenset[str]


registers = Registers()


def add_menu(item: MenuItem) -> None:
    """Proposes an entry of the main menu."""
    registers.menu.append(item)
    registers.menu.sort(key=lambda each: each.order)


def add_pages_under(entry: str, *beginnings: str) -> None:
    """Pages whose address begins so light an entry of another address: `add_pages_under("households", "/cases/")`."""
    registers.under.update(dict.fromkeys(beginnings, entry))


def add_search(search: Search) -> None:
    """Lets an area answer the search box for what it knows."""
    registers.searches.append(search)


def add_waiting(wait: Wait) -> None:
    """Lets an area say what waits for somebody today: at most so many lines of each kind, what presses most first."""
    registers.waits.append(wait)


def add_panel(place: str, panel: Panel) -> None:
    """Draws on the page that calls `panels_for(place, …)`."""
    registers.panels.setdefault(place, []).append(panel)
    registers.panels[place].sort(key=lambda each: each.order)


def add_objection(name: str, objection: Objection) -> None:
    """Lets an area hold back an action below: `why_not_close`, `why_not_send`."""
    registers.objections.setdefault(name, []).append(objection)


def objections(name: str, *args: Any, **kwargs: Any) -> list[Words]:
    """Every reason that holds an action back; empty when nothing does."""
    reasons = (objection(*args, **kwargs) for objection in registers.objections.get(name, []))
    return [reason for reason in reasons if reason]


def panels_for(request: HttpRequest, place: str, **subject: Any) -> list[str]:
    """The drawn boxes for a place on a page, in order."""
    return panels_and_onward(request, place, **subject)[0]


def panels_and_onward(request: HttpRequest, place: str, **subject: Any) -> tuple[list[str], str]:
    """The same, and the first next step that one of them proposes."""
    drawn: list[str] = []
    onward = ""
    for panel in registers.panels.get(place, []):
        context = panel.context(viewer_of(request), **subject)
        if context is None:
            continue
        words = {**subject, **context}
        drawn.append(render_to_string(panel.template, words, request))
        if panel.onward and not onward and words.get("onward"):
            onward = render_to_string(panel.onward, words, request)
    return drawn, onward


class NoViewer(Exception):
    """The page needs somebody who has signed in under a hat."""


def viewer_of(request: HttpRequest) -> Viewer:
    """The viewer of a request. Raises NoViewer when nobody has signed in, or no hat is worn."""
    viewer = getattr(request, "viewer", None)
    if not isinstance(viewer, Viewer):
        raise NoViewer
    return viewer


TakeHat = Callable[[UUID, UUID | None], Viewer | None]


@dataclass(slots=True)
class _Door:
    """How a signed-in user becomes a viewer: `organisations`, which knows the memberships, puts it here."""

    take_hat: TakeHat | None = None


door = _Door()


_told: dict[str, Words] = {}


def tell(**words: Words) -> None:
    """How an event reads on a timeline: `tell(case__taken_charge=_("presa in carico"))` for `case.taken_charge`."""
    _told.update({kind.replace("__", "."): said for kind, said in words.items()})


def told(kind: str) -> Words | None:
    """The words of an event kind; None for those that no timeline shows."""
    return _told.get(kind)


def add_chapter(code: str, label: Words, order: int, *acts: str) -> None:
    """Proposes a part of a family's story: `add_chapter("plan", _("il progetto"), 40, "plan", "goal")`."""
    registers.chapters.append(Chapter(code, label, order, frozenset(acts)))
    registers.chapters.sort(key=lambda each: each.order)


def kinds_told(chapter: str = "") -> list[str]:
    """The kinds of acts that a story tells, or those of one chapter."""
    return [
        kind
        for kind in _told
        if not kind.startswith("reading.") and (not chapter or _chapter_of(kind) == chapter)
    ]


def _chapter_of(kind: str) -> str:
    for wanted in (kind, kind.partition(".")[0]):
        for chapter in registers.chapters:
            if wanted in chapter.acts:
                return chapter.code
    return ""


def add_reading_place(*sql: str) -> None:
    """Says where the subjects of acts are read: a SELECT of (subject's id, URL name, the URL's ids as text[]).

    It knows `%(ids)s` and `%(household)s`, and runs as the viewer: what is out of sight leads nowhere.
    """
    registers.reading_places.extend(sql)


def add_readings_of_team(*pages: str) -> None:
    """Pages of which the name says what is for the team at work alone: to the others, among who has looked, they have none."""
    registers.readings_of_team.update(pages)


def add_story_sight(*sql: str, in_team: bool = False) -> None:
    """Says which acts are told only to whom their subject is in sight: conditions on `e`, an act, as SQL; it runs as the viewer.

    It knows `%(household)s`: a condition that names it keeps a search within one family. in_team: some of the team in charge
    do not see it either; otherwise they see all, and nothing is asked for them.
    """
    registers.story_sight.update(dict.fromkeys(sql, in_team))


def add_story_words(rows: Mapping[str, str], **sayings: Callable[[str], Words]) -> None:
    """Says of acts whom and what they were about: by a condition on the kind of `e`, an act, a SELECT of (person, kind, saying,
    words) … WHERE id = e.subject_id, at most one line.

    kind: told in the place of the act's own, or NULL. saying: which of `sayings` turns a code into words; empty where the
    words are words. It runs as the viewer, and for acts of that kind alone: what is out of sight is told without.
    """
    registers.story_words.update(rows)
    registers.story_sayings.update(sayings)
