"""Facts of an act, from the act alone: its kind, its codes, its day. Listener and rebuild ask the same function."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

Codes = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FactDraft:
    """A fact before it is written; `team` says whose it was, and becomes the body that leads it."""

    kind: str
    week: date
    municipality_code: str = ""
    team: str = ""
    ages: tuple[str, ...] = ()
    need_code: str = ""
    outcome: str = ""
    reason: str = ""
    value: Decimal | None = None
    weight: int = 1
    school: str = ""
    told_to: str = ""  # the team, where it knows its own from what is told of all

    def columns(self) -> dict[str, Any]:
        """As its row has it, but for whose it is."""
        names = ("kind", "week", "municipality_code", "need_code", "outcome", "reason", "value", "weight")
        return {
            "ages": list(self.ages),
            "school_id": self.school or None,
            "team_id": self.told_to or None,
            **{name: getattr(self, name) for name in names},
        }


def facts_of(kind: str, codes: Codes, day: date) -> list[FactDraft]:
    """What is counted of an act; nothing for acts that no indicator needs."""
    make = HEARD.get(kind)
    if make is None:
        return []
    base = FactDraft(
        kind="",
        week=day - timedelta(days=day.weekday()),
        municipality_code=codes.get("municipality") or "",
        team=codes.get("team") or codes.get("desk") or "",
        ages=tuple(sorted(codes.get("ages") or ())),
    )
    return list(make(base, codes, day))


def _signal(base: FactDraft, _codes: Codes, _day: date) -> Iterator[FactDraft]:
    yield replace(base, kind="signal")


def _heard(base: FactDraft, codes: Codes, day: date) -> Iterator[FactDraft]:
    """A conversation: what was asked in it, and how long who signalled had waited for it."""
    # Of a family that is known, `needs` are all those written of it: the ones of this conversation stand apart.
    yield from _asked(base, codes.get("said_needs", codes.get("needs")) or ())
    if codes.get("is_first") and (waited := _days(codes.get("signal_on"), day)) is not None:
        yield replace(base, kind="first_contact", value=waited)


def _opened(base: FactDraft, codes: Codes, _day: date) -> Iterator[FactDraft]:
    """What a case begins from, unless a conversation came first: there it was counted."""
    if not codes.get("from_contact"):
        yield from _asked(base, codes.get("asked") or ())


def _asked(base: FactDraft, needs: Any) -> Iterator[FactDraft]:
    for need in sorted(set(needs)):
        yield replace(base, kind="need_asked", need_code=need)


def _taken(base: FactDraft, codes: Codes, day: date) -> Iterator[FactDraft]:
    begun = codes.get("asked_on") or codes.get("opened_on")
    yield replace(base, kind="taken_charge", value=_days(begun, day))


def _back(base: FactDraft, codes: Codes, _day: date) -> Iterator[FactDraft]:
    """Who comes back is in charge again; who never left, because the closing was a mistake, is not, and had not gone."""
    if codes.get("motive") != "mistaken":
        yield replace(base, kind="taken_charge")
    elif codes.get("closed_on"):
        closing = {**codes, "motive": codes.get("closed_motive")}
        yield from taken_back(_closed)(base, closing, date.fromisoformat(codes["closed_on"]))


def _closed(base: FactDraft, codes: Codes, day: date) -> Iterator[FactDraft]:
    began = codes.get("in_charge_since") or codes.get("opened_on")
    yield replace(base, kind="closed", outcome=codes.get("motive") or "", value=_days(began, day))


def _of_referral(kind: str, outcome: str = "", told: str = "") -> "Make":
    """A step of a referral; `told` is the code that says how it went."""

    def make(base: FactDraft, codes: Codes, day: date) -> Iterator[FactDraft]:
        yield replace(
            base,
            kind=kind,
            need_code=codes.get("need") or "",
            outcome=outcome or codes.get(told) or "",
            reason=codes.get("reason") or "",
            value=_days(codes.get("sent_on"), day),
        )

    return make


def _changed(base: FactDraft, codes: Codes, _day: date) -> Iterator[FactDraft]:
    """One fact a scale, at the first review only: later ones compare with another span of time."""
    if codes.get("moment") == "t1":
        for scale, change in sorted((codes.get("change") or {}).items()):
            if change is not None:
                yield replace(base, kind="change", outcome=scale, value=Decimal(str(change)))


def _scored(base: FactDraft, codes: Codes, day: date) -> Iterator[FactDraft]:
    """One a goal and review: what stood before, said again or a mistake, is taken back."""
    before, after = codes.get("before"), codes.get("after", codes.get("level"))
    if codes.get("at_review") and before != after:
        yield from taken_back(_level)(base, {**codes, "level": before}, day)
        yield from _level(base, {**codes, "level": after}, day)


def _level(base: FactDraft, codes: Codes, _day: date) -> Iterator[FactDraft]:
    level, aim = codes.get("level"), codes.get("aim")
    if level is not None and aim is not None:
        outcome = "reached" if level >= aim else "not_yet"
        yield replace(base, kind="goal_scored", outcome=outcome, value=Decimal(str(level)))


def _seen(base: FactDraft, codes: Codes, _day: date) -> Iterator[FactDraft]:
    """What a teacher saw: one for the look, one for each thing; of a school, and of no place, age or class."""
    if "strong" not in codes:
        return
    school = codes.get("school") or ""
    at_school = replace(base, municipality_code="", ages=(), school=school, told_to=base.team)
    yield replace(at_school, kind="school_sheet")
    for part in ("strong", "hard"):
        for item in codes.get(part) or ():
            yield replace(at_school, kind="school_seen", outcome=f"{part}.{item}")


def taken_back(make: "Make") -> "Make":
    """The same facts, each one less."""

    def undo(base: FactDraft, codes: Codes, day: date) -> Iterator[FactDraft]:
        return (replace(each, weight=-each.weight) for each in make(base, codes, day))

    return undo


def _days(since: str | None, day: date) -> Decimal | None:
    return Decimal(max((day - date.fromisoformat(since)).days, 0)) if since else None


Make = Callable[[FactDraft, Codes, date], Iterator[FactDraft]]
HEARD: Mapping[str, Make] = {
    "signal.received": _signal,
    "contact.created": _heard,
    "case.opened": _opened,
    "case.taken_charge": _taken,
    "case.reopened": _back,
    "case.closed": _closed,
    "referral.sent": _of_referral("referral_sent"),
    "referral.accepted": _of_referral("referral_decided", outcome="accepted"),
    "referral.declined": _of_referral("referral_decided", outcome="declined"),
    "referral.ended": _of_referral("referral_ended"),
    "referral.answered": _of_referral("referral_helped", told="helped"),
    "assessment.closed": _changed,
    "assessment.voided": taken_back(_changed),
    "goal.scored": _scored,
    "goal.score_voided": _scored,
    "school_sheet.answered": _seen,
    "school_sheet.voided": taken_back(_seen),
}
