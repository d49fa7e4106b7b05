"""Words that stand in one row of the small world each, and who may ever read them on any page."""

OWN_TEAM = {"co", "as", "ed", "ps"}
OWN = OWN_TEAM | {"le"}
RECORD = OWN | {"gr", "gp"}
CONTACT = RECORD | {"gc"}
KNOWN = CONTACT | {"gk"}
DESK = {"co", "as"}
STRANGERS = {"se", "sl"}

MAY_READ: dict[str, set[str]] = {
    # the family, by level
    "Famiglia mx_family": KNOWN,
    "Zuccottifamily": CONTACT,
    "Via mx_family 1": CONTACT,
    "RSSMRA80A01H501U": RECORD,
    "forza mx_family": RECORD,
    "Parole per dopo": RECORD,
    "Carta mx_family": RECORD,
    "Scritto dentro mx_family": RECORD,
    # never below the team that works with it
    "Luogo segreto mx_family": OWN_TEAM,
    # what was said at the desk
    "Fatti di casa nostra": RECORD,
    "Ascoltata": RECORD,
    "Vicina Segreta": DESK,
    "Fatti di nessuno ancora": DESK | {"le", "sp"},
    "Pellegrinotti": DESK | {"le"},
    # what was looked at together
    "Letto in casa nostra": RECORD,
    # nobody has asked the child yet, and what it answers: who works with the family, and who guides it
    "Parole di Bruno": OWN,
    "Risposta di Bruno": OWN,
    "Disegnato da Bruno": RECORD,
    # what a child keeps to who listened, who here answers for the family too
    "Tenuto per chi ascolta": {"ed"},
    "Risposta lontana": STRANGERS,
    "Disegnato lontano": STRANGERS,
    "Fatti della nostra équipe": RECORD,
    "Pesi di casa nostra": RECORD,
    "Protegge casa nostra": RECORD,
    "Guardato in casa nostra": RECORD,
    "Letto altrove": STRANGERS,
    "Guardato lontano": STRANGERS,
    "Pesi lontani": STRANGERS,
    "Protegge lontano": STRANGERS,
    "Detto lontano": STRANGERS,
    # what was said at a meeting
    "Verbale di mx_family": RECORD,
    "Verbale di mx_foreign": STRANGERS,
    # what was agreed
    "Scuola di casa nostra": RECORD,
    "Scuola lontana": STRANGERS,
    # a PEI or a PDP is for who works with the family
    "Concordato per casa nostra": OWN_TEAM,
    "Concordato lontano": {"se"},
    "Fatto a casa nostra": RECORD,
    "Fatto lontano": STRANGERS,
    "Visto a casa nostra": RECORD,
    "Visto lontano": STRANGERS,
    "Obiettivo di casa nostra": RECORD,
    "Obiettivo in bozza": RECORD,
    "Obiettivo di lontano": STRANGERS,
    # what a psychologist and the team tell each other; and what is of the psychologist alone
    "Domanda di casa nostra": RECORD,
    "Esito di casa nostra": RECORD,
    "Nota della nostra psicologa": {"ps"},
    "Nota dell'altra mano": set(),
    "Nota di chi coordina": set(),
    "Domanda di lontano": STRANGERS,
    "Nota di lontano": set(),
    # what was written of visits: who leads a body, and a partner, open no diary
    "Racconto di casa nostra": OWN_TEAM | {"gr"},
    "Racconto di tempo fa": OWN_TEAM | {"gr"},
    "Racconto per la squadra": OWN_TEAM,
    "Racconto per il riferimento": {"ed", "ps"},
    "Racconto di lontano": {"se"},
    # what was asked of a school, which reads it and not whose it is
    "Richiesta di casa nostra": RECORD | {"sp"},
    "Richiesta di lontano": STRANGERS,
    # strangers have a family of their own
    "Famiglia mx_foreign": STRANGERS,
    "Zuccottiforeign": STRANGERS,
    "Via mx_foreign 1": STRANGERS,
    "BNCPLA80A41L219W": STRANGERS,
    "forza mx_foreign": STRANGERS,
    "Carta mx_foreign": STRANGERS,
    "Scritto dentro mx_foreign": STRANGERS,
    "Parole lontane": STRANGERS,
    "Luogo segreto mx_foreign": {"se"},
    "Fatti di lontano": STRANGERS,
    "Altrove": STRANGERS,
    "Vicina Lontana": {"se"},
    # passed on by our desk to theirs
    "Fatti passati di mano": STRANGERS,
    "Zia Passata": {"se"},
}
