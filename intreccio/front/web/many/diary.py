"""The diary of an invented family: a few visits with their notes and minutes, one to come; of the large family thousands."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from intreccio.front.web.many.families import Family
from intreccio.front.web.many.teams import body_of, hat_of
from intreccio.front.web.many.ways import Journey, Rows
from intreccio.front.web.stories.dice import dice_of
from intreccio.ground.kernel.bulk import Row

NOTES = 2
TOLD = (
    "A casa c'erano tutti: hanno fatto vedere come si sono organizzati per i compiti, e tiene.",
    "Telefonata breve: la settimana è andata, chiedono di vedersi dopo il turno.",
    "Giocato insieme sul tappeto. «Adesso lo facciamo anche da soli», hanno detto.",
    "Con la maestra, e con il loro sì: che cosa funziona in classe e che cosa aiuterebbe.",
    "Giornata faticosa, detta da loro per primi. Hanno scelto da che cosa cominciare.",
)
PLACES = ("home", "phone", "ours", "school", "outside")
HOW = ("well", "well", "well", "so_so", "hard")


def diary_of(family: Family, way: Journey, today: date, *, notes: int = NOTES) -> Rows:
    """Nothing of whom was never in charge; spread from the first day to yesterday, or to the closing."""
    if not way.was_taken:
        return {}
    last = min(way.closed or today, today - timedelta(days=1))
    days = max((last - way.decided).days, 0)
    written = [
        _note(family, number, way.decided + timedelta(days=number * days // notes)) for number in range(notes)
    ]
    return {
        "visits": [] if way.closed else [_coming(family, today)],
        "visit_notes": written,
        "worked": [
            {"note": row["key"], "household": family.key, "employer": body_of(family.team), **_took(number)}
            for number, row in enumerate(written)
        ],
    }


def _note(family: Family, number: int, day: date) -> Row:
    """One in twenty for the team alone, one in forty for whoever answers for the family."""
    role = "social_worker" if number % 3 else "educator"
    audience = "reference" if number % 40 == 39 else "team" if number % 20 == 19 else "record"
    which = number % len(TOLD)
    return {
        "key": f"{family.key}-visita-{number}", "household": family.key, "case": family.key, "author": hat_of(family.team, role),
        "profession": role, "at": datetime.combine(day, time(17), UTC) + timedelta(seconds=number % 3600), "day": day,
        "place": PLACES[which], "how": HOW[which], "text": TOLD[which], "audience": audience,
        "present": [person["key"] for person in family.persons[: 1 + number % 3]],
    }  # fmt: skip


def _took(number: int) -> dict[str, Any]:
    return {"direct": 30 + number % 4 * 15, "indirect": 10 + number % 3 * 10}


def _coming(family: Family, today: date) -> Row:
    """A visit within a fortnight."""
    ahead = dice_of(f"visita-{family.key}").randint(1, 14)
    return {
        "key": f"{family.key}-prossima", "household": family.key, "case": family.key, "day": today + timedelta(days=ahead),
        "hour": time(16), "place": "home", "what": "Vedersi a casa", "workers": [hat_of(family.team, "educator")],
        "persons": [family.persons[0]["key"]],
    }  # fmt: skip
