"""A pregnancy far from home: Fatou, Aminata, and a child expected in three months."""

from datetime import date

from intreccio.front.web.stories import closed
from intreccio.front.web.stories.tale import OPERA, ROZZANO, Rows, Tale


def story(today: date) -> Rows:
    """The consultorio notices, and asks before writing; the address stays with who needs it."""
    tale = Tale(today, "bah", team="equipe_nord", since=140, by="assistente")
    tale.household("Famiglia Bah", ROZZANO, languages=["fr"], mediator=True, protected=True)
    tale.person(
        "fatou",
        "Fatou",
        "Bah",
        "F",
        tale.aged(30, 170),
        "parent",
        precision="estimated",
        phone="333 010 6677",
        citizenship="GN",
    )
    tale.speaks("fatou", "fr", "prefers")
    tale.speaks("fatou", "fr", "mediator", 140)
    tale.person("aminata", "Aminata", "Bah", "F", tale.aged(5, 280), "child")
    tale.person("bah_baby", "", "Bah", "", tale.day(-90), "", precision="expected")
    tale.home("bah_baby", "child", 110)
    tale.happened("pregnancy", 110, "bah_baby")
    tale.ours("protected_addresses", line="Via delle Rose Bianche 3", postal_code="20090", municipality=OPERA,
              reason="Il padre non deve sapere dove vivono")  # fmt: skip
    for child in ("aminata", "bah_baby"):
        tale.decides(child, 104, holder_words="Sékou Bah, il padre", standing="suspended", may_be_told=False,
                     authority="Tribunale per i minorenni di Milano", act="Decreto provvisorio 2187")  # fmt: skip
    _words(tale)
    tale.signal(
        "prima_visita", "sportello_rozzano", ROZZANO, tale.at(144, 15, 40),
        "Signora di trent'anni con una bambina di cinque. È ospite di amici, viene alle visite e ascolta tutto."
        " Parla francese e un po' di italiano.",
        worry="La casa degli amici finisce tra poco.", good="È molto attenta alla figlia, che canta sempre.", source=3,
        children="una, 5 anni, e uno in arrivo", state="closed", urgency="week", read="assistente", household="bah",
        sender={"name": "Ostetrica del consultorio", "reach": "02 000 1140", "relation": "la seguo dalla prima visita"},
        steps=[tale.step("incontro", "meet", 143, "assistente", to="assistente", by_when=-139, note="In francese, con la mediatrice.")],
        words=[tale.reply("grazie", 118, "assistente", "Grazie. La signora ha scelto di farsi accompagnare da noi.")])  # fmt: skip
    tale.case(138, "Fatou aspetta un bambino e vuole una casa sua prima che nasca.", motive="signal", asked=tale.day(144),
              needs=["abitare", "emergenze.sanitario"], signal="prima_visita")  # fmt: skip
    tale.take_charge(
        118, "educatrice", words="Fatou sceglie che cosa scrivere dell'indirizzo, e a chi dirlo."
    )
    tale.worker("assistente", 138, "Casa e documenti")
    tale.worker("educatrice", 118, "Le visite insieme, il nido per Aminata")
    closed.walk(tale)
    tale.grant("contact", "Le visite della gravidanza", 117, to_organisation="consultorio", until=-120)
    tale.changed(33, "educatrice", "person.edited", "birth_date", subject="person", key="bah_baby")
    tale.looked("educatrice", 33, 61)
    tale.looked("assistente", 34)
    tale.looked("assistente", 64, page="protected_address")
    return tale.rows


def _words(tale: Tale) -> None:
    tale.needed("Imparare l'italiano", person="fatou", said_by="Fatou", need="futuro.istruzione")
    tale.needed(
        "Una casa nostra prima che nasca",
        118,
        person="fatou",
        said_by="Fatou",
        need="abitare",
        by="educatrice",
    )
    tale.needed(
        "Qualcuno con Aminata nei giorni del parto",
        62,
        said_by="Fatou",
        need="famiglie.accompagnamento",
        by="educatrice",
    )
    tale.strong(
        "Aminata canta, e insegna le canzoni alle altre",
        62,
        person="aminata",
        said_by="la mamma",
        by="educatrice",
    )
    tale.strong("Un'amica che le fa da sorella", said_by="Fatou")
