"""The invented families of the district. Municipalities are real places; nobody here is a real person."""

from datetime import date, timedelta
from typing import Any

from intreccio.ground.kernel.bulk import Row
from intreccio.parties.people.rules.codice_fiscale import made_of

ROZZANO, OPERA, BINASCO = "015189", "015159", "015024"
MILANO, ROMA, LIMA = "F205", "H501", "Z611"


def recipe(today: date) -> dict[str, list[Row]]:
    """Six homes with every kind of row: two homes of one child, a protected address, grants of every level and time."""
    since = today - timedelta(days=200)
    return {
        "households": _households(since),
        "persons": _persons(today),
        "homes": _homes(since, today),
        "addresses": _addresses(since, today),
        "protected_addresses": [
            {
                "household": "bah",
                "line": "Via delle Rose Bianche 3",
                "postal_code": "20090",
                "municipality": OPERA,
                "reason": "Il padre non deve sapere dove vivono",
                "since": since,
            },
            {
                "household": "dervishi",
                "line": "Vicolo del Mulino 7",
                "municipality": ROZZANO,
                "reason": "Lo ha chiesto il tribunale per i minorenni",
                "since": since,
            },
        ],
        "aspects": _aspects(since, today),
        "grants": _grants(since, today),
    }


def _households(since: date) -> list[Row]:
    return [
        _household(
            "marchetti", 1, "Famiglia Marchetti Haddad", ROZZANO, "equipe_nord", since, languages=["it", "ar"]
        ),
        _household(
            "haddad",
            2,
            "Casa di Karim Haddad",
            OPERA,
            "equipe_est",
            since,
            languages=["ar", "it"],
            mediator=True,
        ),
        _household("bah", 3, "Famiglia Bah", ROZZANO, "equipe_nord", since, languages=["fr"], protected=True),
        _household("conti", 4, "Famiglia Conti", OPERA, "equipe_est", since),
        _household(
            "dervishi", 6, "Famiglia Dervishi", OPERA, "equipe_est", since, languages=["sq"], protected=True
        ),
        _household("tosi", 5, "Famiglia Tosi", BINASCO, "equipe_sud", since),
    ]


def _household(
    key: str, number: int, name: str, municipality: str, team: str, since: date, **more: Any
) -> Row:
    code = f"VSM-{since.year}-{number:04d}"
    return {
        "key": key, "code": code, "name": name, "municipality": municipality, "team": team, "since": since, **more
    }  # fmt: skip


def _persons(today: date) -> list[Row]:
    elena = date(today.year - 36, 5, 4)
    leo = date(today.year - 3, 7, 21)
    return [
        _person("elena", "Elena", "Marchetti", "F", elena, phone="333 010 2233", birthplace=MILANO, citizenship="IT",
                codice_fiscale=made_of("Marchetti", "Elena", elena, "F", MILANO),
                contacts=[{"kind": "email", "value": "elena.m@example.org"},
                          {"kind": "phone", "value": "333 010 9999", "voided": "numero di un'altra persona", "voided_by": "educatrice"}]),
        _person("nadia", "Nadia", "Haddad", "F", date(today.year - 11, 3, 9), names=[
            {"kind": "transliterated", "given": "Nādiya", "family": "Haddād"},
            {"kind": "used", "given": "Nadi", "family": "", "voided": "non le piace più", "voided_by": "educatrice"}]),
        # The tax office gave Leo the code of a girl: it is kept, and the page says what does not fit.
        _person("leo", "Leo", "Haddad", "M", leo, codice_fiscale=made_of("Haddad", "Leo", leo, "F", MILANO)),
        _person("karim", "Karim", "Haddad", "M", date(today.year - 39, 1, 1), precision="year", phone="333 010 4455",
                citizenship="MA", identifiers=[{"kind": "stp", "value": "STP0301230000012"},
                                               {"kind": "provisional", "value": "12345678903"}]),
        _person("fatou", "Fatou", "Bah", "F", date(today.year - 30, 6, 1), precision="estimated",
                phone="333 010 6677", citizenship="GN"),
        _person("aminata", "Aminata", "Bah", "F", date(today.year - 5, 2, 11)),
        _person("bah_baby", "", "Bah", "", today + timedelta(days=90), precision="expected"),
        _person("mira", "Mira", "Dervishi", "F", date(today.year - 33, 8, 8), phone="333 010 7711",
                codice_fiscale=made_of("Dervishi", "Mira", date(today.year - 33, 8, 8), "F", "Z100")),
        _person("mattia", "Mattia", "Conti", "M", date(today.year - 8, 10, 2)),
        _person("rosa", "Rosa", "Conti", "F", date(today.year - 68, 4, 12), phone="02 555 0101"),
        _person("franco", "Franco", "Conti", "M", date(today.year - 70, 8, 30), died=date(today.year - 2, 1, 5)),
        _person("davide_t", "Davide", "Tosi", "M", date(today.year - 15, 12, 1)),
        _person("ilaria", "Ilaria", "Tosi", "F", date(today.year - 41, 9, 17), phone="333 010 8899", birthplace=ROMA),
        _person("ilaria_again", "Ilaria", "Tosi", "F", date(today.year - 41, 9, 17), birthplace=LIMA),
    ]  # fmt: skip


def _person(key: str, given: str, family: str, sex: str, birth: date, **more: Any) -> Row:
    return {"key": key, "given": given, "family": family, "sex": sex, "birth": birth, **more}


