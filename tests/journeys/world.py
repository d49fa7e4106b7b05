"""The few rows that journeys need beside the demo district: a family with every kind of row, and people with nothing yet."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db import connections

from intreccio.front.web.demo import load_world
from intreccio.front.web.stories.tale import merged
from intreccio.ground.kernel.bulk import KEEPER
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for
from tests.journeys import heard, parted, schooled, signed, walked

PASSWORD = "intreccio-demo"
TEAM, DESK = "equipe_nord", "sportello_rozzano"
ROZZANO = "015189"
OF_KEYS = ("pg_chiavi", "pg_passi", "pg_dito")  # each begins without a second step
FAMILIES = (
    ("pg_full", "Famiglia Tuttoscritto"),
    ("pg_bare", "Famiglia Nullascritto"),
    ("pg_young", "Famiglia Appenarrivata"),
    ("pg_planned", "Famiglia Incammino"),
    ("pg_reviewed", "Famiglia Rilettura"),
    ("pg_closed", "Famiglia Arrivederci"),
)


def load_beside(database: str) -> None:
    """Writes them into the database that the browser's house serves."""
    keeper = connections[KEEPER]
    before = keeper.settings_dict["NAME"]
    keeper.close()
    keeper.settings_dict["NAME"] = database
    try:
        load_world(beside(today()))
    finally:
        keeper.close()
        keeper.settings_dict["NAME"] = before


def beside(day: date) -> dict[str, Any]:
    """As it stands on `day`. Keys begin with «pg» so that nothing of the district is called the same."""
    since = since_of(day)
    told = [
        _people(since),
        _family(since),
        _sheets(day),
        _signals(day),
        _case(since),
        _look(since),
        _support(since),
        _team(day, since),
        parted.rows(since),
        signed.rows(since),
        heard.rows(since, day),
        walked.rows(since),
        schooled.rows(since),
    ]
    return {"today": day, **merged(told)}


def since_of(day: date) -> date:
    """When everything of theirs began."""
    return day - timedelta(days=90)


def _people(since: date) -> dict[str, Any]:
    hat = {"since": since}
    return {
        "users": [
            {"key": key, "email": f"{key}@example.org", "name": name, "password": PASSWORD}
            for key, name in (
                ("pg_nuova", "Nives Prima"), ("pg_ente", "Ester Ferri"), ("pg_senza", "Ugo Attesa"),
                *((key, "Clara Chiave") for key in OF_KEYS),
            )
        ],
        "organisations": [
            {"key": "pg_body", "name": "Cooperativa Appena Nata", "standing": "member", "kind": "cooperative"},
            {"key": "pg_partner", "name": "Biblioteca Aperta", "standing": "partner", "kind": "association"},
            {"key": "pg_listed", "name": "Oratorio in Elenco", "standing": "listed", "kind": "association"},
        ],
        "sites": [{"key": "pg_site", "organisation": "pg_body", "name": "Sede"}],
        "projects": [{"key": "pg_project", "name": "Progetto senza équipe", "lead": "pg_body", "starts": since}],
        "teams": [
            {"key": "pg_team", "name": "Équipe Appena Nata", "kind": "team", "organisation": "pg_body"},
            {"key": "pg_desk", "name": "Sportello Appena Nato", "kind": "desk", "organisation": "pg_body"},
            {"key": "pg_nobody", "name": "Équipe di Nessuno", "kind": "team", "organisation": "pg_body"},
        ],
        "memberships": [
            {**hat, "key": "pg_nuova", "user": "pg_nuova", "organisation": "pg_body", "role": "social_worker"},
            {**hat, "key": "pg_ente", "user": "pg_ente", "organisation": "pg_partner", "role": "partner"},
            *({**hat, "key": key, "user": key, "organisation": "pg_body", "role": "educator"} for key in OF_KEYS),
        ],
        "invitations": [
            {"key": "pg_invited", "organisation": "pg_body", "email": "pg_invitata@example.org", "name": "Ivana Attesa",
             "kind": "employee", "role": "educator", "invited_by": "admin", "invited_at": datetime.combine(since, time(9), UTC)}
        ],
        "team_memberships": [
            {**hat, "team": team, "membership": "pg_nuova", "profession": "social_worker"} for team in ("pg_team", "pg_desk")
        ],
    }  # fmt: skip


