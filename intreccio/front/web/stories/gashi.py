"""A preliminary analysis that has lasted longer than agreed: the family is waiting, and Oggi says so."""

from datetime import date

from intreccio.front.web.stories.tale import ROZZANO, Rows, Tale


def story(today: date) -> Rows:
    """The consultorio asks to know them; Arta and Ilir have answered, the desk has not decided yet."""
    tale = Tale(today, "gashi", team="equipe_nord", since=24, by="assistente")
    tale.household("Famiglia Gashi", ROZZANO, languages=["sq", "it"])
    tale.person("gashi_1", "Arta", "Gashi", "F", date(today.year - 38, 6, 15), "parent", phone="333 010 3107", citizenship="AL")
    tale.person("gashi_ilir", "Ilir", "Gashi", "M", tale.aged(40, 100), "parent", citizenship="AL")
    tale.person("gashi_besa", "Besa", "Gashi", "F", tale.aged(12, 30), "child")
    tale.person("gashi_dion", "Dion", "Gashi", "M", tale.aged(1, 150), "child")
    tale.address("Via Garofani 15", ROZZANO)
    tale.strong("Arta era infermiera, e le piaceva", person="gashi_1", said_by="Arta")
    tale.strong("Besa traduce per tutti, anche troppo", person="gashi_besa", said_by="la mamma")
    tale.needed("Qualcuno che traduca al posto di Besa", person="gashi_besa", said_by="Arta", need="salute.socioculturale")
    tale.needed("Far valere il diploma di infermiera", person="gashi_1", said_by="Arta", need="lavoro.occupabilita")
    tale.signal(
        "nuovi_arrivi", "sportello_rozzano", ROZZANO, tale.at(27, 9, 45),
        "Famiglia arrivata in primavera, due figli. Alle visite del piccolo traduce la sorella, che salta la scuola.",
        good="Vengono sempre tutti e quattro, e puntuali.", source=3, children="due, 12 e 1 anno", state="answered", urgency="week",
        read="assistente", household="gashi", sender={"membership": "consultorio", "relation": "vedo il bambino ai controlli"},
        steps=[tale.step("incontro", "meet", 26, "assistente", to="assistente", by_when=-24)])  # fmt: skip
    tale.case(24, "Il consultorio ci ha chiesto di conoscerli.", motive="other_service", asked=tale.day(27), signal="nuovi_arrivi",
              needs=["salute.socioculturale"])  # fmt: skip
    tale.worker("assistente", 24)
    tale.looked("assistente", 8, 17, 23)
    tale.looked("coordinatrice", 10)
    return tale.rows