def _homes(since: date, today: date) -> list[Row]:
    half_way = since + timedelta(days=100)
    return [
        _home("marchetti", "elena", "parent", since),
        _home("marchetti", "nadia", "child", since),
        _home("marchetti", "leo", "child", since),
        _home("marchetti", "elena", "parent", since, kind="registered"),
        _home("marchetti", "karim", "parent", since, until=half_way, note="si è trasferito a Opera"),
        _home("haddad", "karim", "parent", half_way),
        _home("haddad", "nadia", "child", half_way),
        _home("haddad", "leo", "child", half_way),
        _home("bah", "fatou", "parent", since),
        _home("bah", "aminata", "child", since),
        _home("bah", "bah_baby", "child", today - timedelta(days=10)),
        _home("dervishi", "mira", "parent", since),
        _home("conti", "mattia", "child", since),
        _home("conti", "rosa", "grandparent", since),
        _home(
            "conti",
            "franco",
            "grandparent",
            since,
            kind="isee",
            voided="era morto da tempo",
            voided_by="davide",
        ),
        _home("conti", "franco", "grandparent", since, until=half_way),
        _home("tosi", "davide_t", "child", since),
        _home("tosi", "ilaria", "parent", since),
        _home("tosi", "ilaria_again", "parent", half_way),
    ]


def _home(household: str, person: str, role: str, since: date, **more: Any) -> Row:
    return {"household": household, "person": person, "role": role, "since": since, **more}


def _addresses(since: date, today: date) -> list[Row]:
    half_way = since + timedelta(days=100)
    return [
        {"household": "marchetti", "line": "Via dei Platani 12", "postal_code": "20089", "municipality": ROZZANO,
         "since": since, "until": half_way},
        {"household": "marchetti", "line": "Viale Lombardia 40", "postal_code": "20089", "municipality": ROZZANO, "since": half_way},
        {"household": "haddad", "line": "Via Cavour 22", "postal_code": "20073", "municipality": OPERA, "since": half_way},
        {"household": "conti", "line": "Via Marcora 8", "postal_code": "20073", "municipality": OPERA, "since": since},
        {"household": "tosi", "line": "Via Matteotti 1", "postal_code": "20082", "municipality": BINASCO,
         "since": today - timedelta(days=1), "voided": "è il numero 11", "voided_by": "sara"},
        {"household": "tosi", "line": "Via Matteotti 11", "postal_code": "20082", "municipality": BINASCO, "since": since},
    ]  # fmt: skip


def _aspects(since: date, today: date) -> list[Row]:
    ended = today - timedelta(days=20)
    return [
        _aspect("marchetti", "needed", "Un posto a scuola per Leo", since, person="leo", said_by="Elena"),
        _aspect("marchetti", "needed", "Un lavoro per Elena", since, person="elena", said_by="Elena"),
        _aspect("marchetti", "strong", "Nadia ama disegnare e studia volentieri", since,
                person="nadia", said_by="lo dice lei, lo conferma la scuola"),
        _aspect("marchetti", "strong", "La nonna c'è", since, said_by="Elena"),
        _aspect("marchetti", "needed", "Un medico di base a Rozzano", since, until=ended),
        _aspect("marchetti", "needed", "Un'auto", since, voided="l'aveva chiesta un'altra famiglia", voided_by="educatrice"),
        _aspect("bah", "needed", "Imparare l'italiano", since, person="fatou"),
        _aspect("haddad", "strong", "Karim cucina per tutti la domenica", since, person="karim"),
        _aspect("conti", "strong", "La nonna accompagna Mattia ogni mattina", since),
        _aspect("tosi", "needed", "Tornare a dormire tranquilli", since, person="davide_t", said_by="Davide"),
    ]  # fmt: skip


def _aspect(household: str, kind: str, words: str, since: date, **more: Any) -> Row:
    return {"household": household, "kind": kind, "words": words, "since": since, **more}


def _grants(since: date, today: date) -> list[Row]:
    past, soon, later = today - timedelta(days=30), today + timedelta(days=30), today + timedelta(days=200)
    return [
        _grant("marchetti", "record", "assistente", since, to_organisation="consultorio", until=later),
        _grant("marchetti", "contact", "assistente", since, to_organisation="porte_aperte", until=past),
        _grant("marchetti", "record", "coordinatrice", soon, to_team="equipe_sud"),
        _grant("marchetti", "contact", "coordinatrice", since, to_organisation="scuola_tigli", withdrawn="Nadia ha cambiato scuola"),
        _grant("haddad", "known", "lucia", since, to_organisation="scuola_opera"),
        _grant("conti", "contact", "lucia", since, to_organisation="scuola_tigli", until=later, purpose="signal"),
        _grant("conti", "record", "lucia", since, to_team="equipe_nord"),
        _grant("tosi", "known", "tommaso", since, to_organisation="scuola_tigli"),
        _grant("tosi", "known", "tommaso", since, to_team="equipe_est"),
        _grant("tosi", "contact", "tommaso", since, to_organisation="consultorio"),
        _grant("tosi", "record", "tommaso", since, to_organisation="scuola_tigli", until=past),
        _grant("tosi", "record", "tommaso", soon, to_organisation="scuola_tigli", until=later),
    ]  # fmt: skip


def _grant(household: str, level: str, by: str, since: date, **more: Any) -> Row:
    return {
        "household": household, "level": level, "by": by, "since": since, "purpose": "collaboration",
        "reason": "Lavorano insieme all'équipe", **more,
    }  # fmt: skip
