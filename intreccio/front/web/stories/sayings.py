"""What people say, as the generated families say it."""

# need → what they need, what they said at the desk.
NEEDED = {
    "emergenze.alimentare": (
        "Arrivare a fine mese con la spesa",
        "Quest'anno la spesa non basta fino al trenta.",
    ),
    "emergenze.economico": ("Due bollette da pagare a rate", "Vorrei pagare, un poco alla volta."),
    "emergenze.sanitario": (
        "Una visita che aspettiamo da mesi",
        "Ci hanno detto di aspettare, e aspettiamo.",
    ),
    "famiglie.accompagnamento": (
        "Qualcuno con cui pensare, in questo momento",
        "A casa è un periodo in salita.",
    ),
    "futuro.educative": ("Un posto dove giocare con altri bambini", "Non conosciamo ancora nessuno, qui."),
    "futuro.istruzione": ("Una mano con i compiti", "Io la scuola l'ho fatta in un'altra lingua."),
    "futuro.genitorialita": ("Parlare con altri genitori", "Succede solo a noi, o anche agli altri?"),
    "lavoro.occupabilita": ("Un lavoro con orari da genitore", "Il lavoro c'era, gli orari no."),
    "abitare": ("Una casa con il contratto", "Il contratto finisce tra sei mesi."),
    "infrastruttura.prossimita": ("Conoscere qualcuno nel palazzo", "Il pomeriggio è lungo, da soli."),
}
STRONG = (
    "Si cena sempre insieme", "Una zia che abita a due passi", "I fratelli si cercano e si aiutano",
    "Un lavoro stabile da anni", "La vicina tiene le chiavi di casa", "Vanno volentieri a scuola",
    "Sanno chiedere aiuto in tempo", "Il sabato c'è il mercato, con i nonni", "Si ride molto, in questa casa",
    "Un orto, e le mani per curarlo",
)  # fmt: skip
SIGNALS = (
    (13, "Arriva a scuola senza materiale e chiede di restare oltre l'orario.",
     "Parla volentieri con i compagni.", "Referente di plesso"),
    (3, "Ai controlli manca da sei mesi. Al telefono i genitori dicono che lavorano tutti e due su turni.",
     "Richiamano sempre.", "Ambulatorio pediatrico"),
    (4, "Al doposcuola si addormenta. Dice che a casa la sera si aspetta il papà che torna tardi.",
     "Ha molti amici, e li porta con sé.", "Volontari del doposcuola"),
    (13, "Le assenze sono diventate undici in un mese. In famiglia c'è un nonno appena dimesso dall'ospedale.",
     "I genitori avvisano ogni volta.", "Coordinatrice di classe"),
)  # fmt: skip
ENDED = (
    ("oriented", "Cercavano il doposcuola: ora sanno dove andare, e ci vanno."),
    ("family_declined", "Per adesso preferiscono fare da soli. La porta resta aperta, e lo sanno."),
    ("followed", "Li accompagna già il consultorio: abbiamo parlato insieme, una volta."),
    ("oriented", "Bastava capire come si chiede il contributo: la domanda è partita."),
)
TAKEN = (
    "Deciso insieme, alla fine del secondo incontro.", "Hanno scelto loro da che cosa cominciare.",
    "Si comincia piano: una visita al mese.", "C'erano tutti, anche i più piccoli.",
)  # fmt: skip
STREETS = (
    "Via dei Mille", "Via Puccini", "Via Curiel", "Viale Isonzo", "Via delle Betulle", "Via Pertini",
    "Via Cavour", "Via Roma", "Piazza della Pace", "Via Don Minzoni",
)  # fmt: skip
ROOFS = (
    {"to_organisation": "scuola_opera", "level": "known", "reason": "La scuola sa a chi rivolgersi"},
    {"to_organisation": "consultorio", "level": "contact", "reason": "Le visite al consultorio"},
    {"to_organisation": "porte_aperte", "level": "known", "reason": "Il pacco della spesa"},
    {"to_organisation": "melograno", "level": "contact", "reason": "Il corso che frequentano"},
)
