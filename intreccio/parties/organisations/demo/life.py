"""What makes the invented network live: sites, somebody who left, somebody with two hats, invitations without answer."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from intreccio.ground.kernel.bulk import Row

# key, body, name, address, postal code, municipality
SITES = (
    ("telaio_sede", "telaio", "Sede e centro famiglie", "via dei Platani 12", "20089", "015189"),
    ("telaio_zibido", "telaio", "Spazio gioco Moirago", "via Salterio 3", "20058", "015247"),
    ("girasole_sede", "girasole", "Centro educativo Girasole", "via Matteotti 41", "20082", "015024"),
    ("opera_servizi", "comune_opera", "Servizi sociali", "via Dante 12", "20073", "015159"),
    ("consultorio_sede", "consultorio", "Consultorio Il Cortile", "largo Loriga 2", "20082", "015024"),
)


def recipe(today: date) -> dict[str, list[Row]]:
    """Rows beside those of `district`: Ada wears two hats, Rita left two months ago, Dario and Noemi have not answered yet."""
    start, left = today - timedelta(days=900), today - timedelta(days=60)
    return {
        "users": [
            {"key": "ada", "email": "ada@example.org", "name": "Ada Colli", "password": "intreccio-demo"},
            {"key": "rita", "email": "rita@example.org", "name": "Rita Longo", "password": ""},
        ],
        "sites": [_site(*site) for site in SITES],
        "memberships": [
            _hat("ada", "ada", "porte_aperte", "participant", "volunteer", start),
            _hat("ada_socia", "ada", "telaio", "participant", "user_member", start),
            _hat("rita", "rita", "telaio", "educator", "employee", start)
            | {"until": left, "end_reason": "left"},
        ],
        "team_memberships": [
            {
                "team": "equipe_nord",
                "membership": "rita",
                "profession": "educator",
                "since": start,
                "until": left,
            },
        ],
        "invitations": [
            {
                "key": "noemi",
                "organisation": "telaio",
                "email": "noemi@example.org",
                "name": "Noemi Ferrante",
                "kind": "employee",
                "role": "educator",
                "invited_by": "admin",
                "invited_at": timezone.make_aware(datetime.combine(today - timedelta(days=9), time(11))),
            },
            {
                "key": "dario",
                "organisation": "comune_opera",
                "email": "dario@example.org",
                "name": "Dario Fumagalli",
                "kind": "employee",
                "role": "social_worker",
                "invited_by": "comune",
                "invited_at": timezone.make_aware(datetime.combine(today - timedelta(days=12), time(9, 30))),
            },
        ],
    }


def _site(
    key: str, body: str, name: str, address: str, postal_code: str, municipality: str
) -> dict[str, Any]:
    return {
        "key": key,
        "organisation": body,
        "name": name,
        "address": address,
        "postal_code": postal_code,
        "municipality": municipality,
    }


def _hat(key: str, user: str, body: str, role: str, kind: str, since: date) -> dict[str, Any]:
    return {"key": key, "user": user, "organisation": body, "role": role, "kind": kind, "since": since}
