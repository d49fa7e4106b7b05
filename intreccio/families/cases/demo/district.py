"""Families at every stage there is. Nobody here is a real person."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from intreccio.ground.kernel.bulk import Row

# key, name, municipality, team of today, who comes to the desk first
FAMILIES = (
    ("gashi", "Famiglia Gashi", "015189", "equipe_nord", ("Arta", "Gashi", "F", 38)),
    ("bellomo", "Famiglia Bellomo", "015173", "equipe_nord", ("Paola", "Bellomo", "F", 44)),
    ("traore", "Famiglia Traoré", "015024", "equipe_sud", ("Mariama", "Traoré", "F", 29)),
    ("ramos", "Famiglia Ramos", "015189", "equipe_nord", ("Rosa", "Ramos", "F", 26)),
    ("lombardo", "Famiglia Lombardo", "015159", "equipe_est", ("Teresa", "Lombardo", "F", 63)),
    ("kovac", "Famiglia Kovač", "015159", "equipe_est", ("Petr", "Kovač", "M", 41)),
)
# household, stage, days ago: opened, in charge, ended; who answers for it; motive; needs; why
CASES = (
    ("marchetti", "in_charge", 190, 160, None, "educatrice", "signal", ("futuro.genitorialita",),
     "La scuola ci ha scritto di Nadia, Elena ha chiesto di essere chiamata."),
    ("lombardo", "in_charge", 120, 100, None, "davide", "own_request", (), "Teresa, la nonna, chiede una mano con i pomeriggi del nipote."),
    ("gashi", "preliminary_analysis", 24, None, None, "assistente", "other_service", (), "Il consultorio ci ha chiesto di conoscerli."),
    ("ramos", "preliminary_analysis", 6, None, None, "coordinatrice", "own_request", (), "Rosa è venuta allo sportello con la bambina."),
    ("bellomo", "not_taken", 80, None, 52, None, "signal", (), "La vicina era in pensiero per i pomeriggi da soli."),
    ("traore", "in_charge", 210, 200, None, None, "own_request", (), "La famiglia aspetta il secondo figlio."),
    ("kovac", "preliminary_analysis", 40, None, None, "lucia", "own_request", (), ""),
)  # fmt: skip
# household, hat, profession, body, days ago: since, until; for what
WORKERS = (
    ("marchetti", "educatrice", "educator", "telaio", 160, None, "Visite a casa, ogni dieci giorni"),
    ("marchetti", "assistente", "social_worker", "comune_rozzano", 190, None, "Carte e ISEE"),
    ("marchetti", "psicologa", "psychologist", "melograno", 90, 20, ""),
    ("lombardo", "davide", "educator", "bussola", 100, None, "I pomeriggi del nipote"),
    ("lombardo", "lucia", "social_worker", "comune_opera", 120, None, ""),
    ("lombardo", "psicologa", "psychologist", "melograno", 50, None, "Colloqui con Teresa"),
    ("gashi", "assistente", "social_worker", "comune_rozzano", 24, None, ""),
    ("ramos", "coordinatrice", "coordinator", "telaio", 6, None, ""),
    ("kovac", "lucia", "social_worker", "comune_opera", 40, None, ""),
    ("traore", "coordinatrice", "coordinator", "telaio", 200, None, ""),
)
PASSED = ("traore", "equipe_nord", "equipe_sud", 3)  # household, from, to, days ago


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
            {"household": "lombardo", "to_team": "equipe_nord", "level": "record", "purpose": "collaboration", "by": "lucia",
             "reason": "Irene ascolta la nonna, una volta al mese",
             "since": today - timedelta(days=50), "until": today + timedelta(days=120)},
            {"household": "traore", "to_team": "equipe_nord", "level": "contact", "purpose": "continuity", "by": "coordinatrice",
             "reason": "Le prime settimane con la nuova équipe", "since": today - timedelta(days=3), "until": today + timedelta(days=60)},
        ],
        "cases": [_case(today, number, *case) for number, case in enumerate(CASES, 1)],
        "case_workers": [_worker(today, *worker) for worker in WORKERS],
        "case_steps": [step for case in CASES for step in _steps(today, *case)],
    }  # fmt: skip


def _person(today: date, key: str, given: str, family: str, sex: str, age: int) -> Row:
    return {
        "key": f"{key}_1",
        "given": given,
        "family": family,
        "sex": sex,
        "birth": date(today.year - age, 6, 15),
    }


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


def _worker(
    today: date, household: str, hat: str, profession: str, body: str, since: int, until: int | None, why: str
) -> Row:
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


def _steps(
    today: date, household: str, stage: str, opened: int, taken: int | None, ended: int | None, *about: Any
) -> Iterator[Row]:
    """The log that leads to a case's stage; `about` ends with its motive, its needs and its why."""
    _responsible, motive, _needs, why = about
    hat = next((hat for key, hat, *_rest in WORKERS if key == household), "assistente")
    row: dict[str, Any] = {"case": household, "household": household, "by": hat}
    begun = "preliminary_analysis"
    yield {
        **row,
        "verb": "open_case",
        "from": "",
        "to": begun,
        "day": today - timedelta(days=opened),
        "motive": motive,
        "words": why,
    }
    if taken is not None:
        day = today - timedelta(days=taken)
        yield {**row, "verb": "take_charge", "from": begun, "to": "in_charge", "day": day, "motive": "agreed"}
    if ended is not None:
        day, words = (
            today - timedelta(days=ended),
            "Abbiamo detto del doposcuola e del centro estivo: per ora basta così.",
        )
        yield {
            **row,
            "verb": "end_preliminary",
            "from": begun,
            "to": stage,
            "day": day,
            "motive": "oriented",
            "words": words,
        }
    if household == PASSED[0]:
        day, words = (
            today - timedelta(days=PASSED[3]),
            "Mariama ha una casa nuova a Binasco. Il consultorio è avvisato, resta il nido.",
        )
        yield {**row, "verb": "hand_over_case", "from": stage, "to": stage, "day": day, "motive": "moved", "words": words,
               "from_team": PASSED[1], "to_team": PASSED[2]}  # fmt: skip
