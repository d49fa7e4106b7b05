"""A father alone, who first telephoned without a name."""

from datetime import date
from typing import Any

from intreccio.front.web.stories.tale import OPERA, Rows, Tale


def story(today: date) -> Rows:
    """Three calls: the first anonymous, the second with a first name, the third to fix a day."""
    tale = Tale(today, "kovac", team="equipe_est", since=13, by="lucia")
    tale.household("Famiglia Kovač", OPERA, languages=["other", "it"])
    tale.person(
        "kovac_1",
        "Petr",
        "Kovač",
        "M",
        tale.aged(41, 160),
        "parent",
        phone="333 010 3112",
        citizenship="CZ",
    )
    tale.person("kovac_eva", "Eva", "Kovač", "F", tale.aged(7, 45), "child")
    tale.person("kovac_jan", "Jan", "Kovač", "M", tale.aged(4, 160), "child")
    # What her grandfather left Eva: on that alone somebody stands beside her father (art. 320 c.c.).
    tale.decides("kovac_eva", holder_words="avv. Marta Luini, curatrice speciale", kind="curator", decisions=["money"],
                 authority="Tribunale ordinario di Pavia", act="Decreto 77")  # fmt: skip
    tale.address("Via Di Vittorio 27", OPERA)
    tale.strong("Petr cuce le tute e fa le trecce", person="kovac_1", said_by="Eva")
    tale.strong("I nonni chiamano ogni domenica, da lontano", said_by="Petr")
    tale.needed(
        "Qualcuno con cui parlarne, tra padri", person="kovac_1", said_by="Petr", need="futuro.genitorialita"
    )
    tale.needed("La mensa, che adesso pago intera", said_by="Petr", need="emergenze.economico")
    desk: dict[str, Any] = {
        "municipality": OPERA,
        "desk": "sportello_opera",
        "by": "lucia",
        "channel": "phone",
        "tied": tale.at(13, 12),
    }
    tale.contact("senza_dire_chi", at=tale.at(30, 18, 10), minutes=6, anonymous=True, answers=["information"], outcome="",
                 needs=["emergenze.economico"], words="Chiedo per un amico: la mensa si può pagare meno?", **desk)  # fmt: skip
    tale.contact("petr", at=tale.at(22, 18), minutes=12, given="Petr", answers=["orientation"], outcome="", ages=["3-5", "6-10"],
                 needs=["emergenze.economico"], words="Ero io, l'amico. Da qualche mese siamo in tre.", **desk)  # fmt: skip
    tale.contact("petr_torna", at=tale.at(13, 9), minutes=45, given="Petr", surname="Kovač", phone="333 010 3112", ages=["3-5", "6-10"],
                 needs=["futuro.genitorialita", "emergenze.economico"], words="Ci provo, a chiedere.", **desk)  # fmt: skip
    tale.case(13, "Petr cresce da solo Eva e Jan, dopo la morte della loro mamma.", contact="petr_torna", asked=tale.day(30),
              needs=["futuro.genitorialita"])  # fmt: skip
    tale.worker("lucia", 13)
    tale.looked("lucia", 1, 6, 12)
    tale.looked("davide", 5)
    return tale.rows
