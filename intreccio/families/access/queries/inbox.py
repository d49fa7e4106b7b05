"""The desk's list: what arrived, how long it has waited, how much time is left."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from intreccio.families.access.models import Triage
from intreccio.families.access.queries.desks import names_of, place_names, without_place
from intreccio.families.access.rules.titles import rest_of, title_of
from intreccio.families.access.vocabulary import FirstStep, SignalState, Source
from intreccio.ground.kernel.clock import days_since
from intreccio.ground.kernel.counts import Count
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.queries.mine import of_my_teams

PAGE = 25
COUNTED_TO = 200
PREVIEW = 3
# What a chip shows. A read signal without a step is still being assessed; a new word makes any signal one to read.
OF_CHIP: dict[str, tuple[SignalState, ...]] = {
    SignalState.RECEIVED.value: (SignalState.RECEIVED,),
    SignalState.ASSESSMENT.value: (SignalState.READ, SignalState.ASSESSMENT),
    SignalState.ANSWERED.value: (SignalState.ANSWERED,),
    SignalState.CLOSED.value: (SignalState.CLOSED,),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One signal in the list."""

    triage: Triage
    title: str
    rest: str
    place: str
    source: str
    days: int
    left: int
    step: str
    who: str

    @property
    def is_open(self) -> bool:
        """Time counts until a word has been given back."""
        return self.triage.state not in {SignalState.ANSWERED, SignalState.CLOSED}


def of_my_desks(viewer: Viewer) -> QuerySet[Triage]:
    """Signals of the desks among the viewer's teams. Those seen through a family are read on its page."""
    return Triage.objects.filter(of_my_teams("access_triage.desk_id"))


def counts_by_chip(viewer: Viewer) -> dict[str, int]:
    """How many wait under each chip, closed ones not counted. One query over open signals only."""
    waiting = of_my_desks(viewer).filter(~Q(state=SignalState.CLOSED) | Q(has_news=True))
    states = Counter(
        SignalState.RECEIVED.value if news else state
        for state, news in waiting.values_list("state", "has_news")[:COUNTED_TO]
    )
    return {chip: sum(states[each.value] for each in of) for chip, of in OF_CHIP.items() if chip != "closed"}


@dataclass(frozen=True, slots=True)
class Inbox:
    """A page of the list, the key of the next one, and a look at what is being assessed."""

    lines: list[Line]
    more: UUID | None
    preview: list[Line]


def inbox(viewer: Viewer, *, chip: str, municipality_code: str, after: UUID | None, today: date) -> Inbox:
    """A page of the list: least time left first, then who has waited longest; closed ones the other way round."""
    closed = chip == SignalState.CLOSED
    rows = _ordered(viewer, chip, municipality_code)
    if after is not None:
        rows = rows.filter(_beyond(of_my_desks(viewer), after, backwards=closed))
    found = list(rows[: PAGE + 1])
    first_look = chip == SignalState.RECEIVED and after is None
    assessed = (
        list(_ordered(viewer, SignalState.ASSESSMENT.value, municipality_code)[:PREVIEW])
        if first_look
        else []
    )
    lines = lines_of(viewer, [*found[:PAGE], *assessed], today)
    shown = min(len(found), PAGE)
    return Inbox(lines[:shown], found[PAGE - 1].pk if len(found) > PAGE else None, lines[shown:])


def _ordered(viewer: Viewer, chip: str, municipality_code: str) -> QuerySet[Triage]:
    rows = of_my_desks(viewer).filter(_under(chip)).select_related("signal")
    if municipality_code:
        rows = rows.filter(signal__municipality_code=municipality_code)
    return rows.order_by("-due_on", "-id") if chip == SignalState.CLOSED else rows.order_by("due_on", "id")


def _under(chip: str) -> Q:
    """New words bring a signal back to who reads, wherever it stood."""
    if chip == SignalState.RECEIVED:
        return Q(state=SignalState.RECEIVED) | Q(has_news=True)
    return Q(state__in=OF_CHIP[chip], has_news=False)


def _beyond(rows: QuerySet[Triage], after: UUID, *, backwards: bool) -> Q:
    last = rows.filter(pk=after).values_list("due_on", flat=True).first()
    if last is None:
        return Q()
    if backwards:
        return Q(due_on__lt=last) | Q(due_on=last, id__lt=after)
    return Q(due_on__gt=last) | Q(due_on=last, id__gt=after)


def lines_of(viewer: Viewer, rows: Iterable[Triage], today: date) -> list[Line]:
    """Signals with the words a list needs: two queries, however many; three for who leads."""
    kept = list(rows)
    unsaid = without_place(viewer, (row.household_id for row in kept))
    places = place_names(row.signal.municipality_code for row in kept if row.household_id not in unsaid)
    names = names_of(row.assigned_to_id for row in kept)
    return [_line(row, {} if row.household_id in unsaid else places, names, today) for row in kept]


def _line(row: Triage, places: dict[str, str], names: dict[UUID, str], today: date) -> Line:
    signal = row.signal
    return Line(
        triage=row,
        title=title_of(signal.facts) or signal.code,
        rest=rest_of(signal.facts),
        place=places.get(signal.municipality_code, ""),
        source=str(Source(signal.source).label),
        days=days_since(signal.received_at, day=today),
        left=(row.until - today).days,
        step=str(FirstStep(row.step).label) if row.step else "",
        who=names.get(row.assigned_to_id, "") if row.assigned_to_id else "",
    )


# The menu of every page asks it.
WAITING = """
    SELECT count(*) FROM (SELECT FROM access_triage t WHERE t.desk_id = ANY ((SELECT my_teams())::uuid[])
      AND (t.state IN ('received', 'read') OR t.has_news) LIMIT %s) AS waiting
"""


def waiting_count(viewer: Viewer) -> Count | None:
    """How many signals nobody at the viewer's desks has read or decided about, and new words; at most two hundred."""
    return Count(WAITING, (COUNTED_TO,)) if viewer.team_ids else None
