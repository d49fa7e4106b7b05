"""Acts at the desk: signals that arrive, are read, decided and answered; conversations."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from intreccio.ground.kernel.bulk import Row
from intreccio.ground.kernel.keys import key_for

World = dict[str, Any]
Act = dict[str, Any]
ROME = ZoneInfo("Europe/Rome")
SOON = timedelta(minutes=20)


def acts_of(world: World) -> Iterator[Row]:
    """Acts of signals, then of conversations. Each knows the family only from the moment somebody tied them."""
    born = {row["key"]: datetime.combine(row["since"], time(12), ROME) for row in world.get("households", [])}
    for signal in world.get("signals", []):
        yield from _of_signal(signal, _tied(signal, born))
    waits = _waits(world)
    for contact in world.get("contacts", []):
        yield from _of_contact(contact, born, waits.get(contact["key"], {}))
    yield from _answered(world)


def _tied(row: Row, born: dict[str, datetime]) -> datetime | None:
    """When somebody said which family it was about: with the first step, once the family was written."""
    if not row.get("household"):
        return None
    steps = row.get("steps")
    first = steps[0]["at"] if steps else row["at"]
    said: datetime = row.get("tied") or max(first + SOON, born[row["household"]])
    return said


def _of_signal(signal: Row, tied: datetime | None) -> Iterator[Row]:
    codes = {
        "source": signal["source"],
        "municipality": signal["municipality"],
        "desk": str(key_for("team", signal["desk"])),
    }
    subject = ("access.signal", signal["key"])
    sent = {"kind": "signal.received", "subject": subject, "at": signal["at"], **_from(signal)}
    first = next((each["from"] for each in signal.get("passes", [])), signal["desk"])
    yield {
        **sent,
        "codes": {**codes, "desk": str(key_for("team", first)), "danger": signal.get("danger", False)},
    }
    said = {"signal": str(key_for("signal", signal["key"])), **codes}
    for act in _decided(signal, subject):
        yield _placed(act, signal, said, tied)
    if tied:
        linked = {"kind": "signal.linked", "subject": subject, "membership": signal["read"], "at": tied}
        yield {**linked, "household": signal["household"], "codes": {"signal": said["signal"]}}


def _from(signal: Row) -> Row:
    """At the desk a hat writes for somebody else. Who signals is named in the sender's row alone, with an account or not."""
    if hat := signal.get("written_by"):
        return {"membership": hat}
    return {"house": "signaller" if signal.get("sender", {}).get("membership") else "public_form"}


def _decided(signal: Row, subject: tuple[str, str]) -> Iterator[Act]:
    if reader := signal.get("read"):
        read = {"subject": subject, "membership": reader, "at": signal["at"] + timedelta(hours=2)}
        yield {**read, "kind": "signal.read", "codes": {"state": "read"}}
        if signal.get("urgency"):
            yield {
                **read,
                "at": read["at"] + SOON,
                "kind": "signal.urgency_set",
                "codes": {"urgency": signal["urgency"]},
            }
    for step in signal.get("steps", []):
        if step["step"] == "pass_on":
            continue  # the note of a passage, which is an act of its own
        act = {"subject": subject, "membership": step["by"], "at": step["at"], "kind": "signal.step_chosen"}
        yield {**act, "codes": {"step": step["step"], "reason": step.get("reason", "")}}
    for word in signal.get("words", []):
        yield _of_word(signal, subject, word)
    for each in signal.get("passes", []):
        desks = {"desk": str(key_for("team", each["from"])), "to": str(key_for("team", each["to"]))}
        act = {"subject": subject, "membership": each["by"], "at": each["at"], "kind": "signal.passed_on"}
        yield {**act, "codes": {**desks, "reason": each["reason"]}}


def _of_word(signal: Row, subject: tuple[str, str], word: Row) -> Act:
    if word["from_desk"]:
        return {
            "subject": subject,
            "membership": word["by"],
            "at": word["at"] + SOON / 2,
            "kind": "signal.answered_sender",
        }
    key = ("signal_word", signal["key"], word["key"])
    row = {"subject": ("access.signalword", "/".join(key)), "key": key, "at": word["at"]}
    return {**row, **_from(signal), "kind": "signal.word_added"}


def _placed(act: Act, signal: Row, said: Row, tied: datetime | None) -> Act:
    """Once the family is known, its own codes of the day stand for place and desk."""
    codes = act.get("codes", {})
    if tied and act["at"] > tied and act["kind"] != "signal.word_added":
        return {**act, "household": signal["household"], "codes": {"signal": said["signal"], **codes}}
    return {**act, "codes": {**said, **codes}}


def _waits(world: World) -> dict[str, Row]:
    """Of each conversation about a signal: the day of the signal, and whether nobody had spoken about it before."""
    days = {row["key"]: row["at"].astimezone(ROME).date().isoformat() for row in world.get("signals", [])}
    spoken: set[str] = set()
    waits: dict[str, Row] = {}
    for row in sorted(world.get("contacts", []), key=lambda each: each["at"]):
        if signal := row.get("signal"):
            waits[row["key"]] = {"signal_on": days[signal], "is_first": signal not in spoken}
            spoken.add(signal)
    return waits


def _of_contact(contact: Row, born: dict[str, datetime], waited: Row) -> Iterator[Row]:
    act = {"subject": ("access.contact", contact["key"]), "membership": contact["by"]}
    desk, said = (
        str(key_for("team", contact["desk"])),
        {name: contact.get(name, []) for name in ("needs", "ages")},
    )
    about = {"signal": str(key_for("signal", contact["signal"]))} if contact.get("signal") else {}
    heard = {name: contact[name] for name in ("answers", "minutes", "channel")}
    codes = {
        "municipality": contact.get("municipality", ""),
        "desk": desk,
        **said,
        **about,
        **heard,
        **waited,
    }
    yield {**act, "kind": "contact.created", "at": contact["at"], "codes": codes}
    if tied := _tied(contact, born):
        codes = {"desk": desk, **about, **{f"said_{name}": codes for name, codes in said.items()}}
        yield {**act, "kind": "contact.linked", "at": tied, "household": contact["household"], "codes": codes}


def _answered(world: World) -> Iterator[Row]:
    """A case that began from a conversation or a signal is their answer."""
    for case in world.get("cases", []):
        for noun in ("contact", "signal"):
            if key := case.get(noun):
                codes = {
                    "outcome": "case",
                    **({"signal": str(key_for("signal", key))} if noun == "signal" else {}),
                }
                yield {
                    "kind": f"{noun}.answered",
                    "subject": (f"access.{noun}", key),
                    "membership": case["by"],
                    "at": case["opened"],
                    "household": case["household"],
                    "codes": codes,
                }
