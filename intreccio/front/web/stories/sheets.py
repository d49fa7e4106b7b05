"""Sheets of the library that teams chose for some families, and what protects them or weighs on them; told by hand."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from intreccio.families.assessments.demo.sheets import factor_key, sheet_key, side_of

World = dict[str, Any]
Row = dict[str, Any]
CODES = (
    "health", "feelings", "identity", "autonomy", "relations", "learning", "play", "care", "warmth", "guidance",
    "stimulation", "self_realisation", "support", "community", "economy", "home", "school",
)  # fmt: skip


def _seventeen(steps: str) -> dict[str, int]:
    """Six steps each, in the order of the guidelines; a dash is left blank."""
    return {code: int(step) for code, step in zip(CODES, steps, strict=True) if step != "-"}


def _weights(economic: str, social: str, educational: str) -> dict[str, int]:
    codes = (
        ("income", "job", "debts", "housing"),
        ("alone", "conflict", "papers", "care_load"),
        ("school_far", "no_places", "worry", "tired_parents"),
    )
    told = zip(codes, (economic, social, educational), strict=True)
    return {
        code: int(step)
        for names, steps in told
        for code, step in zip(names, steps, strict=True)
        if step != "-"
    }


NADIA = {
    "learning": "Ha 9 in matematica. Da due mesi arriva in ritardo il lunedì.",
    "learning.mother": "Studia da sola, non so come faccia.",
    "learning.child": "La scuola mi piace, la mattina no.",
    "learning.team": "Porta il fratellino al nido prima di entrare in classe.",
    "autonomy": "Mette a letto Leo, prepara la cena due sere su tre.",
    "autonomy.child": "So fare tutto. Vorrei anche non fare niente.",
    "support": "La nonna abita a trecento metri, il mercoledì tiene Leo.",
    "support.father": "Mia suocera ci aiuta, io ci sono poco.",
}
LATER = {
    **NADIA,
    "learning": "Arriva in orario da tre settimane.",
    "learning.child": "La mattina adesso va.",
}
MARCHETTI: tuple[Row, ...] = (
    {
        "instrument": "diciassette-sguardi-1",
        "about": "nadia",
        "voice": "team",
        "answers": _seventeen("54325443553425433"[:17]),
        "words": NADIA,
    },
    {
        "instrument": "tre-pesi-1",
        "voice": "team",
        "answers": _weights("3322", "1223", "2132"),
        "words": {"economic": "Contratto della mensa finito da qualche mese; l'affitto è in pari."},
    },
    {
        "instrument": "quattro-saluti-1",
        "about": "elena",
        "voice": "mother",
        "answers": {
            "feels": 3,
            "doctor": 4,
            "cares": 3,
            "mood": 2,
            "rest": 1,
            "talk": 4,
            "bonds": 4,
            "welcome": 4,
            "belong": 3,
            "new": 2,
            "info": 4,
            "habits": 3,
        },
    },
    {
        "instrument": "genitori-3-6-1",
        "about": "elena",
        "voice": "mother",
        "answers": {"care": 4, "warmth": 4, "guide": 3, "spark": 2, "self": 1},
    },
    {
        "instrument": "bilancio-competenze-1",
        "about": "elena",
        "voice": "mother",
        "answers": {
            "italian": 4,
            "writing": 3,
            "other_languages": 4,
            "digital": 3,
            "rights": 2,
            "trade": 4,
            "care": 5,
            "home": 5,
            "money": 4,
            "moving": 3,
            "together": 4,
            "keeping": 4,
            "asking": 2,
            "telling": 2,
            "learning": 4,
            "course": 2,
            "recognised": 1,
            "curriculum": 3,
            "trying": 4,
        },
        "words": {
            "knowing": "Scuola alberghiera a Milano, 2008. Un corso di pasticceria non finito.",
            "doing": "Quattro anni in una mensa, fino a quando è finito il contratto.",
            "next": "«Fra un anno vorrei una cucina con orari da mamma.»",
        },
    },
    {
        "instrument": "isolamento-1",
        "voice": "mother",
        "answers": {"visit": 4, "call": 3, "hand": 4, "out": 2, "kids_friends": 2, "lonely": 2},
    },
)
# Hoxha was reviewed: the same sheets at both moments, by place of the person among the children.
HOXHA = {
    "t0": (("443334333434332323", (3, 3, 2), 21),),
    "t1": (("444445444445443434", (2, 2, 2), 10),),
}
BONDS = ("visit", "call", "hand", "out", "kids_friends", "lonely")
ALONE = {
    family: dict(zip(BONDS, map(int, steps), strict=True))
    for family, steps in {"dervishi": "223123", "tosi": "332232", "conti": "121113"}.items()
}
FACTORS: tuple[tuple[str, str, int, int | None, str, str], ...] = (
    (
        "marchetti",
        "family_help",
        1400,
        None,
        "",
        "La nonna tiene Leo ogni mercoledì, Rita ha le chiavi di casa.",
    ),
    ("marchetti", "good_school", 800, None, "nadia", "Nadia va volentieri a scuola e ha un'amica del cuore."),
    (
        "marchetti",
        "job_lost",
        230,
        60,
        "",
        "Finito il contratto alla mensa; da due mesi c'è un lavoro a ore.",
    ),
    ("marchetti", "trust", 120, None, "", "Con Irene si parla ogni due settimane."),
    ("hoxha", "job_lost", 400, 30, "", "Cantiere chiuso; il lavoro nuovo è cominciato da un mese."),
    ("hoxha", "safe_home", 300, None, "", "Casa popolare assegnata."),
    ("hoxha", "isolation", 380, None, "", "Pochi conoscono la lingua, nessun parente vicino."),
    ("dervishi", "near_adult", 200, None, "", "La maestra è il suo riferimento."),
)


def sheets_of(family: str, moment: str, homes: list[Row]) -> Iterator[Row]:
    """What the team chose for one moment of one family; `homes`: who lives there, with their ages in `years`."""
    if (family, moment) == ("marchetti", "t0"):
        yield from MARCHETTI
    if family in ALONE and moment == "t0":
        yield {"instrument": "isolamento-1", "voice": "family", "answers": ALONE[family]}
    if family != "hoxha" or moment not in HOXHA:
        return
    child = next((home for home in homes if home["role"] == "child" and home["years"] >= 2), None)
    for steps, bonds, total in HOXHA[moment]:
        if child:
            yield {
                "instrument": "diciassette-sguardi-1",
                "about": child["person"],
                "voice": "team",
                "answers": _seventeen(steps[:17]),
            }
            yield {
                "instrument": "sdq-totali-1",
                "about": child["person"],
                "voice": "mother",
                "answers": _totals(total),
            }
        money, around, growing = (str(bond) * 4 for bond in bonds)
        yield {"instrument": "tre-pesi-1", "voice": "team", "answers": _weights(money, around, growing)}
    if moment == "t1":
        agree = {"listened": 4, "understood": 3, "decided": 3, "respect": 4, "children_heard": 3, "useful": 4}
        yield {"instrument": "come-ci-siamo-trovati-1", "voice": "family", "answers": agree}


def _totals(total: int) -> dict[str, int]:
    parts = [total // 4 + (place < total % 4) for place in range(4)]
    names = ("emotional", "conduct", "hyperactivity", "peers")
    return {**dict(zip(names, parts, strict=True)), "total": total, "prosocial": 8}


def factors_of(day: date, by: dict[str, str]) -> Iterator[Row]:
    """What protects and weighs; `by`: who listens, by family."""
    for family, code, since, until, about, words in FACTORS:
        if family in by:
            yield {
                "household": family, "case": family, "code": code, "about": about or None, "words": words,
                "since": day - timedelta(days=since), "until": None if until is None else day - timedelta(days=until),
                "by": by[family],
            }  # fmt: skip


def acts_of_sheets(world: World) -> dict[str, list[Row]]:
    """The acts behind the sheets, by assessment: they come before its closing."""
    moments = {row["key"]: row["moment"] for row in world.get("assessments", [])}
    found: dict[str, list[Row]] = {}
    for row in world.get("sheets", []):
        codes = {"instrument": row["instrument"], "voice": row["voice"], "moment": moments[row["assessment"]]}
        found.setdefault(row["assessment"], []).extend(
            _act(f"assessment.sheet_{verb}", row, "sheet", sheet_key(row), row["heard"], **codes, **more)
            for verb, more in (("added", {}), ("answered", {"finished": True}))
        )
    return found


def acts_of_factors(world: World) -> Iterator[Row]:
    """Noted on the day on which the family was first looked at."""
    noted = {row["household"]: row["begun"] for row in reversed(world.get("assessments", []))}
    for row in world.get("factors", []):
        day = max(noted[row["household"]], row["until"] or row["since"])
        yield _act("factor.added", row, "factor", factor_key(row), day, side=side_of(row["code"]))


def _act(kind: str, row: Row, noun: str, key: tuple[str, ...], at: date, **codes: Any) -> Row:
    words = (noun, *key)
    return {
        "kind": kind, "membership": row["by"], "at": at, "subject": (f"assessments.{noun}", "/".join(words)),
        "household": row["household"], "codes": codes, "key": words,
    }  # fmt: skip
