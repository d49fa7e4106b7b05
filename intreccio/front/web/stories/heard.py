"""What children said and drew when somebody listened to them: Nadia and Leo in spring and since, two boys of other teams."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from intreccio.front.web.stories.tale import Rows, Tale, merged
from intreccio.ground.kernel.bulk import Row

World = dict[str, Any]


def rows(today: date) -> Rows:
    """In three teams."""
    return merged([_marchetti(today), *_elsewhere(today)])


def _elsewhere(today: date) -> Iterator[Rows]:
    for family, team, by, reference, who, words in (
        ("dervishi", "equipe_est", "lucia", "lucia", "arben_d", "Il pallone, e quando nevica."),
        ("tosi", "equipe_sud", "tommaso", "sara", "davide_t", "Le galline della zia."),
    ):
        tale = Tale(today, family, team=team, since=100, by=by)
        _listened(tale, f"{who}_ascolto", who, 30, band="6-10", face="well", answers={"middle_like": words})
        _drawn(tale, f"{who}_ascolto", "Casa mia", "", shared=True, reference=reference)
        yield tale.rows


def _marchetti(today: date) -> Rows:
    """Once in an assessment, twice outside of any, and once by mistake."""
    tale = Tale(today, "marchetti", team="equipe_nord", since=200, by="educatrice")
    _listened(
        tale, "nadia_primavera", "nadia", 160, assessment="marchetti_t0", others="Leo, che giocava", band="6-10",
        face="so_so", answers={
            "middle_like": "Disegnare. E quando la nonna fa il pane.",
            "middle_home": "Dormo con Leo. Vorrei un posto mio dove disegnare.",
            "middle_school": "La maestra nuova è gentile, ma arrivo sempre quando hanno già cominciato.",
            "middle_change": "Che papà non sia sempre stanco. La nonna deve restare così.",
        },
    )  # fmt: skip
    _drawn(
        tale,
        "nadia_primavera",
        "La casa con il pane",
        "Quello che esce dal camino è il profumo.",
        shared=True,
    )
    _listened(
        tale, "nadia_scuola", "nadia", 26, place="school", band="11-13", answers={
            "growing_near": "Con Amina, in fondo al corridoio. Con lei parlo.",
            "growing_home": "Va meglio la mattina. La sera faccio io la cena, certe volte.",
        },
    )  # fmt: skip
    _drawn(tale, "nadia_scuola", "Il posto mio", "Questo è per te, non farlo vedere.", shared=False)
    _listened(
        tale, "leo_tappeto", "leo", 12, others="la mamma, in cucina", band="3-5", face="well", answers={
            "small_play": "Treno! Lungo lungo.",
            "small_near": "Mamma, Nadi, il gatto.",
        },
    )  # fmt: skip
    _drawn(tale, "leo_tappeto", "Io e il gatto", "", shared=True, drawn="cat")
    _listened(tale, "leo_doppio", "leo", 12, others="la mamma", voided="scritto due volte")
    return tale.rows


def _listened(tale: Tale, key: str, who: str, ago: int, **more: Any) -> None:
    about = {"household": tale.key, "key": key, "person": who, "heard": tale.day(ago), "by": tale.by}
    tale.put("listenings", **{**about, **more})


def _drawn(tale: Tale, listening: str, title: str, words: str, *, shared: bool, **more: str) -> None:
    about = {"household": tale.key, "key": f"{listening}_disegno", "listening": listening, "by": tale.by}
    said = {"reference": "educatrice", **more}
    tale.put("child_drawings", **about, title=title, words=words, shared=shared, **said)


def acts_of(world: World) -> Iterator[Row]:
    """The acts behind them."""
    days = {}
    for row in world.get("listenings", []):
        days[row["key"]] = row["heard"]
        yield _act("listening.written", row, row["heard"], "listening", place=row.get("place", "home"))
        if row.get("voided"):
            yield _act("listening.voided", row, row["heard"], "listening")
    for row in world.get("child_drawings", []):
        yield _act("drawing.added", row, days[row["listening"]], "child_drawing", shared=row["shared"])


def _act(kind: str, row: Row, at: date, noun: str, **codes: Any) -> Row:
    model = f"assessments.{noun.replace('_', '')}"
    return {
        "kind": kind, "membership": row["by"], "at": at, "subject": (model, row["key"]), "key": (noun, row["key"]),
        "household": row["household"], "codes": codes,
    }  # fmt: skip
