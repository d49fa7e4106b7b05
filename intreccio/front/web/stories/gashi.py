"""A preliminary analysis that has lasted longer than agreed: the family is waiting, and Oggi says so."""

from datetime import date

from intreccio.front.web.stories import kin
from intreccio.front.web.stories.tale import ROZZANO, Rows, Tale


def story(today: date) -> Rows:
    """The consultorio telephones for them; Arta and Ilir have answered, the desk has not decided yet."""
    tale = Tale(today, "gashi", team="equipe_nord", since=24, by="assistente")
    tale.household("Famiglia Gashi", ROZZANO, languages=["sq", "it"])
    tale.person(
        "gashi_1",
        "Arta",
        "Gashi",
        "F",
        tale.aged(38, 160),
        "parent",
        phone="333 010 3107",
        citizenship="AL",
    )
    tale.person("gashi_ilir", "Ilir", "Gashi", "M", tale.aged(40, 100), "parent", citizenship="AL")
    tale.person("gashi_besa", "Besa", "Gashi", "F", tale.aged(12, 30), "child")
    tale.person("gashi_dion", "Dion", "Gashi", "M", tale.aged(1, 150), "child")
    tale.speaks("gashi_1", "sq", "prefers")
    tale.speaks("gashi_1", "sq", "mediator", 20)
    tale.speaks("gashi_besa", "it")
    kin.gashi(tale)
    tale.address("Via Garofani 15", ROZZANO)
    tale.strong("Arta era infermiera, e le piaceva", person="gashi_1", said_by="Arta")
    tale.strong("Besa traduce per tutti, anche troppo", person="gashi_besa", said_by="la mamma")
    tale.needed(
        "Qualcuno che traduca al posto di Besa",
        person="gashi_besa",
        said_by="Arta",
        need="salute.socioculturale",
    )
    tale.needed(
        "Far valere il diploma di infermiera", person="gashi_1", said_by="Arta", need="lavoro.occupabilita"
    )
    why = "Il consultorio ci ha chiesto di conoscerli: alle visite del piccolo traduce la sorella, che salta la scuola."
    tale.case(24, why, motive="other_service", asked=tale.day(27), needs=["salute.socioculturale"])
    tale.worker("assistente", 24)
    tale.looked("assistente", 8, 17, 23)
    tale.looked("coordinatrice", 10)
    tale.isee("6640.10", 20, kind="current")
    return tale.rows
