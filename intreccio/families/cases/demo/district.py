"""Families at every stage there is. Nobody here is a real person."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from intreccio.ground.kernel.bulk import Row

# key, name, municipality, team of today, who comes to the desk first
FAMILIES = (
    ("okafor", "Famiglia Okafor", "015159", "equipe_est", ("Blessing", "Okafor", "F", 31)),
    ("hoxha", "Famiglia Hoxha", "015189", "equipe_nord", ("Arta", "Hoxha", "F", 38)),
    ("ferri", "Famiglia Ferri", "015173", "equipe_nord", ("Paola", "Ferri", "F", 44)),
    ("diallo", "Famiglia Diallo", "015024", "equipe_sud", ("Mariama", "Diallo", "F", 29)),
    ("quispe", "Famiglia Quispe", "015189", "equipe_nord", ("Rosa", "Quispe", "F", 26)),
    ("novak", "Famiglia Novak", "015159", "equipe_est", ("Petr", "Novak", "M", 41)),
)
# household, stage, days ago: opened, in charge, ended; who answers for it; motive; needs; why
CASES = (
    ("marchetti", "in_charge", 190, 160, None, "educatrice", "signal", ("genitorialita",), "La scuola ci ha scritto di Nadia, Elena ha chiesto di essere chiamata."),
    ("okafor", "in_charge", 120, 100, None, "davide", "own_request", (), "Blessing cerca un nido per lavorare."),
    ("hoxha", "preliminary_analysis", 24, None, None, "assistente", "other_service", (), "Il consultorio ci ha chiesto di conoscerli."),
    ("quispe", "preliminary_analysis", 6, None, None, "coordinatrice", "own_request", (), "Rosa è venuta allo sportello con la bambina."),
    ("ferri", "not_taken", 80, None, 52, None, "signal", (), "La vicina era in pensiero per i pomeriggi da soli."),
    ("diallo", "in_charge", 210, 200, None, None, "own_request", (), "La famiglia aspetta il secondo figlio."),
    ("novak", "preliminary_analysis", 40, None, None, "lucia", "own_request", (), ""),
)  # fmt: skip
# household, hat, profession, body, days ago: since, until; for what
WORKERS = (
    ("marchetti", "educatrice", "educator", "telaio", 160, None, "Visite a casa, ogni dieci giorni"),
    ("marchetti", "assistente", "social_worker", "comune_rozzano", 190, None, "Carte e ISEE"),
    ("marchetti", "psicologa", "psychologist", "melograno", 90, 20, ""),
    ("okafor", "davide", "educator", "bussola", 100, None, "Il nido, e il tempo di Blessing"),
    ("okafor", "lucia", "social_worker", "comune_opera", 120, None, ""),
    ("hoxha", "assistente", "social_worker", "comune_rozzano", 24, None, ""),
    ("quispe", "coordinatrice", "coordinator", "telaio", 6, None, ""),
    ("novak", "lucia", "social_worker", "comune_opera", 40, None, ""),
    ("diallo", "coordinatrice", "coordinator", "telaio", 200, None, ""),
)
PASSED = ("diallo", "equipe_nord", "equipe_sud", 3)  # household, from, to, days ago


def recipe(today: date) -> dict[str, list[Row]]:
    """Cases with their steps and workers, and the families that nobody else has written."""
    since = today - timedelta(days=250)
    return {
        "households": [
            {"key": key, "code": f"VSM-{since.year}-{900 + number:04d}", "name": name, "municipality": place,
             "team": team, "since": since}
            for number, (key, name, place, team, _) in enumerate(FAMILIES)
        ],
        "persons": [_person(today, key, *who) for key, *_, who in FAMILIES],
        "homes": [{"household": key, "person": f"{key}_1", "role": "parent", "since": since} for key, *_ in FAMILIES],
        "grants": [
            {"household": "diallo", "to_team": "equipe_nord", "level": "contact", "purpose": "continuity", "by": "coordinatrice",
             "reason": "Le prime settimane con la nuova équipe", "since": today - timedelta(days=3), "until": today + timedelta(days=60)},
        ],
        "cases": [_case(today, number, *case) for number, case in enumerate(CASES, 1)],
        "case_workers": [_worker(today, *worker) for worker in WORKERS],
        "case_steps": [step for case in CASES for step in _steps(today, *case)],
    }  # fmt: skip


def _person(today: date, key: str, given: str, family: str, sex: str, age: int) -> Row:
    return {"key": f"{key}_1", "given": given, "family": family, "sex": sex, "birth": date(today.year - age, 6, 15)}


def _case(today: date, number: int, household: str, stage: str, opened: int, taken: int | None, ended: int | None,
          responsible: str | None, motive: str, needs: tuple[str, ...], why: str) -> Row:  # fmt: skip
    def day(ago: int | None) -> date | None:
        return None if ago is None else today - timedelta(days=ago)

    return {
        "key": household,
        "household": household,
        "code": f"VSM-PC-{today.year}-{number:04d}",
        "stage": stage,
        "since": day(next(ago for ago in (ended, taken, opened) if ago is not None)),
        "asked": day(opened + 8),
        "opened": day(opened),
        "in_charge": day(taken),
        "ended": day(ended),
        "team_since": day(PASSED[3] if household == PASSED[0] else opened),
        "responsible": responsible,
        "motive": motive,
        "needs": list(needs),
        "why": why,
    }


def _worker(today: date, household: str, hat: str, profession: str, body: str, since: int, until: int | None, why: str) -> Row:
    passed = household == PASSED[0]
    ended = PASSED[3] if passed else until
    return {
        "case": household,
        "household": household,
        "membership": hat,
        "profession": profession,
        "organisation": body,
        "since": today - timedelta(days=since),
        "until": None if ended is None else today - timedelta(days=ended),
        "why": why,
        "end_reason": "" if ended is None else ("handed_over" if passed else "done"),
    }


def _steps(today: date, household: str, stage: str, opened: int, taken: int | None, ended: int | None,
           responsible: str | None, motive: str, needs: tuple[str, ...], why: str) -> Iterator[Row]:  # fmt: skip
    about: dict[str, Any] = {"case": household, "household": household}
    by = next((hat for key, hat, *_ in WORKERS if key == household), "assistente")
    begun = "preliminary_analysis"
    yield {**about, "verb": "open_case", "from": "", "to": begun, "day": today - timedelta(days=opened), "motive": motive, "words": why, "by": by}
    if taken is not None:
        yield {**about, "verb": "take_charge", "from": begun, "to": "in_charge", "day": today - timedelta(days=taken), "motive": "agreed", "words": "", "by": by}
    if ended is not None:
        yield {**about, "verb": "end_preliminary", "from": begun, "to": stage, "day": today - timedelta(days=ended), "motive": "oriented",
               "words": "Abbiamo detto del doposcuola e del centro estivo: per ora basta così.", "by": by}  # fmt: skip
    if household == PASSED[0]:
        yield {**about, "verb": "hand_over_case", "from": stage, "to": stage, "day": today - timedelta(days=PASSED[3]), "motive": "moved", "by": by,
               "from_team": PASSED[1], "to_team": PASSED[2],
               "words": "Mariama ha una casa nuova a Binasco. Il consultorio è avvisato, resta da cercare il nido."}  # fmt: skip
