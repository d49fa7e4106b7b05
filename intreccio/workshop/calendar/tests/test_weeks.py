"""A week as a colleague reads it."""

import re
from datetime import timedelta

from django.urls import reverse

from intreccio.ground.kernel.keys import key_for

NORTH = key_for("team", "equipe_nord")


def words(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def test_smoke(signed_in, today, counted):
    for account in ("coordinatrice", "psicologa", "educatrice"):
        client = signed_in(account)
        for url in (reverse("my_calendar"), reverse("team_week", args=[NORTH])):
            for day in range(-14, 60, 7):
                with counted() as queries:
                    response = client.get(url, {"day": str(today + timedelta(days=day))})
                assert response.status_code in (200, 404)
                [print(q["sql"][:150]) for q in queries] if day == 0 and account == "coordinatrice" else 0
    print(words(signed_in("coordinatrice").get(reverse("team_week", args=[NORTH]))))
