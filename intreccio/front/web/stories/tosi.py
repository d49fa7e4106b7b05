"""A family that a wide network knows: a boy who has left school, his mother, and who may read how much, until when, and why."""

from datetime import date
from typing import Any

from intreccio.front.web.stories import closed
from intreccio.front.web.stories.tale import BINASCO, Rows, Tale


def story(today: date) -> Rows:
    """Every level and every time of a grant: in force, over, yet to begin, withdrawn. Ilaria was written twice by mistake."""
    tale = Tale(today, "tosi", team="equipe_sud", since=200, by="tommaso")
    tale.household("Famiglia Tosi", BINASCO)
    ilaria = tale.aged(41, 65)
    tale.person("davide_t", "Davide", "Tosi", "M", tale.aged(14, 355), "child")
    tale.person(
        "ilaria",
        "Ilaria",
        "Tosi",
        "F",
        ilaria,
        "parent",
        phone="333 010 8899",
        birthplace="H501",
    )
    tale.person("ilaria_again", "Ilaria", "Tosi", "F", ilaria, "", birthplace="Z611")
    tale.home("ilaria_again", "parent", 100)
    tale.happened("returned", 150, "davide_t", "dopo un mese dalla zia")
    tale.address("Via Matteotti 1", BINASCO, 1, voided="è il numero 11", voided_by="sara")
    tale.address("Via Matteotti 11", BINASCO)
    tale.needed(
        "Tornare a dormire tranquilli", person="davide_t", said_by="Davide", need="salute.psicologica"
    )
    tale.needed(
        "Provare un mestiere, non solo i banchi",
        130,
        person="davide_t",
        said_by="Davide",
        need="lavoro.educazione",
        by="sara",
    )
    tale.strong("Davide sa aggiustare ogni bicicletta", 130, person="davide_t", said_by="Ilaria", by="sara")
    tale.strong("A cena si spengono i telefoni e si parla", said_by="Ilaria")
    tale.contact(
        "ilaria", "sportello_binasco", "tommaso", tale.at(200, 10), 40, given="Ilaria", surname="Tosi", phone="333 010 8899",
        municipality=BINASCO, ages=["14-17"], needs=["futuro.istruzione", "salute.psicologica"],
        words="Mio figlio non vuole più andare a scuola, e non so se insistere.")  # fmt: skip
    tale.case(196, "Davide ha smesso di andare a scuola; lui e la mamma cercano un'altra strada.", contact="ilaria",
              needs=["futuro.istruzione"], asked=tale.day(200))  # fmt: skip
    tale.take_charge(172, "sara", words="Davide c'era, e ha detto la sua per primo.")
    tale.worker("tommaso", 196)
    tale.worker("sara", 172, "Un'ora in ciclofficina, il mercoledì")
    closed.walk(tale)
    _network(tale)
    tale.looked("sara", 3, 10, 31, 58)
    tale.looked("tommaso", 13)
    tale.looked("coordinatrice", 16)
    tale.looked("psicologa", 14)
    return tale.rows


def _network(tale: Tale) -> None:
    school: dict[str, Any] = {"to_organisation": "scuola_tigli"}
    tale.grant("known", "Davide ci va per il laboratorio: sanno a chi rivolgersi", **school)
    tale.grant("known", "Stessa compagnia di amici, due équipe", to_team="equipe_est")
    tale.grant("contact", "Lo Spazio giovani lo vede ogni due settimane", to_organisation="consultorio")
    tale.grant("record", "Il primo progetto con la scuola", until=30, **school)
    tale.grant("record", "Il nuovo anno, se Davide torna in classe", -30, until=-200, **school)
    tale.grant(
        "record",
        "Irene ascolta Davide, finché gli serve",
        120,
        to_organisation="melograno",
        until=-90,
        purpose="referral",
    )
    tale.grant(
        "contact",
        "Un volontario per i compiti",
        90,
        to_organisation="porte_aperte",
        withdrawn="Davide ha preferito di no",
    )
    tale.isee("12150.40", 199, kind="current")
