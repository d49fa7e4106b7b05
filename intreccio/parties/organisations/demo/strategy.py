"""What the invented teams want to change, and whom their coordinator meets."""

from datetime import date, time, timedelta
from typing import Any

from intreccio.ground.kernel.bulk import Row, copy_rows
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for

World = dict[str, Any]

# key, team, of the project, change, why, days to its end, how it is seen, figure, who takes care of it
GOALS = (
    (
        "prima", "equipe_nord", None, "Incontrare ogni famiglia entro una settimana dalla segnalazione",
        "Chi aspetta un mese smette di credere che qualcuno arrivi.", 60,
        "Guardiamo ogni mese quante segnalazioni hanno avuto un primo contatto entro sette giorni.",
        "Da una segnalazione al primo contatto", "assistente",
    ),
    (
        "papa", "equipe_nord", "fili", "Far entrare i papà nei progetti fin dal primo colloquio",
        "In quasi tutti i progetti parla solo la mamma, e i bambini hanno due genitori.", 150,
        "In almeno metà dei progetti nuovi c'è un obiettivo scelto da un papà.", "", "educatrice",
    ),
    (
        "pieve", "equipe_nord", None, "Aprire un pomeriggio di gioco a Pontesesto",
        "Da Pontesesto allo spazio gioco ci sono due autobus.", -20,
        "Il pomeriggio è aperto e ci vengono almeno sei famiglie.", "", "coordinatrice",
    ),
    (
        "scuole", "equipe_est", None, "Un insegnante di riferimento in ogni scuola dell'infanzia",
        "Le maestre non sanno chi chiamare, e chiamano tardi.", 90,
        "L'elenco dei nomi è completo e le scuole lo hanno.", "", "lucia",
    ),
)  # fmt: skip
# goal, days ago, step, words, by, why it was annulled
LOOKS = (
    ("prima", 75, "under_way", "Abbiamo tenuto libere due mattine alla settimana per i primi incontri.", "coordinatrice", ""),
    ("prima", 12, "well_on", "Su nove segnalazioni del mese, sette incontrate entro la settimana.", "coordinatrice", ""),
    ("prima", 11, "reached", "Segnato sull'obiettivo sbagliato.", "coordinatrice", "era di un altro obiettivo"),
    ("pieve", 30, "under_way", "Il Comune ha trovato la stanza, manca chi apre il mercoledì.", "coordinatrice", ""),
)  # fmt: skip
# key, team, days from today, hour, body, whom, place, about, agreed, next step, days from today, done
APPOINTMENTS = (
    ("ufficio_piano", "equipe_nord", 2, time(10), "comune_rozzano", "Ufficio di piano", "Sala giunta, piazza Foglia 1",
     "Le ore di servizio sociale per l'anno che viene", "", "", None, False),
    ("consultorio", "equipe_nord", 9, time(14, 30), "consultorio", "dottoressa Orsi", "Consultorio Il Cortile",
     "Come ci passiamo le mamme in attesa", "", "", None, False),
    ("fondazione", "equipe_nord", 24, time(9, 30), None, "Fondazione Campo Lungo", "In collegamento",
     "Metà del progetto: che cosa raccontiamo", "", "", None, False),
    ("tavolo", "equipe_nord", -4, time(17), None, "Tavolo minori del distretto", "Biblioteca di Rozzano",
     "Le scuole che segnalano", "", "", None, False),
    ("scuola", "equipe_nord", -21, time(12), "scuola_tigli", "la dirigente", "",
     "Un modo solo di segnalare", "Le maestre segnalano dal portale; noi rispondiamo entro tre giorni lavorativi.",
     "Mandare alla scuola il foglio che spiega come si segnala", -1, False),
    ("asst", "equipe_nord", -50, time(11), None, "ASST, neuropsichiatria infantile", "Poliambulatorio",
     "I tempi di attesa per le prime visite", "Una riga diretta per chi è già accompagnato.",
     "Scrivere i nomi di chi può usarla", -30, True),
    ("dirigente", "equipe_est", 6, time(11, 30), None, "Direzione didattica di Opera", "",
     "Chi è il riferimento in ogni scuola", "", "", None, False),
)  # fmt: skip


def recipe(today: date) -> dict[str, list[Row]]:
    """As they stand on `today`."""
    return {
        "strategy_goals": [
            {"key": key, "team": team, "project": project, "change": change, "why": why,
             "due": today + timedelta(days=days), "sign": sign, "indicator": figure, "carer": carer}
            for key, team, project, change, why, days, sign, figure, carer in GOALS
        ],
        "strategy_looks": [
            {"goal": goal, "day": today - timedelta(days=ago), "step": step, "words": words, "by": by, "voided": voided}
            for goal, ago, step, words, by, voided in LOOKS
        ],
        "appointments": [
            {"key": key, "team": team, "day": today + timedelta(days=days), "hour": hour, "body": body, "whom": whom,
             "place": place, "about": about, "agreed": agreed, "next_step": step,
             "next_on": None if on is None else today + timedelta(days=on),
             "next_done_on": today + timedelta(days=on) if done and on is not None else None}
            for key, team, days, hour, body, whom, place, about, agreed, step, on, done in APPOINTMENTS
        ],
    }  # fmt: skip


def load(world: World) -> None:
    """Keys `strategy_goals`, `strategy_looks` and `appointments`."""
    copy_rows("organisations_strategygoal", map(_goal, world.get("strategy_goals", [])))
    copy_rows("organisations_strategylook", map(_look, world.get("strategy_looks", [])))
    copy_rows("organisations_appointment", map(_appointment, world.get("appointments", [])))


def _voided(row: Row) -> Row:
    why = row.get("voided", "")
    return {"voided_at": now() if why else None, "voided_by": None, "void_reason": why}


def _goal(row: Row) -> Row:
    return {
        "id": key_for("strategy_goal", row["key"]), "version": 1, **_voided(row), "team_id": key_for("team", row["team"]),
        "project_id": key_for("project", row["project"]) if row.get("project") else None, "change": row["change"],
        "why": row["why"], "due": row["due"], "sign": row["sign"], "indicator": row.get("indicator", ""),
        "carer_id": key_for("membership", row["carer"]),
    }  # fmt: skip


def _look(row: Row) -> Row:
    return {
        "id": key_for("strategy_look", row["goal"], str(row["day"])), **_voided(row),
        "goal_id": key_for("strategy_goal", row["goal"]), "day": row["day"], "step": row["step"], "words": row["words"],
        "by_id": key_for("membership", row["by"]),
    }  # fmt: skip


def _appointment(row: Row) -> Row:
    return {
        "id": key_for("appointment", row["key"]), "version": 1, **_voided(row), "team_id": key_for("team", row["team"]),
        "day": row["day"], "hour": row["hour"], "body_id": key_for("organisation", row["body"]) if row.get("body") else None,
        "whom": row.get("whom", ""), "place": row.get("place", ""), "about": row["about"], "agreed": row.get("agreed", ""),
        "next_step": row.get("next_step", ""), "next_on": row.get("next_on"), "next_done_on": row.get("next_done_on"),
    }  # fmt: skip
