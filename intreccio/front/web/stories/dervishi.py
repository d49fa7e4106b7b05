"""An address that nobody may know: Mira and her two sons begin again, and choose whom to tell what."""

from datetime import date

from intreccio.front.web.stories import closed
from intreccio.front.web.stories.tale import OPERA, ROZZANO, Rows, Tale
from intreccio.parties.people.rules.codice_fiscale import made_of


def story(today: date) -> Rows:
    """The court asks, the family decides how. Where they live is a separate row, for who works with them."""
    tale = Tale(today, "dervishi", team="equipe_est", since=200, by="lucia")
    tale.household("Famiglia Dervishi", OPERA, languages=["sq"], protected=True)
    mira = tale.aged(33, 105)
    tale.person("mira", "Mira", "Dervishi", "F", mira, "parent", phone="333 010 7711",
                codice_fiscale=made_of("Dervishi", "Mira", mira, "F", "Z100"))  # fmt: skip
    tale.person("arben_d", "Arben", "Dervishi", "M", tale.aged(9, 40), "child")
    tale.person("luan_d", "Luan", "Dervishi", "M", tale.aged(6, 200), "child")
    # Two weeks on the neighbours' sofa, before anybody else knew. Whoever follows the Traorés no longer sees who she is.
    tale.happened("returned", 199, "mira")
    tale.put("homes", household="traore", person="mira", role="other", since=tale.day(213), until=tale.day(199),
             note="ospite per due settimane")  # fmt: skip
    tale.ours(
        "protected_addresses",
        line="Vicolo del Mulino 7",
        municipality=ROZZANO,
        reason="Lo ha chiesto il tribunale per i minorenni",
    )
    _words(tale)
    tale.case(198, "Il tribunale chiede che la famiglia sia accompagnata; Mira lo desidera.", motive="court", asked=tale.day(203),
              needs=["famiglie.accompagnamento"])  # fmt: skip
    tale.take_charge(
        185,
        "lucia",
        motive="protection",
        words="Mira sa chi può leggere queste righe, e può chiederlo quando vuole.",
    )
    tale.worker("lucia", 198, "Riferimento della famiglia e del tribunale")
    tale.worker("awa", 185, "I pomeriggi con Arben e Luan", until=30, ended="changed_job")
    tale.worker("davide", 30, "I pomeriggi con Arben e Luan")
    closed.walk(tale)
    tale.grant(
        "known", "Lo Spazio neutro sa che sono conosciuti, e nient'altro", 120, to_organisation="melograno"
    )
    tale.looked("lucia", 4, 19, 52)
    tale.looked("davide", 6, 28)
    tale.looked("lucia", 20, page="protected_address")
    return tale.rows


def _words(tale: Tale) -> None:
    tale.strong("I fratelli si aiutano in tutto", said_by="la maestra")
    tale.strong("Mira ha ripreso a cucire, le piace", 75, person="mira", said_by="Mira")
    tale.needed(
        "Una scuola dove cominciare da capo",
        person="arben_d",
        said_by="Mira",
        need="futuro.istruzione",
        until=150,
    )
    tale.needed(
        "Una squadra di calcio", 75, person="luan_d", said_by="Luan", need="futuro.educative", by="davide"
    )
    tale.needed(
        "Un lavoro vicino, a orario di scuola", 19, person="mira", said_by="Mira", need="lavoro.inserimenti"
    )
