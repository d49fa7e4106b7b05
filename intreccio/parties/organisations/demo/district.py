"""The invented network: bodies, teams and people. Municipalities are real places; nobody here is a real person."""

from datetime import date, timedelta
from typing import Any

from intreccio.ground.kernel.bulk import Row

PASSWORD = "intreccio-demo"
ROZZANO, OPERA, BINASCO, PIEVE, LOCATE = "015189", "015159", "015024", "015173", "015125"
BASIGLIO, CASARILE, LACCHIARELLA, NOVIGLIO, VERNATE, ZIBIDO = (
    "015015",
    "015055",
    "015115",
    "015158",
    "015236",
    "015247",
)

# key, name, standing, kind, municipality
BODIES = (
    ("telaio", "Cooperativa Il Telaio", "member", "cooperative", ROZZANO),
    ("girasole", "Cooperativa Girasole Sud", "member", "cooperative", BINASCO),
    ("bussola", "Cooperativa La Bussola", "member", "cooperative", PIEVE),
    ("melograno", "Cooperativa Il Melograno", "member", "cooperative", OPERA),
    ("comune_rozzano", "Comune di Rozzano", "member", "municipality", ROZZANO),
    ("comune_opera", "Comune di Opera", "member", "municipality", OPERA),
    ("consultorio", "Consultorio Il Cortile", "partner", "health", BINASCO),
    ("scuola_tigli", "Istituto comprensivo Via dei Tigli", "partner", "school", ROZZANO),
    ("scuola_opera", "Istituto comprensivo Le Risaie", "partner", "school", OPERA),
    ("scuola_pieve", "Scuola dell'infanzia Arcobaleno", "listed", "school", PIEVE),
    ("porte_aperte", "Associazione Porte Aperte", "partner", "association", LOCATE),
)
# key, name, kind, body, municipalities, planned posts
TEAMS: tuple[tuple[str, str, str, str, tuple[str, ...], dict[str, int]], ...] = (
    (
        "sportello_rete",
        "Sportello di rete",
        "desk",
        "telaio",
        (BASIGLIO, NOVIGLIO, VERNATE, ZIBIDO),
        {"social_worker": 1},
    ),
    (
        "sportello_rozzano",
        "Sportello sociale di Rozzano",
        "desk",
        "comune_rozzano",
        (ROZZANO,),
        {"social_worker": 2},
    ),
    (
        "sportello_opera",
        "Sportello sociale di Opera",
        "desk",
        "comune_opera",
        (OPERA, LOCATE, PIEVE),
        {"social_worker": 1},
    ),
    (
        "sportello_binasco",
        "Sportello di Binasco",
        "desk",
        "girasole",
        (BINASCO, CASARILE, LACCHIARELLA),
        {"social_worker": 1},
    ),
    (
        "equipe_nord",
        "Équipe Rozzano",
        "team",
        "telaio",
        (ROZZANO, ZIBIDO),
        # As founding papers say it: fifteen by profession, sixteen in all.
        {"coordinator": 1, "social_worker": 2, "educator": 11, "psychologist": 1, "": 16},
    ),
    (
        "equipe_est",
        "Équipe Opera e Pieve",
        "team",
        "comune_opera",
        (OPERA, PIEVE, LOCATE),
        {"coordinator": 1, "social_worker": 1, "educator": 4},
    ),
    (
        "equipe_sud",
        "Équipe Binasco",
        "team",
        "girasole",
        (BINASCO, LACCHIARELLA, CASARILE),
        {"coordinator": 1, "educator": 3},
    ),
)
# key (and address before @example.org), name, body, role, kind, teams as (team, profession)
PEOPLE: tuple[tuple[str, str, str, str, str, tuple[tuple[str, str], ...]], ...] = (
    (
        "coordinatrice",
        "Marta Rinaldi",
        "telaio",
        "coordinator",
        "employee",
        (("equipe_nord", "coordinator"), ("equipe_sud", "coordinator"), ("sportello_rete", "coordinator")),
    ),
    (
        "assistente",
        "Giulia Serra",
        "comune_rozzano",
        "social_worker",
        "employee",
        (("sportello_rozzano", "social_worker"), ("equipe_nord", "social_worker")),
    ),
    ("educatrice", "Chiara Fontana", "telaio", "educator", "member", (("equipe_nord", "educator"),)),
    ("psicologa", "Irene Costa", "melograno", "psychologist", "employee", (("equipe_nord", "psychologist"),)),
    ("scuola", "Ornella Riva", "scuola_tigli", "partner", "employee", ()),
    ("comune", "Paolo Vitali", "comune_opera", "organisation_lead", "employee", ()),
    ("admin", "Nora Bassi", "telaio", "administrator", "employee", ()),
    (
        "awa",
        "Awa Diop",
        "bussola",
        "educator",
        "employee",
        (("equipe_nord", "educator"), ("equipe_est", "educator")),
    ),
    ("davide", "Davide Neri", "bussola", "educator", "employee", (("equipe_est", "educator"),)),
    (
        "lucia",
        "Lucia Ferro",
        "comune_opera",
        "social_worker",
        "employee",
        (("sportello_opera", "social_worker"), ("equipe_est", "social_worker")),
    ),
    ("sara", "Sara Monti", "girasole", "educator", "member", (("equipe_sud", "educator"),)),
    (
        "tommaso",
        "Tommaso Galli",
        "girasole",
        "social_worker",
        "employee",
        (("sportello_binasco", "social_worker"), ("equipe_sud", "social_worker")),
    ),
    ("elio", "Elio Sala", "porte_aperte", "participant", "volunteer", ()),
    ("consultorio", "Bianca Orsi", "consultorio", "partner", "employee", ()),
    ("livia", "Livia Grandi", "melograno", "psychologist", "employee", (("equipe_est", "psychologist"),)),
)
MAIN_ACCOUNTS = ("coordinatrice", "assistente", "educatrice", "psicologa", "scuola", "comune", "admin")


def recipe(today: date) -> dict[str, list[Row]]:
    """Bodies, teams, hats; everybody has been at work for two years."""
    since = today - timedelta(days=730)
    return {
        "users": [
            {
                "key": key,
                "email": f"{key}@example.org",
                "name": name,
                "password": PASSWORD if key in MAIN_ACCOUNTS else "",
            }
            for key, name, *_ in PEOPLE
        ],
        "organisations": [
            {"key": key, "name": name, "standing": standing, "kind": kind, "municipality": municipality}
            for key, name, standing, kind, municipality in BODIES
        ],
        "projects": [{"key": "fili", "name": "Fili di casa", "lead": "telaio", "starts": since}],
        "teams": [_team(*team) for team in TEAMS],
        "memberships": [
            {"key": key, "user": key, "organisation": body, "role": role, "kind": kind, "since": since}
            for key, _, body, role, kind, _ in PEOPLE
        ],
        "team_memberships": [
            {"team": team, "membership": key, "profession": profession, "since": since}
            for key, *_, teams in PEOPLE
            for team, profession in teams
        ],
    }


def _team(
    key: str, name: str, kind: str, body: str, municipalities: tuple[str, ...], posts: dict[str, int]
) -> dict[str, Any]:
    return {
        "key": key,
        "name": name,
        "kind": kind,
        "organisation": body,
        "project": "fili" if kind == "team" else None,
        "municipalities": list(municipalities),
        "default": key == "sportello_rete",
        "posts": posts,
    }
