"""Worries that have come to the other desks and are about nobody yet."""

from datetime import date

from intreccio.families.access.demo.moments import BASIGLIO, BINASCO, LOCATE, OPERA, PIEVE, ZIBIDO, moment
from intreccio.ground.kernel.bulk import Row


def worries(today: date) -> list[Row]:
    """Three desks, and the one that takes what is nobody's."""
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
            "facts": "Ragazza di 15 anni, 22 assenze in due mesi."
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
            "facts": "Ho tre figli e lo sfratto tra due mesi. Chiedo di parlare con qualcuno.",
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
            "key": "trasloco",
            "desk": "sportello_opera",
            "municipality": OPERA,
            "source": 13,
            "at": moment(today, 3, 9, 20),
            "due": 2,
            "knows": "yes",
            "children": "uno, 5 anni",
            "facts": "Il bambino ha cambiato casa due volte in tre mesi e in classe non parla più."
            " La mamma chiede a chi rivolgersi a Opera.",
            "good": "La mamma viene a prenderlo sempre lei, e arriva in anticipo.",
            "sender": {"name": "Una maestra di Basiglio", "reach": "333 010 7215", "relation": "sua maestra"},
            "passes": [
                {
                    "from": "sportello_rete",
                    "to": "sportello_opera",
                    "by": "coordinatrice",
                    "at": moment(today, 2, 9, 15),
                    "reason": "place",
                }
            ],
            "steps": [
                {
                    "key": "passata",
                    "step": "pass_on",
                    "by": "coordinatrice",
                    "at": moment(today, 2, 9, 15),
                    "note": "La mamma si è trasferita a Opera il mese scorso: preferisce un messaggio.",
                }
            ],
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
            " Mia figlia è all'estero per lavoro, per sei mesi.",
            "sender": {"name": "Un nonno", "reach": "333 010 7340", "relation": "nonno"},
            "passes": [
                {
                    "from": "sportello_binasco",
                    "to": "sportello_opera",
                    "by": "tommaso",
                    "at": moment(today, 1, 16, 40),
                    "reason": "place",
                }
            ],
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
