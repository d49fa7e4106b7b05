"""Invented worries and conversations, at every stage and at several desks."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from intreccio.ground.kernel.bulk import Row

ROME = ZoneInfo("Europe/Rome")
ROZZANO, OPERA, PIEVE, BINASCO, BASIGLIO = "015189", "015159", "015173", "015024", "015015"


def recipe(today: date) -> dict[str, list[Row]]:
    """Signals by key, with their sender, steps and words; contacts. Moments are of working days gone by."""
    return {"signals": [*_rozzano(today), *_elsewhere(today)], "contacts": _contacts(today)}


def moment(today: date, days_ago: int, hour: int = 9, minute: int = 0) -> datetime:
    """So many days ago, at an hour in Rome."""
    return datetime.combine(today - timedelta(days=days_ago), time(hour, minute), ROME)


def _rozzano(today: date) -> list[Row]:
    desk: dict[str, Any] = {"desk": "sportello_rozzano", "municipality": ROZZANO}
    return [
        {
            "key": "pane_in_tasca",
            "number": 18,
            **desk,
            "source": 13,
            "at": moment(today, 4, 12, 40),
            "due": 1,
            "facts": "Due fratelli, 7 e 4 anni, spesso senza pranzo. Da un mese chiedono il bis e mettono il pane in tasca."
            " La mamma dice che il lavoro è finito ad agosto.",
            "worry": "Il più grande è stanco e parla poco. Forse la famiglia si vergogna a chiedere la mensa gratuita.",
            "good": "Frequentano sempre, la mamma viene ai colloqui, i fratelli si cercano e si aiutano.",
            "children": "due, 7 e 4 anni",
            "family": "Monica D., scuola di via dei Tigli",
            "knows": "yes_agrees",
            "sender": {"membership": "scuola", "relation": "loro insegnante"},
        },
        {
            "key": "cortile",
            "number": 17,
            **desk,
            "source": 14,
            "at": moment(today, 1, 19, 5),
            "due": 4,
            "facts": "Un bambino di circa 6 anni resta in cortile fino a tardi, anche quando piove. Ieri alle nove di sera.",
            "worry": "Non so se in casa c'è qualcuno.",
            "knows": "unknown",
            "children": "uno, circa 6 anni",
            "sender": {
                "name": "Rosa Bianchi",
                "reach": "333 010 9988",
                "relation": "abito nella stessa scala",
            },
            "news": True,
            "words": [
                {
                    "key": "torna",
                    "from_desk": False,
                    "at": moment(today, 0, 8),
                    "words": "Anche stasera era fuori, con un cane.",
                }
            ],
        },
        {
            "key": "bottiglie",
            "number": 11,
            **desk,
            "source": 3,
            "at": moment(today, 3, 10),
            "due": 2,
            "state": "read",
            "facts": "Mamma sola con una neonata di due mesi, molto stanca. Ha saltato due controlli.",
            "good": "Allatta, cerca consigli, ha una sorella vicina.",
            "knows": "yes",
            "children": "una, 2 mesi",
            "urgency": "week",
            "read": "assistente",
            "sender": {"name": "Studio pediatrico", "reach": "02 555 0101"},
        },
        {
            "key": "compiti",
            "number": 9,
            **desk,
            "source": 13,
            "at": moment(today, 12, 11),
            "due": -2,
            "state": "assessment",
            "facts": "Nadia è molto cambiata da settembre: arriva tardi, non porta i compiti, si addormenta sul banco.",
            "worry": "Dice che di notte guarda il fratellino.",
            "good": "Disegna benissimo, ha un'amica del cuore.",
            "knows": "yes_agrees",
            "children": "una, 11 anni",
            "urgency": "week",
            "read": "assistente",
            "household": "marchetti",
            "sender": {"membership": "scuola", "relation": "coordinatrice di classe"},
            "steps": [
                {
                    "key": "incontro",
                    "step": "meet",
                    "to": "assistente",
                    "by": "assistente",
                    "at": moment(today, 11, 15),
                    "by_when": 1,
                    "note": "Preferisce il pomeriggio.",
                }
            ],
            "words": [
                {
                    "key": "grazie",
                    "from_desk": True,
                    "by": "assistente",
                    "at": moment(today, 11, 15),
                    "words": "Grazie. Chiameremo la mamma in settimana.",
                }
            ],
        },
        {
            "key": "libri",
            "number": 6,
            **desk,
            "source": 4,
            "at": moment(today, 20, 16),
            "due": -15,
            "state": "answered",
            "facts": "Una famiglia nuova nel quartiere cerca libri di scuola usati e non sa a chi chiedere.",
            "knows": "yes_agrees",
            "urgency": "later",
            "read": "assistente",
            "sender": {"name": "Circolo di quartiere", "reach": "circolo@example.org"},
            "steps": [
                {
                    "key": "libri",
                    "step": "point",
                    "by": "assistente",
                    "at": moment(today, 18, 10),
                    "note": "Indicata la banca dei libri.",
                }
            ],
        },
        {
            "key": "doppia",
            "number": 4,
            **desk,
            "source": 14,
            "at": moment(today, 40, 9),
            "due": -35,
            "state": "closed",
            "facts": "Sento piangere un bambino la notte al piano di sopra.",
            "knows": "no",
            "urgency": "week",
            "read": "assistente",
            "sender": {},
            "steps": [
                {
                    "key": "chiusa",
                    "step": "close",
                    "reason": "resolved",
                    "by": "assistente",
                    "at": moment(today, 36, 9),
                    "note": "Era il neonato con le coliche: la mamma è seguita dal consultorio.",
                }
            ],
            "words": [
                {
                    "key": "fine",
                    "from_desk": True,
                    "by": "assistente",
                    "at": moment(today, 36, 9),
                    "words": "Grazie, abbiamo verificato: è tutto a posto.",
                }
            ],
        },
    ]


def _elsewhere(today: date) -> list[Row]:
    return [
        {
            "key": "assenze",
            "number": 16,
            "desk": "sportello_opera",
            "municipality": OPERA,
            "source": 13,
            "at": moment(today, 2, 10, 20),
            "due": 3,
            "knows": "yes",
            "children": "una, 15 anni",
            "facts": "Ragazza di 15 anni, 22 assenze da settembre."
            " Arriva alla seconda ora, poi non arriva più. A casa si occupa del fratellino.",
            "good": "Con la bidella parla volentieri.",
            "sender": {"name": "Segreteria didattica", "reach": "02 555 0202"},
        },
        {
            "key": "logopedia",
            "number": 12,
            "desk": "sportello_opera",
            "municipality": PIEVE,
            "source": 3,
            "at": moment(today, 6, 9),
            "due": -1,
            "state": "assessment",
            "knows": "yes_agrees",
            "urgency": "week",
            "read": "lucia",
            "facts": "Bambino di 2 anni e mezzo, parla pochissimo e non segue lo sguardo. I genitori sono d'accordo a farsi aiutare.",
            "children": "uno, 2 anni e mezzo",
            "sender": {"membership": "consultorio", "relation": "lo visito dalla nascita"},
            "steps": [
                {
                    "key": "incontro",
                    "step": "meet",
                    "to": "lucia",
                    "by": "lucia",
                    "at": moment(today, 5, 12),
                    "by_when": 2,
                }
            ],
        },
        {
            "key": "sfratto",
            "number": 10,
            "desk": "sportello_opera",
            "municipality": OPERA,
            "source": 8,
            "at": moment(today, 9, 9),
            "due": -4,
            "state": "answered",
            "knows": "yes_agrees",
            "urgency": "week",
            "read": "lucia",
            "facts": "Ho tre figli e lo sfratto a gennaio. Chiedo di parlare con qualcuno.",
            "children": "tre",
            "sender": {"name": "Fatou Seck", "reach": "333 010 5566"},
        },
        {
            "key": "gravidanza",
            "number": 15,
            "desk": "sportello_binasco",
            "municipality": BINASCO,
            "source": 3,
            "at": moment(today, 1, 15),
            "due": 4,
            "knows": "yes_agrees",
            "facts": "Gravidanza al sesto mese, nessuna visita. È in Italia da poco, non sa come prenotare. Parla spagnolo.",
            "sender": {"membership": "consultorio", "relation": "è venuta una volta"},
        },
        {
            "key": "vicina",
            "number": 14,
            "desk": "sportello_rete",
            "municipality": BASIGLIO,
            "source": 9,
            "at": moment(today, 0, 8, 10),
            "due": 0,
            "danger": True,
            "knows": "no",
            "children": "due, piccoli",
            "facts": "Mia nipote e i suoi due bambini sono chiusi in casa da tre giorni e non rispondono al telefono.",
            "worry": "Lui ha già alzato le mani.",
            "sender": {"name": "Carla Verdi", "reach": "333 010 7788", "relation": "zia"},
        },
        {
            "key": "altrove",
            "number": 3,
            "desk": "sportello_rete",
            "municipality": "",
            "source": 6,
            "at": moment(today, 60, 9),
            "due": -50,
            "state": "closed",
            "knows": "yes_agrees",
            "urgency": "later",
            "read": "coordinatrice",
            "facts": "Cerco un corso di italiano per me.",
            "sender": {"name": "Olena"},
            "steps": [
                {
                    "key": "chiusa",
                    "step": "close",
                    "reason": "elsewhere",
                    "by": "coordinatrice",
                    "at": moment(today, 58, 9),
                }
            ],
        },
    ]


def _contacts(today: date) -> list[Row]:
    rozzano: dict[str, Any] = {"desk": "sportello_rozzano", "by": "assistente", "municipality": ROZZANO}
    opera: dict[str, Any] = {"desk": "sportello_opera", "by": "lucia", "municipality": OPERA}
    return [
        {
            "key": "monica",
            **rozzano,
            "at": moment(today, 79, 10),
            "minutes": 12,
            "channel": "in_person",
            "given": "Monica",
            "surname": "Dossi",
            "phone": "333 010 4477",
            "ages": ["3-5", "6-10"],
            "needs": ["emergenze.alimentare", "emergenze.economico"],
            "words": "Da agosto non lavoro. Per la spesa arrivo fino al 20 del mese.",
            "answers": ["information", "orientation"],
        },
        {
            "key": "senza_nome",
            **rozzano,
            "at": moment(today, 3, 11),
            "minutes": 8,
            "channel": "phone",
            "anonymous": True,
            "needs": ["famiglie.segretariato"],
            "words": "Volevo solo sapere se c'è qualcuno.",
            "answers": ["information"],
        },
        {
            "key": "elena",
            **rozzano,
            "at": moment(today, 200, 9),
            "minutes": 35,
            "channel": "in_person",
            "given": "Elena",
            "surname": "Marchetti",
            "phone": "333 010 2233",
            "ages": ["0-2", "11-13"],
            "needs": ["famiglie.accompagnamento"],
            "answers": ["intake"],
            "household": "marchetti",
            "outcome": "case",
            "settled": True,
        },
        {
            "key": "colloquio",
            **rozzano,
            "at": moment(today, 2, 16),
            "minutes": 25,
            "channel": "in_person",
            "given": "Samira",
            "surname": "Bel",
            "birth": date(today.year - 31, 2, 3),
            "phone": "333 010 6611",
            "ages": ["expected", "0-2"],
            "needs": ["emergenze.sanitario"],
            "answers": ["orientation", "intake"],
        },
        {
            "key": "fatou",
            **opera,
            "at": moment(today, 7, 10),
            "minutes": 40,
            "channel": "in_person",
            "given": "Fatou",
            "surname": "Seck",
            "phone": "333 010 5566",
            "ages": ["0-2", "3-5", "6-10"],
            "needs": ["abitare"],
            "answers": ["orientation", "referral"],
            "signal": "sfratto",
        },
        {
            "key": "messaggio",
            "desk": "sportello_rete",
            "by": "coordinatrice",
            "municipality": BASIGLIO,
            "at": moment(today, 5, 17),
            "minutes": 5,
            "channel": "message",
            "given": "Igor",
            "phone": "333 010 3131",
            "ages": ["14-17"],
            "needs": ["futuro.istruzione"],
            "answers": ["information"],
        },
    ]
