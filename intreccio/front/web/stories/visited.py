"""Visits and what was written of them: agreed, met, missed, corrected; for each audience, with the minutes they took."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any

from intreccio.front.web.stories.tale import BODY, PROFESSION, Rows, Tale, merged
from intreccio.front.web.stories.visited_others import OTHERS
from intreccio.front.web.stories.visited_ours import OURS
from intreccio.ground.kernel.bulk import Row

World = dict[str, Any]
# Of the money that pays whom; who is not here works without a line.
LINES = {
    **dict.fromkeys(("coordinatrice", "educatrice", "psicologa", "davide", "sara"), "fili"),
    "assistente": "piano",
}
AGREED_BEFORE = 6  # days from the agreement to the visit, and no less than one from today
EVENING = 18


def rows(today: date) -> Rows:
    """Of every family told here."""
    return merged(_of_family(today, *told) for told in (*OURS, *OTHERS))


def _of_family(today: date, key: str, team: str, visits: list[Any], notes: list[Any]) -> Rows:
    tale = Tale(today, key, team=team, since=0, by="")
    for row in visits:
        _visit(tale, **row)
    for row in notes:
        _note(tale, **row)
    return tale.rows


def _visit(tale: Tale, n: int, ago: int, hour: int, who: tuple[str, ...], whom: tuple[str, ...], what: str, *,
           place: str = "home", state: str = "", **more: Any) -> None:  # fmt: skip
    """One that is gone by was met, unless it says otherwise; one of today is still to come."""
    if "moved" in more:
        more = {"moved_from": tale.day(more["moved"])}
    tale.by = who[0]
    tale.put(
        "visits", key=f"{tale.key}_{n}", household=tale.key, case=tale.key, day=tale.day(ago), hour=time(hour), place=place,
        what=what, workers=who, persons=whom, state=state or ("met" if ago > 0 else "planned"),
        agreed=tale.day(max(ago, 0) + AGREED_BEFORE), **more,
    )  # fmt: skip


def _note(tale: Tale, n: int, ago: int, by: str, spent: tuple[int, int], text: str, *, place: str = "home",
          whom: tuple[str, ...] = (), late: int = 0, of: int = 0, corrects: int = 0, **more: Any) -> None:  # fmt: skip
    """spent: minutes with the family and without; of, corrects: numbers of its visit and of the note it puts right; late: days
    until it was written."""
    tale.by, key = by, f"{tale.key}_{n}"
    points = {name: f"{tale.key}_{at}" for name, at in (("visit", of), ("corrects", corrects)) if at}
    if voided := more.pop("voided", ""):
        more |= {"voided": voided, "voided_by": by, "voided_on": tale.day(ago - 1)}
    tale.put(
        "visit_notes", key=key, household=tale.key, case=tale.key, author=by, profession=PROFESSION[by],
        at=tale.at(ago - late, EVENING, n), day=tale.day(ago), place=place, text=text, present=whom, **points, **more,
    )  # fmt: skip
    for number, (direct, indirect) in enumerate(_entries(spent, voided=bool(voided)), 1):
        tale.put("worked", household=tale.key, note=key, number=number, employer=BODY[by], line=LINES.get(by),
                 direct=direct, indirect=indirect)  # fmt: skip


def _entries(spent: tuple[int, int], *, voided: bool) -> Iterator[tuple[int, int]]:
    """Of what was written by mistake the minutes are taken away again."""
    if any(spent):
        yield spent
        if voided:
            yield -spent[0], -spent[1]


def acts_of(world: World) -> Iterator[Row]:
    """What was agreed, moved, missed and written; of a note that it was written, and not a word of it."""
    for row in world.get("visits", []):
        yield _act("visit.planned", row, row["agreed"], "visit")
        if row.get("moved_from"):
            yield _act("visit.moved", row, row["agreed"], "visit")
        if row["state"] == "missed":
            yield _act("visit.missed", row, row["day"], "visit", reason=row["missed_why"])
        if row["state"] == "called_off":
            yield _act("visit.called_off", row, row["agreed"], "visit")
    for row in world.get("visit_notes", []):
        verb = "corrected" if row.get("corrects") else "written"
        yield _act(f"visit_note.{verb}", row, row["at"], "visit_note")
        if row.get("voided"):
            yield _act("visit_note.voided", row, row["voided_on"], "visit_note")


def _act(kind: str, row: Row, at: Any, table: str, **codes: Any) -> Row:
    key = (table, row["key"])
    subject = (f"diary.{table.replace('_', '')}", "/".join(key))
    return {
        "kind": kind, "membership": row["by"], "at": at, "subject": subject, "household": row["household"], "key": key, "codes": codes,
    }  # fmt: skip
