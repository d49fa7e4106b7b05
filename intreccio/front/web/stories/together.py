"""How a team works on a family: how much work it asks, who stands in for whom, meetings and what they decided."""

from datetime import date, time, timedelta
from typing import Any

from intreccio.front.web.stories.tale import Fact, Rows

# family, days ago, effort, who says so
EFFORTS = (
    ("marchetti", 180, "ordinary", "assistente"),
    ("marchetti", 40, "intense", "coordinatrice"),
    ("haddad", 60, "light", "coordinatrice"),
)
AT_SCHOOL = {
    "kind": "network",
    "place": "Scuola di Via dei Tigli, aula 3",
    "agenda": ("Come arriva Nadia al mattino", "I pomeriggi", "Chi parla con chi"),
    "minutes": "Nadia è più serena da quando c'è l'angolo dei compiti. Elena chiede che la scuola chiami lei, e non la nonna.\n\n"
    "Il professore propone un'ora di studio assistito. Non siamo d'accordo sul giorno: se ne riparla con Nadia.",
}
IN_TEAM = {
    "kind": "team",
    "agenda": ("Da che cosa cominciare",),
    "minutes": "Si comincia dai pomeriggi: è la prima cosa che hanno chiesto.",
}

CALL = {
    "kind": "phone",
    "agenda": ("Elena ha trovato il nido per Leo.",),
    "minutes": "Elena ha trovato il nido per Leo.",
}

# Of the other teams: family, meeting, who will be away, who stands in.
ELSEWHERE = (("haddad", "est", "lucia", "davide"), ("tosi", "sud", "tommaso", "sara"))


def rows(today: date) -> Rows:
    """As they stand on `today`."""
    world: Rows = {
        "case_weights": [
            {"case": key, "household": key, "since": _day(today, ago), "weight": effort, "by": by}
            for key, ago, effort, by in EFFORTS
        ],
        "case_deputies": [
            {"case": "marchetti", "household": "marchetti", "absent": "assistente", "deputy": "educatrice", "why": "holiday",
             "since": _day(today, -21), "until": _day(today, -35)}
        ],
        "conferences": [], "conference_seats": [], "conference_decisions": [], "proposals": [],
    }  # fmt: skip
    _held(world, today, "marchetti", "scuola", 27, AT_SCHOOL)
    _seats(
        world,
        "scuola",
        "marchetti",
        True,
        membership=("assistente", "educatrice"),
        person=("elena",),
        somebody=("Prof. Neri, scuola",),
    )
    _decide(
        world,
        today,
        "scuola",
        "marchetti",
        "Un'ora di studio assistito a settimana",
        -10,
        somebody="Prof. Neri, scuola",
        need="futuro.istruzione",
    )
    _held(world, today, "marchetti", "telefonata", 12, CALL)
    _seats(world, "telefonata", "marchetti", True, membership=("educatrice",), person=("elena",))
    _held(world, today, "rossetti_lima", "inizio", 4, IN_TEAM)
    _seats(world, "inizio", "rossetti_lima", True, membership=("assistente",))
    _decide(
        world,
        today,
        "inizio",
        "rossetti_lima",
        "Chiedere al doposcuola quando si può provare",
        -9,
        membership="assistente",
    )
    _to_come(world, today)
    for family, key, absent, deputy in ELSEWHERE:
        about = {"case": family, "household": family, "absent": absent, "deputy": deputy, "why": "leave"}
        world["case_deputies"].append({**about, "since": _day(today, -12), "until": _day(today, -19)})
        _held(world, today, family, key, 12, IN_TEAM)
        _seats(world, key, family, True, membership=(deputy,))
        _decide(world, today, key, family, "Una telefonata ogni settimana", -14, membership=deputy)
    return world


def _day(today: date, ago: int) -> date:
    return today - timedelta(days=ago)


def _held(world: Rows, today: date, family: str, key: str, ago: int, told: Fact) -> None:
    day = _day(today, ago)
    about = {"key": key, "case": family, "household": family, "day": day, "held": day}
    world["conferences"].append({**about, **told})


def _seats(world: Rows, conference: str, family: str, came: bool | None, **who: tuple[str, ...]) -> None:
    about: dict[str, Any] = {"conference": conference, "household": family, "came": came}
    world["conference_seats"] += [{**about, kind: name} for kind, names in who.items() for name in names]


def _decide(world: Rows, today: date, conference: str, family: str, what: str, ago: int, **who: str) -> None:
    key = f"{conference}-1"
    about = {
        "key": key,
        "conference": conference,
        "household": family,
        "what": what,
        "by_when": _day(today, ago),
    }
    world["conference_decisions"].append({**about, **who})
    world["proposals"].append({"decision": key, "case": family, "household": family, "state": "waiting"})


# Who is asked and has said whether they come; the others have not yet.
ANSWERS = {
    "psicologa": ("comes", ""),
    "elena": ("comes", "Vengo con Leo"),
    "La pediatra": ("cannot", "Manda una relazione"),
}


def _to_come(world: Rows, today: date) -> None:
    world["conferences"].append(
        {"key": "uvm", "case": "marchetti", "household": "marchetti", "kind": "uvm", "day": _day(today, -8), "at": time(14, 30),
         "place": "Consultorio Il Cortile", "agenda": ("Come va il linguaggio di Leo", "Che cosa serve per la scuola dell'infanzia")}
    )  # fmt: skip
    _seats(
        world,
        "uvm",
        "marchetti",
        None,
        membership=("assistente", "psicologa"),
        person=("elena",),
        somebody=("La pediatra",),
    )
    said = {"answered": _day(today, 1), "answered_by": "assistente"}
    for seat in world["conference_seats"][-4:]:
        answer = ANSWERS.get(seat.get("membership") or seat.get("person") or seat["somebody"])
        seat.update({**said, "answer": answer[0], "answer_words": answer[1]} if answer else {})
    _meanwhile(world, today)


def _meanwhile(world: Rows, today: date) -> None:
    """The same afternoon, of another family: the psychologist is asked to both, and the week of the team says so."""
    world["conferences"].append(
        {"key": "compiti", "case": "cattaneo", "household": "cattaneo", "kind": "network", "day": _day(today, -8), "at": time(15),
         "place": "Spazio compiti La Bussola", "agenda": ("Come vanno i compiti insieme",)}
    )  # fmt: skip
    _seats(world, "compiti", "cattaneo", None, membership=("psicologa", "educatrice"))
