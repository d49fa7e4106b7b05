"""A small world made for the matrix: for each profile somebody who can sign in, for each address a real row.

One family (`mx_family`) with a second one at the same team, still being talked about (`mx_second`); both opened in the
same way to three teams of neighbours and to one partner. A third family (`mx_foreign`) belongs to strangers.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for
from tests.house.matrix import around, diary, plans, protocols, referrals, school, staff, visits

World = dict[str, Any]
BODIES = {
    "mx_coop": "member",
    "mx_near": "member",
    "mx_far": "member",
    "mx_health": "partner",
    "mx_school": "partner",
    "mx_club": "member",
}
# team: kind, body
TEAMS = {
    "mx_team": ("team", "mx_coop"),
    "mx_desk": ("desk", "mx_coop"),
    "mx_reads": ("team", "mx_near"),
    "mx_reaches": ("team", "mx_near"),
    "mx_knows": ("team", "mx_near"),
    "mx_strangers": ("team", "mx_far"),
    "mx_far_desk": ("desk", "mx_far"),
}
# profile: role, body, teams
PEOPLE: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "own_coordinator": ("coordinator", "mx_coop", ("mx_team", "mx_desk")),
    "own_social_worker": ("social_worker", "mx_coop", ("mx_team", "mx_desk")),
    "own_educator": ("educator", "mx_coop", ("mx_team",)),
    "own_psychologist": ("psychologist", "mx_coop", ("mx_team",)),
    # No column: somebody to hand a line over to, whose own notes nobody of the columns reads.
    "second_psychologist": ("psychologist", "mx_coop", ("mx_team",)),
    "own_lead": ("organisation_lead", "mx_coop", ()),
    "granted_record": ("educator", "mx_near", ("mx_reads",)),
    "granted_contact": ("educator", "mx_near", ("mx_reaches",)),
    "granted_known": ("educator", "mx_near", ("mx_knows",)),
    "granted_partner": ("partner", "mx_health", ()),
    "stranger_educator": ("educator", "mx_far", ("mx_strangers", "mx_far_desk")),
    "stranger_lead": ("organisation_lead", "mx_far", ()),
    "stranger_partner": ("partner", "mx_school", ()),
    "administrator": ("administrator", "mx_coop", ()),
    "participant": ("participant", "mx_club", ()),
}
OURS, SECOND, FOREIGN = "mx_family", "mx_second", "mx_foreign"
# Further on their way: only who they are and where they stand.
PLANNED, REVIEWED, CLOSED = "mx_planned", "mx_reviewed", "mx_closed"
GRANTS = (("mx_reads", "record"), ("mx_reaches", "contact"), ("mx_knows", "known"))


def make(today: date) -> World:
    """The whole of it, as it stands on `today`."""
    since = today - timedelta(days=90)
    return {
        "today": today,
        **_network(since),
        **_families(since),
        **_sheets(today),
        **_access(today),
        **_cases(since),
        **_assessments(since),
        **plans.rows(since),
        **protocols.rows(since),
        **staff.rows(since),
        **school.rows(since),
        **diary.world(today),
        **visits.world(today),
        **_together(today, since),
        **referrals.world(today),
        **around.world(today),
    }


def _network(since: date) -> World:
    people = PEOPLE.items()
    return {
        "users": [{"key": f"mx_{who}", "email": f"mx_{who}@example.org", "name": f"Persona {who}"} for who in PEOPLE],
        "organisations": [{"key": key, "name": key, "standing": standing, "kind": "cooperative"} for key, standing in BODIES.items()],
        "sites": [{"key": "mx_site", "organisation": "mx_coop", "name": "Sede"}],
        "projects": [{"key": "mx_project", "name": "Progetto", "lead": "mx_coop", "starts": since}],
        "teams": [{"key": key, "name": key, "kind": kind, "organisation": body} for key, (kind, body) in TEAMS.items()],
        "memberships": [
            {"key": f"mx_{who}", "user": f"mx_{who}", "organisation": body, "role": role, "since": since} for who, (role, body, _) in people
        ],
        "team_memberships": [
            {"team": team, "membership": f"mx_{who}", "profession": "other", "since": since}
            for who, (*_, teams) in people
            for team in teams
        ],
        "invitations": [
            {"key": "mx_invited", "organisation": "mx_coop", "email": "mx_invited@example.org", "name": "Invitata", "kind": "employee",
             "role": "educator", "invited_by": "mx_administrator", "invited_at": datetime.combine(since, time(9), UTC)}
        ],
        "funding_lines": [
            {"key": "mx_line", "code": "MX-F", "name": "Linea", "organisation": "mx_coop", "funder_words": "Regione", "purpose": "Prova",
             "since": since}
        ],
        "agreed_hours": [{"team": "mx_team", "membership": "mx_own_psychologist", "line": "mx_line", "hours": "10", "since": since}],
        **_strategy(since),
        "services": [
            _service("mx_service", "mx_coop"), _service("mx_service_school", "mx_school"), _service("mx_service_far", "mx_far")
        ],
    }  # fmt: skip


def _strategy(since: date) -> World:
    """A goal of the own team that has been looked at, and an appointment that has been."""
    return {
        "strategy_goals": [
            {"key": "mx_goal", "team": "mx_team", "change": "Prova", "why": "Prova", "due": since + timedelta(days=180), "sign": "Prova",
             "carer": "mx_own_educator"}
        ],
        "strategy_looks": [{"goal": "mx_goal", "day": since, "step": "under_way", "words": "Prova", "by": "mx_own_coordinator"}],
        "appointments": [
            {"key": "mx_met", "team": "mx_team", "day": since, "hour": time(9), "whom": "Ufficio di piano", "about": "Prova",
             "agreed": "Prova", "next_step": "Prova", "next_on": since + timedelta(days=180)}
        ],
    }  # fmt: skip


def _service(key: str, body: str) -> dict[str, Any]:
    return {"key": key, "organisation": body, "name": "Doposcuola della prova", "description": "", "town": "015189", "street": "",
            "week": [], "needs": ["futuro.istruzione"], "cost": "free", "phone": "", "age_from": None, "age_to": None, "total": None,
            "free": None, "room_as_of": None, "waiting": "", "checked": None}  # fmt: skip


def _families(since: date) -> World:
    families = {OURS: "mx_team", SECOND: "mx_team", FOREIGN: "mx_strangers"}
    further = dict.fromkeys((PLANNED, REVIEWED, CLOSED), "mx_team")
    grants = [{"to_team": team, "level": level} for team, level in GRANTS] + [
        {"to_organisation": "mx_health", "level": "record"}
    ]
    return {
        "households": [
            {"key": key, "code": f"MX-{number}", "name": f"Famiglia {key}", "municipality": "015189", "team": team, "since": since}
            for number, (key, team) in enumerate({**families, **further}.items(), 1)
        ],
        "persons": [
            *(person for key in families for person in _persons(key)),
            {"key": f"{PLANNED}_mother", "given": "Lia", "family": "Pianini", "birth": date(1990, 1, 1)},
        ],
        "homes": [
            {"household": key, "person": f"{key}_{who}", "role": role, "since": since}
            for key in families
            for who, role in (("mother", "parent"), ("child", "child"), ("twice", "parent"), ("awaited", "child"), ("uncle", "relative"))
        ]
        + [{"household": key, "person": f"{key}_aunt", "role": "relative", "kind": "kin", "since": since} for key in families]
        + [{"household": PLANNED, "person": f"{PLANNED}_mother", "role": "parent", "since": since}],
        "addresses": [{"household": key, "line": f"Via {key} 1", "municipality": "015189", "since": since} for key in families],
        "protected_addresses": [
            {"household": key, "line": f"Luogo segreto {key}", "municipality": "015189", "since": since, "reason": "va protetta"}
            for key in families
        ],
        "isee": [{"household": key, "value": "8240.00", "since": since} for key in families],
        "languages": [
            {"household": key, "person": f"{key}_mother", "use": "mediator", "code": "ar", "since": since} for key in families
        ],
        "documents": [
            {"household": key, "kind": "letter", "title": f"Carta {key}", "day": since, "words": f"Scritto dentro {key}"}
            for key in families
        ],
        "responsibilities": [
            {"household": key, "person": f"{key}_child", "holder": f"{key}_mother", "since": since} for key in families
        ],
        "kinship": [{"household": key, "one": f"{key}_mother", "other": f"{key}_child", "kind": "parent"} for key in families],
        "bonds": [{"household": key, "to": f"intorno {key}", "sphere": "school"} for key in families],
        "life_events": [
            {"household": key, "kind": "birth", "since": since, "person": f"{key}_mother",
             "effects": [{"noun": "name", "id": str(key_for("name", f"{key}_mother")), "verb": "made", "version": 1, "before": {}}]}
            for key in families
        ],
        "aspects": [{"household": key, "kind": "strong", "words": f"forza {key}", "since": since} for key in families],
        "grants": [
            {"household": key, **grant, "purpose": "collaboration", "reason": "prova", "since": since, "by": "mx_own_coordinator"}
            for key in (OURS, SECOND, *further)
            for grant in grants
        ]
        + [
            {"household": FOREIGN, "to_team": "mx_far_desk", "level": "known", "purpose": "collaboration", "reason": "prova",
             "since": since, "by": "mx_stranger_educator"}
        ],
    }  # fmt: skip


def _sheets(today: date) -> World:
    """One that is being prepared, one that has come in."""
    sheet = {
        "by": "mx_own_coordinator",
        "team": "mx_team",
        "at": datetime.combine(today - timedelta(days=2), time(9), UTC),
    }
    return {
        "imported_sheets": [
            {**sheet, "key": "mx_sheet"},
            {**sheet, "key": "mx_sheet_done", "state": "done"},
        ]
    }


CODES = {OURS: "RSSMRA80A01H501U", SECOND: "VRDLGU80A01F205B", FOREIGN: "BNCPLA80A41L219W"}


def _persons(key: str) -> list[dict[str, Any]]:
    birth = date(1990, 5, 5)
    return [
        {"key": f"{key}_mother", "given": "Ada", "family": f"Zuccotti{key[3:]}", "birth": birth, "phone": "02 555 7001",
         "codice_fiscale": CODES[key]},
        {"key": f"{key}_child", "given": "Bruno", "family": f"Zuccotti{key[3:]}", "birth": date(2018, 3, 3)},
        {"key": f"{key}_twice", "given": "Ada", "family": f"Zuccotti{key[3:]}", "birth": birth, "merged_into": f"{key}_mother",
         "merge_reason": "è lei"},
        {"key": f"{key}_awaited", "given": "", "family": "", "birth": today() + timedelta(days=40), "precision": "expected"},
        {"key": f"{key}_aunt", "given": "Zita", "family": f"Zuccotti{key[3:]}"},
        {"key": f"{key}_uncle", "given": "Ugo", "family": f"Zuccotti{key[3:]}", "birth": birth},
    ]  # fmt: skip


def _access(today: date) -> World:
    at = datetime.combine(today - timedelta(days=3), time(9), UTC)
    signal: dict[str, Any] = {"municipality": "015189", "source": 13, "at": at, "due": 2, "knows": "yes"}
    contact: dict[str, Any] = {
        "at": at,
        "minutes": 5,
        "channel": "phone",
        "answers": ["intake"],
        "needs": ["futuro.istruzione"],
    }
    by, far = "mx_own_social_worker", "mx_stranger_educator"
    return {
        "signals": [
            {**signal, "key": "mx_signal", "number": 990001, "facts": "Fatti di casa nostra.", "desk": "mx_desk", "household": OURS,
             "state": "read", "read": by, "sender": {"name": "Vicina Segreta"}},
            {**signal, "key": "mx_signal_new", "number": 990002, "facts": "Fatti di nessuno ancora.", "desk": "mx_desk",
             "sender": {"membership": "mx_stranger_partner"}},
            {**signal, "key": "mx_signal_far", "number": 990003, "facts": "Fatti di lontano.", "desk": "mx_far_desk", "household": FOREIGN,
             "sender": {"name": "Vicina Lontana"}},
            {**signal, "key": "mx_signal_passed", "number": 990004, "facts": "Fatti passati di mano.", "desk": "mx_far_desk",
             "sender": {"name": "Zia Passata"},
             "passes": [{"from": "mx_desk", "to": "mx_far_desk", "by": by, "at": at, "reason": "place"}]},
        ],
        "contacts": [
            {**contact, "key": "mx_contact", "desk": "mx_desk", "by": by, "household": OURS, "given": "Ada", "surname": "Ascoltata"},
            {**contact, "key": "mx_contact_new", "desk": "mx_desk", "by": by, "given": "Nuova", "surname": "Pellegrinotti"},
            {**contact, "key": "mx_contact_far", "desk": "mx_far_desk", "by": far, "household": FOREIGN, "given": "Teresa",
             "surname": "Altrove"},
        ],
    }  # fmt: skip


def _cases(since: date) -> World:
    case = {"since": since, "opened": since, "motive": "own_request"}
    about = {"profession": "educator", "since": since}
    return {
        "cases": [
            {**case, "key": "mx_case", "household": OURS, "code": "MX-PC-1", "stage": "in_charge", "in_charge": since,
             "responsible": "mx_own_educator"},
            {**case, "key": "mx_case_new", "household": SECOND, "code": "MX-PC-2", "stage": "preliminary_analysis"},
            {**case, "key": "mx_case_far", "household": FOREIGN, "code": "MX-PC-3", "stage": "in_charge", "in_charge": since},
            {**case, "key": "mx_case_planned", "household": PLANNED, "code": "MX-PC-4", "stage": "plan", "in_charge": since},
            {**case, "key": "mx_case_reviewed", "household": REVIEWED, "code": "MX-PC-5", "stage": "review", "in_charge": since},
            {**case, "key": "mx_case_closed", "household": CLOSED, "code": "MX-PC-6", "stage": "closed", "in_charge": since,
             "ended": since},
            {**case, "key": "mx_case_far_closed", "household": FOREIGN, "code": "MX-PC-7", "stage": "closed", "in_charge": since,
             "ended": since},
        ],
        "case_workers": [
            {**about, "case": "mx_case", "household": OURS, "membership": "mx_own_educator", "organisation": "mx_coop"},
            {**about, "case": "mx_case", "household": OURS, "membership": "mx_own_psychologist", "organisation": "mx_coop"},
            {**about, "case": "mx_case_far", "household": FOREIGN, "membership": "mx_stranger_educator", "organisation": "mx_far"},
        ],
        "case_steps": [
            {"case": "mx_case", "household": OURS, "verb": "open_case", "from": "", "to": "preliminary_analysis", "day": since,
             "motive": "own_request", "by": "mx_own_coordinator"},
            {"case": "mx_case_closed", "household": CLOSED, "verb": "close_case", "from": "in_charge", "to": "closed", "day": since,
             "motive": "reached", "by": "mx_own_coordinator"},
            {"case": "mx_case_far_closed", "household": FOREIGN, "verb": "close_case", "from": "in_charge", "to": "closed", "day": since,
             "motive": "reached", "by": "mx_stranger_educator"},
        ],
        "case_follow_ups": [
            {"case": "mx_case_closed", "household": CLOSED, "months": 6, "due": since + timedelta(days=180),
             "what": "Parole per dopo", "who": "mx_own_educator"},
            {"case": "mx_case_far_closed", "household": FOREIGN, "months": 6, "due": since + timedelta(days=180),
             "what": "Parole lontane", "who": "mx_stranger_educator"},
        ],
        "set_asides": [
            {"case": "mx_case", "household": OURS, "kind": "no_contact", "day": since, "as_of": since, "reason": "appointment",
             "words": "Detto da parte nostra", "by": "mx_own_educator"},
            {"case": "mx_case_far", "household": FOREIGN, "kind": "no_contact", "day": since, "as_of": since,
             "reason": "appointment", "words": "Detto lontano", "by": "mx_stranger_educator"},
        ],
    }  # fmt: skip


def _together(today: date, since: date) -> World:
    """How the team works with our family and the strangers with theirs: a meeting held, one to come, a decision of each."""
    world: World = {
        name: []
        for name in (
            "case_weights",
            "case_deputies",
            "conferences",
            "conference_seats",
            "conference_decisions",
            "proposals",
        )
    }
    whose = (
        ("mx_case", OURS, "mx_own_educator", "mx_own_psychologist"),
        ("mx_case_far", FOREIGN, *["mx_stranger_educator"] * 2),
    )
    for case, family, by, deputy in whose:
        about = {"case": case, "household": family}
        world["case_weights"].append({**about, "weight": "light", "since": since, "by": by})
        absent = "mx_own_psychologist" if by != deputy else "mx_granted_known"
        world["case_deputies"].append(
            {**about, "absent": absent, "deputy": by, "since": since, "until": today + timedelta(days=90)}
        )
        held = {"held": since, "minutes": f"Verbale di {family}"}
        for key, more in (
            (f"{case}_held", {"day": since, **held}),
            (f"{case}_next", {"day": today + timedelta(days=30)}),
        ):
            world["conferences"].append({**about, "key": key, "agenda": ["prova"], **more})
            world["conference_seats"].append({**about, "conference": key, "membership": by})
        for key in (case, f"{case}_two"):
            decided = {
                **about,
                "key": key,
                "conference": f"{case}_held",
                "what": "Una cosa decisa",
                "somebody": "la nonna",
            }
            world["conference_decisions"].append(decided)
            world["proposals"].append({**about, "decision": key})
    return world


def _assessments(since: date) -> World:
    """One to which nothing is missing, of our family; one of the strangers'."""
    ours, theirs = (
        {"assessment": "mx_look", "household": OURS},
        {"assessment": "mx_look_far", "household": FOREIGN},
    )
    told: dict[str, Any] = {
        "heard": since,
        "by": "mx_own_educator",
        "answers": {"food": 3, "near": 3, "play": 3},
    }
    look = {"moment": "t0", "begun": since, "by": "mx_own_coordinator"}
    return {
        "assessments": [
            {**look, "key": "mx_look", "household": OURS, "case": "mx_case", "read_together": "Letto in casa nostra."},
            {**look, "key": "mx_look_far", "household": FOREIGN, "case": "mx_case_far", "read_together": "Letto altrove."},
        ],
        "points_of_view": [
            {**told, **ours, "voice": "family"},
            {**told, **ours, "voice": "team", "words": {"social": "Fatti della nostra équipe."}},
            {**told, **theirs, "voice": "team", "words": {"social": "Detto lontano."}},
        ],
        "child_words": [
            {**ours, "person": f"{OURS}_child", "how": "said", "words": "Parole di Bruno.", "heard": since, "by": "mx_own_educator"},
            {**ours, "person": f"{OURS}_mother", "how": "said", "words": "Parole tenute vicino.", "heard": since, "by": "mx_own_educator",
             "agreed": "near"},
        ],
        "listenings": [
            {"key": key, "household": family, "person": f"{family}_child", "heard": since, "by": by, "band": "6-10",
             "answers": {"middle_like": words}}
            for key, family, by, words in (
                ("mx_heard", OURS, "mx_own_educator", "Risposta di Bruno."),
                ("mx_heard_far", FOREIGN, "mx_stranger_educator", "Risposta lontana."),
            )
        ],
        "child_drawings": [
            {"key": key, "household": family, "listening": heard, "by": by, "title": title, "shared": key != "mx_kept"}
            for key, family, heard, by, title in (
                ("mx_drawn", OURS, "mx_heard", "mx_own_educator", "Disegnato da Bruno"),
                ("mx_kept", OURS, "mx_heard", "mx_own_educator", "Tenuto per chi ascolta"),
                ("mx_drawn_far", FOREIGN, "mx_heard_far", "mx_stranger_educator", "Disegnato lontano"),
            )
        ],
        "sheets": [
            {**told, **about, "instrument": "tre-pesi-1", "voice": "team", "answers": {"debts": 2, "alone": 2, "worry": 2},
             "words": {"economic": words}}
            for about, words in ((ours, "Pesi di casa nostra."), (theirs, "Pesi lontani."))
        ],
        "factors": [
            {"household": family, "case": case, "code": "trust", "words": words, "since": since, "by": "mx_own_educator"}
            for family, case, words in (
                (OURS, "mx_case", "Protegge casa nostra."), (FOREIGN, "mx_case_far", "Protegge lontano.")
            )
        ],
    }  # fmt: skip
