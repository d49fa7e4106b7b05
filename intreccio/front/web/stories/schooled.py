"""Four children at school: one who changes school and is well, one with a learning plan, one who translates for all, one who has left."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from intreccio.answers.school.demo import sheet_definition
from intreccio.answers.school.rules.schooling import school_year
from intreccio.answers.school.rules.sheets import seen_in
from intreccio.front.web.stories.tale import Rows
from intreccio.ground.kernel.keys import key_for

World = dict[str, Any]
Row = dict[str, Any]
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
        "school_plans": [
            {"key": "mattia-pdp", "household": "conti", "child": "mattia", "kind": "pdp", "year": school_year(today), "by": "davide",
             "signed": day(28), "signed_by": "La maestra Marina Colli, la dirigente, nonna Rosa", "review": day(-150),
             "agreed": "Audiolibri e mappe; più tempo nelle verifiche; in matematica come tutti."},
            {"key": "besa-pdp", "household": "gashi", "child": "gashi_besa", "kind": "pdp", "year": school_year(today), "by": "assistente",
             "signed": day(10), "signed_by": "La scuola e i genitori", "agreed": "Italiano per studiare, due ore la settimana."},
            {"key": "wei-pei", "household": "zhou", "child": "zhou_3", "kind": "pei", "year": school_year(today), "by": "sara",
             "signed": day(15), "signed_by": "Il gruppo di lavoro della scuola, i genitori", "review": day(-120),
             "agreed": "Una pausa ogni mezz'ora; la stessa insegnante di sostegno."},
        ],
        "school_paths": [
            {"key": "mattia-scuola", "household": "conti", "child": "mattia", "text": "soli-mai-scuola-1", "from": "conti-soli",
             "zero": day(101), "begun": day(92), "loss": "death", "contact": "davide", "marks": [
                _step("what_to_tell", day(91), "davide", "Mattia vuole che lo sappia solo la maestra Marina."),
                _step("place", day(88), "davide", "La biblioteca, con un cartoncino verde sul banco."),
                _step("return", day(87), "lucia", "Alle nove, con la nonna. Ha fatto vedere i treni."),
                _step("siblings_together", day(80), "davide", "È figlio unico.", "not_needed"),
                _step("sheet", day(20), "davide", "Letta con Rosa.")]},
            {"key": "wei-scuola", "household": "zhou", "child": "zhou_3", "text": "soli-mai-scuola-1", "zero": day(21),
             "begun": day(18), "loss": "job", "contact": "sara", "marks": [
                _step("one_adult", day(15), "sara", "La maestra Tea.")]},
            {"key": "rafiq-scuola", "household": "hossain", "child": "hossain_4", "text": "soli-mai-scuola-1", "zero": day(40),
             "begun": day(30), "loss": "separation", "contact": "davide", "marks": [
                _step("one_adult", day(28), "davide", "La maestra Carla.")]},
        ],
        "school_sheets": [
            _sheet("mattia", "mattia-4", "Marina Colli", day(30), "davide", "Mattia", day(26),
                   {"able": 3, "friend": 3, "asks": 2, "adult": 3, "work": 3, "sad": 2, "pair": 3, "homework": 3},
                   {"strong": "In matematica spiega agli altri. I treni li sa tutti.",
                    "hard": "Dopo la morte del nonno a volte si ferma a metà e guarda fuori.",
                    "help": "Gli audiolibri funzionano."},
                   shown=day(20), shown_words="È vero: anche a casa si incanta alla finestra. (Rosa)"),
            _sheet("besa", "besa-2", "Lidia Fumagalli", day(3), "assistente", "Besa"),
            _sheet("rafiq", "rafiq-3", "Carla Meda", day(25), "davide", "Rafiq", day(22),
                   {"able": 3, "laughs": 3, "rules": 2, "absent": 2, "talk": 3},
                   {"strong": "Disegna benissimo e aiuta chi arriva nuovo."}),
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


def _sheet(
    key: str, schooling: str, teacher: str, asked: date, by: str, name: str, answered: date | None = None,
    answers: dict[str, int] | None = None, words: dict[str, str] | None = None, **more: object,
) -> Row:  # fmt: skip
    row = {"key": key, "schooling": schooling, "teacher": teacher, "asked": asked, "by": by, "name": name}
    return {**row, "answered": answered, "answers": answers or {}, "words": words or {}, **more}


def _step(step: str, day: date, by: str, words: str, state: str = "done") -> Row:
    return {"step": step, "day": day, "by": by, "words": words, "state": state}


def acts_of(world: World) -> Iterator[Row]:
    """A class written, whom one talks with."""
    class_of = {row["key"]: row for row in world.get("schoolings", [])}
    home_of = {key: row["household"] for key, row in class_of.items()}
    today = world["today"]
    for row in world.get("schoolings", []):
        codes = {"cycle": row["cycle"], **({"ending": row["ending"]} if row["ending"] else {})}
        yield _act(
            today, "schooling.begun", row, row["household"], "schooling", ("schooling", row["key"]), codes
        )
    for row in world.get("school_contacts", []):
        key = ("school_contact", row["schooling"], row["name"])
        yield _act(today, "school_contact.added", row, home_of[row["schooling"]], "schoolcontact", key, {})
    for row in world.get("school_sheets", []):
        yield from _of_sheet(row, class_of[row["schooling"]])
    for row in world.get("school_paths", []):
        yield from _of_path(row)
    for row in world.get("school_plans", []):
        about = {"household": row["household"], "codes": {}, "key": ("school_plan", row["key"])}
        told = {"kind": "school_plan.written", "membership": row["by"], "at": row["signed"]}
        yield {**about, **told, "subject": ("school.schoolplan", row["key"])}


def _of_path(row: Row) -> Iterator[Row]:
    """Begun, and each of its steps."""
    about = {"household": row["household"], "codes": {}}
    path = {"subject": ("school.schoolpath", row["key"]), "key": ("school_path", row["key"])}
    yield {**about, **path, "membership": row["contact"], "kind": "school_path.begun", "at": row["begun"]}
    for mark in row["marks"]:
        key = ("school_mark", row["key"], mark["step"])
        done = {"membership": mark["by"], "kind": "school_path.step_marked", "at": mark["day"]}
        yield {**about, **done, "subject": ("school.schoolmark", "/".join(key)), "key": key}


def _of_sheet(row: Row, schooling: Row) -> Iterator[Row]:
    """Asked, answered by whoever teaches, read with the family."""
    about = {
        "household": schooling["household"],
        "subject": ("school.schoolsheet", row["key"]),
        "key": ("school_sheet", row["key"]),
    }
    by = {"membership": row["by"]}
    yield {**about, **by, "kind": "school_sheet.asked", "at": row["asked"], "codes": {}}
    if row["answered"]:
        seen: Row = {
            "school": str(key_for("organisation", schooling["at"])),
            **seen_in(sheet_definition(), row["answers"]),
        }
        yield {
            **about,
            "house": "teacher",
            "kind": "school_sheet.answered",
            "at": row["answered"],
            "codes": seen,
        }
    if row.get("shown"):
        yield {**about, **by, "kind": "school_sheet.shown", "at": row["shown"], "codes": {}}


def _act(today: date, kind: str, row: Row, family: str, table: str, key: tuple[str, ...], codes: Row) -> Row:
    return {
        "kind": kind, "membership": row["by"], "at": today - timedelta(days=row["written"]),
        "subject": (f"school.{table}", "/".join(key)), "household": family, "key": key, "codes": codes,
    }  # fmt: skip
