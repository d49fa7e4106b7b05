"""Reads the tables: one row an address and method, one column a profile.

Cells: a status; `in` is the way to the sign-in page, `go` a redirect elsewhere, after something was done. Methods: GET;
POST is an empty one; GOOD a complete one (`bodies.py`). `name@which` is the same address for another row (`ids.py`).
"""

from dataclasses import dataclass

from tests.house.matrix import (
    access,
    accounts,
    around,
    assessments,
    calendar,
    cases,
    diary,
    directory,
    funds,
    impact,
    organisations,
    people,
    plans,
    protocols,
    referrals,
    school,
    staff,
    visits,
    web,
)

# Column → who: `no` has not signed in; the others are people of `world.py`.
PROFILES = {
    "no": None,
    "co": "own_coordinator",
    "as": "own_social_worker",
    "ed": "own_educator",
    "ps": "own_psychologist",
    "le": "own_lead",
    "gr": "granted_record",
    "gc": "granted_contact",
    "gk": "granted_known",
    "gp": "granted_partner",
    "se": "stranger_educator",
    "sl": "stranger_lead",
    "sp": "stranger_partner",
    "ad": "administrator",
    "pa": "participant",
}
AREAS = (
    accounts,
    calendar,
    protocols,
    organisations,
    people,
    funds,
    directory,
    access,
    cases,
    assessments,
    plans,
    diary,
    visits,
    referrals,
    around,
    impact,
    school,
    staff,
    web,
)


@dataclass(frozen=True)
class Line:
    """One row: what everybody is answered at one address."""

    address: str
    method: str
    answers: dict[str, str]

    @property
    def name(self) -> str:
        """The URL name, without the row it is tried on."""
        return self.address.partition("@")[0]

    def __str__(self) -> str:
        return f"{self.address} {self.method}"


def lines_of(table: str) -> list[Line]:
    """The rows of one table, whose first row names the columns."""
    rows = [
        row.replace("|", " ").split()
        for row in table.strip().splitlines()
        if row.strip() and not row.startswith("#")
    ]
    assert rows[0] == list(PROFILES), "the columns of a table are those of PROFILES"
    assert all(len(row) == 2 + len(PROFILES) for row in rows[1:]), "a row has an answer for every profile"
    return [Line(row[0], row[1], dict(zip(PROFILES, row[2:], strict=True))) for row in rows[1:]]


LINES = [line for area in AREAS for line in lines_of(area.TABLE)]
