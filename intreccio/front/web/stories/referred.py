"""What was asked of services, and what they answered: rows and acts, told apart from the families' own stories."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from intreccio.families.referrals.rules.states import BY_VERB
from intreccio.families.referrals.vocabulary import Side
from intreccio.front.web.stories.asked import LINES, Line
from intreccio.front.web.stories.codes import Codes
from intreccio.front.web.stories.tale import FRIDAY, ROME, Rows, Tale
from intreccio.ground.kernel.bulk import Row
from intreccio.ground.kernel.keys import key_for

World = dict[str, Any]
ANSWER_IN = 7
# Who answers for a body; the body of a service is known where the whole world is.
ANSWERS = {
    "telaio": "coordinatrice",
    "girasole": "tommaso",
    "comune_rozzano": "assistente",
    "comune_opera": "lucia",
    "consultorio": "consultorio",
    "scuola_tigli": "scuola",
}
KINDS = {
    "create_referral": "referral.sent",
    "see_referral": "referral.seen",
    "accept_referral": "referral.accepted",
    "put_on_waiting_list": "referral.waiting",
    "decline_referral": "referral.declined",
    "start_referral": "referral.started",
    "end_referral": "referral.ended",
    "withdraw_referral": "referral.withdrawn",
    "record_answer": "referral.answered",
    "write_word": "referral.word_written",
}
OURS = ("create_referral", "withdraw_referral", "record_answer")


def rows(today: date) -> Rows:
    """Rows of the district as it stands on `today`."""
    return {"referrals": [_referral(line, today) for line in LINES]}


def _referral(line: Line, today: date) -> dict[str, Any]:
    tale = Tale(today, line.family, team="", since=0, by=line.by)
    steps = [{"verb": "create_referral", "at": _at(tale, line.sent, 9), "by": line.by}]
    for number, step in enumerate(line.steps, 1):
        at = _at(tale, step.ago, 9 + number)
        steps.append({**step._asdict(), "at": at, "by_receiver": step.verb not in OURS})
    return {
        "key": line.key, "household": line.family, "case": line.family, "person": line.person, "consent_of": line.yes,
        "service": line.service, "need": line.need, "request": line.request, "steps": steps,
        "answer_by": tale.day(line.more.get("due", line.sent - ANSWER_IN)), **line.more,
    }  # fmt: skip


def _at(tale: Tale, ago: int, hour: int) -> datetime:
    """Whoever asks and whoever answers does so on a working day."""
    day = tale.day(ago)
    day -= timedelta(days=max(day.weekday() - FRIDAY, 0))
    return datetime.combine(day, time(hour, 20), ROME)


def complete(world: World) -> None:
    """What follows from all rows together: who answered, the codes of the day of sending, who opened what."""
    codes, bodies = Codes(world), {row["key"]: row["organisation"] for row in world.get("services", [])}
    for row in world.get("referrals", []):
        row["codes"] = codes.on(row["household"], _day(row["steps"][0]))
        for step in row["steps"]:
            ours = step["verb"] in OURS
            step["by"] = step["by"] or (row["steps"][0]["by"] if ours else ANSWERS[bodies[row["service"]]])
            if step["verb"] == "see_referral":
                world.setdefault("readings", []).append(
                    {"membership": step["by"], "page": "referral_page", "at": step["at"], "shown": [("referral", row["key"])]}
                )  # fmt: skip


def _day(step: Row) -> date:
    day: date = step["at"].astimezone(ROME).date()
    return day


def acts_of(world: World) -> Iterator[Row]:
    """The acts behind them: the receiver's know no family, and carry the codes of the day of sending."""
    bodies = {row["key"]: row["organisation"] for row in world.get("services", [])}
    hats = {row["key"]: row["organisation"] for row in world.get("memberships", [])}
    for row in world.get("referrals", []):
        first = row["steps"][0]
        codes = {
            **row["codes"],
            "referral": str(key_for("referral", row["key"])),
            "need": row["need"],
            "service": str(key_for("service", row["service"])),
            "receiver": str(key_for("organisation", bodies[row["service"]])),
            "sender": str(key_for("organisation", hats[first["by"]])),
            "sent_on": _day(first).isoformat(),
        }
        for step in row["steps"]:
            yield _act(row, step, codes)


def _act(row: Row, step: Row, codes: Row) -> Row:
    transition = BY_VERB.get(step["verb"])
    ours = transition is not None and transition.side == Side.SENDER
    own = {"urgency": row.get("urgency", "weeks")} if step["verb"] == "create_referral" else {}
    own |= {"reason": step["reason"]} if step.get("reason") else {}
    own |= {"helped": row["helped"]} if step["verb"] == "record_answer" else {}
    about = {"household": row["household"]} if ours else {}
    return {
        "kind": KINDS[step["verb"]],
        "membership": step["by"],
        "at": step["at"],
        "subject": ("referrals.referral", row["key"]),
        **about,
        "codes": {**codes, **own},
    }
