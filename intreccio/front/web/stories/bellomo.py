"""An analysis that ended without taking charge, because what they asked for was enough."""

from datetime import date

from intreccio.front.web.stories.tale import PIEVE, Rows, Tale


def story(today: date) -> Rows:
    """A neighbour, who did not say from where, was worried for two boys; Paola knew, and was looking for the same thing.

    They live in Pieve and go to school in Rozzano: the team there met them.
    """
    tale = Tale(today, "bellomo", team="equipe_nord", since=82, by="coordinatrice")
    tale.household("Famiglia Bellomo", PIEVE)
    tale.person("bellomo_1", "Paola", "Bellomo", "F", tale.aged(44, 160), "parent", phone="333 010 3108")
    tale.person("bellomo_nico", "Nicolò", "Bellomo", "M", tale.aged(11, 120), "child")
    tale.person("bellomo_ema", "Emanuele", "Bellomo", "M", tale.aged(8, 140), "child")
    tale.address("Via Manzoni 6", PIEVE)
    tale.strong("Nicolò cucina la pasta meglio di me", person="bellomo_nico", said_by="Paola")
    tale.needed("Un posto dove stare dalle due alle sei", said_by="Paola", need="futuro.educative", until=54)
    tale.signal(
        "pomeriggi", "sportello_rete", "", tale.at(88, 18, 20),
        "Due fratelli di undici e otto anni soli in casa tutti i pomeriggi. Li vedo dal balcone.",
        worry="E se succede qualcosa?", good="Salutano sempre.", source=14, knows="no", children="due, 11 e 8 anni",
        state="closed", urgency="week", read="coordinatrice", household="bellomo",
        sender={"name": "Una vicina", "relation": "abito di fronte"},
        steps=[tale.step("incontro", "meet", 86, "coordinatrice", to="coordinatrice", by_when=-82)],
        words=[tale.reply("grazie", 52, "coordinatrice", "Grazie per averci scritto. Abbiamo parlato con la famiglia.")])  # fmt: skip
    tale.contact(
        "paola", "sportello_rete", "coordinatrice", tale.at(82, 9, 15), 30, channel="home_visit", given="Paola", surname="Bellomo",
        phone="333 010 3108", municipality=PIEVE, ages=["6-10", "11-13"], needs=["futuro.educative"], signal="pomeriggi",
        words="Lavoro fino alle sei. Il doposcuola l'ho chiesto, era pieno.")  # fmt: skip
    tale.case(80, "La vicina era in pensiero per i pomeriggi da soli.", motive="signal", asked=tale.day(88), contact="paola",
              signal="pomeriggi", needs=["futuro.educative"])  # fmt: skip
    tale.worker("coordinatrice", 80, until=52, ended="case_ended")
    tale.end_preliminary(
        52, "oriented", "Abbiamo detto del doposcuola e del centro estivo: per ora basta così."
    )
    tale.looked("coordinatrice", 53, 79)
    tale.looked("assistente", 20)
    tale.isee("8100.00", 50)
    return tale.rows