def _family(since: date) -> dict[str, Any]:
    birth = date(1990, 5, 5)
    return {
        "households": [
            {"key": key, "code": f"PG-{number}", "name": name, "municipality": ROZZANO, "team": TEAM, "since": since}
            for number, (key, name) in enumerate(FAMILIES, 1)
        ],
        "persons": [
            {"key": "pg_mother", "given": "Wilma", "family": "Tuttoscritto", "birth": birth, "sex": "F", "phone": "02 555 7070",
             "codice_fiscale": "RSSMRA80A01H501U"},
            {"key": "pg_twice", "given": "Wilma", "family": "Tuttoscritto", "birth": birth, "merged_into": "pg_mother",
             "merge_reason": "è lei"},
            {"key": "pg_child", "given": "Zeno", "family": "Tuttoscritto", "birth": date(2017, 3, 3)},
            {"key": "pg_awaited", "given": "", "family": "", "birth": later_than(since), "precision": "expected"},
            {"key": "pg_aunt", "given": "Zita", "family": "Tuttoscritto"},
        ],
        "homes": [
            {"household": "pg_full", "person": person, "role": role, "since": since}
            for person, role in (
                ("pg_mother", "parent"),
                ("pg_twice", "parent"),
                ("pg_child", "child"),
                ("pg_awaited", "child"),
            )
        ]
        + [{"household": "pg_full", "person": "pg_aunt", "role": "relative", "kind": "kin", "since": since}],
        "addresses": [{"household": "pg_full", "line": "Via del Tutto 1", "municipality": ROZZANO, "since": since}],
        "protected_addresses": [
            {"household": "pg_full", "line": "Vicolo del Tutto 2", "municipality": ROZZANO, "since": since, "reason": "va protetta"}
        ],
        "responsibilities": [
            {"household": "pg_full", "person": "pg_child", "holder_words": "Vito Tuttoscritto, il papà", "standing": "limited",
             "decisions": ["school"], "may_be_told": False, "authority": "Tribunale ordinario di Milano", "since": since}
        ],
        "isee": [{"household": "pg_full", "value": "8240.00", "since": since}],
        "languages": [
            {"household": "pg_full", "person": "pg_mother", "use": "mediator", "code": "ar", "since": since},
            {"household": "pg_full", "use": "speaks", "code": "it"},
        ],
        "documents": [{"household": "pg_full", "kind": "drawing", "title": "La casa con il sole", "day": since}],
        "kinship": [{"household": "pg_full", "one": "pg_mother", "other": "pg_child", "kind": "parent"}],
        "bonds": [{"household": "pg_full", "to": "La zia Pina", "sphere": "relatives", "quality": "strong"}],
        "life_events": [
            {"household": "pg_full", "kind": "birth", "since": since, "person": "pg_child",
             "effects": [{"noun": "name", "id": str(key_for("name", "pg_child")), "verb": "made", "version": 1, "before": {}}]}
        ],
        "aspects": [
            {"household": "pg_full", "kind": "strong", "words": "La zia passa ogni sera", "since": since},
            {"household": "pg_full", "kind": "needed", "words": "Un posto al doposcuola", "since": since},
        ],
        "grants": [
            {"household": "pg_full", "to_organisation": "consultorio", "level": "contact", "purpose": "collaboration",
             "reason": "Si parlano ogni mese", "since": since, "by": "assistente"}
        ],
    }  # fmt: skip


def _sheets(day: date) -> dict[str, Any]:
    at = datetime.combine(day - timedelta(days=2), time(9), UTC)
    sheet = {"key": "pg_sheet", "by": "coordinatrice", "team": TEAM, "at": at}
    return {"imported_sheets": [{**sheet, "state": "done"}]}


