"""Short codes in the order of time, as the house would have given them."""

from typing import Any

World = dict[str, Any]


def number(world: World) -> None:
    """Gives families, cases, signals and referrals the numbers that followed one another."""
    for place, row in enumerate(_by(world, "households", "since"), 1):
        row["code"] = f"VSM-{row['since'].year}-{place:04d}"
    for place, row in enumerate(_by(world, "cases", "opened"), 1):
        row["code"] = f"VSM-PC-{row['opened'].year}-{place:04d}"
    for place, row in enumerate(_by(world, "signals", "at"), 1):
        row["number"] = place
    sent = sorted(world.get("referrals", []), key=lambda row: (row["steps"][0]["at"], row["key"]))
    for place, row in enumerate(sent, 1):
        row["code"] = f"VSM-IN-{row['steps'][0]['at'].year}-{place:04d}"


def _by(world: World, table: str, when: str) -> list[dict[str, Any]]:
    return sorted(world.get(table, []), key=lambda row: (row[when], row["key"]))
