"""Loads invented families from a recipe of plain dictionaries (see `front/web/demo.py` for the whole)."""

import json
from collections.abc import Iterator
from typing import Any

from django.db import connections

from intreccio.ground.kernel.bulk import KEEPER, Row, copy_rows, go_on_after
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.parties.people.demo.papers import load_documents
from intreccio.parties.people.demo.ties import load_ties
from intreccio.parties.people.demo.written import UNVOIDED, family, voided
from intreccio.parties.people.rules.isee import last_day
from intreccio.parties.people.rules.search import sort_name, words_for_household, words_for_person
from intreccio.parties.people.vocabulary import IseeKind, Level, ResponsibilityKind, Standing

World = dict[str, Any]


def load(world: World) -> None:
    """Households, persons with their names, codes and telephones, homes, addresses, aspects, grants, search words."""
    team_of = {
        household["key"]: key_for("team", household["team"]) for household in world.get("households", [])
    }
    persons = world.get("persons", [])
    copy_rows("people_household", map(_household, world.get("households", [])))
    copy_rows("people_person", map(_person, persons))
    copy_rows("people_householdmembership", (_home(home, team_of) for home in world.get("homes", [])))
    copy_rows("people_personname", (_name(*row) for person in persons for row in names_of(person)))
    copy_rows(
        "people_identifier", (_identifier(*row) for person in persons for row in identifiers_of(person))
    )
    copy_rows("people_contactpoint", (_contact(*row) for person in persons for row in contacts_of(person)))
    copy_rows("people_homeaddress", (_address(row, team_of) for row in world.get("addresses", [])))
    copy_rows(
        "people_protectedaddress", (_protected(row, team_of) for row in world.get("protected_addresses", []))
    )
    copy_rows("people_aspect", (_aspect(row, team_of) for row in world.get("aspects", [])))
    copy_rows("people_isee", (_isee(row, team_of) for row in world.get("isee", [])))
    copy_rows("people_language", (_language(row, team_of) for row in world.get("languages", [])))
    load_documents(world, team_of)
    copy_rows("people_responsibility", (_decides(row, team_of) for row in world.get("responsibilities", [])))
    load_ties(world, team_of)
    copy_rows("people_lifeevent", (_life_event(row, team_of) for row in world.get("life_events", [])))
    copy_rows("people_grant", map(_grant, world.get("grants", [])))
    copy_rows("people_searchword", _search_words(world, team_of))
    gone = [home["person"] for home in world.get("homes", []) if home.get("until") or home.get("kind")]
    with connections[KEEPER].cursor() as cursor:
        cursor.execute("SELECT tidy_search_words(%s::uuid[])", [[key_for("person", key) for key in gone]])
    go_on_after("people_household_number", world.get("households", []))


def _household(household: Row) -> Row:
    return {
        "id": key_for("household", household["key"]),
        "version": 1,
        **UNVOIDED,
        "code": household["code"],
        "name": household["name"],
        "sort_name": sort_name(household["name"]),
        "municipality_code": "" if household.get("protected") else household["municipality"],
        "team_id": key_for("team", household["team"]),
        "since": household["since"],
        "is_protected": household.get("protected", False),
        "imported_in": key_for("sheet", household["sheet"]) if household.get("sheet") else None,
    }


def _person(person: Row) -> Row:
    return {
        "id": key_for("person", person["key"]),
        "version": 1,
        **UNVOIDED,
        "sex": person.get("sex", ""),
        "birth_date": person.get("birth"),
        "birth_precision": person.get("precision", "exact"),
        "birthplace_code": person.get("birthplace", ""),
        "citizenships": person.get("citizenship", "").split(),
        "died_on": person.get("died"),
        "merged_into_id": key_for("person", person["merged_into"]) if person.get("merged_into") else None,
        "merge_reason": person.get("merge_reason", ""),
    }


