"""The six principles as some have already answered them: two plans, a service, a project. No family is named."""

from datetime import date, timedelta
from typing import Any

from intreccio.ground.kernel.bulk import Row

YES, NOT_YET, NOT_HERE = 2, 1, 0
PLAN = {
    "table": (YES, "Nido, consultorio e doposcuola vengono alla verifica"),
    "nearby": (NOT_HERE, ""),
    "one_look": (NOT_YET, "Con la neuropsichiatria ci siamo solo scritti"),
    "made_for": (YES, "La storia della sera è un'idea di Elena"),
    "own_words": (YES, "Quello che dice Nadia apre il progetto"),
    "strengths": (YES, "Nadia disegna: la scrivania viene prima dei compiti"),
    "bonds": (YES, "Il venerdì dai cugini, in cortile"),
    "three_sides": (YES, "Il lavoro di Elena sta accanto alle parole di Leo"),
    "early": (YES, "La visita di Leo prima dell'asilo"),
    "beforehand": (YES, "Cinque gradini per ciascuno"),
    "one_day": (YES, "La verifica è a casa di Elena, la prepara Chiara"),
    "family_knows": (YES, "Elena ha il foglio, Nadia il suo"),
    "workers_know": (NOT_YET, "Con il nido non l'abbiamo ancora detto"),
}
OTHER = {code: (YES, "Ne abbiamo parlato in équipe") for code in PLAN} | {
    "nearby": (NOT_YET, "Nei comuni vicini non abbiamo ancora chiesto"),
    "own_words": (NOT_YET, "Li ascoltiamo alla prossima verifica"),
}
SERVICE = {
    "with_others": (YES, "Con la scuola e la biblioteca"),
    "far_towns": (NOT_YET, "Da fuori arriva solo chi ha l'auto"),
    "health": (NOT_YET, "Conosciamo la pediatra, ma ci si chiama a voce"),
    "whole": (YES, "All'ingresso c'è tempo per parlare"),
    "choices": (YES, "I più piccoli scelgono il libro con cui si comincia"),
    "changed_by": (YES, "Si apre mezz'ora prima, lo hanno chiesto due mamme"),
    "reaching_out": (NOT_YET, "Aspettiamo chi arriva"),
    "doors": (YES, "È gratuito e il volantino è in quattro lingue"),
    "counted": (YES, "Ogni mese, anche chi resta in attesa"),
    "asked": (NOT_YET, "Lo facciamo a voce, senza scriverlo"),
    "understood": (YES, "Chi, quando e come si entra sono in Intreccio"),
    "told_back": (YES, "Due volte l'anno con le famiglie"),
}
PROJECT = {
    "who_does_what": (YES, "È nell'accordo tra le cooperative e i due comuni"),
    "shared_load": (YES, "I comuni piccoli pagano in base agli abitanti"),
    "at_the_table": (NOT_YET, "Il consultorio viene, ma non decide"),
    "one_entrance": (YES, "La scheda è una sola"),
    "asked_first": (NOT_YET, "Li abbiamo sentiti dopo la scrittura"),
    "community": (YES, "I gruppi di genitori continuano da soli"),
    "whom": (YES, "Si parte dai nidi e dai consultori"),
    "after": (NOT_YET, "Ne parliamo al prossimo tavolo"),
    "baseline": (YES, "Il primo sguardo di ogni famiglia"),
    "used": (YES, "Due équipe sono diventate tre"),
    "outside": (YES, "Una pagina al mese"),
    "voices": (NOT_HERE, ""),
}


def rows(today: date) -> dict[str, list[Row]]:
    """As they stand on `today`; of the project there is an earlier look too."""
    early = PROJECT | {
        "who_does_what": (NOT_YET, "L'accordo non è ancora firmato"),
        "outside": (NOT_YET, "Non ancora"),
    }
    return {
        "plan_principles": [
            {**_look("sei-principi-famiglia-1", PLAN, today, 20, again=25), "plan": "marchetti-1", "household": "marchetti",
             "by": "educatrice", "again_by": "coordinatrice"},
            {**_look("sei-principi-famiglia-1", OTHER, today, 20, again=-2), "plan": "dervishi-2", "household": "dervishi",
             "by": "davide", "again_by": "lucia"},
        ],
        "service_principles": [
            {**_look("sei-principi-servizio-1", SERVICE, today, 45, again=140), "service": "italiano_per_mamme",
             "by": "coordinatrice", "again_by": "educatrice"},
        ],
        "project_principles": [
            {**_look("sei-principi-progetto-1", early, today, 400), "project": "fili", "by": "coordinatrice"},
            {**_look("sei-principi-progetto-1", PROJECT, today, 30, again=150), "project": "fili", "by": "coordinatrice",
             "again_by": "coordinatrice"},
        ],
    }  # fmt: skip


def _look(
    edition: str, said: dict[str, tuple[int, str]], today: date, ago: int, again: int | None = None
) -> dict[str, Any]:
    return {
        "edition": edition,
        "answers": {code: answer for code, (answer, _words) in said.items()},
        "words": {code: words for code, (_answer, words) in said.items() if words},
        "day": today - timedelta(days=ago),
        "again": today + timedelta(days=again) if again else None,
    }
