"""Statements are planned once a connection, and the connection serves everybody."""

from django.db import connection

from intreccio.parties.people.models import Household

TIMES = 12  # beyond what psycopg and PostgreSQL each wait for before they keep a plan


def seen() -> set[str]:
    return set(Household.objects.values_list("name", flat=True))


def test_a_kept_plan_keeps_no_actor(acting_as):
    found: dict[str, list[set[str]]] = {"educatrice": [], "scuola": [], "assistente": []}
    for _time in range(TIMES):
        for account, answers in found.items():
            with acting_as(account):
                answers.append(seen())
    assert all(answers == [answers[0]] * TIMES for answers in found.values())
    assert "Famiglia Marchetti Haddad" in found["educatrice"][0]
    assert found["scuola"][0] != found["educatrice"][0] != found["assistente"][0]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sum(generic_plans) FROM pg_prepared_statements WHERE statement LIKE %s",
            ["%people_household%"],
        )
        (kept,) = cursor.fetchone() or (0,)
    assert kept > 0