def _signals(day: date) -> dict[str, Any]:
    at = datetime.combine(day - timedelta(days=2), time(9), UTC)
    signal = {"municipality": ROZZANO, "source": 13, "at": at, "due": 3, "knows": "yes", "desk": DESK}
    contact = {
        "at": at,
        "minutes": 5,
        "channel": "phone",
        "needs": ["futuro.istruzione"],
        "desk": DESK,
        "by": "assistente",
    }
    return {
        "signals": [
            {**signal, "key": "pg_signal", "number": 980001, "state": "read", "read": "assistente",
             "facts": "Arriva a scuola senza merenda da due settimane.", "sender": {"name": "Vicina di casa"}},
            {**signal, "key": "pg_mine", "number": 980002, "facts": "Il banco di Zeno è vuoto ogni lunedì.",
             "sender": {"membership": "scuola"}},
            {**signal, "key": "pg_begun", "number": 980003, "state": "assessment", "read": "assistente",
             "facts": "Non apre più la porta alla vicina.", "sender": {"name": "Vicina di casa"},
             "steps": [{"key": "first", "at": at, "step": "meet", "to": "assistente", "by_when": 3, "by": "assistente"}]},
        ],
        "contacts": [
            {**contact, "key": "pg_contact", "given": "Wanda", "surname": "Ascoltata", "answers": ["intake"]},
            {**contact, "key": "pg_nameless", "answers": ["information"]},
        ],
    }  # fmt: skip


def _case(since: date) -> dict[str, Any]:
    case = {"since": since, "opened": since, "motive": "own_request"}
    worker = {"case": "pg_full", "household": "pg_full", "profession": "educator", "since": since}
    return {
        "cases": [
            {**case, "key": "pg_full", "household": "pg_full", "code": "PG-PC-1", "stage": "in_charge", "in_charge": since,
             "responsible": "assistente"},
            {**case, "key": "pg_young", "household": "pg_young", "code": "PG-PC-2", "stage": "preliminary_analysis"},
            *(_further(case, *row) for row in (("pg_planned", "plan", 3), ("pg_reviewed", "review", 4), ("pg_closed", "closed", 5))),
        ],
        "case_workers": [
            {**worker, "membership": "assistente", "organisation": "comune_rozzano", "profession": "social_worker"},
            {**worker, "membership": "educatrice", "organisation": "telaio"},
        ],
        "case_steps": [
            {"case": "pg_full", "household": "pg_full", "verb": "open_case", "from": "", "to": "preliminary_analysis", "day": since,
             "motive": "own_request", "by": "assistente"},
            {"case": "pg_closed", "household": "pg_closed", "verb": "close_case", "from": "plan", "to": "closed", "day": since,
             "motive": "reached", "words": "Arrivederci, e buona strada.", "by": "assistente"},
        ],
        "case_follow_ups": [
            {"case": "pg_closed", "household": "pg_closed", "months": 6, "due": later_than(since), "what": "Come va la scuola",
             "who": "assistente"}
        ],
        "set_asides": [
            {"case": "pg_planned", "household": "pg_planned", "kind": "long_in_charge", "day": since, "as_of": since,
             "reason": "fine_so", "words": "Ne abbiamo parlato: si va avanti così.", "by": "assistente"}
        ],
    }  # fmt: skip


def _team(day: date, since: date) -> dict[str, Any]:
    """How the team works with them: somebody who stands in, a meeting held and one to come, something decided."""
    about: dict[str, Any] = {"case": "pg_full", "household": "pg_full"}
    return {
        "case_weights": [{**about, "weight": "intense", "since": since, "by": "assistente"}],
        "case_deputies": [
            {**about, "absent": "educatrice", "deputy": "assistente", "since": day, "until": day + timedelta(days=9)}
        ],
        "conferences": [
            {**about, "key": "pg_held", "day": since, "held": since, "agenda": ["I pomeriggi di Zeno"], "minutes": "Si comincia da lì."},
            {**about, "key": "pg_next", "kind": "uvm", "day": day + timedelta(days=20), "agenda": ["La scuola"]},
        ],
        "conference_seats": [
            {**about, "conference": key, "membership": "assistente", "came": came} for key, came in (("pg_held", True), ("pg_next", None))
        ],
        "conference_decisions": [
            {**about, "key": "pg_decided", "conference": "pg_held", "what": "Chiedere al doposcuola", "membership": "assistente"}
        ],
        "proposals": [{**about, "decision": "pg_decided"}],
    }  # fmt: skip


