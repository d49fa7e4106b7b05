"""Acts on a family's own rows and on its case."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from intreccio.ground.kernel.bulk import Row
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.demo.rows import language_key
from intreccio.parties.people.rules.kinship import COUPLES

World = dict[str, Any]
Key = tuple[str, ...]
LEVELS = {"known": 1, "contact": 2, "record": 3}
LIFE = {
    "pregnancy": "child.expected",
    "birth": "birth.recorded",
    "death": "death.recorded",
    "separation": "home.parted",
    "fostered": "child.fostered",
    "returned": "person.returned",
}
STEPS = {
    "open_case": "case.opened",
    "take_charge": "case.taken_charge",
    "end_preliminary": "case.preliminary_ended",
    "begin_plan": "case.plan_begun",
    "begin_review": "case.review_begun",
    "end_review": "case.review_ended",
    "close_case": "case.closed",
    "reopen_case": "case.reopened",
    "hand_over_case": "case.handed_over",
}


def acts_of(world: World) -> Iterator[Row]:
    """Acts in the order in which a morning brings them: who they are, what they say, who helps them."""
    today = world["today"]
    for row in world.get("households", []):
        yield _act("household.created", row, row["since"], ("people.household", row["key"]), row["key"])
    yield from _homes(world)
    yield from _addresses(world)
    yield from _aspects(world)
    yield from _isee(world)
    yield from _languages(world)
    yield from _documents(world)
    yield from _reports(world)
    yield from _decides(world)
    yield from _ties(world)
    yield from _life(world)
    yield from _grants(world, today)
    yield from _cases(world)
    yield from _workers(world)


def _act(kind: str, row: Row, at: date, subject: tuple[str, str], household: str, **more: Any) -> Row:
    """`key` says the words of the subject's id, where they are not its table and one key."""
    return {
        "kind": kind,
        "membership": row["by"],
        "at": at,
        "subject": subject,
        "household": household,
        **more,
    }


def _of_row(kind: str, row: Row, at: date, table: str, key: Key, **codes: Any) -> Row:
    subject = (f"people.{table}", "/".join(key))
    return _act(kind, row, at, subject, row["household"], key=key, codes=codes)


def _homes(world: World) -> Iterator[Row]:
    written: set[str] = set()
    for row in world.get("homes", []):
        if row.get("voided"):
            continue
        sense, person = row.get("kind", "lives"), ("people.person", row["person"])
        known = row["person"] in written
        codes = {"role": row["role"], **({"sense": sense} if known else {})}
        written.add(row["person"])
        kind = "person.brought" if known else "person.added"
        yield _act(kind, row, row["since"], person, row["household"], codes=codes)
        if row.get("until"):
            yield _act(
                "person.left",
                row,
                row["until"],
                person,
                row["household"],
                fields=["until"],
                codes={"sense": sense},
            )


def _addresses(world: World) -> Iterator[Row]:
    for row in world.get("addresses", []):
        if not row.get("voided"):
            key: Key = ("address", row["household"], str(row["since"]))
            yield _of_row("address.written", row, row["since"], "homeaddress", key, place=row["municipality"])
    for row in world.get("protected_addresses", []):
        key = ("protected_address", row["household"])
        yield _of_row("address.protected", row, row["since"], "protectedaddress", key)


def _aspects(world: World) -> Iterator[Row]:
    for row in world.get("aspects", []):
        key = ("aspect", row["household"], row["words"])
        codes = {"aspect": row["kind"], "need": row.get("need", "")}
        if not row.get("voided"):
            yield _of_row("aspect.added", row, row["since"], "aspect", key, **codes)
        if row.get("until"):
            yield _of_row("aspect.closed", row, row["until"], "aspect", key, **codes)


def _isee(world: World) -> Iterator[Row]:
    for row in world.get("isee", []):
        if not row.get("voided"):
            key: Key = ("isee", row["household"], str(row["since"]))
            yield _of_row("isee.written", row, row["since"], "isee", key, isee=row.get("kind", "ordinary"))


def _languages(world: World) -> Iterator[Row]:
    """What somebody wrote of a person; what a family said at the first contact is in its first act."""
    for row in world.get("languages", []):
        key = language_key(row)
        if row.get("person"):
            day = max(row["written"], row.get("since", row["written"]))
            yield _of_row("language.written", row, day, "language", key, kind_of_row=row["use"])
        if row.get("until"):
            yield _of_row("language.ended", row, row["until"], "language", key, kind_of_row=row["use"])


def _documents(world: World) -> Iterator[Row]:
    for row in world.get("documents", []):
        if not row.get("voided"):
            key: Key = ("family_document", row["household"], row["title"])
            yield _of_row("document.added", row, row["day"], "familydocument", key, document=row["kind"])


def _reports(world: World) -> Iterator[Row]:
    for row in world.get("case_reports", []):
        key: Key = ("report", row["case"], row["title"])
        act = _of_row(
            "report.sent",
            row,
            row["day"],
            "report",
            key,
            addressee=row["addressee"],
            parts=row.get("parts", []),
        )
        yield {**act, "subject": ("cases.report", act["subject"][1])}


