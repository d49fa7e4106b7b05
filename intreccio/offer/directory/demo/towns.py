"""The eleven municipalities where the invented services stand, and what a few services say besides."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Town:
    """A municipality and a point in its centre (the same as in `territory/districts.json`)."""

    istat: str
    lat: float
    lon: float

    def beside(self, number: int) -> tuple[float, float]:
        """A point within the town, always the same for the same number."""
        return round(self.lat + (number * 37 % 19 - 9) / 1500, 5), round(
            self.lon + (number * 53 % 23 - 11) / 1500, 5
        )


TOWNS = {
    "Basiglio": Town("015015", 45.36157, 9.15798),
    "Binasco": Town("015024", 45.33219, 9.09961),
    "Casarile": Town("015055", 45.31703, 9.10553),
    "Lacchiarella": Town("015115", 45.32217, 9.13678),
    "Locate": Town("015125", 45.35763, 9.22164),
    "Noviglio": Town("015158", 45.35776, 9.07092),
    "Opera": Town("015159", 45.37728, 9.21172),
    "Pieve": Town("015173", 45.35324, 9.2003),
    "Rozzano": Town("015189", 45.38121, 9.15278),
    "Vernate": Town("015236", 45.31651, 9.05927),
    "Zibido": Town("015247", 45.36025, 9.10595),
}
ROZZANO, OPERA, BINASCO = "015189", "015159", "015024"
NO_POINT = frozenset(
    {
        "Gruppo d'acquisto Sottocasa",
        "Sportello luce e gas",
        "Nido Il Melograno",
        "Mamme in cammino",
        "Orto dei vicini",
        "Corso paghe e contributi",
    }
)
ANYONE: dict[str, Any] = {"residence": "anyone", "isee": "none"}
MORE: dict[str, dict[str, Any]] = {
    "Spazio gioco Il Cortile": {
        **ANYONE,
        "languages": ["it", "ar"],
        "eligibility": "Bambine e bambini da 12 a 36 mesi, con mamma, papà, nonni o chi li cura.",
        "how_to_enter": "Si chiama o si manda un messaggio, anche tramite un operatore.\n"
        "Una mattina di prova, senza impegno.\nSi sceglie il giorno.",
        "bring": "Calze antiscivolo e una merenda. Nessun documento, nessun ISEE.",
        "accessibility": "Senza gradini, fermata dell'autobus a 100 metri.",
    },
    "Emporio della spesa": {
        "residence": "only",
        "residence_codes": [ROZZANO],
        "isee_limit": 9360,
        "how_to_enter": "Colloquio con il servizio sociale.\nTessera a punti per sei mesi.",
    },
    "Pacco del giovedì": {"residence": "anyone", "isee": "none", "bring": "Una borsa grande."},
    "Contributo affitto": {"residence": "only", "residence_codes": [OPERA], "isee_limit": 15000},
    "Buono bollette": {"residence": "only", "residence_codes": [ROZZANO], "isee_limit": 12000},
    "Nido Il Melograno": {
        "residence": "only",
        "residence_codes": [BINASCO],
        "cost_words": "Retta secondo l'ISEE",
    },
    "Nido comunale I Papaveri": {
        "residence": "only",
        "residence_codes": [ROZZANO],
        "cost_words": "Da 40 a 420 euro al mese",
    },
    "Dentista solidale": {**ANYONE, "isee": "limit", "isee_limit": 10140, "languages": ["it", "es"]},
    "Consultorio familiare": {
        **ANYONE,
        "languages": ["it", "en", "ar"],
        "how_to_enter": "Si telefona o si passa: non serve la ricetta.",
    },
    "Doposcuola Tigli": {**ANYONE, "how_to_enter": "Lo propone la scuola, o lo chiede la famiglia."},
    "Italiano per mamme": {
        **ANYONE,
        "languages": ["it", "ar", "ur", "bn"],
        "accessibility": "C'è chi sta con i bambini durante la lezione.",
    },
    "Baby nuoto": {"residence": "anyone", "cost_words": "35 euro al mese"},
    "Sportello lavoro": {**ANYONE, "languages": ["it", "fr", "en"]},
    "Mediazione in arabo e urdu": {**ANYONE, "languages": ["ar", "ur"]},
    "Ponte abitativo": {"isee_limit": 14000},
    "Centro estivo Le Lucciole": {"status": "temporarily_closed"},
    "Ludobus": {"status": "inactive"},
}
