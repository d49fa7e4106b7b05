"""Loads referrals from a recipe of plain dictionaries (see `front/web/demo.py` for the whole).

A row says what was asked, of whom and for whom, and its steps; the rest follows from them. `snapshot` is worked out from
the persons of the world where the row does not say it.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import uuid4

from django.utils import timezone

from intreccio.families.referrals.rules.states import BY_VERB
from intreccio.families.referrals.vocabulary import AFTER_YES, Side
from intreccio.ground.kernel.bulk import Row, copy_rows, go_on_after
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.needs.rules import week_of
from intreccio.parties.people.queries.ages import age_words
from intreccio.parties.people.rules.languages import place
from intreccio.parties.people.vocabulary import SPOKEN

World = dict[str, Any]
REASONED = {
    "decline_referral": "decline_reason",
    "withdraw_referral": "withdraw_reason",
    "end_referral": "end_reason",
}
AT = {
    "see_referral": "seen_at", "accept_referral": "decided_at", "put_on_waiting_list": "decided_at",
    "decline_referral": "decided_at", "end_referral": "ended_at",
}  # fmt: skip


def load(world: World) -> None:
    """Referrals, where they came from, their log: key `referrals`."""
    known = Known(world)
    rows = [Told(row, known) for row in world.get("referrals", [])]
    copy_rows("referrals_referral", (row.referral() for row in rows))
    copy_rows("referrals_referralorigin", (row.origin() for row in rows))
    copy_rows("referrals_referralstep", (step for row in rows for step in row.steps()))
    copy_rows("needs_unmetneed", (no for row in rows for no in row.ledger()))
    go_on_after("referrals_referral_number", world.get("referrals", []))


class Known:
    """What the rows of a world say by key, gathered once."""

    def __init__(self, world: World) -> None:
        self.households = {each["key"]: each for each in world.get("households", [])}
        self.people = {each["key"]: each for each in world.get("persons", [])}
        # `services_there`: those that an earlier world has loaded.
        services = [*world.get("services_there", []), *world.get("services", [])]
        self.services = {each["key"]: each for each in services}
        self.languages: dict[str, list[str]] = {}
        for row in sorted(world.get("languages", []), key=lambda row: place(row["code"])):
            if row["code"] not in {"", *self.languages.setdefault(row["household"], [])}:
                self.languages[row["household"]].append(row["code"])
        self.bodies = {hat["key"]: hat["organisation"] for hat in world.get("memberships", [])}


class Told:
    """One row of the recipe, in the world it stands in."""

    def __init__(self, row: Row, known: Known) -> None:
        self.row, self.log = row, row["steps"]
        self.household, self.service = known.households[row["household"]], known.services[row["service"]]
        self.bodies, self.people = known.bodies, known.people
        self.languages = known.languages.get(row["household"], [])
        self.sent = self.log[0]
        self.words = row.get("snapshot") or self._words(self.sent["at"].date())

    @property
    def state(self) -> str:
        """Where its last step has led."""
        steps = (step for step in reversed(self.log) if step["verb"] in BY_VERB)
        return BY_VERB[next(steps)["verb"]].target

    def _words(self, day: date) -> dict[str, str]:
        """The words of the minimum, as they were on the day of sending."""
        person = self.people.get(self.row.get("person") or "")
        caller = self.people[self.row["consent_of"]]
        age = age_words(person["birth"], person.get("precision", "exact"), day) if person else ""
        languages = ", ".join(str(SPOKEN.get(code, code)) for code in self.languages or ["it"])
        words = {
            "name": person["given"] if person else self.household["name"],
            "age": age,
            "reach": f"{caller['given']}, {caller['phone']}" if caller.get("phone") else "",
            "languages": languages,
            **self.row.get("more", {}),
        }
        return {name: said for name, said in words.items() if said}

    def _at(self, *verbs: str) -> Any:
        return next((step["at"] for step in self.log if step["verb"] in verbs), None)

    def referral(self) -> Row:
        """What both sides read."""
        told = any(step["verb"] == "accept_referral" for step in self.log)
        reasons = {column: self._reason(verb) for verb, column in REASONED.items()}
        return {
            "id": key_for("referral", self.row["key"]), "version": len(self.log), "code": self.row["code"],
            "service_id": key_for("service", self.row["service"]), "receiver_id": key_for("organisation", self.service["organisation"]),
            "sender_id": key_for("organisation", self.bodies[self.sent["by"]]),
            "asked_by_id": key_for("membership", self.sent["by"]), "need_code": self.row["need"],
            "request": self.row["request"], "urgency": self.row.get("urgency", "weeks"), "answer_by": self.row["answer_by"],
            "snapshot": {name: said for name, said in self.words.items() if told or name not in AFTER_YES},
            "state": self.state, "state_since": self.log[-1]["at"], "sent_at": self.sent["at"],
            "seen_at": self._at("see_referral"), "decided_at": self._decided(), "ended_at": self._at("end_referral"),
            **reasons, "helped": self.row.get("helped", ""), "took_a_place": self._took(), "unmet": self._unmet(),
        }  # fmt: skip

    def _took(self) -> bool:
        """A place is held from the yes to the end, where places are counted."""
        return self.service["free"] is not None and self.state in {"accepted", "under_way"}

    def _decided(self) -> Any:
        return self._at("accept_referral", "decline_referral", "put_on_waiting_list")

    def _reason(self, verb: str) -> str:
        return next((step.get("reason", "") for step in self.log if step["verb"] == verb), "")

    def _unmet(self) -> list[str]:
        if self._reason("withdraw_referral") == "no_answer":
            return ["no_answer"]
        return [reason] if (reason := self._reason("decline_referral")) else []

    def ledger(self) -> Iterator[Row]:
        """What a no leaves in the ledger of unmet need: nothing that says whose it was."""
        last = self._at("decline_referral", "withdraw_referral")
        for reason in self._unmet():
            place = self.row.get("codes", {}).get("municipality", "")
            week = week_of(timezone.localtime(last).date())
            yield {
                "id": uuid4(),
                "need_id": self.row["need"],
                "municipality_code": place,
                "week": week,
                "reason": reason,
            }

    def origin(self) -> Row:
        """What the family's side reads."""
        row, before = self.row, self.row.get("retry_of")
        return {
            "id": key_for("referral_origin", row["key"]), "household_id": key_for("household", row["household"]),
            "team_id": key_for("team", self.household["team"]), "referral_id": key_for("referral", row["key"]),
            "case_id": _key("case", row.get("case")), "action_id": None, "person_id": _key("person", row.get("person")),
            "retry_of_id": _key("referral", before), "sent_at": self.sent["at"], "answer_by": row["answer_by"],
            "shared": sorted(self.words), "shared_reason": row.get("more_reason", ""),
            "after_yes": {name: said for name, said in self.words.items() if name in AFTER_YES},
            "consent": row.get("consent", "voice"), "consent_on": self.sent["at"].date(),
            "consent_of_id": _key("person", row["consent_of"]), "consent_words": "",
            "consent_also": row.get("consent_also", []), "consent_reason": row.get("consent_reason", ""),
            "codes": row.get("codes", {}), "state": self.state,
            "news": row.get("news", False), "family_words": row.get("family_words", ""),
            "answered_on": at.date() if (at := self._at("record_answer")) else None,
        }  # fmt: skip

    def steps(self) -> Iterator[Row]:
        """The log."""
        state = ""
        for number, step in enumerate(self.log):
            transition = BY_VERB.get(step["verb"])
            source, state = state, transition.target if transition else state
            by_receiver = step.get("by_receiver", transition is not None and transition.side == Side.RECEIVER)
            yield {
                "id": key_for("referral_step", self.row["key"], str(number)),
                "referral_id": key_for("referral", self.row["key"]), "at": step["at"], "verb": step["verb"],
                "state_from": source, "state_to": state, "reason": step.get("reason", ""), "words": step.get("words", ""),
                "by_id": _key("membership", step["by"]), "by_receiver": by_receiver,
            }  # fmt: skip


def _key(kind: str, name: str | None) -> Any:
    return key_for(kind, name) if name else None
