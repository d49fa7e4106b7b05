"""A small protocol for the tests of this area: one part of each kind."""

from typing import Any

SMALL: dict[str, Any] = {
    "title": "Prova",
    "lead": "Un protocollo piccolo.",
    "source": "Scritto per le prove.",
    "about": ["family", "worker"],
    "zero": {"label": "il giorno della prova", "counter": {"before": 10, "after": 20}},
    "tracks": [{"code": "near", "label": "Vicinanza"}, {"code": "papers", "label": "Carte"}],
    "losses": [{"code": "death", "label": "una morte"}, {"code": "job", "label": "il lavoro perso"}],
    "quiet": {"before": 7, "after": 7, "text": "Una settimana di pace."},
    "steps": [
        {"code": "call", "track": "near", "kind": "step", "when": ["0d", "3d"], "role": "contact", "title": "Chiamare",
         "text": "Due parole.", "sources": ["law"]},
        {"code": "before", "track": "papers", "kind": "step", "when": ["-2w"], "role": "social_worker", "title": "Prima",
         "text": "Preparare.", "about": ["family"]},
        {"code": "job", "track": "papers", "kind": "step", "when": ["1w", "2w"], "role": "social_worker", "title": "La domanda",
         "text": "Si fa insieme.", "losses": ["job"], "documents": ["contratto"]},
        {"code": "year", "track": "near", "kind": "anniversary", "when": ["12m"], "role": "contact", "title": "Un anno",
         "text": "Esserci."},
    ],
    "checks": {"label": "Che cosa c'è", "items": [{"code": "told", "label": "Lo sa", "text": "Da chi."}]},
    "factors": [{"code": "trust", "side": "protects", "label": "Fiducia", "text": "Chi apre."}],
    "guidance": [
        {"code": "all", "title": "Per tutti", "text": "Parole."},
        {"code": "small", "title": "Da piccoli", "text": "Parole corte.", "ages": ["small"], "losses": ["death"]},
    ],
    "letters": [
        {"code": "near", "when": "5d", "title": "Vi pensiamo", "text": "Ci siamo.", "again": {"every": "2w", "most": 2}},
        {"code": "year", "when": "12m", "title": "In questi giorni", "text": "Ci ricordiamo.", "remembers": True},
    ],
    "sources": [{"code": "law", "text": "Legge di prova, art. 1"}],
}  # fmt: skip
