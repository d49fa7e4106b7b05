"""Worries and conversations that are about nobody yet, in every state and at every desk.

Those about a family are told in its story (`front/web/stories`), which also numbers all of them by time.
"""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from intreccio.ground.kernel.bulk import Row

ROME = ZoneInfo("Europe/Rome")
ROZZANO, OPERA, PIEVE, BINASCO = "015189", "015159", "015173", "015024"
BASIGLIO, ZIBIDO, LOCATE = "015015", "015247", "015125"


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
            **desk,
            "source": 14,
            "at": moment(today, 1, 10, 5),
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
                    "at": moment(today, 1, 21, 30),
                    "words": "Anche stasera era fuori, con un cane. Un signore lo ha fatto entrare.",
                }
            ],
        },
        {
            "key": "bottiglie",
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
            "key": "libri",
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
            "words": [
                {
                    "key": "grazie",
                    "from_desk": True,
                    "by": "lucia",
                    "at": moment(today, 5, 12),
                    "words": "Grazie. Incontriamo i genitori in settimana, con la logopedista.",
                }
            ],
        },
        {
            "key": "sfratto",
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
            "desk": "sportello_rete",
            "municipality": BASIGLIO,
            "source": 9,
            "at": moment(today, 0, 0, 20),
            "due": 0,
            "danger": True,
            "knows": "no",
            "children": "due, piccoli",
            "facts": "Mia nipote e i suoi due bambini sono chiusi in casa da tre giorni e non rispondono al telefono.",
            "worry": "Lui ha già alzato le mani.",
            "sender": {"name": "Carla Verdi", "reach": "333 010 7788", "relation": "zia"},
        },
        {
            "key": "cantina",
            "desk": "sportello_opera",
            "municipality": LOCATE,
            "source": 5,
            "at": moment(today, 5, 9, 30),
            "due": 0,
            "state": "read",
            "knows": "yes_agrees",
            "urgency": "week",
            "read": "lucia",
            "children": "tre, il più piccolo ha 2 anni",
            "facts": "Una famiglia dorme in cantina da quando è saltata la caldaia."
            " L'abbiamo saputo durante un controllo. Chiedono solo dove scaldarsi la notte.",
            "good": "I figli vanno a scuola tutti i giorni, puliti e contenti.",
            "sender": {"name": "Polizia locale di Locate", "reach": "02 000 5125"},
        },
        {
            "key": "nonno_solo",
            "desk": "sportello_opera",
            "municipality": OPERA,
            "source": 9,
            "at": moment(today, 1, 14, 10),
            "due": 4,
            "knows": "yes_agrees",
            "children": "una, 12 anni",
            "facts": "Cresco mia nipote e vorrei capire come si chiede l'affido."
            " Mia figlia è all'estero per lavoro fino all'estate.",
            "sender": {"name": "Un nonno", "reach": "333 010 7340", "relation": "nonno"},
        },
        {
            "key": "moirago",
            "desk": "sportello_rete",
            "municipality": ZIBIDO,
            "source": 4,
            "at": moment(today, 7, 12, 15),
            "due": -2,
            "state": "assessment",
            "knows": "yes",
            "urgency": "week",
            "read": "coordinatrice",
            "children": "una, 2 anni e mezzo",
            "facts": "Una mamma resta allo spazio gioco fino alla chiusura, ogni giorno."
            " Anche con la febbre. Dice che a casa d'altri non può fare rumore.",
            "good": "Gioca con la bambina tutto il tempo e conosce ogni libro.",
            "sender": {"membership": "educatrice", "relation": "tengo lo spazio gioco di Moirago"},
            "steps": [
                {
                    "key": "chiedere",
                    "step": "ask",
                    "to": "coordinatrice",
                    "by": "coordinatrice",
                    "at": moment(today, 6, 10),
                    "by_when": 1,
                    "note": "Vuole essere chiamata? E a che ora può parlare?",
                }
            ],
            "words": [
                {
                    "key": "domanda",
                    "from_desk": True,
                    "by": "coordinatrice",
                    "at": moment(today, 6, 10),
                    "words": "Grazie, Chiara. Le chiederesti se vuole essere chiamata, e quando?",
                },
                {
                    "key": "risposta",
                    "from_desk": False,
                    "at": moment(today, 4, 17, 40),
                    "words": "Sì, il mattino dopo le dieci. Preferisce parlare con una donna.",
                },
            ],
        },
        {
            "key": "corridoio",
            "desk": "sportello_rete",
            "municipality": BASIGLIO,
            "source": 12,
            "at": moment(today, 3, 16, 30),
            "due": 2,
            "knows": "yes_agrees",
            "children": "due, 9 e 14 anni",
            "facts": "Un papà chiede chi può stare con i figli la sera."
            " La moglie è in ospedale da un mese e lui lavora di notte.",
            "good": "Ha già parlato con la scuola e con i vicini.",
            "sender": {"membership": "psicologa", "relation": "l'ho ascoltato in ambulatorio"},
        },
        {
            "key": "gia_seguita",
            "desk": "sportello_binasco",
            "municipality": BINASCO,
            "source": 9,
            "at": moment(today, 16, 18),
            "due": -1,
            "state": "closed",
            "knows": "no",
            "urgency": "later",
            "read": "tommaso",
            "facts": "Mio nipote ha lasciato il calcio e non risponde ai messaggi. Prima veniva da me ogni domenica.",
            "sender": {"name": "Uno zio", "reach": "333 010 7121", "relation": "zio"},
            "steps": [{"key": "seguita", "step": "followed", "by": "tommaso", "at": moment(today, 14, 9)}],
            "words": [
                {
                    "key": "grazie",
                    "from_desk": True,
                    "by": "tommaso",
                    "at": moment(today, 14, 9),
                    "words": "Grazie per averci scritto. C'è già chi gli sta vicino.",
                }
            ],
        },
        {
            "key": "altrove",
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
        {
            "key": "nido_pieno",
            "desk": "sportello_binasco",
            "by": "tommaso",
            "municipality": BINASCO,
            "at": moment(today, 8, 11, 20),
            "minutes": 15,
            "channel": "phone",
            "given": "Serena",
            "ages": ["0-2"],
            "needs": ["futuro.educative"],
            "words": "Il nido è pieno e io comincio a lavorare fra due settimane.",
            "answers": ["orientation"],
        },
    ]