def _home(home: Row, team_of: dict[str, Any]) -> Row:
    return {
        "id": key_for(
            "home", home["household"], home["person"], home.get("kind", "lives"), str(home["since"])
        ),
        "version": 1,
        **voided(home),
        **family(home["household"], team_of),
        "person_id": key_for("person", home["person"]),
        "kind": home.get("kind", "lives"),
        "role": home["role"],
        "since": home["since"],
        "until": home.get("until"),
        "note": home.get("note", ""),
        "merged_from_id": None,
    }


def names_of(person: Row) -> Iterator[tuple[str, Row]]:
    """The legal name, then `names`: kind, given, family, since, until."""
    if person["given"] or person["family"]:
        yield person["key"], {"kind": "legal", "given": person["given"], "family": person["family"]}
    yield from ((person["key"], row) for row in person.get("names", []))


def identifiers_of(person: Row) -> Iterator[tuple[str, Row]]:
    """The fiscal code, then `identifiers`: kind, value, since, until."""
    if person.get("codice_fiscale"):
        yield person["key"], {"kind": "codice_fiscale", "value": person["codice_fiscale"]}
    yield from ((person["key"], row) for row in person.get("identifiers", []))


def contacts_of(person: Row) -> Iterator[tuple[str, Row]]:
    """The telephone, then `contacts`: kind, value, note."""
    if person.get("phone"):
        yield person["key"], {"kind": "phone", "value": person["phone"]}
    yield from ((person["key"], row) for row in person.get("contacts", []))


def _of_person(table: str, person: str, row: Row, *what: str) -> Row:
    return {
        "id": key_for(table, person, *what),
        "version": 1,
        **voided(row),
        "person_id": key_for("person", person),
        "kind": row["kind"],
    }


def _name(person: str, row: Row) -> Row:
    # The name that everybody has keeps the short key; further ones are told apart by what they say.
    what = () if row["kind"] == "legal" and "since" not in row else (row["kind"], row["given"], row["family"])
    return {
        **_of_person("name", person, row, *what),
        "given": row["given"],
        "family": row["family"],
        "since": row.get("since"),
        "until": row.get("until"),
    }


def _identifier(person: str, row: Row) -> Row:
    what = () if row["kind"] == "codice_fiscale" and "since" not in row else (row["kind"], row["value"])
    return {
        **_of_person("identifier", person, row, *what),
        "value": row["value"],
        "since": row.get("since"),
        "until": row.get("until"),
    }


def _contact(person: str, row: Row) -> Row:
    return {
        **_of_person("contact_point", person, row, row["value"]),
        "value": row["value"],
        "note": row.get("note", ""),
    }


def _address(row: Row, team_of: dict[str, Any]) -> Row:
    return {
        "id": key_for("address", row["household"], str(row["since"])),
        "version": 1,
        **voided(row),
        **family(row["household"], team_of),
        "line": row["line"],
        "postal_code": row.get("postal_code", ""),
        "municipality_code": row["municipality"],
        "since": row["since"],
        "until": row.get("until"),
    }


def _protected(row: Row, team_of: dict[str, Any]) -> Row:
    return {
        **_address(row, team_of),
        "id": key_for("protected_address", row["household"]),
        "reason": row["reason"],
    }


def _aspect(row: Row, team_of: dict[str, Any]) -> Row:
    return {
        "id": key_for("aspect", row["household"], row["words"]),
        "version": 1,
        **voided(row),
        **family(row["household"], team_of),
        "person_id": key_for("person", row["person"]) if row.get("person") else None,
        "kind": row["kind"],
        "need_code": row.get("need", ""),
        "words": row["words"],
        "said_by": row.get("said_by", ""),
        "since": row["since"],
        "until": row.get("until"),
    }


def _isee(row: Row, team_of: dict[str, Any]) -> Row:
    return {
        "id": key_for("isee", row["household"], str(row["since"])),
        "version": 1,
        **voided(row),
        **family(row["household"], team_of),
        "kind": row.get("kind", IseeKind.ORDINARY),
        "person_id": key_for("person", row["person"]) if row.get("person") else None,
        "value": row["value"],
        "issued_on": row["since"],
        "valid_until": last_day(row.get("kind", ""), row["since"]),
        "number": row.get("number", ""),
        "has_omissions": row.get("omissions", False),
    }


