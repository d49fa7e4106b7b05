"""Conversations at the desks that are about no family yet."""

from datetime import date
from typing import Any

from intreccio.families.access.demo.moments import BASIGLIO, BINASCO, OPERA, ROZZANO, moment
from intreccio.ground.kernel.bulk import Row


def heard(today: date) -> list[Row]:
    """Who asked, what was answered."""
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
            "words": "Da tre mesi non lavoro. Per la spesa arrivo fino al 20 del mese.",
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
