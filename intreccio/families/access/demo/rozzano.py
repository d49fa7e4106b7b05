"""Worries that have come to the desk of Rozzano and are about nobody yet."""

from datetime import date
from typing import Any

from intreccio.families.access.demo.moments import ROZZANO, moment
from intreccio.ground.kernel.bulk import Row


def worries(today: date) -> list[Row]:
    """In every state, from schools, neighbours, a paediatrician."""
    desk: dict[str, Any] = {"desk": "sportello_rozzano", "municipality": ROZZANO}
    return [
        {
            "key": "pane_in_tasca",
            **desk,
            "source": 13,
            "at": moment(today, 4, 12, 40),
            "due": 1,
            "facts": "Due fratelli, 7 e 4 anni, spesso senza pranzo. Da un mese chiedono il bis e mettono il pane in tasca."
            " La mamma dice che il lavoro è finito tre mesi fa.",
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