def _decides(world: World) -> Iterator[Row]:
    for row in world.get("responsibilities", []):
        who = row.get("holder") or row["holder_words"]
        key: Key = ("responsibility", row["household"], row["person"], who, str(row["since"]))
        codes = {"kind_of_row": row.get("kind", "parental"), "standing": row.get("standing", "full")}
        yield _of_row("responsibility.written", row, row["since"], "responsibility", key, **codes)


def _ties(world: World) -> Iterator[Row]:
    for row in world.get("kinship", []):
        key: Key = ("kinship", row["household"], row["one"], row["other"], row["kind"])
        codes = {"tie": row["kind"], "couple": row["kind"] in COUPLES}
        yield _of_row("kinship.written", row, row["written"], "kinship", key, **codes)
    for row in world.get("bonds", []):
        key = ("bond", row["household"], row["to"])
        codes = {"sphere": row["sphere"], "quality": row.get("quality", "ordinary")}
        yield _of_row("bond.added", row, row["written"], "bond", key, **codes)


def _life(world: World) -> Iterator[Row]:
    """What happened, but that somebody left: their stay says so already."""
    for row in world.get("life_events", []):
        if row["kind"] != "left" and not row.get("voided"):
            key: Key = ("life_event", row["household"], row["kind"], str(row["since"]))
            yield _of_row(LIFE[row["kind"]], row, row["since"], "lifeevent", key, life=row["kind"])


def _grants(world: World, today: date) -> Iterator[Row]:
    """A grant that is yet to begin was written some days ago."""
    for row in world.get("grants", []):
        to = (str(row.get("to_team")), str(row.get("to_organisation")))
        key = ("grant", row["household"], *to, row["level"], str(row["since"]))
        at = row["since"] if row["since"] <= today else today - timedelta(days=9)
        yield _of_row(
            "household.shared", row, at, "grant", key, level=LEVELS[row["level"]], purpose=row["purpose"]
        )


def _cases(world: World) -> Iterator[Row]:
    cases = {row["key"]: row for row in world.get("cases", [])}
    for step in world.get("case_steps", []):
        case = cases[step["case"]]
        codes = {"motive": step["motive"], **_said(case, step)}
        household, subject = step["household"], ("cases.case", case["key"])
        yield _act(STEPS[step["verb"]], step, step["day"], subject, household, codes=codes)
        if step["verb"] == "hand_over_case":
            codes = {"to_team": codes["to_team"], "reason": step["motive"]}
            of_household = ("people.household", household)
            yield _act("household.handed_over", step, step["day"], of_household, household, codes=codes)


def _id(kind: str, key: str | None) -> str | None:
    return str(key_for(kind, key)) if key else None


def _said(case: Row, step: Row) -> Row:
    """What each step's act carries, beside the codes of the day."""
    match step["verb"]:
        case "open_case":
            return _opened(case)
        case "take_charge":
            return _taken(case)
        case "close_case":
            return {"opened_on": str(case["opened"]), "in_charge_since": str(case["in_charge"])}
        case "hand_over_case":
            return {"to_team": _id("team", step["to_team"])}
    return {}


def _opened(case: Row) -> Row:
    origin = {f"from_{noun}": _id(noun, case.get(noun)) for noun in ("contact", "signal")}
    return {"asked": sorted(case.get("needs", [])), **origin, "asked_on": str(case["asked"])}


def _taken(case: Row) -> Row:
    who = {
        "by_team": _id("team", case["team_then"]),
        "responsible": _id("membership", case["responsible_then"]) or "",
    }
    return {**who, "opened_on": str(case["opened"]), "asked_on": str(case["asked"])}


def _workers(world: World) -> Iterator[Row]:
    """Who opened the case, or took it, was at work at once: of them no separate act says so."""
    at_once = {
        (step["case"], step["by"], step["day"])
        for step in world.get("case_steps", [])
        if step["verb"] in ("open_case", "take_charge")
    }
    at_once |= {
        (case["key"], case.get("responsible_then"), case.get("in_charge")) for case in world.get("cases", [])
    }
    for row in world.get("case_workers", []):
        key, who = (
            ("case_worker", row["case"], row["membership"], str(row["since"])),
            _id("membership", row["membership"]),
        )
        subject = ("cases.caseworker", "/".join(key))
        if (row["case"], row["membership"], row["since"]) not in at_once:
            codes = {
                "who": who,
                "profession": row["profession"],
                "body": _id("organisation", row["organisation"]),
            }
            yield _act(
                "case.worker_added", row, row["since"], subject, row["household"], key=key, codes=codes
            )
        if row.get("until"):
            codes = {"who": who, "reason": row["end_reason"]}
            yield _act(
                "case.worker_ended", row, row["until"], subject, row["household"], key=key, codes=codes
            )
