"""Loads invented signals and contacts from a recipe of plain dictionaries (see `front/web/demo.py` for the whole).

A signal: key, number, desk, municipality, source, at, due (days from today), facts, knows; and where they differ from
nothing: worry, good, children, family, danger, state, urgency, read (who), news, household, written_by,
`sender` (name, reach, relation or membership), `steps`, `words` and `passes` (the desks it has come through; `desk` is
the one that has it now). A contact: see `_contact`.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import connections

from intreccio.ground.kernel.bulk import KEEPER, Row, copy_rows
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.tally import bucket_of
from intreccio.ground.kernel.text import digits_of

World = dict[str, Any]
Teams = dict[str, UUID]


def load(world: World) -> None:
    """Signals with who sent them, where they stand, steps and words; contacts."""
    signals, day = world.get("signals", []), world["today"]
    teams = {
        household["key"]: key_for("team", household["team"]) for household in world.get("households", [])
    }
    desks = {signal["key"]: key_for("team", signal["desk"]) for signal in signals}
    copy_rows("access_signal", (_signal(signal, day) for signal in signals))
    copy_rows("access_signalsender", map(_sender, signals))
    copy_rows("access_triage", (_triage(signal, day, teams) for signal in signals))
    copy_rows("access_signalstep", _steps(signals, day))
    copy_rows("access_signalpass", _passes(signals, day))
    copy_rows("access_signalword", _words(signals))
    copy_rows("access_contact", (_contact(contact, teams, desks) for contact in world.get("contacts", [])))
    with connections[KEEPER].cursor() as cursor:  # short codes go on from where the recipe's end
        cursor.execute("SELECT setval('access_signal_number', greatest(%s, 1))", [_last_number(signals)])


def _last_number(signals: list[Row]) -> int:
    return max((signal["number"] for signal in signals), default=1)


def hat(key: str | None) -> UUID | None:
    """The membership of a key."""
    return key_for("membership", key) if key else None


def about(household: str | None, teams: Teams) -> Row:
    """The two columns of a row that is about a family, or about nobody yet."""
    if not household:
        return {"household_id": None, "team_id": None}
    return {"household_id": key_for("household", household), "team_id": teams[household]}


def _of_signal(signal: Row) -> Row:
    return {"signal_id": key_for("signal", signal["key"]), "desk_id": key_for("team", signal["desk"])}


def _signal(signal: Row, day: date) -> Row:
    was_read = signal.get("read") or signal.get("passes")
    return {
        "id": key_for("signal", signal["key"]),
        "code": code_of(signal, day),
        # Nobody holds these receipts: an invented signal has no code to type.
        "receipt": bucket_of("invented receipt", signal["key"]),
        "received_at": signal["at"],
        "desk_id": key_for("team", signal["desk"]),
        "source": signal["source"],
        "municipality_code": signal["municipality"],
        "facts": signal["facts"],
        "worry": signal.get("worry", ""),
        "good": signal.get("good", ""),
        "children": signal.get("children", ""),
        "family": signal.get("family", ""),
        "knows": signal["knows"],
        "danger_now": signal.get("danger", False),
        "written_by": hat(signal.get("written_by")),
        "read_at": signal["at"] + timedelta(hours=2) if was_read else None,
    }


def code_of(signal: Row, day: date) -> str:
    """The short code that the desk reads."""
    return f"S-{day.year}-{signal['number']:04d}"


def _sender(signal: Row) -> Row:
    sender = signal.get("sender", {})
    return {
        "id": key_for("sender", signal["key"]),
        **_of_signal(signal),
        "name": sender.get("name", ""),
        "reach": sender.get("reach", ""),
        "relation": sender.get("relation", ""),
        "membership_id": hat(sender.get("membership")),
    }


def _triage(signal: Row, day: date, teams: Teams) -> Row:
    # What another desk chose before passing it on is not this desk's choice.
    last = ([{}, *(step for step in signal.get("steps", []) if step["step"] != "pass_on")])[-1]
    reader = signal.get("read")
    by_when = last.get("by_when")
    return {
        "id": key_for("signal", signal["key"]),
        "version": 1,
        **_of_signal(signal),
        "state": signal.get("state", "received"),
        "urgency": signal.get("urgency", ""),
        "urgency_by": hat(reader) if signal.get("urgency") else None,
        "due_on": day + timedelta(days=signal["due"]),
        "has_news": signal.get("news", False),
        "read_by": hat(reader),
        "step": last.get("step", ""),
        "assigned_to_id": hat(last.get("to")),
        "assigned_until": None if by_when is None else day + timedelta(days=by_when),
        **about(signal.get("household"), teams),
    }


def _steps(signals: list[Row], day: date) -> Iterator[Row]:
    for signal in signals:
        for step in signal.get("steps", []):
            by_when = step.get("by_when")
            yield {
                "id": key_for("signal_step", signal["key"], step["key"]),
                **_of_signal(signal),
                "at": step["at"],
                "step": step["step"],
                "to_id": hat(step.get("to")),
                "by_when": None if by_when is None else day + timedelta(days=by_when),
                "reason": step.get("reason", ""),
                "note": step.get("note", ""),
                "by": hat(step["by"]),
            }


def _passes(signals: list[Row], day: date) -> Iterator[Row]:
    for signal in signals:
        for each in signal.get("passes", []):
            yield {
                "id": key_for("signal_pass", signal["key"], each["from"]),
                "signal_id": key_for("signal", signal["key"]),
                "code": code_of(signal, day),
                "desk_id": key_for("team", each["from"]),
                "to_id": key_for("team", each["to"]),
                "at": each["at"],
                "reason": each["reason"],
                "by": hat(each["by"]),
            }


def _words(signals: list[Row]) -> Iterator[Row]:
    for signal in signals:
        for word in signal.get("words", []):
            yield {
                "id": key_for("signal_word", signal["key"], word["key"]),
                **_of_signal(signal),
                "at": word["at"],
                "from_desk": word["from_desk"],
                "words": word["words"],
                "by": hat(word.get("by")) if word["from_desk"] else None,
                "read_at": None,
            }


def _contact(contact: Row, teams: Teams, desks: dict[str, UUID]) -> Row:
    phone, signal = contact.get("phone", ""), contact.get("signal")
    # About a signal, it stands at that signal's desk: the database asks for it.
    desk = desks[signal] if signal else key_for("team", contact["desk"])
    return {
        "id": key_for("contact", contact["key"]),
        "version": 1,
        "desk_id": desk,
        "at": contact["at"],
        "minutes": contact["minutes"],
        "channel": contact["channel"],
        "by_id": hat(contact["by"]),
        "is_anonymous": contact.get("anonymous", False),
        "given": contact.get("given", ""),
        "surname": contact.get("surname", ""),
        "birth_date": contact.get("birth"),
        "phone": phone,
        "phone_digits": digits_of(phone),
        "municipality_code": contact.get("municipality", ""),
        "ages": contact.get("ages", []),
        "needs": contact.get("needs", []),
        "words": contact.get("words", ""),
        "answers": contact["answers"],
        "service_ids": [key_for("service", key) for key in contact.get("services", [])],
        "signal_id": key_for("signal", signal) if signal else None,
        **about(contact.get("household"), teams),
        "outcome": contact.get("outcome", ""),
        "settled_at": _settled(contact),
    }


def _settled(contact: Row) -> Any:
    """At once, but for a proposal to accompany: that waits for its answer."""
    if "intake" not in contact["answers"]:
        return contact["at"]
    return contact["at"] + timedelta(days=1) if contact.get("settled") else None
