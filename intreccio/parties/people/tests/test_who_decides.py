"""Who decides for a child on a day: tables worked by hand from the articles, and what is true of any table."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intreccio.parties.people.rules.responsibility import (
    WHATEVER,
    Act,
    Asked,
    Held,
    Whom,
    named_in,
    nobody_decides,
    still_to_say,
    touched_by,
    who_decides,
    why_a_reason,
    why_not_beside,
    why_not_end,
    why_not_go_on,
    why_not_write,
)
from intreccio.parties.people.vocabulary import Decision, ResponsibilityKind, Standing

DAY = date(2026, 11, 29)
LONG_AGO, YESTERDAY, TOMORROW = date(2020, 1, 1), DAY - timedelta(days=1), DAY + timedelta(days=1)
CHILD = Whom(is_minor=True, parents=("elena", "karim"), key="nadia")


def act(holder, kind="parental", standing="full", decisions=(), told=True, since=LONG_AGO, until=None):
    """An act, as far as a case needs it."""
    return Held(holder, kind, standing, decisions, told, since, until)


FORFEITED, SUSPENDED = act("karim", standing="forfeited"), act("karim", standing="suspended")
NO_SCHOOL = act("karim", standing="limited", decisions=("school",))
GUARDIAN, OF_HEALTH = act("anna", "guardian"), act("anna", "guardian", decisions=("health",))
CURATOR, SERVICE = (
    act("luca", "curator", decisions=("money",)),
    act("comune", "service", decisions=("school",)),
)
BOTH = ("elena", "karim")


@pytest.mark.parametrize(
    ("what", "acts", "matter", "must"),
    [
        ("nothing is written: both (316, 337-ter)", [], "health", BOTH),
        ("written in full: both", [act("karim")], "health", BOTH),
        ("forfeited: the other alone (317, 330)", [FORFEITED], "health", ("elena",)),
        ("suspended: the other alone (317, 333)", [SUSPENDED], WHATEVER, ("elena",)),
        ("limited on school: not on school (337-quater)", [NO_SCHOOL], "school", ("elena",)),
        ("limited on school: on the rest like the other", [NO_SCHOOL], "health", BOTH),
        ("limited on school: on what no act names like the other", [NO_SCHOOL], WHATEVER, BOTH),
        ("a guardian instead of them (343)", [GUARDIAN], "home", ("anna",)),
        ("a guardian of health alone", [OF_HEALTH], "health", ("anna",)),
        ("a guardian of health alone: the rest is theirs", [OF_HEALTH], "school", BOTH),
        ("a curator beside them, on what was given", [CURATOR], "money", (*BOTH, "luca")),
        ("a curator of money has no say on school", [CURATOR], "school", BOTH),
        ("a service beside them", [SERVICE], "school", (*BOTH, "comune")),
        ("a service beside the one that is left", [SERVICE, SUSPENDED], "school", ("elena", "comune")),
        ("who fosters does not decide what matters (5 l. 184)", [act("rita", "foster_carer")], "home", BOTH),
        (
            "an act of yesterday that ended today",
            [act("karim", standing="suspended", until=DAY)],
            "health",
            BOTH,
        ),
        (
            "it holds on its last day",
            [act("karim", standing="suspended", until=TOMORROW)],
            "health",
            ("elena",),
        ),
        ("an act of tomorrow", [act("karim", standing="suspended", since=TOMORROW)], "health", BOTH),
        ("an act of today", [act("karim", standing="suspended", since=DAY)], "health", ("elena",)),
        ("two acts: the stricter one", [act("karim", since=YESTERDAY), SUSPENDED], "health", ("elena",)),
        ("a parent of whom only an act speaks", [act("omar")], "health", (*BOTH, "omar")),
        ("nobody is left", [FORFEITED, act("elena", standing="suspended")], "health", ()),
    ],
)
def test_who_must_say_yes_for_a_child(what, acts, matter, must):
    assert who_decides(CHILD, acts, matter, DAY).must == must


@pytest.mark.parametrize(
    ("what", "whom", "must", "cannot"),
    [
        ("one parent is known", Whom(True, ("elena",)), ("elena",), set()),
        ("one has died", Whom(True, BOTH, gone=("karim",)), ("elena",), {"karim"}),
        ("one is not of age", Whom(True, BOTH, young=("karim",)), ("elena",), {"karim"}),
        ("both are not of age", Whom(True, BOTH, young=BOTH), (), set(BOTH)),
        ("no parent is known", Whom(True), (), set()),
        ("who is of age decides alone", Whom(False, BOTH, key="nadia"), ("nadia",), set()),
    ],
)
def test_who_the_parents_are_comes_first(what, whom, must, cannot):
    found = who_decides(whom, [], "health", DAY)
    assert (found.must, set(found.cannot), found.nobody) == (must, cannot, not must)


def test_an_adult_is_helped_and_not_replaced_but_by_a_guardian():
    whom = Whom(False, key="piera")
    helper = act("sonia", "administrator", decisions=("money",))
    assert who_decides(whom, [helper], "money", DAY).must == ("piera", "sonia")
    assert who_decides(whom, [helper], "health", DAY).must == ("piera",)
    assert who_decides(whom, [GUARDIAN], "health", DAY).must == ("anna",)


def test_who_fosters_says_yes_to_school_and_health_of_every_day():
    rita = act("rita", "foster_carer")
    assert [who_decides(CHILD, [rita], each, DAY).every_day for each in ("school", "health", "home")] == [
        ("rita",), ("rita",), ()]  # fmt: skip


def test_a_reason_is_said_and_blames_nobody():
    acts = (FORFEITED, SUSPENDED, NO_SCHOOL)
    said = {act.standing: str(who_decides(CHILD, [act], "school", DAY).cannot["karim"]) for act in acts}
    assert said["forfeited"].startswith("oggi la sua responsabilità è decaduta")
    assert said["suspended"].startswith("oggi la sua responsabilità è sospesa")
    assert said["limited"].startswith("su questo oggi ha un limite")
    assert str(who_decides(CHILD, [GUARDIAN], "school", DAY).cannot["elena"]).startswith(
        "decide chi ha la tutela"
    )


def test_who_is_not_to_be_told_while_the_act_holds():
    silent = act("karim", told=False, until=TOMORROW)
    assert who_decides(CHILD, [silent], WHATEVER, DAY).untold == {"karim"}
    assert who_decides(CHILD, [silent], WHATEVER, TOMORROW).untold == set()


@pytest.mark.parametrize(
    ("need", "matter"),
    [
        ("futuro.istruzione", "school"), ("salute.sanitaria", "health"), ("salute.psicologica", "health"),
        ("emergenze.sanitario", "health"), ("abitare", "home"), ("emergenze.economico", "money"),
        ("lavoro.inserimenti", WHATEVER), ("", WHATEVER),
    ],
)  # fmt: skip
def test_which_decision_a_need_touches(need, matter):
    assert touched_by(need) == matter


# Going on without somebody


def asked(*acts, whom=CHILD, together=True, matter="health"):
    return [Asked("Nadia", who_decides(whom, acts, matter, DAY), together)]


@pytest.mark.parametrize(
    ("what", "one", "yes", "reason", "says"),
    [
        ("both have said yes", asked(), {"elena", "karim"}, "", None),
        ("one is missing", asked(), {"elena"}, "", "Manca il sì di Karim"),
        ("one is missing, and it is said why", asked(), {"elena"}, "È all'estero, e non risponde", None),
        ("blanks are no reason", asked(), {"elena"}, "  ", "Manca il sì di Karim"),
        (
            "nobody of them: a reason does not do",
            asked(),
            {"nonna"},
            "È urgente",
            "Per Nadia manca ancora il sì",
        ),
        (
            "whose is suspended does not count",
            asked(SUSPENDED),
            {"karim"},
            "È urgente",
            "Per Nadia manca ancora",
        ),
        ("and is not waited for", asked(SUSPENDED), {"elena"}, "", None),
        ("the guardian's alone", asked(GUARDIAN), {"anna"}, "", None),
        (
            "not the parents' beside a guardian",
            asked(GUARDIAN),
            {"elena"},
            "È urgente",
            "Per Nadia manca ancora",
        ),
        ("nobody decides", asked(whom=Whom(True)), {"nonna"}, "", "serve una tutrice o un tutore"),
        (
            "nobody decides, and somebody was told",
            asked(whom=Whom(True)),
            {"nonna"},
            "Scritto al tribunale",
            None,
        ),
        ("alone, for a small thing", asked(together=False), {"karim"}, "", None),
        (
            "who fosters, for a small thing",
            asked(act("rita", "foster_carer"), together=False),
            {"rita"},
            "",
            None,
        ),
        (
            "who fosters, for what matters",
            asked(act("rita", "foster_carer")),
            {"rita"},
            "Ieri",
            "Per Nadia manca",
        ),
        ("nobody is asked for", [], set(), "", None),
    ],
)
def test_why_not_go_on(what, one, yes, reason, says):
    said = why_not_go_on(one, yes, reason=reason, called=str.capitalize)
    assert (said is None) if says is None else (says in str(said))


STANDINGS = st.sampled_from(Standing.values)
ACTS = st.lists(
    st.builds(
        Held,
        holder=st.sampled_from(("elena", "karim", "anna", "luca")),
        kind=st.sampled_from(ResponsibilityKind.values),
        standing=STANDINGS,
        decisions=st.frozensets(st.sampled_from(Decision.values)),
        may_be_told=st.booleans(),
        since=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
        until=st.none() | st.dates(date(2026, 6, 1), date(2027, 6, 1)),
    ),
    max_size=6,
)
WHOM = st.builds(
    Whom,
    is_minor=st.booleans(),
    parents=st.lists(st.sampled_from(("elena", "karim")), unique=True),
    gone=st.frozensets(st.sampled_from(("elena", "karim"))),
    young=st.frozensets(st.sampled_from(("elena", "karim"))),
    key=st.just("nadia"),
)
MATTERS = st.sampled_from([*Decision.values, WHATEVER])


@given(WHOM, ACTS, MATTERS, st.randoms())
def test_nobody_is_both_asked_and_left_out_and_the_order_of_the_papers_changes_nothing(
    whom, acts, matter, dice
):
    found = who_decides(whom, acts, matter, DAY)
    assert not set(found.cannot) & {*whom.parents} & set(found.must) or any(
        row.kind != "parental" and row.holder in found.must for row in acts
    )
    assert len(set(found.must)) == len(found.must)
    shuffled = list(acts)
    dice.shuffle(shuffled)
    again = who_decides(whom, shuffled, matter, DAY)
    assert (set(found.must), set(found.every_day), found.untold) == (
        set(again.must), set(again.every_day), again.untold)  # fmt: skip


@given(WHOM, ACTS, MATTERS)
def test_where_nobody_is_left_it_is_said(whom, acts, matter):
    found = who_decides(whom, acts, matter, DAY)
    reason = why_a_reason([Asked("Nadia", found)], set(), called=str)
    assert reason is not None
    assert (str(reason) == str(nobody_decides("Nadia"))) is found.nobody


@given(WHOM, ACTS, MATTERS, st.booleans())
def test_when_all_who_must_have_said_yes_nothing_is_missing(whom, acts, matter, together):
    one = Asked("Nadia", who_decides(whom, acts, matter, DAY), together)
    assert still_to_say([one], set(one.decides.must)) == []


@given(ACTS, MATTERS)
def test_who_has_forfeited_never_decides_as_a_parent(acts, matter):
    acts = [row for row in acts if row.kind == "parental"]
    found = who_decides(CHILD, [*acts, FORFEITED], matter, DAY)
    assert "karim" not in found.must


# Writing


@pytest.mark.parametrize(
    ("says", "changes"),
    [
        (None, {}),
        (None, {"standing": "limited", "decisions": ("school",)}),
        (None, {"kind": "guardian"}),
        (None, {"kind": "administrator", "is_minor": False}),
        (None, {"authority": "", "standing": "full"}),
        ("chi lo ha deciso", {"authority": " ", "standing": "suspended"}),
        ("chi lo ha deciso", {"authority": "", "kind": "guardian"}),
        ("chi lo ha deciso", {"authority": "", "standing": "full", "may_be_told": False}),
        ("su che cosa ha un limite", {"standing": "limited"}),
        ("lascia vuoto", {"standing": "suspended", "decisions": ("school",)}),
        ("di un genitore", {"kind": "guardian", "standing": "suspended"}),
        ("si scrive la tutela", {"kind": "administrator"}),
        ("maggiorenne", {"is_minor": False}),
        ("una delle due", {"one_holder": False}),
        ("due persone diverse", {"oneself": True}),
        ("non c'è più non decide", {"has_died": True}),
        ("deve ancora venire", {"since": TOMORROW}),
    ],
)
def test_why_not_write(says, changes):
    about = {"is_minor": True, "one_holder": True, "oneself": False, "has_died": False}
    said = {"kind": "parental", "standing": "full", "decisions": (), "may_be_told": True,
            "authority": "Tribunale per i minorenni", "since": DAY}  # fmt: skip
    asked_of = {name: changes.get(name, value) for name, value in about.items()}
    reason = why_not_write(
        Act(**{name: changes.get(name, value) for name, value in said.items()}), today=DAY, **asked_of
    )
    assert (reason is None) if says is None else (says in str(reason))


def test_one_act_at_a_time_until_it_is_closed():
    assert why_not_beside(DAY, []) is None
    assert why_not_beside(DAY, [(LONG_AGO, DAY)]) is None
    assert why_not_beside(DAY, [(LONG_AGO, TOMORROW)]) is not None
    assert why_not_beside(DAY, [(LONG_AGO, None)]) is not None


@pytest.mark.parametrize(
    ("until", "ended", "says"),
    [
        (DAY, False, None),
        (DAY, True, "già chiuso"),
        (LONG_AGO, False, "prima dell'inizio"),
        (TOMORROW, False, "nel futuro"),
    ],
)
def test_why_not_end(until, ended, says):
    reason = why_not_end(since=YESTERDAY, until=until, ended=ended, today=DAY)
    assert (reason is None) if says is None else (says in str(reason))


@given(whom=WHOM, rows=ACTS, day=st.dates(date(2026, 1, 1), date(2027, 6, 1)))
def test_on_what_no_act_names_it_is_as_on_everything_else(whom, rows, day):
    for matter in set(Decision.values) - named_in(rows):
        assert who_decides(whom, rows, matter, day) == who_decides(whom, rows, WHATEVER, day)
