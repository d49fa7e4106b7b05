"""Who should see what of referrals, from the words of law 3 and law 12. Merged into `RULES` at the end of oracle.py.

What is shared is kept as sent, and read by whom it was sent to: the people of the body that was asked whose role may
answer, and who leads it. Whose it is and where it comes from is a row of the family. The log is read by both.
"""

from collections.abc import Callable, Iterable
from uuid import UUID

from intreccio.ground.kernel.keys import key_for
from tests.house.oracle import Eyes, Row, reading_key, rows

READS_WHAT_ARRIVES = {"partner", "coordinator", "social_worker", "organisation_lead"}


def was_sent_to(eyes: Eyes, referral: Row) -> bool:
    """A service belongs to a body: its people read what they were asked, while they work there."""
    service = next(row for row in rows(eyes, "services") if row["key"] == referral["service"])
    return eyes.role in READS_WHAT_ARRIVES and service["organisation"] == eyes.hat["organisation"]


def sees(eyes: Eyes, referral: Row) -> bool:
    """One of the two sides."""
    return was_sent_to(eyes, referral) or eyes.opens(referral["household"], "record")


def steps_of(eyes: Eyes, referrals: Iterable[Row]) -> set[UUID]:
    """Each line of their logs."""
    return {
        key_for("referral_step", row["key"], str(number))
        for row in referrals
        for number in range(len(row["steps"]))
    }


def sees_reading(eyes: Eyes, reading: Row) -> bool:
    """One's own; those of a family whose record one may read, also where the other side read a request without knowing whose."""
    opened = dict(reading.get("shown", []))
    family = {row["key"]: row["household"] for row in rows(eyes, "referrals")}
    about = reading.get("household") or family.get(opened.get("referral", ""))
    return reading["membership"] == eyes.key or eyes.opens(about, "record")


RULES: dict[str, Callable[[Eyes], set[UUID]]] = {
    "referrals.Referral": lambda eyes: {
        key_for("referral", row["key"]) for row in rows(eyes, "referrals") if sees(eyes, row)
    },
    "referrals.ReferralOrigin": lambda eyes: {
        key_for("referral_origin", row["key"])
        for row in rows(eyes, "referrals")
        if eyes.opens(row["household"], "record")
    },
    "referrals.ReferralStep": lambda eyes: steps_of(
        eyes, [row for row in rows(eyes, "referrals") if sees(eyes, row)]
    ),
    "kernel.Reading": lambda eyes: {
        reading_key(row) for row in rows(eyes, "readings") if sees_reading(eyes, row)
    },
}
