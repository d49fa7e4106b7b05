"""The psychologists' three lines: rows and acts, told apart from the families' own stories."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any

from intreccio.front.web.stories.tale import Rows, Tale, merged
from intreccio.ground.kernel.bulk import Row

World = dict[str, Any]
Key = tuple[str, ...]


def rows(today: date) -> Rows:
    """Asked, under way, ended, declined: one of each, in two teams."""
    return merged([_asked(today), _under_way(today), _ended(today), *_of_another_team(today)])


def _line(tale: Tale, kind: str, whom: list[str], asked: int, question: str, **more: Any) -> None:
    about = {"household": tale.key, "case": tale.key, "key": f"{tale.key}_{kind}"}
    tale.put(
        "support_lines", **about, kind=kind, for_whom=whom, asked=tale.day(asked), question=question, **more
    )


def _answered(tale: Tale, ago: int, psychologist: str, state: str, answer: str = "", **more: Any) -> Row:
    """What the psychologist said; whoever asked was told that day."""
    told = {"answered": tale.day(ago), "told": tale.at(ago, 12)}
    return {"psychologist": psychologist, "state": state, "answer": answer, **told, **more}


def _yes(tale: Tale, of: str, ago: int) -> Row:
    return {"yes_of": of, "yes_how": "voice", "yes_on": tale.day(ago)}


def _cycle(tale: Tale, kind: str, starts: int, **more: Any) -> None:
    about = {"household": tale.key, "line": f"{tale.key}_{kind}", "number": 1}
    tale.put("support_cycles", **about, starts=tale.today - timedelta(days=starts), **more)


def _meeting(tale: Tale, kind: str, ago: int, state: str = "planned", **more: Any) -> Row:
    about = {"household": tale.key, "line": f"{tale.key}_{kind}", "number": 1}
    row = {**about, "day": tale.today - timedelta(days=ago), "hour": time(16, 30), "state": state, **more}
    tale.put("support_meetings", **row)
    return row


def _note(tale: Tale, kind: str, key: str, ago: int, text: str, **more: Any) -> None:
    about = {"household": tale.key, "line": f"{tale.key}_{kind}", "key": f"{tale.key}_{key}"}
    tale.put("restricted_notes", **about, at=tale.at(ago, 18, 10), text=text, author=tale.by, **more)


def _asked(today: date) -> Rows:
    tale = Tale(today, "rossetti_lima", team="equipe_nord", since=0, by="educatrice")
    whom = ["rossetti_lima_1", "rossetti_lima_2", "rossetti_lima_3", "rossetti_lima_4"]
    _line(tale, "family", whom, 3,
          "Da quando la nonna non c'è più in casa si parla poco, e i bambini chiedono. Vorrebbero un posto per parlarne insieme.",
          **_yes(tale, "rossetti_lima_1", 4))  # fmt: skip
    return tale.rows


def _under_way(today: date) -> Rows:
    tale = Tale(today, "cattaneo", team="equipe_nord", since=0, by="educatrice")
    _line(tale, "young", ["cattaneo_3"], 68,
          "Da qualche settimana esce poco e dice di essere stanco. Lui stesso chiede qualcuno con cui parlare che non sia di casa.",
          **_yes(tale, "cattaneo_2", 70),
          **_answered(tale, 64, "psicologa", "accepted", "Ci vediamo in cooperativa, il pomeriggio."))  # fmt: skip
    _cycle(tale, "young", 56)
    there = {"present": ["cattaneo_3"]}
    first = _meeting(tale, "young", 56, "held", **there)
    _meeting(tale, "young", 42, "held", **there)
    _meeting(tale, "young", 28, "missed", missed_why="we_could_not")
    last = _meeting(tale, "young", 14, "held", present=["cattaneo_3", "cattaneo_2"])
    _meeting(tale, "young", 0)
    _meeting(tale, "young", -14)
    tale.by = "psicologa"
    _note(
        tale,
        "young",
        "first",
        56,
        "Appunti del primo colloquio: parla volentieri di musica, meno della scuola.",
        meeting=first,
    )
    _note(
        tale,
        "young",
        "last",
        14,
        "Appunti: il papà ha ascoltato senza interrompere, per la prima volta.",
        meeting=last,
    )
    _note(
        tale, "young", "put_right", 7, "Rettifica: la seconda volta, non la prima.", corrects="cattaneo_last"
    )
    return tale.rows


def _ended(today: date) -> Rows:
    tale = Tale(today, "sala", team="equipe_nord", since=0, by="assistente")
    both = ["sala_1", "sala_2"]
    _line(tale, "parents", both, 110, "Sulle regole di casa non si trovano d'accordo, e lo dicono loro per primi.",
          **_answered(tale, 105, "psicologa", "ended"))  # fmt: skip
    words = "Hanno trovato da soli due regole che tengono, e le dicono insieme."
    _cycle(tale, "parents", 98, ended=tale.day(50), outcome="together", words=words)
    for ago in (98, 84, 70, 56):
        last = _meeting(tale, "parents", ago, "held", present=both)
    tale.by = "psicologa"
    _note(
        tale,
        "parents",
        "closing",
        52,
        "Appunti di chiusura: restano due nodi, ne parleranno se torneranno.",
        meeting=last,
    )
    return tale.rows


def _of_another_team(today: date) -> Iterator[Rows]:
    tale = Tale(today, "hossain", team="equipe_est", since=0, by="davide")
    both = ["hossain_1", "hossain_2"]
    _line(tale, "parents", both, 40, "Il trasloco ha stancato tutti e due: chiedono come aiutare i figli a sentirsi a casa.",
          **_answered(tale, 36, "livia", "accepted"))  # fmt: skip
    _cycle(tale, "parents", 28)
    first = _meeting(tale, "parents", 28, "held", present=both)
    _meeting(tale, "parents", 14, "held", present=both)
    _meeting(tale, "parents", -1)
    tale.by = "livia"
    _note(tale, "parents", "first", 28, "Appunti di Livia: due genitori attenti e stanchi.", meeting=first)
    yield tale.rows
    tale = Tale(today, "bassi", team="equipe_est", since=0, by="davide")
    _line(tale, "young", ["bassi_3"], 60, "Chiede di parlare con qualcuno della scuola nuova.", **_yes(tale, "bassi_1", 61),
          **_answered(tale, 55, "livia", "declined", "Il consultorio ha un gruppo della sua età.", reason="followed"))  # fmt: skip
    yield tale.rows


def acts_of(world: World) -> Iterator[Row]:
    """What was asked, answered, planned, held and ended; of a note that it was written, and not a word of it."""
    kinds = {row["key"]: row["kind"] for row in world.get("support_lines", [])}
    psychologists = {row["key"]: row.get("psychologist") for row in world.get("support_lines", [])}
    for row in world.get("support_lines", []):
        yield from _of_line(row)
    for row in world.get("support_cycles", []):
        key: Key = ("support_cycle", row["line"], str(row["number"]))
        meetings = [each for each in world["support_meetings"] if each["line"] == row["line"]]
        by = psychologists[row["line"]]
        codes = {"line": kinds[row["line"]], "meetings": len(meetings), "rhythm": "fortnightly"}
        yield _act("meeting.planned", row, row["starts"], by, "supportcycle", key, **codes)
        if row.get("ended"):
            codes = {"line": kinds[row["line"]], "outcome": row["outcome"]}
            yield _act(
                "line.ended", row, row["ended"], by, "supportline", ("support_line", row["line"]), **codes
            )
    for row in world.get("support_meetings", []):
        key = ("support_meeting", row["line"], str(row["number"]), str(row["day"]))
        if row["state"] in ("held", "missed"):
            codes = {
                "line": kinds[row["line"]],
                **({"reason": row["missed_why"]} if row.get("missed_why") else {}),
            }
            by = psychologists[row["line"]]
            yield _act(f"meeting.{row['state']}", row, row["day"], by, "supportmeeting", key, **codes)
    for row in world.get("restricted_notes", []):
        kind = "note.corrected" if row.get("corrects") else "note.written"
        yield _act(kind, row, row["at"], row["author"], "restrictednote", ("restricted_note", row["key"]))


def _of_line(row: Row) -> Iterator[Row]:
    key: Key = ("support_line", row["key"])
    yield _act("line.asked", row, row["asked"], row["by"], "supportline", key, line=row["kind"])
    if row.get("answered"):
        verb = "declined" if row["state"] == "declined" else "accepted"
        codes = {"line": row["kind"], **({"reason": row["reason"]} if row.get("reason") else {})}
        yield _act(f"line.{verb}", row, row["answered"], row["psychologist"], "supportline", key, **codes)


def _act(kind: str, row: Row, at: Any, by: str, table: str, key: Key, **codes: Any) -> Row:
    subject = (f"diary.{table}", "/".join(key))
    return {
        "kind": kind, "membership": by, "at": at, "subject": subject, "household": row["household"], "key": key, "codes": codes,
    }  # fmt: skip
