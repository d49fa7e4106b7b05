"""Closed, begun again, handed from one team to another: the house has moved, the thread has not been cut."""

from datetime import date

from intreccio.front.web.stories import closed, kin
from intreccio.front.web.stories.tale import BINASCO, ROZZANO, Rows, Tale


def story(today: date) -> Rows:
    """Mariama has a house in Binasco and a second child on the way; the new team has still to say who answers for them."""
    tale = Tale(today, "traore", team="equipe_sud", since=214, by="coordinatrice")
    tale.household("Famiglia Traoré", BINASCO, languages=["fr", "it"])
    tale.person(
        "traore_1",
        "Mariama",
        "Traoré",
        "F",
        tale.aged(29, 160),
        "parent",
        phone="333 010 3109",
        citizenship="ML",
    )
    tale.person(
        "traore_moussa",
        "Moussa",
        "Traoré",
        "M",
        tale.aged(34, 20),
        "parent",
        phone="333 010 3119",
        citizenship="ML",
    )
    tale.person("traore_sira", "Sira", "Traoré", "F", tale.aged(3, 120), "child")
    tale.person("traore_baby", "", "Traoré", "", tale.day(-55), "", precision="expected")
    tale.home("traore_baby", "child", 98)
    kin.traore(tale)
    tale.address("Via Guido Rossa 9", ROZZANO, until=12)
    tale.address("Via Verdi 30", BINASCO, 12)
    tale.put("moves", household="traore", day=tale.day(11), **{"from": ROZZANO})
    tale.changed(11, "educatrice", "household.edited", "municipality_code")
    tale.strong("Moussa lavora, e il contratto è stabile", said_by="Moussa")
    tale.strong(
        "Sira al nido ha imparato l'italiano in un anno",
        60,
        person="traore_sira",
        said_by="Mariama",
        by="educatrice",
    )
    tale.needed(
        "Un nido a Binasco, appena si libera un posto",
        15,
        person="traore_sira",
        said_by="Mariama",
        need="futuro.educative",
        by="educatrice",
    )
    tale.needed("Una casa con due stanze", said_by="Mariama e Moussa", need="abitare", until=12)
    tale.contact(
        "mariama", "sportello_rozzano", "assistente", tale.at(214, 9), 25, given="Mariama", surname="Traoré", phone="333 010 3109",
        municipality=ROZZANO, ages=["0-2"], needs=["abitare", "futuro.educative"],
        words="In tre in una stanza si sta, ma non per sempre.")  # fmt: skip
    tale.case(210, "La famiglia aspetta il secondo figlio e cerca una casa più grande.", contact="mariama", needs=["abitare"],
              asked=tale.day(214))  # fmt: skip
    tale.take_charge(200, "educatrice")
    at_work = {"coordinatrice": "I rapporti con l'ufficio casa", "educatrice": "Il nido di Sira"}
    for hat, why in at_work.items():
        tale.worker(hat, 200, why)
    closed.walk(tale)
    for hat, why in at_work.items():
        tale.worker(hat, 12, why, until=3, ended="handed_over")
    words = "Mariama ha una casa nuova a Binasco. Il consultorio è avvisato, resta il nido."
    tale.hand_over(3, "equipe_nord", "moved", words)
    tale.grant(
        "contact",
        "Le prime settimane con la nuova équipe",
        3,
        to_team="equipe_nord",
        until=-60,
        purpose="continuity",
    )
    tale.looked("educatrice", 4, 16, 59)
    tale.looked("coordinatrice", 5)
    tale.looked("tommaso", 2)
    tale.isee("0.00", 80)
    return tale.rows
