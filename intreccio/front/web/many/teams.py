"""Who accompanies the many families: a team for twenty, a coordinator for twenty-five teams, a body for five hundred."""

from datetime import date, timedelta

from intreccio.front.web.many.accounts import ACCOUNTS, PASSWORD
from intreccio.front.web.many.names import ITALY
from intreccio.front.web.stories.dice import dice_of
from intreccio.ground.kernel.bulk import Row

FAMILIES = 20
TEAMS_OF_COORDINATOR = 25
TEAMS_OF_BODY = 500
PARTNERS = ("scuola", "consultorio")
MEASURED = "consultorio"  # whose contact can sign in
Rows = dict[str, list[Row]]


def body_of(team: int) -> str:
    """The body that leads a team."""
    return f"molte-ente-{team // TEAMS_OF_BODY + 1}"


def partner_of(team: int, kind: str) -> str:
    """A school or a consultorio near a team."""
    return f"{body_of(team)}-{kind}"


def key_of(team: int) -> str:
    """Teams count from nought, as they are read from one."""
    return f"molte-equipe-{team + 1}"


def hat_of(team: int, role: str) -> str:
    """Who is educator or social worker in a team, or coordinates it."""
    if role == "coordinator":
        return f"molte-coordinatrice-{team // TEAMS_OF_COORDINATOR + 1}"
    return f"{key_of(team)}-{role}"


def psychologist_of(team: int) -> str:
    """Who listens for all the teams of a body."""
    return f"{body_of(team)}-psicologa"


def first_of_body(team: int) -> int:
    """The first team of the body that leads this one."""
    return team - team % TEAMS_OF_BODY


def answers_for(body: str) -> str:
    """Who answers what is asked of a body: of one that leads teams the first coordinator, of a partner its contact."""
    number = body.removeprefix("molte-ente-")
    return (
        hat_of((int(number) - 1) * TEAMS_OF_BODY, "coordinator") if number.isdigit() else f"{body}-referente"
    )


def receivers(team: int) -> list[Row]:
    """The hats that answer in the body of a team and in its partners, as `network` writes them."""
    hats = [(body_of(team), "coordinator"), *((partner_of(team, kind), "partner") for kind in PARTNERS)]
    return [
        {"key": answers_for(body), "user": answers_for(body), "organisation": body, "role": role}
        for body, role in hats
    ]


def network(team: int, municipality: str, today: date) -> Rows:
    """A team with its people; with the first of a body, the body too."""
    since = today - timedelta(days=900)
    rows: Rows = {"organisations": [], "teams": [], "users": [], "memberships": [], "team_memberships": []}
    if team % TEAMS_OF_BODY == 0:
        _body(rows, team, municipality, since)
    body = body_of(team)
    rows["teams"].append(
        {"key": key_of(team), "name": f"Équipe {team + 1:04d}", "kind": "team", "organisation": body,
         "municipalities": [municipality], "posts": {"educator": 1, "social_worker": 1, "coordinator": 1}}
    )  # fmt: skip
    for role in ("educator", "social_worker"):
        _person(rows, hat_of(team, role), role, body, since, first=team == 0)
    if team % TEAMS_OF_COORDINATOR == 0:
        _person(rows, hat_of(team, "coordinator"), "coordinator", body, since, first=team == 0)
    rows["team_memberships"] += [
        {"team": key_of(team), "membership": hat_of(team, role), "profession": role, "since": since}
        for role in ("educator", "social_worker", "coordinator")
    ]
    return rows


def _body(rows: Rows, team: int, municipality: str, since: date) -> None:
    number = team // TEAMS_OF_BODY + 1
    for key, name, standing, kind in (
        (body_of(team), f"Cooperativa Prova {number}", "member", "cooperative"),
        (partner_of(team, "scuola"), f"Istituto comprensivo Prova {number}", "partner", "school"),
        (partner_of(team, "consultorio"), f"Consultorio Prova {number}", "partner", "health"),
    ):
        rows["organisations"].append(
            {"key": key, "name": name, "standing": standing, "kind": kind, "municipality": municipality}
        )
    _person(rows, f"{body_of(team)}-responsabile", "organisation_lead", body_of(team), since, first=team == 0)
    _person(rows, psychologist_of(team), "psychologist", body_of(team), since, first=False)
    for kind in PARTNERS:
        partner = partner_of(team, kind)
        _person(
            rows,
            answers_for(partner),
            "partner",
            partner,
            since,
            first=team == 0 and kind == MEASURED,
        )


def _person(rows: Rows, key: str, role: str, body: str, since: date, *, first: bool) -> None:
    """Only the first of each role have a password."""
    dice = dice_of(key)
    account, name = ACCOUNTS.get(role, ("", "")) if first else ("", "")
    rows["users"].append(
        {
            "key": key,
            "email": f"{account or key}@example.org",
            "name": name or f"{ITALY.given(dice, 'F')} {ITALY.surname(dice)}",
            "password": PASSWORD if account else "",
        }
    )
    rows["memberships"].append({"key": key, "user": key, "organisation": body, "role": role, "since": since})
