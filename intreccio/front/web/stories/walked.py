"""Three families along a path: a child awaited, under 1000 giorni; a grandfather who has died, under SOLI MAI; one that has just begun."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from intreccio.front.web.stories.tale import Rows
from intreccio.ground.kernel.bulk import Row

World = dict[str, Any]


def rows(today: date) -> Rows:
    """Half way: something done, something that waits, something that was not needed."""

    def day(ago: int) -> date:
        return today - timedelta(days=ago)

    def mark(step: str, ago: int, by: str, words: str = "", state: str = "done") -> Row:
        return {"step": step, "day": day(ago), "by": by, "words": words, "state": state}

    def look(item: str, ago: int, by: str, words: str = "", answer: str = "there", person: str = "") -> Row:
        return {"item": item, "day": day(ago), "by": by, "words": words, "answer": answer, "person": person}

    return {
        "paths": [
            {"key": "bah-mille", "household": "bah", "text": "mille-giorni-1", "zero": day(-90), "begun": day(100), "person": "bah_baby",
             "contact": "assistente", "marks": [
                mark("two_generations", 70, "assistente", "Fatou racconta volentieri; Aminata ha scelto lei il posto della culla."),
                mark("birth_course", 20, "educatrice", "Il consultorio ha un gruppo in francese, il mercoledì."),
                mark("home_before", 12, "assistente", "Le visite le fa già l'ostetrica del consultorio.", "not_needed"),
             ],
             "checks": [look("consultorio", 70, "assistente", "Il consultorio di via Grandi, l'ostetrica è Marta."),
                        look("nido", 20, "educatrice", "La domanda si fa insieme, in comune.", "not_yet")]},
            {"key": "conti-soli", "household": "conti", "text": "soli-mai-1", "zero": day(101), "begun": day(99), "person": "franco",
             "loss": "death", "contact": "davide", "silent": day(60), "marks": [
                mark("be_there", 99, "davide", "Una telefonata a Rosa, senza domande."),
                mark("papers_death", 92, "lucia", "La pensione di reversibilità: domanda fatta insieme."),
                mark("siblings", 88, "davide", "Mattia chiede chi lo porta ai treni, adesso. Ci va con Davide il sabato."),
                mark("school", 90, "lucia", "Alla maestra lo ha detto Rosa, con Lucia accanto."),
                mark("rite", 98, "davide", "Mattia ha scelto di esserci.")],
             "checks": [look("told", 97, "davide", "Rosa, con parole sue.", person="mattia"),
                        look("own_adult", 88, "davide", "Davide, il sabato ai treni.", person="mattia"),
                        look("at_school", 90, "lucia", "La maestra sa; un angolo in biblioteca.", person="mattia")],
             "letters": [{"letter": "near", "day": day(96), "by": "davide", "way": "hand",
                          "words": "Abbiamo saputo di Franco, e ci dispiace. Non dovete rispondere né fare niente."}]},
            {"key": "hoxha-passi", "household": "hoxha", "text": "accompagnamento-1", "zero": day(183), "begun": day(183),
             "contact": "assistente", "marks": [mark("reference", 181, "assistente", "Con Giulia, il martedì o quando serve.")],
             "checks": [look("own_words", 150, "assistente", "Le parole di Ana aprono il progetto."),
                        look("dates", 20, "assistente", "Le date delle carte: vanno chieste in questura.", "not_yet")],
             "letters": [{"letter": "who_i_am", "day": day(179), "by": "assistente", "way": "hand",
                          "words": "Sono Giulia: mi potete chiamare il martedì mattina. Se non ci sono risponde Chiara."}]},
            {"key": "hossain-passi", "household": "hossain", "text": "accompagnamento-1", "zero": day(60), "begun": day(60),
             "contact": "davide", "marks": [mark("reference", 58, "davide", "Si parla con Davide, il giovedì.")],
             "checks": [look("own_words", 40, "davide", "Le parole della mamma, tradotte con la mediatrice.")],
             "letters": [{"letter": "who_i_am", "day": day(56), "by": "davide", "way": "message",
                          "words": "Sono Davide: mi potete chiamare il giovedì. Se non ci sono risponde Lucia."}]},
        ],
        # One who works has lost his grandmother, and wants a colleague near.
        "worker_paths": [
            {"key": "davide-soli", "user": "davide", "text": "soli-mai-1", "zero": day(40), "begun": day(37), "loss": "death",
             "readers": ["lucia"], "marks": [mark("be_there", 36, "lucia", "Un messaggio, senza domande.")]},
        ],
    }  # fmt: skip


# What stands along a path: how its event is called, where its day stands, and what its key is made of.
ALONG = (
    ("check", "path.looked_at", ("day", "item", "person")),
    ("letter", "path.letter_sent", ("day", "letter", "turn")),
)


def acts_of(world: World) -> Iterator[Row]:
    """A path begun, each of its steps, the silence that was asked for."""
    for row in world.get("paths", []):
        path = ("path", row["key"])
        yield _act("path.begun", row, row["begun"], row["contact"], "familypath", path)
        for mark in row.get("marks", []):
            key = ("path_mark", row["key"], mark["step"])
            yield _act("path.step_marked", row, mark["day"], mark["by"], "pathmark", key)
        for name, kind, dated in ALONG:
            for each in row.get(f"{name}s", []):
                key = (f"path_{name}", row["key"], *(str(each[part]) for part in dated[1:] if each.get(part)))
                yield _act(kind, row, each[dated[0]], each["by"], f"path{name}", key)
        if row.get("silent"):
            yield _act("path.silence_asked", row, row["silent"], row["contact"], "familypath", path)


def _act(kind: str, row: Row, at: date, by: str, table: str, key: tuple[str, ...]) -> Row:
    return {
        "kind": kind, "membership": by, "at": at, "subject": (f"plans.{table}", "/".join(key)),
        "household": row["household"], "key": key, "codes": {},
    }  # fmt: skip
