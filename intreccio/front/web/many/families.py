"""One invented family: who lives together, where, what is strong, what is needed."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from intreccio.front.web.many.names import BORN_HERE, ITALY, Land, some_land
from intreccio.ground.kernel.bulk import Row
from intreccio.parties.people.rules.codice_fiscale import made_of

STREETS = (
    "via Garibaldi", "via Mazzini", "via Roma", "via dei Mille", "via Verdi", "via Manzoni", "viale Lombardia",
    "via delle Rose", "via Curiel", "via Matteotti", "largo Pertini", "via Don Minzoni", "via Puccini", "via Cavour",
)  # fmt: skip
STRONG = (
    "una zia vicina che aiuta nei pomeriggi", "i figli vanno volentieri a scuola", "una rete di vicine di cui fidarsi",
    "un lavoro stabile da anni", "la passione per il calcio", "si parla molto a tavola", "la nonna passa ogni giorno",
    "sanno chiedere aiuto in tempo",
)  # fmt: skip
NEEDED = {
    "emergenze.alimentare": "arrivare a fine mese con la spesa",
    "emergenze.economico": "due bollette rimaste indietro",
    "emergenze.sanitario": "visite e cure da organizzare",
    "famiglie.accompagnamento": "un momento difficile in casa",
    "futuro.educative": "un posto al nido",
    "futuro.istruzione": "qualcuno per i compiti",
    "futuro.genitorialita": "un confronto sull'essere genitori",
    "lavoro.occupabilita": "cercare un lavoro con orari possibili",
    "infrastruttura.prossimita": "conoscere qualcuno nel quartiere",
}
# Inhabitants in thousands, so that each municipality has its share.
MUNICIPALITIES = {
    "015015": 8, "015024": 7, "015055": 4, "015115": 9, "015125": 10, "015158": 5, "015159": 14, "015173": 16,
    "015189": 41, "015236": 3, "015247": 7,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Family:
    """What the rest of a family's story needs to know of it."""

    key: str
    team: int
    since: date
    municipality: str
    persons: list[dict[str, Any]]
    need: str
    rows: dict[str, list[Row]]


def make_family(
    dice: random.Random,
    *,
    key: str,
    code: str,
    team: int,
    team_key: str,
    today: date,
    size: int | None = None,
) -> Family:
    """Three to five persons under one roof, or as many as are asked for."""
    land = some_land(dice)
    since = today - timedelta(days=dice.randint(120, 700))
    municipality = dice.choices(list(MUNICIPALITIES), weights=list(MUNICIPALITIES.values()))[0]
    persons = _persons(dice, key, land, today, size)
    surnames = list(dict.fromkeys(person["family"] for person in persons[:2]))
    need = dice.choice(list(NEEDED))
    rows: dict[str, list[Row]] = {
        "households": [
            {"key": key, "code": code, "name": f"Famiglia {' '.join(surnames)}", "municipality": municipality,
             "team": team_key, "since": since}
        ],
        "languages": [
            {"household": key, "use": use, "code": code}
            for use, code in (("speaks", land.language), *((("mediator", ""),) if dice.random() < 0.3 else ()))
            if land.language
        ],
        "persons": list[Row](persons),
        "homes": [
            {"household": key, "person": person["key"], "role": role, "since": since}
            for person, role in zip(persons, _roles(persons, today), strict=True)
        ],
        "addresses": [
            {"household": key, "line": f"{dice.choice(STREETS)} {dice.randint(1, 140)}", "municipality": municipality,
             "postal_code": "20089" if municipality == "015189" else "", "since": since}
        ],
        "aspects": [
            {"household": key, "kind": "strong", "words": dice.choice(STRONG), "said_by": "la famiglia", "since": since},
            {"household": key, "kind": "needed", "words": NEEDED[need], "need": need, "since": since},
        ],
    }  # fmt: skip
    return Family(key, team, since, municipality, persons, need, rows)


def _persons(
    dice: random.Random, key: str, land: Land, today: date, size: int | None
) -> list[dict[str, Any]]:
    """One or two parents, their children, sometimes a grandmother."""
    size = size or dice.choices((3, 4, 5), weights=(45, 38, 17))[0]
    other = land if dice.random() < 0.9 else ITALY
    parents = 1 if dice.random() < 0.3 else 2
    age = dice.randint(25, 50)
    people = [_person(dice, f"{key}-1", land, land.surname(dice), "M" if parents == 2 else "F", age, today)]
    if parents == 2:
        people.append(
            _person(dice, f"{key}-2", other, other.surname(dice), "F", age - dice.randint(0, 6), today)
        )
    while len(people) < size:
        number = len(people) + 1
        old = number == 5 and dice.random() < 0.4
        surname = people[0]["family"] if not old else land.surname(dice)
        years = age + 27 if old else dice.randint(0, min(17, age - 19))
        people.append(_person(dice, f"{key}-{number}", land, surname, dice.choice("FM"), years, today))
    return people


def _person(
    dice: random.Random, key: str, land: Land, surname: str, sex: str, years: int, today: date
) -> dict[str, Any]:
    birth = today - timedelta(days=round(years * 365.25) + dice.randint(1, 360))
    here = not land.birthplace or (years < 12 and dice.random() < 0.8)
    given, place = land.given(dice, sex), dice.choice(BORN_HERE) if here else land.birthplace
    with_code = dice.random() < (0.6 if years >= 18 else 0.35)
    return {
        "key": key,
        "given": given,
        "family": surname,
        "sex": sex,
        "birth": birth,
        "birthplace": place,
        "citizenship": land.citizenship,
        "phone": f"3{dice.randint(20, 93)} {dice.randint(0, 9999999):07d}" if years >= 18 else "",
        "codice_fiscale": made_of(surname, given, birth, sex, place) if with_code else "",
    }


def _roles(persons: list[dict[str, Any]], today: date) -> list[str]:
    grown = [today.year - person["birth"].year >= 19 for person in persons]
    return [
        "child" if not is_grown else "parent" if place < 2 else "grandparent"
        for place, is_grown in enumerate(grown)
    ]
