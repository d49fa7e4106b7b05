"""The worry of a teacher becomes the work of two bodies, because Elena wanted it too."""

from datetime import date

from intreccio.front.web.stories import closed, kin
from intreccio.front.web.stories.tale import MILANO, ROZZANO, Rows, Tale
from intreccio.parties.people.rules.codice_fiscale import made_of


def story(today: date) -> Rows:
    """A signal in spring, a conversation, a case; in autumn the new school writes again."""
    tale = Tale(today, "marchetti", team="equipe_nord", since=200, by="assistente")
    tale.household("Famiglia Marchetti Haddad", ROZZANO, languages=["it", "ar"])
    _persons(tale)
    tale.address("Via dei Platani 12", ROZZANO, until=100)
    tale.address("Viale Lombardia 40", ROZZANO, 100)
    tale.isee("7420.50", 120)
    tale.document(
        "drawing",
        "La casa nuova, con la nonna",
        40,
        person="nadia",
        note="L'ha disegnata mentre parlavamo, e ce l'ha lasciata.",
    )
    tale.document("school", "Pagella di quinta", 170, person="nadia", words="Nadia Haddad, classe quinta: italiano otto,"
                  " matematica sette, arte nove. Le maestre le augurano buona strada.")  # fmt: skip
    tale.report("school", "Relazione per la scuola", 30, "Scuola media, la professoressa coordinatrice della prima B",
                "Accordo preso con la mamma", "Nadia ha 11 anni. Studia volentieri e disegna molto. La nonna la accompagna"
                " tre mattine: se arriva tardi, chiamateci prima di scrivere una nota.")  # fmt: skip
    tale.document("certificate", "Attestazione di un'altra famiglia", 60, words="Foglio rimasto nella cartellina per sbaglio.",
                  voided="era della famiglia seduta prima", voided_by="educatrice")  # fmt: skip
    _languages(tale)
    kin.marchetti(tale)
    _words(tale)
    _beginning(tale)
    _this_autumn(tale)
    _network(tale)
    tale.changed(61, "educatrice", "person.edited", "citizenships", subject="person", key="elena")
    tale.looked("educatrice", 5, 12, 26, 41, page="household_story")
    tale.looked("assistente", 11, 27, page="case_page")
    tale.looked("psicologa", 24, 45, page="person_page")
    tale.looked("consultorio", 38, page="person_page")
    return tale.rows


def _persons(tale: Tale) -> None:
    elena, leo = tale.aged(36, 200), tale.aged(3, 125)
    karim = date(tale.today.year - 39, 1, 1)
    tale.person("elena", "Elena", "Marchetti", "F", elena, "parent", phone="333 010 2233", birthplace=MILANO, citizenship="IT",
                codice_fiscale=made_of("Marchetti", "Elena", elena, "F", MILANO), contacts=[
                    {"kind": "email", "value": "elena.m@example.org"},
                    {"kind": "phone", "value": "333 010 9999",
                     "voided": "numero di un'altra persona", "voided_by": "educatrice"}])  # fmt: skip
    tale.person("nadia", "Nadia", "Haddad", "F", tale.aged(11, 150), "child", citizenship="IT MA", names=[
        {"kind": "transliterated", "given": "Nādiya", "family": "Haddād"},
        {"kind": "used", "given": "Nadi", "family": "", "voided": "non le piace più", "voided_by": "educatrice"}])  # fmt: skip
    # The tax office gave Leo the code of a girl: it is kept, and the page says what does not fit.
    code = made_of("Haddad", "Leo", leo, "F", MILANO)
    tale.person("leo", "Leo", "Haddad", "M", leo, "child", codice_fiscale=code)
    tale.home("elena", "parent", kind="registered")
    tale.person("karim", "Karim", "Haddad", "M", karim, "", precision="year", phone="333 010 4455", citizenship="MA",
                identifiers=[{"kind": "stp", "value": "STP0301230000012"}, {"kind": "provisional", "value": "12345678903"}])  # fmt: skip
    tale.home("karim", "parent", until=100, note="si è trasferito a Opera")
    tale.happened("separation", 100, note="Elena e Karim: due case, i bambini in tutte e due")


def _languages(tale: Tale) -> None:
    """While Karim lived here a mediator came; since then Nadia speaks Arabic with him, and Italian at home."""
    tale.speaks("karim", "ar", "prefers")
    tale.speaks("karim", "ar", "mediator", 190, until=110)
    tale.speaks("elena", "it", "prefers")
    tale.speaks("nadia", "ar")


