"""What a team and an invented family do together around a plan: they meet, they ask the psychologist, they look at the principles."""

from datetime import date, time, timedelta

from intreccio.front.web.many.families import Family
from intreccio.front.web.many.teams import hat_of, psychologist_of
from intreccio.front.web.many.ways import Journey, Rows
from intreccio.front.web.stories.dice import dice_of
from intreccio.front.web.stories.principles import OTHER

BEFORE = 7  # days from the meeting to the plan that it prepares
MEETS, ASKS, LOOKS = 0.35, 0.12, 0.25
EDITION = "sei-principi-famiglia-1"


def together_of(family: Family, way: Journey, today: date) -> Rows:
    """Nothing until there is a plan."""
    dice = dice_of(f"insieme-{family.key}")
    meets, asks, looks = (dice.random() < share for share in (MEETS, ASKS, LOOKS))
    if not way.planned:
        return {}
    return {
        **(_meeting(family, way.planned - timedelta(days=BEFORE)) if meets else {}),
        **(_support(family, way.planned, today) if asks and not way.closed else {}),
        **(_principles(family, way.planned) if looks else {}),
    }


def _meeting(family: Family, day: date) -> Rows:
    about = {"conference": f"{family.key}-riunione", "household": family.key, "came": True}
    seats = [{"membership": hat_of(family.team, role)} for role in ("social_worker", "educator")]
    return {
        "conferences": [
            {"key": about["conference"], "case": family.key, "household": family.key, "day": day, "held": day,
             "agenda": ("Da che cosa cominciare",), "minutes": "Si comincia da quello che la famiglia ha chiesto per primo."}
        ],
        "conference_seats": [{**about, **who} for who in (*seats, {"person": family.persons[0]["key"]})],
    }  # fmt: skip


def _support(family: Family, planned: date, today: date) -> Rows:
    """A line for the parents, with a meeting a fortnight from the first to the next one."""
    line, first = f"{family.key}-genitori", family.persons[0]["key"]
    starts = max(planned + timedelta(days=1), today - timedelta(days=56))
    days = [starts + timedelta(days=14 * number) for number in range(((today - starts).days // 14) + 2)]
    about = {"household": family.key, "line": line, "number": 1}
    return {
        "support_lines": [
            {"key": line, "household": family.key, "case": family.key, "kind": "parents", "for_whom": [first],
             "question": "Un posto per parlare di com'è crescere un figlio.", "by": hat_of(family.team, "social_worker"),
             "asked": planned, "psychologist": psychologist_of(family.team), "answered": planned, "state": "accepted"}
        ],
        "support_cycles": [{**about, "starts": starts}],
        "support_meetings": [
            {**about, "day": day, "hour": time(16, 30), "state": "held" if day < today else "planned",
             "present": [first] if day < today else []}
            for day in days
        ],
    }  # fmt: skip


def _principles(family: Family, planned: date) -> Rows:
    return {
        "plan_principles": [
            {"plan": f"{family.key}-1", "household": family.key, "edition": EDITION, "day": planned,
             "answers": {code: answer for code, (answer, _words) in OTHER.items()},
             "words": {code: words for code, (_answer, words) in OTHER.items()},
             "by": hat_of(family.team, "social_worker")}
        ]
    }  # fmt: skip
