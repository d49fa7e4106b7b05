"""A signal that was not founded, and a mother who weeks later came by herself, for another reason."""

from datetime import date

from intreccio.front.web.stories.tale import ROZZANO, Rows, Tale


def story(today: date) -> Rows:
    """Shutters down all day: Rosa worked at night. It was said to her, and it is written that nothing was wrong."""
    tale = Tale(today, "ramos", team="equipe_nord", since=6, by="coordinatrice")
    tale.household("Famiglia Ramos", ROZZANO, languages=["es", "it"])
    tale.person(
        "ramos_1",
        "Rosa",
        "Ramos",
        "F",
        tale.aged(26, 160),
        "parent",
        phone="333 010 3110",
        citizenship="PE",
    )
    tale.person("ramos_luz", "Luz", "Ramos", "F", tale.aged(1, 20), "child")
    tale.address("Via Lombardia 3", ROZZANO)
    tale.strong("La zia Carmen tiene Luz di notte, da sempre", said_by="Rosa")
    tale.strong("Luz dorme e mangia come un orologio", person="ramos_luz", said_by="Rosa")
    tale.needed("Un lavoro di giorno", person="ramos_1", said_by="Rosa", need="lavoro.inserimenti")
    tale.needed(
        "Un nido per Luz, se cambio orari", person="ramos_luz", said_by="Rosa", need="futuro.educative"
    )
    tale.signal(
        "tapparelle", "sportello_rozzano", ROZZANO, tale.at(34, 17),
        "Al terzo piano abita una mamma con una bambina piccola. Le tapparelle restano giù fino al pomeriggio, non esce mai nessuno.",
        worry="Ho paura che stiano male.", source=14, knows="no", children="una, un anno", state="closed", urgency="week",
        read="assistente", household="ramos", sender={"name": "Un vicino del secondo piano"},
        steps=[tale.step("incontro", "meet", 33, "assistente", to="assistente", by_when=-30),
               tale.step("chiusa", "close", 29, "assistente", reason="resolved",
                         note="La mamma lavora di notte e dorme il mattino, con la bambina c'è la zia. Stanno bene.")],
        words=[tale.reply("grazie", 29, "assistente", "Grazie. Abbiamo verificato: è tutto a posto.", 16)])  # fmt: skip
    tale.contact(
        "rosa_ramos", "sportello_rozzano", "assistente", tale.at(6, 9, 20), 30, given="Rosa", surname="Ramos", phone="333 010 3110",
        municipality=ROZZANO, ages=["0-2"], needs=["lavoro.inserimenti", "futuro.educative"],
        words="L'altra volta siete stati gentili. Adesso sono io che chiedo.")  # fmt: skip
    tale.case(
        6,
        "Rosa è venuta allo sportello con la bambina.",
        needs=["lavoro.inserimenti"],
        contact="rosa_ramos",
        asked=tale.day(6),
    )
    tale.worker("coordinatrice", 6)
    tale.looked("coordinatrice", 1, 5)
    tale.looked("assistente", 2)
    # Tied to the family only now that there is one: at the time the signal was nobody's.
    tale.rows["signals"][0]["tied"] = tale.at(6, 12)
    return tale.rows
