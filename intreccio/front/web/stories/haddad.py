"""Two homes: Karim lives in Opera now, and Nadia and Leo live there too."""

from datetime import date

from intreccio.front.web.stories import kin
from intreccio.front.web.stories.tale import OPERA, Rows, Tale


def story(today: date) -> Rows:
    """The father's home, with its own team. What is written here is not read in the mother's, nor the other way round."""
    tale = Tale(today, "haddad", team="equipe_est", since=100, by="lucia")
    tale.household("Casa di Karim Haddad", OPERA, languages=["ar", "it"], mediator=True)
    tale.home("karim", "parent")
    tale.home("nadia", "child", note="dal venerdì sera alla domenica")
    tale.home("leo", "child", note="dal venerdì sera alla domenica")
    kin.haddad(tale)
    tale.address("Via Cavour 22", OPERA)
    tale.strong("Karim cucina per tutti la domenica", person="karim", said_by="Nadia")
    tale.strong("Con la mamma dei bambini si parlano, di scuola e di dottori", 70, said_by="Karim", by="awa")
    tale.needed("Un letto e un tavolo per i compiti", person="karim", said_by="Karim", need="abitare")
    tale.needed("Capire le lettere della scuola", 70, said_by="Karim", need="salute.socioculturale", by="awa")
    tale.contact(
        "karim", "sportello_opera", "lucia", tale.at(100, 9, 30), 45, given="Karim", surname="Haddad", phone="333 010 4455",
        municipality=OPERA, ages=["0-2", "11-13"], needs=["abitare", "salute.socioculturale"],
        words="Ho una casa piccola. Voglio che anche qui i bambini stiano bene.")  # fmt: skip
    tale.case(
        97,
        "Karim chiede una mano per far stare bene i figli anche nella sua casa.",
        needs=["abitare"],
        contact="karim",
    )
    tale.take_charge(80, "awa", words="Awa conosce già i bambini: viene anche qui, con una mediatrice.")
    tale.worker("lucia", 97, "Casa e contributi")
    tale.worker("awa", 80, "Il sabato mattina, una volta al mese")
    tale.grant("known", "La scuola di Opera ha chiesto a chi rivolgersi", to_organisation="scuola_opera")
    tale.speaks("karim", "ar", "prefers")
    tale.speaks("karim", "ar", "mediator", 80)
    tale.speaks("karim", "it", since=15)
    tale.looked("awa", 2, 15, 43)
    tale.looked("lucia", 8, 60)
    tale.looked("comune", 17)
    tale.isee("4300.00", 70, kind="minors", person="leo")
    tale.report("municipality", "Relazione per il comune", 20, "Comune di Opera, ufficio casa", "Richiesta dell'ufficio",
                "La famiglia vive in affitto e paga con regolarità. Chiediamo di tenerla presente per il bando.")  # fmt: skip
    tale.document(
        "letter",
        "Lettera del padrone di casa",
        55,
        words="Il contratto si rinnova per un anno alle stesse condizioni.",
    )
    return tale.rows
