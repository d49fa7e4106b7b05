"""The trend of schools: what teachers saw in the years that are over. Facts alone are asked; no family, no sheet."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from intreccio.answers.school.rules.schooling import school_year
from intreccio.answers.school.rules.sheets import CODE, HARD, STRONG
from intreccio.evidence.impact.rules.schools import Counted, Told, is_over, told
from intreccio.parties.organisations.models import Organisation
from intreccio.workshop.instruments.queries import edition_on

YEARS = 5


@dataclass(frozen=True, slots=True)
class Part:
    """What goes well, or what costs effort, at one school: statement, looks, in how many; None where it is not shown."""

    label: str
    rows: list[tuple[str, int, int | None]]
    before: dict[str, int | None]

    @property
    def shown(self) -> list[tuple[str, int, int | None]]:
        """Of these alone bars are drawn."""
        return [row for row in self.rows if row[2] is not None]

    @property
    def in_time(self) -> list[tuple[str, int | None, int | None]]:
        """Statement, this year, the year before: for the table."""
        return [(text, now, self.before.get(text)) for text, _looks, now in self.rows]


@dataclass(frozen=True, slots=True)
class School:
    """One school in a year."""

    name: str
    looks: int
    before: int | None
    parts: list[Part]


def years_over(today: date) -> list[int]:
    """School years that are over, the last first."""
    begun = (school_year(today) - back for back in range(1, YEARS + 2))
    return [year for year in begun if is_over(year, today)][:YEARS]


def schools_in(begun: int, today: date) -> list[School]:
    """Schools of which something may be told of that year, by name, each beside the year before. Three queries."""
    said = edition_on(CODE, today).said
    sections = [each for each in said["sections"] if each["code"] in (STRONG, HARD)]
    codes = [f"{each['code']}.{item['code']}" for each in sections for item in each["items"]]
    now, before = ({one.school: one for one in told(_counted(year), codes)} for year in (begun, begun - 1))
    names: dict[object, str] = {row.pk: row.name for row in Organisation.objects.filter(pk__in=list(now))}
    found = [_school(names.get(key, ""), one, before.get(key), sections) for key, one in now.items()]
    return sorted(found, key=lambda school: school.name)


def _school(name: str, now: Told, before: Told | None, sections: list[Any]) -> School:
    parts = [_part(section, now, before) for section in sections]
    return School(name, now.looks, before.looks if before else None, parts)


def _part(section: Any, now: Told, before: Told | None) -> Part:
    keys = {item["text"]: f"{section['code']}.{item['code']}" for item in section["items"]}
    rows = [(text, now.looks, now.seen[key]) for text, key in keys.items()]
    return Part(
        section["label"], rows, {text: before.seen[key] for text, key in keys.items()} if before else {}
    )


def _counted(begun: int) -> list[Counted]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM impact_schools(%s) ORDER BY school, outcome, body, team", [begun])
        return [Counted(*row) for row in cursor.fetchall()]
