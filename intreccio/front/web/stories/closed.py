"""Plans that began, reviews, closings and what was agreed for later, told apart from the families' own stories."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from intreccio.front.web.stories.tale import Rows, Tale
from intreccio.ground.kernel.bulk import Row
from intreccio.ground.kernel.days import months_after

World = dict[str, Any]
# A plan is in force so many days after the family was taken in charge.
UNTIL_THE_PLAN = 24
PLANNED = {
    "marchetti", "bah", "hoxha", "el_amrani", "cattaneo", "sala",
    "dervishi", "conti", "okafor", "bassi", "hossain", "lombardo",
    "tosi", "traore", "brambati", "galimberti",
}  # fmt: skip
# When the review was prepared, for which day, and when it was written: in days ago. Where it was not, it is open or led to the end.
REVIEWS: dict[str, tuple[int, int, int | None]] = {
    "hoxha": (20, 16, 15),
    "dervishi": (28, 25, 24),
    "tosi": (9, -2, None),
    "bassi": (12, 5, None),
    "el_amrani": (42, 38, None),
    "okafor": (26, 22, None),
    "galimberti": (22, 18, None),
    "traore": (82, 78, None),
}
LOOKED_AT = (
    "Come va a scuola e a casa, che cosa è cambiato da quando abbiamo cominciato, che cosa manca ancora.\n"
    "Ci saranno: la famiglia, e chi lavora con loro."
)
READ = {
    "hoxha": "A scuola si va volentieri, e il papà ha un orario che si può vivere. Restano le carte: da lì si riparte.",
    "dervishi": "Arben e Luan hanno detto la loro per primi. In casa si parla di più; il tribunale lo ha letto con noi.",
}
# When the way ended, for which motive, with which words.
CLOSINGS = {
    "el_amrani": (30, "on_their_own", "Avete trovato casa, scuola e medico, e ora la strada la sapete voi. La porta resta aperta."),
    "okafor": (15, "on_their_own", "I pomeriggi li tenete insieme alle altre mamme. Se serve una mano, basta una telefonata."),
    "galimberti": (10, "reached", "I ragazzi hanno finito l'anno, e in casa ci si parla. Grazie di averci detto sempre la verità."),
    "traore": (70, "on_their_own", "Sira ha il nido, Moussa il contratto. La casa la cercate da soli, e sapete dove siamo."),
}  # fmt: skip
REOPENED = (
    12,
    "asks_again",
    "Hanno trovato casa a Binasco, e il secondo figlio arriva presto: Mariama chiede del nido.",
)
LATER = "Come state, e che cosa di ciò che avete costruito vi aiuta ancora."
AFTER_A_YEAR = "Come va dopo un anno, e se c'è bisogno di qualcosa."
CALLS = {"el_amrani": "educatrice", "okafor": "davide", "galimberti": "sara", "traore": "educatrice"}
NOT_AFTER_A_YEAR = {
    "okafor": "Le altre mamme e il consultorio ci dicono come va: un anno dopo non serve chiamare."
}
# Heard sooner than agreed: on which day from today, moved so many days ago, why.
SOONER = {"el_amrani": (9, 8, "Fra poco il più grande cambia scuola: ci sentiamo prima.")}


def walk(tale: Tale) -> None:
    """The way of a family after it was taken in charge. Told after who works with it."""
    if tale.key in PLANNED:
        taken = (tale.today - tale.rows["cases"][0]["in_charge"]).days
        tale.begin_plan(taken - UNTIL_THE_PLAN)
    if tale.key in REVIEWS:
        _review(tale, *REVIEWS[tale.key])
    if tale.key in CLOSINGS:
        _close(tale)


def _review(tale: Tale, prepared: int, on: int, written: int | None) -> None:
    tale.begin_review(prepared, on, LOOKED_AT)
    if written is not None:
        tale.end_review(written, READ[tale.key])


def _close(tale: Tale) -> None:
    ago, motive, words = CLOSINGS[tale.key]
    reopened = tale.key == "traore"
    tale.close_case(ago, motive, words)
    overtaken = "Il percorso è ricominciato prima." if reopened else ""
    _agree(tale, 6, ago, LATER, overtaken)
    _agree(tale, 12, ago, AFTER_A_YEAR, overtaken or NOT_AFTER_A_YEAR.get(tale.key, ""))
    if reopened:
        tale.reopen_case(*REOPENED)


def _agree(tale: Tale, months: int, ago: int, what: str, voided: str) -> None:
    left_out = tale.key in NOT_AFTER_A_YEAR and months == 12
    row: dict[str, Any] = {
        "due": months_after(tale.day(ago), months),
        "what": what,
        "who": None if left_out else CALLS[tale.key],
        "voided": voided,
    }
    if months == 6 and tale.key in SOONER:
        ahead, moved, why = SOONER[tale.key]
        row |= {"due": tale.day(-ahead), "moved": tale.day(moved), "moved_why": why}
    tale.put("case_follow_ups", case=tale.key, household=tale.key, months=months, **row)


def rows(today: date) -> Rows:
    """All of it is written with each family's own story (`walk`): a stage belongs to the case."""
    del today
    return {}


def acts_of(world: World) -> Iterator[Row]:
    """What was moved to another day; the steps of the way are told with the others (`family_acts`)."""
    for row in world.get("case_follow_ups", []):
        if row.get("moved"):
            key = ("case_follow_up", row["case"], str(row["months"]), str(row["due"]))
            yield {
                "kind": "case.follow_up_moved",
                "membership": row["who"],
                "at": row["moved"],
                "subject": ("cases.casefollowup", "/".join(key)),
                "household": row["household"],
                "key": key,
                "fields": ["due_on", "moved_why"],
                "codes": {"months": row["months"], "due_on": str(row["due"])},
            }
