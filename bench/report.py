"""Writes what was measured: a file for programs, a table in the README for people."""

import json
import os
import platform
import sys
from datetime import UTC, datetime
from typing import Any

import psycopg

from tools.home import ROOT

RESULTS = ROOT / "bench" / "results" / "latest.json"
README = ROOT / "README.md"
BEGIN, END = "<!-- bench -->", "<!-- /bench -->"
WHAT = {
    "today": "Oggi",
    "household_list": "elenco delle famiglie",
    "household_search": "ricerca di una famiglia",
    "household_page": "pagina di una famiglia",
    "household_page_large": "la stessa, di 9 persone e 2.000 atti",
    "case_page": "presa in carico",
    "service_search": "ricerca di un servizio",
    "household_create": "famiglia nuova",
    "plan_page": "progetto",
    "plan_page_large": "progetto, famiglia di 9",
    "diary_large": "diario di 2.000 voci",
    "visit_note_save": "nota di visita",
    "team_week": "settimana di un'équipe",
    "referral_inbox": "richieste arrivate",
    "referral_send": "richiesta a un servizio",
    "observatory": "osservatorio",
    "spreadsheet_import_10000": "elenco di 10.000 righe portato dentro",
}
NOT_HERE = (
    "Limiti: p95 e CPU della stessa riga, e 15 query. «Famiglia nuova» manca per la responsabile: il suo ruolo legge e non"
    " scrive famiglie."
)
# What is said of the rows that are there.
ABOUT = {
    "referral_inbox": "«Richieste arrivate» è di chi risponde per il suo ente.",
    "referral_send": "La richiesta parte verso enti in cui risponde una persona.",
    "spreadsheet_import_10000": "L'elenco si misura una volta sola, da «Porta dentro» alla fine del lavoro.",
}
WHO = {
    "educator": "educatrice (20)",
    "coordinator": "coordinatrice (500)",
    "organisation_lead": "responsabile (10.000)",
    "partner": "servizio partner (2.200 richieste)",
}


def machine(keeper: psycopg.Connection) -> str:
    """What was measured on, without its name."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    # The system's own is compiled after a profile, and a page takes a fifth less of it.
    origin = " del sistema" if sys.base_prefix == "/usr" else ""
    python = ".".join(platform.python_version_tuple()[:2]) + origin
    return (
        f"{os.cpu_count()} core, {memory:.0f} GiB, {platform.system()} {platform.machine()}, Python {python}, "
        f"PostgreSQL {keeper.info.server_version // 10000}"
    )


def results(keeper: psycopg.Connection, households: int, rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Everything, as it is written."""
    day = datetime.now(UTC).date().isoformat()
    return {"machine": machine(keeper), "date": day, "households": households, "rows": rows}


def write(measured: dict[str, Any]) -> None:
    """The file and the table."""
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(measured, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if README.exists():
        text = README.read_text(encoding="utf-8")
        README.write_text(with_table(text, table(measured)), encoding="utf-8")


def with_table(text: str, drawn: str) -> str:
    """The text with the table between its marks; unchanged where there are none."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    return f"{before}{begin}\n{drawn}\n{end}{after}" if begin and end else text


def table(measured: dict[str, Any]) -> str:
    """One line a page and a person: alone, and with four at once."""
    rows = measured["rows"]
    four = {(row["name"], row["role"]): row for row in rows if row["clients"] != 1}
    lines = [
        f"{number(measured['households'])} famiglie; {measured['machine']}; {measured['date']}.",
        "",
        "| pagina | chi (famiglie) | p50 ms | p95 ms | limite | CPU ms | limite CPU | query | entro i limiti | al secondo, 4 insieme |",
        "|---|---|--:|--:|--:|--:|--:|--:|---|--:|",
    ]
    for row in rows:
        if row["clients"] == 1:
            pace = four.get((row["name"], row["role"]), {}).get("requests_per_s")
            lines.append(_line(row, pace))
    return "\n".join([*lines, "", _foot(rows)])


def _foot(rows: list[dict[str, Any]]) -> str:
    """What the table does not say by itself."""
    there = {row["name"] for row in rows}
    said = [NOT_HERE, *(words for name, words in ABOUT.items() if name in there)]
    if first := max((row.get("first_page_ms", 0) for row in rows), default=0):
        said.append(
            f"L'osservatorio si conta alla prima pagina di ogni processo, in {_said(first / 1000)} s al più, e si tiene"
            " per sei ore: qui sono misurate quelle dopo."
        )
    return " ".join(said)


def _line(row: dict[str, Any], pace: float | None) -> str:
    shown = (
        WHAT.get(row["name"], row["name"]),
        WHO.get(row["role"], row["role"]),
        _said(row["p50_ms"]),
        _said(row["p95_ms"]),
        row["budget_ms"],
        _said(row["cpu_ms"]),
        row["budget_cpu_ms"],
        row["queries"],
        "sì" if row["within"] else "**no**",
        "" if pace is None else _said(pace),
    )
    return f"| {' | '.join(map(str, shown))} |"


def _said(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def number(count: int) -> str:
    """100.000."""
    return f"{count:,}".replace(",", ".")


def told(row: dict[str, Any]) -> str:
    """One line while measuring."""
    within = {True: "sì", False: "NO", None: ""}[row["within"]]
    return (
        f"{row['name']:17} {row['role']:18} {row['clients']}  p50 {row['p50_ms']:6.1f}  p95 {row['p95_ms']:6.1f}  "
        f"CPU {row['cpu_ms']:5.1f}  query {row['queries']:3}  {row['requests_per_s']:6.1f}/s  {within}"
    )
