"""How a story is told: short lines, in days ago, become the plain dictionaries that every area loads.

Days are counted back from `today`, so that the district is the same at every run and always of this season.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from intreccio.parties.organisations.demo.district import PEOPLE

Fact = dict[str, Any]
Rows = dict[str, list[Fact]]
ROME = ZoneInfo("Europe/Rome")
ROZZANO, OPERA, BINASCO, PIEVE, LOCATE = "015189", "015159", "015024", "015173", "015125"
ZIBIDO, MILANO = "015247", "F205"
POSTAL_CODES = {ROZZANO: "20089", OPERA: "20073", BINASCO: "20082", PIEVE: "20072", ZIBIDO: "20058"}
FRIDAY, RECENT = 4, 35
# Within how many days a signal should be answered, as somebody at the desk chose.
DAYS = {"today": 0, "week": 5, "later": 15}
BODY = {key: body for key, _, body, *_ in PEOPLE}
PROFESSION = {key: role for key, _, _, role, *_ in PEOPLE}


class Tale:
    """One family. Every method writes one thing that happened; `rows` is what they make together."""

    def __init__(self, today: date, key: str, *, team: str, since: int, by: str) -> None:
        self.today, self.key, self.team, self.since, self.by = today, key, team, since, by
        self.rows: Rows = {}

    def day(self, ago: int) -> date:
        """So many days ago; a negative number is yet to come. What is long past happened on a working day."""
        day = self.today - timedelta(days=ago)
        return day - timedelta(days=max(day.weekday() - FRIDAY, 0)) if ago > RECENT else day

    def at(self, ago: int, hour: int, minute: int = 0) -> datetime:
        """So many days ago, at an hour in Rome."""
        return datetime.combine(self.day(ago), time(hour, minute), ROME)

    def aged(self, years: int, days: int = 60) -> date:
        """A birth: so many years and days ago, whatever the day of the year."""
        return date(self.today.year - years, self.today.month, min(self.today.day, 28)) - timedelta(days=days)

    def put(self, table: str, **row: Any) -> None:
        """A row of a table; a row of the family says so, and who wrote it."""
        self.rows.setdefault(table, []).append({"by": self.by, **row})

    def ours(self, table: str, since: int | None = None, until: int | None = None, **row: Any) -> None:
        """A row of the family that holds for a time."""
        ends = {} if until is None else {"until": self.day(until)}
        begins = self.day(self.since if since is None else since)
        self.put(table, household=self.key, since=begins, **ends, **row)

    def household(
        self, name: str, place: str, *, languages: Iterable[str] = (), mediator: bool = False, **more: Any
    ) -> None:
        """Who they are to the network, and what they said of their languages at the first contact."""
        for code in languages:
            self.put("languages", household=self.key, use="speaks", code=code)
        if mediator:
            self.put("languages", household=self.key, use="mediator", code="")
        self.put("households", key=self.key, name=name, municipality=place, team=self.team,
                 since=self.day(self.since), **more)  # fmt: skip

    def person(
        self, key: str, given: str, family: str, sex: str, birth: date, role: str, **more: Any
    ) -> None:
        """Somebody, who has lived in this home from the beginning where a role is said."""
        self.put("persons", key=key, given=given, family=family, sex=sex, birth=birth, **more)
        if role:
            self.home(key, role)

    def home(self, person: str, role: str, since: int | None = None, **more: Any) -> None:
        """A stay in this home."""
        self.ours("homes", since, person=person, role=role, **more)

    def address(self, line: str, place: str, since: int | None = None, **more: Any) -> None:
        """Where they live."""
        self.ours("addresses", since, line=line, municipality=place,
                  postal_code=POSTAL_CODES.get(place, ""), **more)  # fmt: skip

    def strong(self, words: str, since: int | None = None, **more: Any) -> None:
        """What is there already, in somebody's own words."""
        self.ours("aspects", since, kind="strong", words=words, **more)

    def needed(self, words: str, since: int | None = None, **more: Any) -> None:
        """What is needed, in somebody's own words."""
        self.ours("aspects", since, kind="needed", words=words, **more)

    def isee(self, value: str, since: int | None = None, **more: Any) -> None:
        """What the household has, as its attestation says it."""
        self.ours("isee", since, value=value, **more)

    def speaks(
        self, person: str, code: str, use: str = "speaks", since: int | None = None, until: int | None = None
    ) -> None:
        """What a language is to somebody; `since` and `until` so many days ago, where they are known."""
        said = {"since": since, "until": until}
        dated = {name: self.day(ago) for name, ago in said.items() if ago is not None}
        row = {"written": self.day(self.since - 1), "person": person, "code": code, "use": use}
        self.put("languages", household=self.key, **row, **dated)

    def document(self, kind: str, title: str, ago: int, words: str = "", **more: Any) -> None:
        """A paper that the family brought, or a drawing where it has no words."""
        self.put(
            "documents", household=self.key, kind=kind, title=title, day=self.day(ago), words=words, **more
        )

    def report(self, addressee: str, title: str, ago: int, to_whom: str, purpose: str, words: str) -> None:
        """A report that has left, and its paper."""
        self.document("report", title, ago, words, note=to_whom)
        self.put("case_reports", case=self.key, household=self.key, title=title, day=self.day(ago),
                 addressee=addressee, to_whom=to_whom, purpose=purpose)  # fmt: skip

    def decides(self, person: str, since: int | None = None, **more: Any) -> None:
        """What a judge has said of who decides for a child: `holder` is of the family, `holder_words` is not."""
        self.ours("responsibilities", since, person=person, **more)

    def tied(self, one: str, other: str, kind: str, since: int | None = None, **more: Any) -> None:
        """How two persons are tied: of the elder and the younger, the elder first; `since` so many days ago."""
        dated = {} if since is None else {"since": self.day(since)}
        row = {"written": self.day(self.since - 1), **dated, **more}
        self.put("kinship", household=self.key, one=one, other=other, kind=kind, **row)

    def parents(self, child: str, *elders: str, kind: str = "parent") -> None:
        """Who is somebody's mother, father, or carer."""
        for elder in elders:
            self.tied(elder, child, kind)

    def bond(self, to: str, sphere: str, quality: str = "ordinary", **more: Any) -> None:
        """What is around the home, as somebody tells it."""
        self.put(
            "bonds",
            household=self.key,
            to=to,
            sphere=sphere,
            quality=quality,
            written=self.day(self.since - 2),
            **more,
        )

    def happened(self, kind: str, since: int, person: str = "", note: str = "") -> None:
        """Something happened to them: a birth, a separation."""
        self.ours("life_events", since, kind=kind, person=person, note=note)

    def grant(self, level: str, reason: str, since: int | None = None, **more: Any) -> None:
        """The family is opened to somebody outside its team, for a reason and a time."""
        self.ours("grants", since, level=level, reason=reason, **{"purpose": "collaboration", **more})

    def signal(self, key: str, desk: str, place: str, at: datetime, facts: str, **more: Any) -> None:
        """Somebody wrote a worry."""
        due = DAYS[more.get("urgency") or "week"] - (self.today - at.date()).days
        row = {"due": due, "source": 13, "knows": "yes_agrees", **more}
        self.put("signals", key=key, desk=desk, municipality=place, at=at, facts=facts, **row)

    def step(self, key: str, step: str, ago: int, by: str, **more: Any) -> Fact:
        """What the desk chose to do first."""
        return {"key": key, "step": step, "at": self.at(ago, 15), "by": by, **more}

    def passage(self, giver: str, to: str, ago: int, by: str) -> Fact:
        """A desk found that another one answers for the place."""
        return {"from": giver, "to": to, "at": self.at(ago, 12), "by": by, "reason": "place"}

    def reply(self, key: str, ago: int, by: str, words: str, hour: int = 15) -> Fact:
        """A word of the desk to who signalled."""
        return {"key": key, "from_desk": True, "at": self.at(ago, hour), "by": by, "words": words}

    def contact(self, key: str, desk: str, by: str, at: datetime, minutes: int, **more: Any) -> None:
        """Somebody asked at the desk, somebody listened."""
        row = {"channel": "in_person", "answers": ["intake"], "outcome": "case", "settled": True, **more}
        self.put(
            "contacts", key=key, desk=desk, at=at, minutes=minutes, household=self.key, **{**row, "by": by}
        )

    def case(self, opened: int, why: str, *, motive: str = "own_request", **more: Any) -> None:
        """The preliminary analysis begins; `take_charge` or `end_preliminary` may follow."""
        day = self.day(opened)
        row = {
            "stage": "preliminary_analysis",
            "since": day,
            "asked": self.day(opened + 4),
            "responsible": self.by,
            **more,
        }
        self.put("cases", key=self.key, household=self.key, opened=day, motive=motive, why=why, **row)
        self.log("open_case", opened, motive, why, "", "preliminary_analysis")

    def take_charge(
        self, ago: int, responsible: str | None, *, motive: str = "agreed", words: str = "", by: str = ""
    ) -> None:
        """The family is taken in charge."""
        source = self._stage("in_charge", ago)
        self.log("take_charge", ago, motive, words, source, "in_charge", by=by or self.by)
        self.rows["cases"][0].update(
            in_charge=self.day(ago),
            responsible=responsible,
            responsible_then=responsible,
            team_then=self.team,
        )

    def end_preliminary(self, ago: int, motive: str, words: str) -> None:
        """The analysis ends without taking charge, and says why."""
        self.log("end_preliminary", ago, motive, words, self._stage("not_taken", ago), "not_taken")
        self.rows["cases"][0].update(ended=self.day(ago), responsible=None)

    def begin_plan(self, ago: int, words: str = "") -> None:
        """The first plan comes into force."""
        self.log("begin_plan", ago, "agreed", words, self._stage("plan", ago), "plan")

    def begin_review(self, ago: int, on: int, words: str) -> None:
        """The review is prepared for a day."""
        self.log("begin_review", ago, "due", words, self._stage("review", ago), "review")
        self.rows["cases"][0].update(review=self.day(on))

    def end_review(self, ago: int, words: str) -> None:
        """What was read together is written, and the plan goes on."""
        self.log("end_review", ago, "goes_on", words, self._stage("plan", ago), "plan")

    def close_case(self, ago: int, motive: str, words: str) -> None:
        """The way ends, and whoever worked with the family goes home."""
        self.log("close_case", ago, motive, words, self._stage("closed", ago), "closed")
        self.rows["cases"][0].update(ended=self.day(ago))
        for row in self.rows["case_workers"]:
            if row.get("until") is None:
                row.update(until=self.day(ago), end_reason="case_ended")

    def reopen_case(self, ago: int, motive: str, words: str) -> None:
        """A closed way goes on; who is back at work is told after it."""
        self.log("reopen_case", ago, motive, words, self._stage("in_charge", ago), "in_charge")
        self.rows["cases"][0].update(ended=None)

    def hand_over(self, ago: int, from_team: str, motive: str, words: str) -> None:
        """The family has gone from another team to this one; nobody answers for it by name yet."""
        stage = self.rows["cases"][0]["stage"]
        self.log("hand_over_case", ago, motive, words, stage, stage, from_team=from_team, to_team=self.team)
        self.rows["cases"][0].update(team_since=self.day(ago), responsible=None)

    def _stage(self, stage: str, ago: int) -> str:
        case = self.rows["cases"][0]
        before: str = case["stage"]
        case.update(stage=stage, since=self.day(ago))
        return before

    def log(
        self, verb: str, ago: int, motive: str, words: str, source: str, target: str, **more: Any
    ) -> None:
        """A line of the case's log."""
        row = {
            "verb": verb,
            "day": self.day(ago),
            "motive": motive,
            "words": words,
            "from": source,
            "to": target,
        }
        self.put("case_steps", case=self.key, household=self.key, **row, **more)

    def worker(
        self, hat: str, since: int, why: str = "", until: int | None = None, ended: str = "done"
    ) -> None:
        """Somebody works with the family, for their own body and with their own profession."""
        self.ours("case_workers", since, until, case=self.key, membership=hat, profession=PROFESSION[hat],
                  organisation=BODY[hat], why=why, end_reason="" if until is None else ended)  # fmt: skip

    def changed(
        self, ago: int, hat: str, kind: str, *fields: str, subject: str = "household", key: str = ""
    ) -> None:
        """Something written was brought up to date: only the names of the fields are kept."""
        self.put("events", kind=kind, subject=(f"people.{subject}", key or self.key), household=self.key,
                 at=self.at(ago, 16, 20), membership=hat, fields=list(fields))  # fmt: skip

    def looked(self, hat: str, *ago: int, page: str = "household_page") -> None:
        """Somebody opened a page of the family."""
        for place, days in enumerate(ago):
            at = self.at(days, 9 + place % 8, 10 + 7 * place)
            self.put("readings", membership=hat, page=page, household=self.key, at=at)


def merged(many: Iterable[Rows]) -> Rows:
    """Several stories as one."""
    whole: Rows = {}
    for rows in many:
        for name, more in rows.items():
            whole.setdefault(name, []).extend(more)
    return whole
