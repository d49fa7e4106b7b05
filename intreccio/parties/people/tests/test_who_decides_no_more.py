"""Who has died, who has come of age, and whom nobody has written: what follows for who decides."""

import pytest

from intreccio.parties.people.rules.responsibility import WHATEVER, Whom, who_decides, why_not_go_on
from intreccio.parties.people.tests.test_who_decides import (
    BOTH,
    CHILD,
    DAY,
    GUARDIAN,
    YESTERDAY,
    act,
    asked,
)


def died(*keys, parents=BOTH):
    return Whom(True, parents, gone=keys, key="nadia")


@pytest.mark.parametrize(
    ("what", "acts", "must", "every_day"),
    [
        ("the guardian has died: the parents again", [GUARDIAN], BOTH, ()),
        ("a curator who has died is asked no more", [act("anna", "curator")], BOTH, ()),
        ("nor who fostered", [act("anna", "foster_carer")], BOTH, ()),
        ("a service does not die", [act("comune", "service")], (*BOTH, "comune"), ()),
    ],
)
def test_nobody_waits_for_the_yes_of_who_has_died(what, acts, must, every_day):
    found = who_decides(died("anna"), acts, "health", DAY)
    assert (found.must, found.every_day) == (must, every_day)
    assert str(found.cannot.get("anna", "non c'è più")) == "non c'è più"


def test_a_guardian_who_has_died_displaces_no_adult_either():
    whom = Whom(False, key="piera", gone=("anna",))
    assert who_decides(whom, [GUARDIAN], "health", DAY).must == ("piera",)
    assert who_decides(whom, [act("anna", "administrator")], "money", DAY).must == ("piera",)


@pytest.mark.parametrize("kind", ["guardian", "curator"])
def test_what_a_judge_gave_of_a_minor_ends_at_eighteen_and_it_is_said(kind):
    """Art. 343 c.c.; an adult's guardian is of an act from that day on (artt. 414, 416)."""
    grown = Whom(False, key="nadia", of_age_on=YESTERDAY)
    found = who_decides(grown, [act("anna", kind)], "health", DAY)
    assert found.must == ("nadia",)
    assert "diciotto anni" in str(found.cannot["anna"])
    must = ("anna",) if kind == "guardian" else ("nadia", "anna")
    for since in (YESTERDAY, DAY):
        assert who_decides(grown, [act("anna", kind, since=since)], "health", DAY).must == must


def test_an_administrator_named_before_eighteen_helps_from_then_on():
    """Art. 405 c.c.: the decree may come in the last year, and holds from that day."""
    grown = Whom(False, key="nadia", of_age_on=YESTERDAY)
    assert who_decides(grown, [act("sonia", "administrator")], "money", DAY).must == ("nadia", "sonia")


@pytest.mark.parametrize(
    ("what", "whom", "acts", "unknown"),
    [
        ("one parent is written, and nothing of the other", Whom(True, ("elena",)), [], True),
        ("two are written", CHILD, [], False),
        ("the other has died", died("karim"), [], False),
        ("an act says that she decides: there is no other", Whom(True, ("elena",)), [act("elena")], False),
        ("an act speaks of the other", Whom(True, ("elena",)), [act("omar", standing="forfeited")], False),
        ("a guardian decides", Whom(True, ("elena",)), [GUARDIAN], False),
        (
            "who fosters says nothing of the other",
            Whom(True, ("elena",)),
            [act("rita", "foster_carer")],
            True,
        ),
        ("nobody is written", Whom(True), [], False),
        ("of age", Whom(False, ("elena",), key="nadia"), [], False),
    ],
)
def test_that_nobody_has_written_who_the_other_parent_is(what, whom, acts, unknown):
    assert who_decides(whom, acts, WHATEVER, DAY).other_unknown is unknown


def test_one_goes_on_with_one_parent_alone_only_saying_why():
    alone = Whom(True, ("elena",))
    said = why_not_go_on(asked(whom=alone), {"elena"}, reason="", called=str)
    assert "Per Nadia non è scritto chi è l'altro genitore" in str(said)
    assert why_not_go_on(asked(whom=alone), {"elena"}, reason="Non si sa chi sia", called=str) is None
    assert why_not_go_on(asked(whom=alone, together=False), {"elena"}, reason="", called=str) is None
    assert why_not_go_on(asked(act("elena"), whom=alone), {"elena"}, reason="", called=str) is None
