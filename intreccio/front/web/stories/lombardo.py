"""A grandmother who brings up her grandchildren, and asks for afternoons, not for advice."""

from datetime import date

from intreccio.front.web.stories import closed, kin
from intreccio.front.web.stories.tale import OPERA, Rows, Tale


def story(today: date) -> Rows:
    """Teresa has been mother twice; Samuele and Giorgia live with her while their mother is being treated."""
    tale = Tale(today, "lombardo", team="equipe_est", since=124, by="lucia")
    tale.household("Famiglia Lombardo", OPERA)
    tale.person(
        "lombardo_1",
        "Teresa",
        "Lombardo",
        "F",
        tale.aged(63, 160),
        "grandparent",
        phone="333 010 3111",
    )
    tale.person("lombardo_samu", "Samuele", "Lombardo", "M", tale.aged(9, 250), "child")
    tale.person("lombardo_gio", "Giorgia", "Lombardo", "F", tale.aged(5, 10), "child")
    tale.person("lombardo_anna", "Annalisa", "Lombardo", "F", tale.aged(34, 90), "", citizenship="IT")
    tale.home("lombardo_anna", "parent", kind="registered", note="è in cura, torna la domenica")
    for child in ("lombardo_samu", "lombardo_gio"):
        tale.decides(child, holder="lombardo_anna", standing="limited", decisions=["school"],
                     authority="Tribunale per i minorenni di Milano", act="Decreto 1455")  # fmt: skip
        tale.decides(child, holder="lombardo_1", kind="foster_carer", authority="Tribunale per i minorenni di Milano",
                     act="Decreto 1455")  # fmt: skip
    tale.address("Via Borsellino 18", OPERA)
    kin.lombardo(tale)
    _words(tale)
    tale.contact(
        "teresa", "sportello_opera", "lucia", tale.at(124, 9, 30), 40, given="Teresa", surname="Lombardo", phone="333 010 3111",
        municipality=OPERA, ages=["3-5", "6-10"], needs=["famiglie.accompagnamento"],
        words="I consigli li so. Mi servono due pomeriggi.")  # fmt: skip
    tale.case(120, "Teresa, la nonna, chiede una mano con i pomeriggi dei nipoti.", contact="teresa", asked=tale.day(124),
              needs=["famiglie.accompagnamento"])  # fmt: skip
    tale.take_charge(100, "davide", words="Decide Teresa, e la mamma lo sa: gliene parla la domenica.")
    tale.worker("lucia", 120)
    tale.worker("davide", 100, "I pomeriggi di Samuele")
    tale.worker("psicologa", 50, "Colloqui con Teresa")
    closed.walk(tale)
    tale.grant("record", "Irene ascolta la nonna, una volta al mese", 50, to_team="equipe_nord", until=-120)
    tale.grant("contact", "La scuola chiama Teresa, non la mamma", 95, to_organisation="scuola_opera")
    tale.changed(18, "davide", "person.edited", "citizenships", subject="person", key="lombardo_samu")
    tale.looked("davide", 1, 18, 36)
    tale.looked("psicologa", 19, 49)
    tale.looked("comune", 29)
    return tale.rows


def _words(tale: Tale) -> None:
    tale.strong("Teresa conosce tutti nel cortile", said_by="Samuele")
    tale.strong("La mamma telefona ogni sera", 100, said_by="Giorgia", by="davide")
    tale.needed("Due pomeriggi alla settimana", said_by="Teresa", need="famiglie.accompagnamento")
    tale.needed(
        "Sapere quando torna la mamma",
        50,
        person="lombardo_samu",
        said_by="Samuele",
        need="salute.psicologica",
        by="davide",
    )
    tale.isee("15900.00", 100)
