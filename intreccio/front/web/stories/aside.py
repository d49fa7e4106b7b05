"""Prompts that were set aside, and one that was taken back: why, by whom, until when."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from intreccio.front.web.stories.tale import Rows
from intreccio.ground.kernel.bulk import Row

World = dict[str, Any]


class Line(NamedTuple):
    """One prompt: of which case, of which kind, about what, how many days ago, for which reason; ahead: days until it comes back."""

    case: str
    kind: str
    ago: int
    by: str
    reason: str
    words: str
    ahead: int | None = None
    about: tuple[str, str] | None = None
    voided: str = ""


LINES = (
    Line("quispe", "no_contact", 4, "educatrice", "appointment", "Milagros ci aspetta in biblioteca, con Jorge.", 6),
    Line("brambati", "goal_stalled", 9, "sara", "family_asked",
         "Dopo le feste: adesso in casa dormono in cinque.", None, ("goal", "brambati-1-c1")),
    Line("bianchi_serra", "no_contact", 6, "lucia", "waiting", "Sono dai nonni fino alla fine del mese.", 12),
    Line("zhou", "no_contact", 20, "sara", "somebody_else", "La sente la maestra, ogni settimana.", None, None,
         "La maestra è in congedo: torniamo a sentirli noi."),
)  # fmt: skip


def rows(today: date) -> Rows:
    """Each as the house keeps it. What it knew of is what there was on that day."""
    return {"set_asides": [_row(line, today) for line in LINES]}


def _row(line: Line, today: date) -> dict[str, Any]:
    day = today - timedelta(days=line.ago)
    about = {"about": line.about} if line.about else {}
    return {
        "case": line.case, "household": line.case, "kind": line.kind, "day": day, "as_of": day, "reason": line.reason,
        "words": line.words, "by": line.by, "voided": line.voided,
        "until": None if line.ahead is None else today + timedelta(days=line.ahead), **about,
    }  # fmt: skip


def acts_of(world: World) -> Iterator[Row]:
    """Set aside that day; taken back the day after, where it was."""
    for row in world.get("set_asides", []):
        key = ("set_aside", row["case"], row["kind"], str(row["day"]))
        act: Row = {
            "membership": row["by"], "subject": ("cases.promptsetaside", "/".join(key)), "household": row["household"],
            "key": key, "codes": {"prompt": row["kind"]},
        }  # fmt: skip
        until = str(row["until"]) if row["until"] else None
        more = {**act["codes"], "reason": row["reason"], "until": until}
        yield {**act, "kind": "prompt.set_aside", "at": row["day"], "codes": more}
        if row["voided"]:
            yield {**act, "kind": "prompt.taken_back", "at": row["day"] + timedelta(days=1)}
