"""A service as a file says it: checked values, and the same written down so that the next time can be compared."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from typing import Any

from intreccio.offer.directory.rules.hours import Hours
from intreccio.offer.directory.vocabulary import Cost, Isee, Residence, Status
from intreccio.parties.organisations.vocabulary import OrganisationKind
from intreccio.workshop.imports.rules.entries import BadField

TEXTS = {
    "name": 200, "description": 10_000, "eligibility": 5_000, "cost_words": 300, "how_to_enter": 5_000, "what_to_bring": 2_000,
    "accessibility": 2_000, "website": 300, "email": 254, "phone": 60, "waiting": 120,
}  # fmt: skip
CHOICES = {"status": Status, "cost": Cost, "residence": Residence, "isee": Isee}
LISTS = ("need_codes", "languages", "residence_codes")
OTHERS = ("age_from_months", "age_to_months", "isee_limit", "places_total", "external_ids")
PLACE = {"name": 160, "address": 200, "postal_code": 10}
BODY = (
    "organisation",
    "organisation_kind",
    "organisation_email",
    "organisation_phone",
    "organisation_website",
)
FIELDS = {*TEXTS, *CHOICES, *LISTS, *OTHERS, *BODY, "places", "hours", "verified_on"}
PLACE_FIELDS = {*PLACE, "municipality", "province", "latitude", "longitude"}


@dataclass(frozen=True, slots=True)
class PlaceDraft:
    """Where, as the file says it; `town` is a name, or `{"code": …}` where the mapping knows better."""

    name: str = ""
    address: str = ""
    postal_code: str = ""
    town: Any = ""
    province: str = ""
    latitude: Decimal | None = None
    longitude: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What one entry says. `columns`: only what it says of the service's own columns."""

    body: Mapping[str, str]
    columns: Mapping[str, Any]
    places: tuple[PlaceDraft, ...] = ()
    hours: tuple[Hours, ...] = ()
    verified_on: date | None = None
    said: Mapping[str, Any] = field(default_factory=dict)


def knows(name: str) -> bool:
    """True for a field that a mapping may fill."""
    head, _, tail = name.partition(".")
    return (
        name in FIELDS
        or (head == "place" and tail in PLACE_FIELDS)
        or (head == "external_ids" and bool(tail))
    )


def draft_of(values: Mapping[str, Any]) -> Draft:
    """Checks the values of an entry. Raises BadField."""
    flat = {name: value for name, value in values.items() if "." not in name and value not in ("", None)}
    flat["external_ids"] = {**flat.get("external_ids", {}), **_under(values, "external_ids")}
    columns = _columns(flat)
    body = {name.removeprefix("organisation_"): str(flat[name]) for name in BODY if name in flat}
    if not body.get("organisation"):
        raise BadField("organisation", "manca l'ente che lo offre")
    if body.get("kind", OrganisationKind.ASSOCIATION) not in OrganisationKind.values:
        raise BadField("organisation_kind", f"non è un tipo di ente: {body['kind']}")
    one_place = _under(values, "place")
    places = tuple(_place(said) for said in (*flat.get("places", ()), *([one_place] if one_place else ())))
    hours = tuple(flat.get("hours", ()))
    said = {name: written(value) for name, value in columns.items()}
    said |= {
        "organisation": dict(body),
        "places": [written(place) for place in places],
        "hours": [written(row) for row in hours],
    }
    return Draft(
        body,
        columns,
        places,
        hours,
        flat.get("verified_on"),
        {**said, "verified_on": written(flat.get("verified_on"))},
    )


def _under(values: Mapping[str, Any], head: str) -> dict[str, Any]:
    return {
        name.partition(".")[2]: value
        for name, value in values.items()
        if name.startswith(f"{head}.") and value not in ("", None)
    }


def _columns(flat: Mapping[str, Any]) -> dict[str, Any]:
    columns = {name: flat[name] for name in (*TEXTS, *CHOICES, *LISTS, *OTHERS) if name in flat}
    if not columns.get("name"):
        raise BadField("name", "manca il nome")
    for name, longest in TEXTS.items():
        if len(str(columns.get(name, ""))) > longest:
            raise BadField(name, f"è più lungo di {longest} lettere")
    if not str(columns.get("website", "http://")).startswith(("http://", "https://")):
        raise BadField("website", "un indirizzo comincia con http:// o https://")
    for name, choices in CHOICES.items():
        if name in columns and columns[name] not in choices.values:
            raise BadField(name, f"«{columns[name]}» non è tra: {', '.join(choices.values)}")
    if (
        columns.get("age_from_months") is not None
        and (columns.get("age_to_months") or 10**6) <= columns["age_from_months"]
    ):
        raise BadField("age_to_months", "l'età finale viene prima di quella iniziale")
    return _implied(columns)


def _implied(columns: dict[str, Any]) -> dict[str, Any]:
    """A limit says that there is a limit."""
    if columns.get("isee_limit") is not None:
        columns["isee"] = Isee.LIMIT.value
    elif columns.get("isee") == Isee.LIMIT:
        raise BadField("isee_limit", "manca il valore ISEE")
    if columns.get("residence_codes"):
        columns["residence"] = Residence.ONLY.value
    elif columns.get("residence") == Residence.ONLY:
        raise BadField("residence_codes", "mancano i comuni di residenza")
    return columns


def _place(said: Mapping[str, Any]) -> PlaceDraft:
    for name, longest in PLACE.items():
        if len(said.get(name, "")) > longest:
            raise BadField(f"place.{name}", f"è più lungo di {longest} lettere")
    lat, lon = said.get("latitude"), said.get("longitude")
    if (lat is None) != (lon is None):
        raise BadField("place.latitude", "latitudine e longitudine vanno insieme")
    return PlaceDraft(
        **{name: said.get(name, "") for name in PLACE},
        town=said.get("municipality", ""),
        province=said.get("province", ""),
        latitude=lat,
        longitude=lon,
    )


def written(value: Any) -> Any:
    """A value as JSON keeps it, the same for the same value."""
    match value:
        case PlaceDraft() | Hours():
            return {name: written(getattr(value, name)) for name in value.__slots__}
        case Decimal():
            return str(value.normalize())
        case date() | time():
            return value.isoformat()
        case dict():
            return {name: written(inner) for name, inner in sorted(value.items())}
        case list() | tuple() | set() | frozenset():
            return [written(inner) for inner in value]
        case _:
            return value
