"""Four children at school: one who changes school and is well, one with a learning plan, one who translates for all, one who has left."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from intreccio.answers.school.rules.schooling import school_year
from intreccio.front.web.stories.tale import Rows
from intreccio.ground.kernel.bulk import Row

World = dict[str, Any]
TIGLI, OPERA = "scuola_tigli", "scuola_opera"


def rows(today: date) -> Rows:
    """Class by class, with whom one talks."""

    def day(ago: int) -> date:
        return today - timedelta(days=ago)

    def autumn(back: int = 0, of: date = today) -> date:
        return date(school_year(of) - back, 9, 12)

    def june(back: int = 0) -> date:
        return date(school_year(today) - back + 1, 6, 8)

    left = day(45)
    return {
        "schoolings": [
            _class("nadia-5", "marchetti", "nadia", "primary", 5, TIGLI, autumn(1), 150, "educatrice", june(1), "finished"),
            _class("nadia-1", "marchetti", "nadia", "lower", 1, TIGLI, autumn(), 50, "educatrice", section="B"),
            _class("mattia-3", "conti", "mattia", "primary", 3, TIGLI, autumn(1), 168, "davide", june(1), "passed", section="A"),
            _class("mattia-4", "conti", "mattia", "primary", 4, TIGLI, autumn(), 40, "davide", section="A"),
            _class("besa-2", "gashi", "gashi_besa", "lower", 2, TIGLI, autumn(), 20, "assistente", section="D"),
            _class("rafiq-3", "hossain", "hossain_4", "primary", 3, OPERA, autumn(), 33, "davide", section="B"),
            _class("wei-2", "zhou", "zhou_3", "primary", 2, OPERA, autumn(), 22, "sara", section="C"),
            _class("davide-3", "tosi", "davide_t", "lower", 3, "", autumn(2, left), 150, "sara", autumn(1, left), "repeats",
                   school="Scuola media di Binasco"),
            _class("davide-3-again", "tosi", "davide_t", "lower", 3, "", autumn(1, left), 150, "sara",
                   date(school_year(left), 6, 20), "finished", school="Scuola media di Binasco"),
            _class("davide-1", "tosi", "davide_t", "upper", 1, "", autumn(0, left), 120, "sara", left, "left",
                   school="Istituto tecnico di Pavia"),
        ],
        "school_contacts": [
            _contact("nadia-1", "Ornella Riva", "coordinator", 50, "educatrice", "ornella.riva@example.org", "Il martedì dalle 11."),
            _contact("mattia-4", "Marina Colli", "teacher", 40, "davide", "marina.colli@example.org"),
            _contact("mattia-4", "Piero Sala", "inclusion", 40, "davide", "", phone="02 555 0303"),
            _contact("rafiq-3", "Carla Meda", "teacher", 33, "davide", "carla.meda@example.org"),
            _contact("wei-2", "Tea Longhi", "teacher", 22, "sara", "tea.longhi@example.org"),
            _contact("besa-2", "Lidia Fumagalli", "teacher", 20, "assistente", "lidia.fumagalli@example.org"),
        ],
    }  # fmt: skip


def _class(
    key: str, family: str, child: str, cycle: str, year: int, at: str, since: date, written: int, by: str,
    until: date | None = None, ending: str = "", **more: str,
) -> Row:  # fmt: skip
    row = {
        "key": key,
        "household": family,
        "child": child,
        "cycle": cycle,
        "year": year,
        "at": at,
        "since": since,
    }
    return {**row, "until": until, "ending": ending, "written": written, "by": by, **more}


def _contact(
    schooling: str, name: str, role: str, written: int, by: str, email: str, note: str = "", phone: str = ""
) -> Row:
    row = {"schooling": schooling, "name": name, "role": role, "email": email, "note": note, "phone": phone}
    return {**row, "written": written, "by": by}


def acts_of(world: World) -> Iterator[Row]:
    """A class written, whom one talks with."""
    home_of = {row["key"]: row["household"] for row in world.get("schoolings", [])}
    today = world["today"]
    for row in world.get("schoolings", []):
        codes = {"cycle": row["cycle"], **({"ending": row["ending"]} if row["ending"] else {})}
        yield _act(
            today, "schooling.begun", row, row["household"], "schooling", ("schooling", row["key"]), codes
        )
    for row in world.get("school_contacts", []):
        key = ("school_contact", row["schooling"], row["name"])
        yield _act(today, "school_contact.added", row, home_of[row["schooling"]], "schoolcontact", key, {})


def _act(today: date, kind: str, row: Row, family: str, table: str, key: tuple[str, ...], codes: Row) -> Row:
    return {
        "kind": kind, "membership": row["by"], "at": today - timedelta(days=row["written"]),
        "subject": (f"school.{table}", "/".join(key)), "household": family, "key": key, "codes": codes,
    }  # fmt: skip
