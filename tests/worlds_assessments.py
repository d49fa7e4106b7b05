"""Assessments of random small worlds: of most cases, with voices and children's words, some of them mistakes."""

import random
from typing import Any


def add(maker: Any) -> None:
    """For most cases an assessment; a voice with a person, one without; what a child said."""
    for name in (
        "assessments",
        "points_of_view",
        "child_words",
        "listenings",
        "child_drawings",
        "sheets",
        "factors",
    ):
        maker.world[name] = []
    for case in maker.world["cases"]:
        if maker.dice.random() < 0.8:
            one_of(maker, case["household"])


def one_of(maker: Any, key: str) -> None:
    about, by = {"assessment": f"{key}_t0", "household": key}, maker.world["memberships"][0]["key"]
    begun, heard = maker.day(-30), maker.day(-28)
    mistake = maker.dice.choice(("", "", "", "prova"))
    maker.world["assessments"].append(
        {"key": f"{key}_t0", "household": key, "case": key, "moment": "t0", "begun": begun, "by": by,
         "closed": maker.dice.choice((None, maker.day(-20))), "read_together": f"letto {key}", "voided": mistake}
    )  # fmt: skip
    voices = (
        {"voice": "mother", "person": f"{key}-0"},
        {"voice": "child", "person": f"{key}-0"},
        {"voice": "team"},
    )
    maker.world["points_of_view"] += [
        {
            **about,
            **voice,
            "heard": heard,
            "by": by,
            "answers": {"food": 3},
            "words": {"social": f"detto {key}"},
        }
        for voice in voices
    ]
    maker.world["child_words"].append(
        {**about, "person": f"{key}-0", "how": "said", "words": f"parole {key}", "heard": heard,
         "by": maker.dice.choice(maker.world["memberships"])["key"],
         "agreed": maker.dice.choice(("not_asked", "near", "near", "near", "team", "plan")),
         "reference": random.Random(f"riferimento-{key}").choice(maker.world["memberships"])["key"]}
    )  # fmt: skip
    for number, look in enumerate((f"{key}_t0", None)):
        ear = maker.dice.choice(maker.world["memberships"])["key"]
        listening = {
            "household": key,
            "key": f"{key}-heard-{number}",
            "person": f"{key}-0",
            "heard": heard,
            "by": ear,
        }
        maker.world["listenings"].append(
            {
                **listening,
                "assessment": look,
                "band": "6-10",
                "answers": {"middle_like": f"piace {key}"},
                "voided": mistake,
            }
        )
        maker.world["child_drawings"].append(
            {"household": key, "key": f"{key}-drawn-{number}", "listening": listening["key"], "title": f"disegno {key}",
             "shared": maker.dice.random() < 0.4, "by": ear,
             "reference": random.Random(f"riferimento-{key}-{number}").choice(maker.world["memberships"])["key"]}
        )  # fmt: skip
    maker.world["sheets"] += [
        {**about, "instrument": "quattro-saluti-1", "about": f"{key}-0", "voice": "team", "heard": heard, "by": by,
         "answers": {"feels": 3}, "words": {"body": f"sta {key}"}},
        {**about, "instrument": "quattro-saluti-1", "about": f"{key}-0", "voice": "child", "heard": heard, "by": by,
         "answers": {"feels": 2}, "words": {"body": f"dice {key}"}},
        {**about, "instrument": "tre-pesi-1", "voice": "team", "heard": heard, "by": by, "answers": {"debts": 2}},
    ]  # fmt: skip
    maker.world["factors"].append(
        {"household": key, "case": key, "code": "trust", "about": f"{key}-0", "words": f"protegge {key}", "since": begun,
         "until": maker.dice.choice((None, heard)), "by": by, "voided": mistake}
    )  # fmt: skip