def _look(since: date) -> dict[str, Any]:
    """To which nothing is missing; and one without a voice, that was begun by mistake."""
    about = {"household": "pg_full", "by": "assistente"}
    look = {**about, "case": "pg_full", "moment": "t0", "begun": since}
    told: dict[str, Any] = {**about, "assessment": "pg_look", "heard": since}
    steps = {
        item: 2
        for item in ("month_end", "work", "home", "near", "together", "services", "school", "play", "talking")
    }
    return {
        "assessments": [
            {**look, "key": "pg_look", "read_together": "Cominciamo dai pomeriggi di Zeno."},
            {**look, "key": "pg_nothing", "voided": "cominciata due volte"},
        ],
        "points_of_view": [
            {**told, "voice": "mother", "person": "pg_mother", "answers": steps, "words": {"social": "La zia passa ogni sera."}},
            {**told, "voice": "team", "answers": {item: 4 for item in steps}},
        ],
        "child_words": [{**told, "person": "pg_child", "how": "said", "words": "Voglio andare al doposcuola.", "agreed": "plan"}],
        "listenings": [
            {**about, "key": "pg_heard", "person": "pg_child", "heard": since, "band": "6-10", "face": "well",
             "answers": {"middle_like": "Il calcio, con Omar."}}
        ],
        "child_drawings": [
            {**about, "key": "pg_drawn", "listening": "pg_heard", "title": "Il campo", "words": "Io sono il più piccolo.", "shared": True}
        ],
        "sheets": [
            {**told, "instrument": "tre-pesi-1", "voice": "team", "answers": {"income": 3, "job": 2, "debts": 2, "alone": 1, "worry": 2}}
        ],
        "factors": [
            {**about, "case": "pg_full", "code": "near_adult", "words": "La zia passa ogni sera.", "since": since},
            {**about, "case": "pg_full", "code": "job_lost", "since": since, "until": since + timedelta(days=3)},
        ],
    }  # fmt: skip


def _support(since: date) -> dict[str, Any]:
    """A line without a date yet, a restricted note and a note of a visit, both of a moment ago."""
    about = {"household": "pg_full"}
    return {
        "support_lines": [
            {**about, "key": "pg_line", "case": "pg_full", "kind": "parents", "for_whom": ["pg_mother"], "by": "educatrice",
             "question": "Come dire di no senza gridare.", "asked": since, "state": "accepted", "answered": since,
             "psychologist": "psicologa"}
        ],
        "restricted_notes": [
            {**about, "key": "pg_note", "line": "pg_line", "author": "psicologa", "text": "Appunti di poco fa.", "at": datetime.now(UTC)}
        ],
        "visit_notes": [
            {**about, "key": "pg_visited", "case": "pg_full", "author": "educatrice", "profession": "educator", "place": "home",
             "day": today(), "text": "Una nota di poco fa.", "at": datetime.now(UTC)}
        ],
    }  # fmt: skip


def _further(case: dict[str, Any], key: str, stage: str, number: int) -> dict[str, Any]:
    """A case further on its way, of a family of which nothing else is written."""
    since = case["since"]
    ended = {"ended": since} if stage == "closed" else {"responsible": "assistente"}
    return {
        **case,
        "key": key,
        "household": key,
        "code": f"PG-PC-{number}",
        "stage": stage,
        "in_charge": since,
        "review": since,
        **ended,
    }


def later_than(since: date) -> date:
    """When a family is heard again."""
    return since + timedelta(days=180)
