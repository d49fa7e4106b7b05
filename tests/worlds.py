"""Random small worlds as recipes: every level, expired and future grants, two homes, ended hats, signals and contacts
with and without a family, at more than one desk, cases. Same seed, same world."""

import random
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from tests import (
    worlds_around,
    worlds_assessments,
    worlds_cases,
    worlds_deeds,
    worlds_diary,
    worlds_plans,
    worlds_referrals,
    worlds_school,
)

World = dict[str, list[dict[str, Any]] | Any]
ROLES = (
    "coordinator",
    "social_worker",
    "educator",
    "psychologist",
    "organisation_lead",
    "partner",
    "administrator",
    "participant",
)
LEVELS = ("known", "contact", "record")


class Maker:
    """Makes one world. Keys carry the seed, so that any number of worlds can stand in one database."""

    def __init__(self, seed: int, today: date) -> None:
        self.dice, self.seed, self.today = random.Random(seed), seed, today
        self.world: World = {"today": today}

    def key(self, *parts: object) -> str:
        return "-".join(map(str, ("w", self.seed, *parts)))

    def span(self, *, kind: str = "") -> dict[str, Any]:
        """Dates in force, over, or yet to come."""
        kind = kind or self.dice.choice(("open", "open", "closed", "over", "today_over", "future"))
        spans = {
            "open": (-100, None),
            "closed": (-100, 100),
            "over": (-100, -5),
            "today_over": (-100, 0),
            "future": (5, None),
        }
        since, until = spans[kind]
        return {"since": self.day(since), "until": None if until is None else self.day(until)}

    def day(self, offset: int) -> date:
        return self.today + timedelta(days=offset)

    def make(self) -> World:
        self.network()
        self.hats()
        self.families()
        self.grants()
        self.signals()
        self.contacts()
        self.cases()
        worlds_assessments.add(self)
        worlds_plans.add(self)
        worlds_cases.add(self)
        worlds_diary.add(self)
        worlds_school.add(self)
        worlds_deeds.add(self)
        worlds_referrals.add(self)
        worlds_around.add(self)
        return self.world

    def network(self) -> None:
        bodies = [self.key("body", number) for number in range(4)]
        self.world["organisations"] = [
            {"key": key, "name": key, "standing": "member", "kind": "cooperative"} for key in bodies
        ]
        self.teams = [self.key("team", number) for number in range(5)]
        self.world["teams"] = [
            {
                "key": key,
                "name": key,
                "kind": "team" if number > 1 else "desk",
                "organisation": self.dice.choice(bodies),
            }
            for number, key in enumerate(self.teams)
        ]
        self.desks = self.teams[:2]
        self.bodies = bodies

    def hats(self) -> None:
        users, hats, places = [], [], []
        for number, role in enumerate((*ROLES, "educator", "organisation_lead")):
            key = self.key("hat", number)
            users.append({"key": key, "email": f"{key}@example.org", "name": f"Persona {number}"})
            ended = self.span(kind=self.dice.choice(("open", "open", "open", "today_over")))
            ended |= {"end_reason": "left"} if ended["until"] else {}
            hats.append(
                {
                    "key": key,
                    "user": key,
                    "organisation": self.dice.choice(self.bodies),
                    "role": role,
                    **ended,
                }
            )
            for team in self.dice.sample(self.teams, self.dice.randint(0, 3)):
                places.append({"team": team, "membership": key, "profession": "other", **self.span()})
        self.world.update(users=users, memberships=hats, team_memberships=places)

    def families(self) -> None:
        world = self.world
        for name in (
            "households",
            "persons",
            "homes",
            "addresses",
            "protected_addresses",
            "aspects",
            "isee",
            "languages",
            "documents",
            "responsibilities",
            "kinship",
            "bonds",
            "life_events",
        ):
            world[name] = []
        for number in range(self.dice.randint(3, 7)):
            self.family(self.key("family", number), number)
        # A child in two homes, and somebody who has left one.
        first, second = world["households"][:2]
        child = world["homes"][0]["person"]
        world["homes"].append(
            {"household": second["key"], "person": child, "role": "child", "since": self.day(-50)}
        )
        world["homes"].append(
            {
                "household": first["key"],
                "person": world["homes"][-2]["person"],
                "role": "other",
                **self.span(kind="over"),
                "kind": "registered",
            }
        )
        safe = [row for row in world["households"] if row.get("protected")]
        for person in self.dice.sample(world["persons"], 3):
            self.moves(
                person["key"], self.dice.choice(self.dice.choice((safe, [])) or world["households"])["key"]
            )

    def moves(self, person: str, to: str) -> None:
        """Somebody leaves the home they are in; some go to another one."""
        stays = [home for home in self.world["homes"] if home["person"] == person]
        if to in {stay["household"] for stay in stays} or stays[0].get("voided"):
            return
        stays[0]["until"] = self.day(self.dice.choice((-20, 0, 10)))
        if self.dice.random() < 0.7:
            self.world["homes"].append(
                {"household": to, "person": person, "role": "child", "since": self.day(-21)}
            )

    def family(self, key: str, number: int) -> None:
        since = self.day(-60)
        self.world["households"].append(
            {
                "key": key,
                "code": f"W{self.seed}-{number}",
                "name": f"Famiglia {key}",
                "municipality": "015189",
                "team": self.dice.choice(self.teams),
                "since": since,
            }
        )
        for each in range(self.dice.randint(1, 3)):
            person = f"{key}-{each}"
            self.world["persons"].append(
                {
                    "key": person,
                    "given": f"Nome{each}",
                    "family": key,
                    "birth": self.day(-4000 * (each + 1)),
                    "phone": self.dice.choice(("", "02 000111")),
                    "codice_fiscale": self.dice.choice(("", "RSSMRA80A01H501U")),
                }
            )
            self.world["homes"].append({"household": key, "person": person, "role": "parent", "since": since})
        self.world["homes"][-1] |= self.dice.choice(({}, {}, {"voided": "prova"}))
        self.world["persons"][-1] |= {
            "names": [{"kind": "used", "given": "Soprannome", "family": ""}],
            "contacts": [{"kind": "email", "value": f"{key}@example.org"}],
            "identifiers": [{"kind": "stp", "value": "STP0000000000001"}],
        }
        self.world["addresses"].append(
            {"household": key, "line": "via di prova 1", "municipality": "015189", "since": since}
        )
        self.world["aspects"].append(
            {
                "household": key,
                "kind": "strong",
                "words": f"forza {key}",
                "since": since,
                "person": f"{key}-0",
            }
        )
        self.world["isee"].append({"household": key, "value": "8240.00", "since": since})
        self.world["languages"] += [
            {"household": key, "use": "mediator", "code": ""},
            {"household": key, "person": f"{key}-0", "use": "prefers", "code": "ar", **self.span()},
        ]
        self.world["documents"].append(
            {"household": key, "kind": "drawing", "title": "disegno", "day": since}
        )
        self.world["responsibilities"].append(
            {
                "household": key,
                "person": f"{key}-0",
                "holder_words": "prova",
                "kind": "guardian",
                "since": since,
            }
        )
        self.world["bonds"].append({"household": key, "to": f"intorno {key}", "sphere": "school"})
        persons = [home["person"] for home in self.world["homes"] if home["household"] == key]
        if len(set(persons)) > 1:
            tie = {"one": persons[0], "other": persons[-1], "kind": "sibling"}
            self.world["kinship"].append({"household": key, **tie})
        self.world["life_events"].append(
            {"household": key, "kind": "birth", "since": since, "person": f"{key}-0", "note": "è nata"}
        )
        if self.dice.random() < 0.5:
            self.world["households"][-1]["protected"] = True
            self.world["protected_addresses"].append(
                {
                    "household": key,
                    "line": "luogo riservato",
                    "municipality": "015189",
                    "since": since,
                    "reason": "prova",
                }
            )

    def grants(self) -> None:
        self.world["grants"] = []
        seen = set()
        for household in self.world["households"]:
            for _ in range(self.dice.randint(1, 4)):
                team, body = (
                    {"to_team": self.dice.choice(self.teams)},
                    {"to_organisation": self.dice.choice(self.bodies)},
                )
                to = self.dice.choice((team, body))
                grant = {
                    "household": household["key"],
                    **to,
                    "level": self.dice.choice(LEVELS),
                    **self.span(),
                    "purpose": "collaboration",
                    "reason": "prova",
                    "by": self.world["memberships"][0]["key"],
                    "withdrawn": "prova" if self.dice.random() < 0.15 else "",
                }
                mark = (household["key"], *sorted(to.items()), grant["level"], grant["since"])
                if mark not in seen:
                    seen.add(mark)
                    self.world["grants"].append(grant)

    def maybe_household(self) -> dict[str, Any]:
        """About a family, or about nobody yet."""
        return self.dice.choice(({}, {"household": self.dice.choice(self.world["households"])["key"]}))

    def moment(self, days_ago: int) -> datetime:
        return datetime.combine(self.day(-days_ago), time(9), UTC)

    def signals(self) -> None:
        hats = [hat["key"] for hat in self.world["memberships"]]
        self.world["signals"] = [self.signal(number, hats) for number in range(self.dice.randint(4, 8))]

    def signal(self, number: int, hats: list[str]) -> dict[str, Any]:
        key, by, desk = self.key("signal", number), hats[0], self.dice.choice(self.desks)
        giver = next(each for each in self.desks if each != desk)
        passed = [{"from": giver, "to": desk, "at": self.moment(9), "by": by, "reason": "place"}]
        sender = self.dice.choice(
            ({}, {"name": "Una vicina"}, {"membership": self.dice.choice(hats)}, {"membership": hats[5]})
        )
        return {
            "key": key, "number": 1_000_000 + self.seed * 100 + number, "desk": desk, "municipality": "015189",
            "source": 14, "at": self.moment(9), "due": 3, "facts": f"fatti {key}", "knows": "no", "state": "assessment", "read": by,
            "sender": sender, "passes": self.dice.choice(([], passed)), **self.maybe_household(),
            "steps": [{"key": "meet", "step": "meet", "by": by, "at": self.moment(8)}],
            "words": [
                {"key": "more", "from_desk": False, "at": self.moment(7), "words": f"ancora {key}"},
                {"key": "thanks", "from_desk": True, "by": by, "at": self.moment(6), "words": f"grazie {key}"},
            ],
        }  # fmt: skip

    def contacts(self) -> None:
        hats = [hat["key"] for hat in self.world["memberships"]]
        self.world["contacts"] = []
        for number in range(self.dice.randint(4, 8)):
            about = self.dice.choice((None, self.dice.choice(self.world["signals"])))
            desk = about["desk"] if about else self.dice.choice(self.desks)
            self.world["contacts"].append(
                {
                    "key": self.key("contact", number),
                    "desk": desk,
                    "by": self.dice.choice(hats),
                    "at": self.moment(number),
                    "minutes": 5,
                    "channel": "phone",
                    "given": "Nome",
                    "answers": ["information"],
                    "signal": about and about["key"],
                    **self.maybe_household(),
                }
            )

    def cases(self) -> None:
        """For most families a case with a worker at work, one who has left, and its log."""
        hats = self.world["memberships"]
        for name in ("cases", "case_workers", "case_steps"):
            self.world[name] = []
        for number, household in enumerate(self.world["households"]):
            if self.dice.random() < 0.8:
                self.case(household["key"], number, self.dice.sample(hats, 2))

    def case(self, key: str, number: int, hats: list[dict[str, Any]]) -> None:
        about = {"case": key, "household": key}
        since, left = self.day(-40), self.day(-9)
        self.world["cases"].append(
            {
                "key": key,
                "household": key,
                "code": f"W{self.seed}-PC-{number}",
                "stage": "in_charge",
                "since": since,
                "opened": since,
                "in_charge": since,
                "responsible": hats[0]["key"],
                "motive": "signal",
                "voided": self.dice.choice(("", "", "", "prova")),
            }
        )
        for hat, ends in zip(hats, ({}, {"until": left, "end_reason": "done"}), strict=True):
            self.world["case_workers"].append(
                {
                    **about,
                    "membership": hat["key"],
                    "profession": "educator",
                    "organisation": hat["organisation"],
                    "since": since,
                    **ends,
                }
            )
        self.world["case_steps"] += [
            {
                **about,
                "verb": "open_case",
                "from": "",
                "to": "preliminary_analysis",
                "day": since,
                "motive": "signal",
                "by": hats[0]["key"],
            },
            {
                **about,
                "verb": "take_charge",
                "from": "preliminary_analysis",
                "to": "in_charge",
                "day": since,
                "motive": "agreed",
                "by": hats[0]["key"],
            },
        ]


def make_world(seed: int, today: date) -> World:
    """The world of this seed as it stands on `today`."""
    return Maker(seed, today).make()
