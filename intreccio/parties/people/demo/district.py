"""The invented families of the district."""

from datetime import date, timedelta

from intreccio.ground.kernel.bulk import Row


def recipe(today: date) -> dict[str, list[Row]]:
    """One family, for now."""
    since = today - timedelta(days=200)
    return {
        "households": [
            {"key": "marchetti", "code": "VSM-2026-0001", "name": "Famiglia Marchetti Haddad", "municipality": "015189", "team": "equipe_nord", "since": since}
        ],
        "persons": [
            {"key": "elena", "given": "Elena", "family": "Marchetti", "sex": "F", "birth": date(today.year - 36, 5, 4), "phone": "333 010 2233"},
            {"key": "nadia", "given": "Nadia", "family": "Haddad", "sex": "F", "birth": date(today.year - 11, 3, 9)},
            {"key": "leo", "given": "Leo", "family": "Haddad", "sex": "M", "birth": date(today.year - 3, 7, 21)},
        ],
        "homes": [
            {"household": "marchetti", "person": "elena", "role": "parent", "since": since},
            {"household": "marchetti", "person": "nadia", "role": "child", "since": since},
            {"household": "marchetti", "person": "leo", "role": "child", "since": since},
        ],
    }
