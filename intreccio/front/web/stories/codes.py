"""The codes of the day that an event of a family carries, as `people.queries.codes` writes them."""

from collections import defaultdict
from datetime import date
from functools import cache
from typing import Any

from intreccio.ground.kernel.bulk import Row
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.rules.ages import band_of

World = dict[str, Any]


def in_force(row: Row, day: date) -> bool:
    """`until` is the first day without it."""
    return not row.get("voided") and row["since"] <= day and (row.get("until") is None or day < row["until"])


class Codes:
    """Municipality, team, age bands and needs of each family, on any day."""

    def __init__(self, world: World) -> None:
        self.births = {person["key"]: person.get("birth") for person in world.get("persons", [])}
        self.households = {row["key"]: row for row in world.get("households", [])}
        self.rows: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for table in ("homes", "aspects", "case_steps", "moves"):
            for row in world.get(table, []):
                self.rows[table, row["household"]].append(row)
        self.on = cache(self._on)

    def _on(self, household: str, day: date) -> Row:
        homes = (row for row in self.rows["homes", household] if row.get("kind", "lives") == "lives")
        needed = (row for row in self.rows["aspects", household] if row["kind"] == "needed")
        return {
            "municipality": self._municipality(household, day),
            "team": str(key_for("team", self._team(household, day))),
            "ages": sorted(band_of(self.births[row["person"]], day) for row in homes if in_force(row, day)),
            "needs": sorted({row.get("need", "") for row in needed if in_force(row, day)} - {""}),
        }

    def _team(self, household: str, day: date) -> str:
        """Whoever had the family before a hand-over that is still to come."""
        moves = (row for row in self.rows["case_steps", household] if row.get("from_team"))
        later = (row["from_team"] for row in moves if day <= row["day"])
        return str(next(later, self.households[household]["team"]))

    def _municipality(self, household: str, day: date) -> str:
        if self.households[household].get("protected"):
            return ""
        moves = (row["from"] for row in self.rows["moves", household] if day < row["day"])
        return str(next(moves, self.households[household]["municipality"]))
