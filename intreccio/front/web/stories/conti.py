"""Mattia reads with effort and counts very well: a learning plan at school, and a grandmother who keeps the thread."""

from datetime import date

from intreccio.front.web.stories import closed
from intreccio.front.web.stories.tale import OPERA, Rows, Tale


def story(today: date) -> Rows:
    """The school prepares a PDP, the personal learning plan; Rosa asks who can explain it to her."""
    tale = Tale(today, "conti", team="equipe_est", since=180, by="lucia")
    tale.household("Famiglia Conti", OPERA)
    tale.person("mattia", "Mattia", "Conti", "M", tale.aged(8, 300), "child")
    tale.person("rosa", "Rosa", "Conti", "F", tale.aged(68, 220), "grandparent", phone="02 555 0101")
    tale.person("franco", "Franco", "Conti", "M", tale.aged(70, 85), "", died=tale.day(101))
    tale.home("franco", "grandparent", until=100)
    tale.happened("death", 100, "franco")
    tale.home("franco", "grandparent", kind="isee", voided="non era più nel nucleo", voided_by="davide")
    tale.address("Via Marcora 8", OPERA)
    tale.strong("La nonna accompagna Mattia ogni mattina", said_by="Mattia")
    tale.signal(
        "lettura", "sportello_opera", OPERA, tale.at(186, 10, 15),
        "Mattia, in terza, legge con molta fatica; in matematica è il primo. Ha la diagnosi di dislessia."
        " Scriviamo insieme il piano didattico: la nonna chiede qualcuno che glielo spieghi.",
        good="Sa a memoria tutti i treni della linea per Pavia.", children="uno, 8 anni", state="closed", urgency="later", read="lucia",
        household="conti", sender={"name": "Referente per l'inclusione", "reach": "02 555 0303"},
        steps=[tale.step("incontro", "meet", 185, "lucia", to="lucia", by_when=-181)],
        words=[tale.reply("grazie", 169, "lucia", "Grazie. Ci vediamo al prossimo incontro sul piano, con la nonna.")])  # fmt: skip
    tale.contact(
        "nonna_rosa", "sportello_opera", "lucia", tale.at(180, 10), 50, given="Rosa", surname="Conti", phone="02 555 0101",
        municipality=OPERA, ages=["6-10"], needs=["futuro.istruzione"], signal="lettura",
        words="Io ho la terza media. Come faccio ad aiutarlo con i compiti?")  # fmt: skip
    tale.case(178, "Rosa cresce Mattia e vuole capire come aiutarlo a scuola.", motive="signal", asked=tale.day(186),
              needs=["futuro.istruzione"], contact="nonna_rosa", signal="lettura")  # fmt: skip
    tale.take_charge(
        169, "davide", words="Il piano didattico è della scuola; noi stiamo accanto a Mattia e alla nonna."
    )
    tale.worker("lucia", 178)
    tale.worker("davide", 169, "I compiti del martedì, con gli audiolibri")
    closed.walk(tale)
    tale.grant(
        "contact",
        "La maestra ci ha scritto, e la nonna è d'accordo",
        to_organisation="scuola_tigli",
        until=-200,
        purpose="signal",
    )
    tale.grant("record", "Irene ascolta Mattia, una volta al mese", 160, to_team="equipe_nord")
    tale.changed(7, "davide", "person.edited", "birthplace_code", subject="person", key="mattia")
    tale.looked("davide", 2, 7, 21, 48)
    tale.looked("psicologa", 9, 37)
    tale.looked("comune", 22)
    tale.isee("9800.00", 90)
    return tale.rows