def language_key(row: Row) -> tuple[str, ...]:
    """What tells a row about a language from the others."""
    return (
        "language",
        row["household"],
        row.get("person", ""),
        row["use"],
        row["code"],
        str(row.get("since", "")),
    )


def _language(row: Row, team_of: dict[str, Any]) -> Row:
    return {
        "id": key_for(*language_key(row)),
        "version": 1,
        **voided(row),
        **family(row["household"], team_of),
        "person_id": key_for("person", row["person"]) if row.get("person") else None,
        "use": row["use"],
        "code": row["code"],
        "since": row.get("since"),
        "until": row.get("until"),
    }


def _decides(row: Row, team_of: dict[str, Any]) -> Row:
    who = row.get("holder") or row["holder_words"]
    return {
        "id": key_for("responsibility", row["household"], row["person"], who, str(row["since"])),
        "version": 1,
        **voided(row),
        **family(row["household"], team_of),
        "person_id": key_for("person", row["person"]),
        "holder_id": key_for("person", row["holder"]) if row.get("holder") else None,
        "holder_words": row.get("holder_words", ""),
        "kind": row.get("kind", ResponsibilityKind.PARENTAL),
        "standing": row.get("standing", Standing.FULL),
        "decisions": row.get("decisions", []),
        "may_be_told": row.get("may_be_told", True),
        "authority": row.get("authority", ""),
        "act": row.get("act", ""),
        "since": row["since"],
        "until": row.get("until"),
    }


def _life_event(row: Row, team_of: dict[str, Any]) -> Row:
    return {
        "id": key_for("life_event", row["household"], row["kind"], str(row["since"])),
        "version": 1,
        **voided(row),
        **family(row["household"], team_of),
        "kind": row["kind"],
        "day": row["since"],
        "person_id": key_for("person", row["person"]) if row.get("person") else None,
        "note": row.get("note", ""),
        "effects": json.dumps(row.get("effects", [])),
    }


def _grant(grant: Row) -> Row:
    team, body = grant.get("to_team"), grant.get("to_organisation")
    return {
        "id": key_for("grant", grant["household"], str(team), str(body), grant["level"], str(grant["since"])),
        "household_id": key_for("household", grant["household"]),
        "to_team_id": key_for("team", team) if team else None,
        "to_organisation_id": key_for("organisation", body) if body else None,
        "level": Level[grant["level"].upper()].value,
        "purpose": grant["purpose"],
        "reason": grant["reason"],
        "since": grant["since"],
        "until": grant.get("until"),
        "granted_by": key_for("membership", grant["by"]),
        "withdrawn_at": now() if grant.get("withdrawn") else None,
        "withdrawn_reason": grant.get("withdrawn", ""),
    }


def _search_words(world: World, team_of: dict[str, Any]) -> Iterator[Row]:
    for household in world.get("households", []):
        for word in words_for_household(household["name"], household["code"]):
            yield _search_word(household["key"], None, word, Level.KNOWN, team_of)
    persons = {person["key"]: person for person in world.get("persons", [])}
    for household_key, person_key in {
        (home["household"], home["person"]): None for home in world.get("homes", [])
    }:
        person = persons[person_key]
        for word, level in words_for_person(
            [(person["given"], person["family"])],
            [person.get("phone", "")],
            [person.get("codice_fiscale", "")],
        ):
            yield _search_word(household_key, person_key, word, level, team_of)


def _search_word(household: str, person: str | None, word: str, level: Level, team_of: dict[str, Any]) -> Row:
    return {
        "id": new_key(),
        **family(household, team_of),
        "person_id": key_for("person", person) if person else None,
        "word": word,
        "demand": level.value,
    }