def _words(tale: Tale) -> None:
    tale.needed("Un posto a scuola per Leo", person="leo", said_by="Elena", need="futuro.educative")
    tale.needed("Un lavoro per Elena", person="elena", said_by="Elena", need="lavoro.inserimenti")
    tale.needed(
        "Più tempo con il papà",
        90,
        person="nadia",
        said_by="Nadia",
        need="famiglie.accompagnamento",
        by="educatrice",
    )
    tale.needed("Un medico di base a Rozzano", until=20)
    tale.needed("Un'auto", voided="l'aveva chiesta un'altra famiglia", voided_by="educatrice")
    tale.strong(
        "Nadia ama disegnare e studia volentieri",
        person="nadia",
        said_by="lo dice lei, lo conferma la scuola",
    )
    tale.strong("La nonna c'è", said_by="Elena")
    tale.strong("Elena chiede aiuto quando serve", 80, said_by="Chiara, l'educatrice", by="educatrice")


def _beginning(tale: Tale) -> None:
    tale.signal(
        "disegni", "sportello_rozzano", ROZZANO, tale.at(206, 12, 30),
        "Nadia, in quinta, da un mese arriva senza merenda e senza compiti."
        " Prima era la più puntuale. Dice che la sera mette a letto il fratellino.",
        worry="La mamma lavora fino a tardi e mi pare sfinita.", good="Si vogliono bene. Nadia disegna, e disegna sempre la sua casa.",
        children="due, 10 e 2 anni", family="Nadia H., quinta elementare", state="closed", urgency="week", read="assistente",
        household="marchetti", sender={"name": "Maestra Ivana Poli", "reach": "333 010 1204", "relation": "sua insegnante"},
        steps=[tale.step("incontro", "meet", 205, "assistente", to="assistente", by_when=-202)],
        words=[tale.reply("grazie", 189, "assistente", "Grazie, maestra. La mamma ci ha cercati: ne parliamo con lei.")])  # fmt: skip
    tale.contact(
        "elena", "sportello_rozzano", "assistente", tale.at(200, 9), 35, given="Elena", surname="Marchetti", phone="333 010 2233",
        municipality=ROZZANO, ages=["0-2", "6-10"], needs=["famiglie.accompagnamento"], signal="disegni",
        words="Me l'ha detto la maestra, di venire. Da sola non ce la faccio più.")  # fmt: skip
    tale.case(190, "La scuola ci ha scritto di Nadia, Elena ha chiesto di essere chiamata.", motive="signal", asked=tale.day(206),
              needs=["futuro.genitorialita"], contact="elena", signal="disegni")  # fmt: skip
    tale.take_charge(
        160, "educatrice", words="Con Elena: una visita ogni dieci giorni, e le carte fatte insieme."
    )
    tale.worker("assistente", 190, "Carte e ISEE")
    tale.worker("educatrice", 160, "Visite a casa, ogni dieci giorni")
    tale.worker("psicologa", 90, until=20)
    closed.walk(tale)


def _this_autumn(tale: Tale) -> None:
    tale.signal(
        "compiti", "sportello_rozzano", ROZZANO, tale.at(12, 11),
        "Nadia è molto cambiata da qualche mese: arriva tardi, non porta i compiti, si addormenta sul banco.",
        worry="Dice che di notte guarda il fratellino.", good="Disegna benissimo, ha un'amica del cuore.", children="una, 11 anni",
        state="assessment", urgency="week", read="assistente", household="marchetti",
        sender={"membership": "scuola", "relation": "coordinatrice di classe"},
        passes=[tale.passage("sportello_rete", "sportello_rozzano", 12, "coordinatrice")],
        steps=[tale.step("incontro", "meet", 11, "assistente", to="assistente", by_when=1, note="Preferisce il pomeriggio.")],
        words=[tale.reply("grazie", 11, "assistente", "Grazie. Chiameremo la mamma in settimana.")])  # fmt: skip


def _network(tale: Tale) -> None:
    tale.grant("record", "Il consultorio segue Elena e Leo", to_organisation="consultorio", until=-200)
    tale.grant("contact", "Il doposcuola estivo di Nadia", to_organisation="porte_aperte", until=30)
    tale.grant(
        "record",
        "Elena cerca casa a Binasco: se si trasferisce, si comincia insieme",
        -30,
        to_team="equipe_sud",
        by="coordinatrice",
    )
    tale.grant(
        "contact",
        "La scuola elementare di Nadia",
        to_organisation="scuola_tigli",
        withdrawn="Nadia ha cambiato scuola",
    )
