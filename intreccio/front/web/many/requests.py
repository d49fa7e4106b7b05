"""What was asked of services for an invented family, and what they answered."""

import random
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from intreccio.front.web.many.families import Family
from intreccio.front.web.many.teams import answers_for, hat_of
from intreccio.front.web.many.ways import Journey
from intreccio.ground.kernel.bulk import Row
from intreccio.parties.people.rules.ages import age_on

HOW_MANY = (42, 50, 8)  # of a hundred families in charge: none, one, two
SEE, YES, WAIT, NO = "see_referral", "accept_referral", "put_on_waiting_list", "decline_referral"
START, END, BACK, SAID = "start_referral", "end_referral", "withdraw_referral", "record_answer"
# By state: of a hundred how many, and the steps with the days between them.
PATHS: dict[str, tuple[int, tuple[tuple[str, int], ...]]] = {
    "asked": (8, ()),
    "seen": (6, ((SEE, 1),)),
    "waiting": (5, ((SEE, 1), (WAIT, 3))),
    "accepted": (5, ((SEE, 1), (YES, 3))),
    "under_way": (14, ((SEE, 2), (YES, 3), (START, 6))),
    "ended": (8, ((SEE, 1), (YES, 4), (START, 6), (END, 25))),
    "answered": (31, ((SEE, 2), (YES, 2), (START, 5), (END, 25), (SAID, 6))),
    "declined": (15, ((SEE, 1), (NO, 4))),
    "withdrawn": (8, ((SEE, 3), (BACK, 9))),
}
OVER = ("answered", "declined", "withdrawn")
REASONS = {
    NO: ("no_room", "no_room", "not_eligible", "too_far", "other"),
    END: ("done", "done", "done", "family_left"),
    BACK: ("family", "no_answer", "found_elsewhere"),
}
HELPED = ("yes", "yes", "yes", "partly", "no")
OURS = (BACK, SAID)
NEWS = ("waiting", "accepted", "declined", "ended")
LONGEST, LATELY, ANSWER_IN = 45, 20, 7
REQUESTS = {
    "emergenze.alimentare": "la spesa di ogni settimana, in un posto dove non ci si senta guardati",
    "emergenze.economico": "qualcuno che guardi con noi le bollette rimaste indietro",
    "emergenze.sanitario": "una visita, con chi parli piano e risponda alle domande",
    "famiglie.accompagnamento": "una persona di cui fidarsi, nei pomeriggi difficili",
    "futuro.educative": "due mattine con altri bambini",
    "futuro.istruzione": "una mano con i compiti, due pomeriggi la settimana",
    "futuro.genitorialita": "un gruppo di genitori in cui parlare liberamente",
    "lavoro.occupabilita": "un lavoro con orari da genitore",
    "infrastruttura.prossimita": "vicine e vicini con cui fare due passi",
}


def requests_of(
    dice: random.Random, family: Family, way: Journey, *, services: list[Row], codes: Row, today: date
) -> list[dict[str, Any]]:
    """None, one or two, of the services of the body that answer to what the family needs. Short codes come later."""
    fit = [row for row in services if family.need in row["needs"]] or services
    if not way.was_taken or not fit:
        return []
    return [
        _request(dice, family, way, place, service=dice.choice(fit), codes=codes, today=today)
        for place in range(dice.choices(range(len(HOW_MANY)), weights=HOW_MANY)[0])
    ]


def _request(
    dice: random.Random, family: Family, way: Journey, place: int, *, service: Row, codes: Row, today: date
) -> dict[str, Any]:
    states = OVER if way.closed else tuple(PATHS)
    state = dice.choices(states, weights=[PATHS[one][0] for one in states])[0]
    sent = _sent(dice, way, state, today)
    about, parent = dice.choice(family.persons), family.persons[0]
    steps = _steps(dice, family, PATHS[state][1], sent, service, place)
    return {
        "key": f"{family.key}-{place}",
        "household": family.key,
        "case": family.key,
        "person": about["key"],
        "consent_of": parent["key"],
        "service": service["key"],
        "need": family.need,
        "request": f"{about['given']} ha {age_on(about['birth'], sent)} anni: cerchiamo {REQUESTS[family.need]}.",
        "urgency": dice.choice(("weeks", "weeks", "no_hurry", "now")),
        "answer_by": sent + timedelta(days=ANSWER_IN),
        "codes": codes,
        "steps": steps,
        "news": state in NEWS and dice.random() < 0.3,
        "helped": dice.choice(HELPED) if state == "answered" else "",
        "family_words": "Ci ha aiutato a cominciare." if state == "answered" else "",
    }


def _sent(dice: random.Random, way: Journey, state: str, today: date) -> date:
    """What is still to be answered was asked lately; what is over, at any time since the family was taken in charge."""
    end = way.closed or today
    lasted = sum(days for _verb, days in PATHS[state][1]) + 1
    if state in OVER:
        lasted += dice.randint(0, max((end - way.decided).days - LONGEST - 1, 0))
    elif state != "ended":
        lasted += dice.randint(0, LATELY)
    return end - timedelta(days=lasted)


def _steps(
    dice: random.Random,
    family: Family,
    path: tuple[tuple[str, int], ...],
    sent: date,
    service: Row,
    place: int,
) -> list[Row]:
    asks, answers = hat_of(family.team, "social_worker"), answers_for(service["organisation"])
    # No two acts of the house at the same moment: the microsecond is the family's own.
    own = (int(family.key.rpartition("-")[2]) * 2 + place) % 1_000_000
    at = datetime.combine(sent, time(dice.randint(7, 14), dice.randrange(60), dice.randrange(60), own), UTC)
    steps: list[Row] = [{"verb": "create_referral", "at": at, "by": asks}]
    for verb, days in path:
        at += timedelta(days=days, minutes=dice.randint(1, 50))
        reason = {"reason": dice.choice(REASONS[verb])} if verb in REASONS else {}
        steps.append({"verb": verb, "at": at, "by": asks if verb in OURS else answers, **reason})
    return steps
