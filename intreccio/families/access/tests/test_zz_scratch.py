import pytest
from intreccio.front.web.demo import district
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for
from tests.house import compare, oracle
from tests.house.oracle import Eyes, rows

def at_desk(eyes, row):
    """The desk and who leads it; once the family is known, whoever opens its record."""
    return row["desk"] in eyes.teams or eyes.opens(row.get("household"), "record")

def sent(eyes, signal):
    """Who signalled under this hat, while it is worn."""
    return bool(eyes.role) and signal.get("sender", {}).get("membership") == eyes.key

def signals(eyes, test):
    return [row for row in rows(eyes, "signals") if test(eyes, row)]

R = {
    "access.Signal": lambda e: {key_for("signal", r["key"]) for r in rows(e, "signals") if at_desk(e, r) or sent(e, r)},
    "access.SignalSender": lambda e: {key_for("sender", r["key"]) for r in rows(e, "signals") if r["desk"] in e.working_teams or sent(e, r)},
    "access.Triage": lambda e: {key_for("signal", r["key"]) for r in rows(e, "signals") if at_desk(e, r)},
    "access.SignalStep": lambda e: {key_for("signal_step", r["key"], s["key"]) for r in rows(e, "signals") if at_desk(e, r) for s in r.get("steps", [])},
    "access.SignalWord": lambda e: {key_for("signal_word", r["key"], w["key"]) for r in rows(e, "signals") if at_desk(e, r) or sent(e, r) for w in r.get("words", [])},
    "access.Contact": lambda e: {key_for("contact", r["key"]) for r in rows(e, "contacts") if at_desk(e, r)},
}
WORLD = district(today())
HATS = [h["key"] for h in WORLD["memberships"]]

@pytest.mark.parametrize("hat", HATS)
def test_all(db, hat, monkeypatch):
    monkeypatch.setattr(compare, "RULES", R)
    assert compare.differences(WORLD, hat) == {}

@pytest.mark.parametrize("hat", ["coordinatrice", "assistente", "educatrice", "psicologa", "comune"])
@pytest.mark.parametrize("t", ["access.Triage", "access.Contact"])
def test_both(hat, t):
    mine = R[t](Eyes(WORLD, hat)); every = set().union(*(R[t](Eyes(WORLD, o)) for o in HATS))
    assert mine and every - mine
