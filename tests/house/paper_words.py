"""The words that pages of the observatory use, with the codes they stand for: written by hand, from glossary and list of needs."""

import json
from pathlib import Path

import intreccio

FEW, PROMISE = 5, 5
HIDDEN = "non si mostra"
TAXONOMY = json.loads((Path(intreccio.__file__).parent / "ground/needs/taxonomy.json").read_text())
AREAS = {area["label"]: area["code"] for area in TAXONOMY["areas"]} | {"Abitare": "abitare"}
LINES = {
    line["plain"]: f"{area['code']}.{line['code']}" for area in TAXONOMY["areas"] for line in area["lines"]
}
LINES |= {"Una casa dove stare": "abitare"}
EVERY_NEED = [
    *LINES.values(),
    *(each["code"] for name in ("dimensions", "themes") for each in TAXONOMY[name]),
]
MONTHS = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
]
ALL_TOWNS = {
    "015189": "Rozzano", "015159": "Opera", "015024": "Binasco", "015173": "Pieve Emanuele", "015125": "Locate di Triulzi",
    "015015": "Basiglio", "015055": "Casarile", "015115": "Lacchiarella", "015158": "Noviglio", "015236": "Vernate",
    "015247": "Zibido San Giacomo",
}  # fmt: skip
CODES = {name: code for code, name in ALL_TOWNS.items()}
YES, NO = "accept_referral", "decline_referral"
AXES = {"Soldi, lavoro e casa": "economic", "Chi c'è intorno": "social", "Crescere e imparare": "educational"}
HELPED = {"Ha aiutato": "yes", "In parte": "partly", "No": "no"}
DECLINED = {
    "posti finiti": "no_room", "non rientra nei requisiti": "not_eligible", "è troppo lontano": "too_far",
    "il servizio non c'è più o è cambiato": "no_service", "un altro motivo": "other",
}  # fmt: skip
UNMET = {
    "Qui un servizio così non c'è": "no_service", "Non c'è posto": "no_room", "È troppo lontano": "too_far",
    "Non rientra nei requisiti": "not_eligible", "Chi poteva rispondere non ha risposto": "no_answer", "Un altro motivo": "other",
}  # fmt: skip
