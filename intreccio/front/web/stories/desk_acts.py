"""Acts at the desk: signals that arrive, are read, decided and answered; conversations."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from intreccio.ground.kernel.bulk import Row
from intreccio.ground.kernel.keys import key_for

World = dict[str, Any]
Act = dict[str, Any]
SOON = timedelta(minutes=20)


def acts_of(world: World) -> Iterator[Row]:
    """Acts of signals, then of conversations. Each knows the family only from the moment somebody tied them."""
    for signal in world.get("signals", []):
        yield from _of_signal(signal)
    for contact in world.get("contacts", []):
        yield from _of_contact(contact)
    yield from _answered(world)


def _of_signal(signal: Row) -> Iterator[Row]:
    codes = {"source": signal["source"], "municipality": signal["municipality"], "desk": str(key_for("team", signal["desk"]))}
    subject = ("access.signal", signal["key"])
    sent = {"kind": "signal.received", "subject": subject, "at": signal["at"], **_from(signal)}
    yield {**sent, "codes": {**codes, "danger": signal.get("danger", False)}}
    said = {"signal": str(key_for("signal", signal["key"])), **codes}
    yield from (_placed(act, signal, said) for act in _decided(signal, subject))


def _from(signal: Row) -> Row:
    """Who has an account signals under a hat; everybody else through the public form."""
    hat = signal.get("written_by") or signal.get("sender", {}).get("membership")
    return {"membership": hat} if hat else {"house": "public_form"}


def _decided(signal: Row, subject: tuple[str, str]) -> Iterator[Act]:
    if reader := signal.get("read"):
        read = {"subject": subject, "membership": reader, "at": signal["at"] + timedelta(hours=2)}
        yield {**read, "kind": "signal.read", "codes": {"state": "read"}}
        if signal.get("urgency"):
            yield {**read, "at": read["at"] + SOON, "kind": "signal.urgency_set", "codes": {"urgency": signal["urgency"]}}
    for step in signal.get("steps", []):
        act = {"subject": subject, "membership": step["by"], "at": step["at"], "kind": "signal.step_chosen"}
        yield {**act, "codes": {"step": step["step"], "reason": step.get("reason", "")}}
    for word in signal.get("words", []):
        yield _of_word(signal, subject, word)
    if signal.get("household"):
        yield {"subject": subject, "membership": signal["read"], "at": _tied(signal), "kind": "signal.linked", "codes": {}}


def _of_word(signal: Row, subject: tuple[str, str], word: Row) -> Act:
    if word["from_desk"]:
        return {"subject": subject, "membership": word["by"], "at": word["at"] + SOON / 2, "kind": "signal.answered_sender"}
    key = ("signal_word", signal["key"], word["key"])
    row = {"subject": ("access.signalword", "/".join(key)), "key": key, "at": word["at"]}
    return {**row, **_from(signal), "kind": "signal.word_added"}


def _tied(signal: Row) -> Any:
    """The family is found with the first step, or when somebody reads."""
    steps = signal.get("steps")
    return signal.get("tied") or (steps[0]["at"] if steps else signal["at"] + timedelta(hours=2)) + SOON


def _placed(act: Act, signal: Row, said: Row) -> Act:
    """Once the family is known, its own codes of the day stand for place and desk."""
    codes = act.get("codes", {})
    if signal.get("household") and act["at"] >= _tied(signal) and act["kind"] != "signal.word_added":
        return {**act, "household": signal["household"], "codes": {"signal": said["signal"], **codes}}
    return {**act, "codes": {**said, **codes}}


def _of_contact(contact: Row) -> Iterator[Row]:
    subject = ("access.contact", contact["key"])
    said = {
        "desk": str(key_for("team", contact["desk"])),
        "needs": contact.get("needs", []),
        "ages": contact.get("ages", []),
        **({"signal": str(key_for("signal", contact["signal"]))} if contact.get("signal") else {}),
    }
    act = {"subject": subject, "membership": contact["by"], "at": contact["at"]}
    heard = {"answers": contact["answers"], "minutes": contact["minutes"], "channel": contact["channel"]}
    place = {"municipality": contact.get("municipality", "")}
    yield {**act, "kind": "contact.created", "codes": {**place, **said, **heard}}
    if household := contact.get("household"):
        family = {"household": household, "desk": said["desk"]}
        tied = {**act, "household": household, "at": contact.get("tied") or contact["at"] + timedelta(hours=2)}
        yield {**tied, "kind": "contact.linked", "codes": {"desk": family["desk"], "said_needs": said["needs"], "said_ages": said["ages"]}}
        if contact.get("outcome"):
            end = {**tied, "at": tied["at"] + SOON, "kind": "contact.answered"}
            yield {**end, "codes": {"desk": family["desk"], "outcome": contact["outcome"]}}


def _answered(world: World) -> Iterator[Row]:
    """A case that began from a signal is that signal's answer."""
    desks = {signal["key"]: signal["desk"] for signal in world.get("signals", [])}
    for case in world.get("cases", []):
        if case.get("signal") in desks:
            yield {
                "kind": "signal.answered",
                "subject": ("access.signal", case["signal"]),
                "membership": case["by"],
                "at": case["opened"],
                "household": case["household"],
                "codes": {"signal": str(key_for("signal", case["signal"])), "outcome": "case", "state": "answered"},
            }
