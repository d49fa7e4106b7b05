"""How much work a way asks, what each has in hand, who stands in for whom, what the team before has written."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from intreccio.families.cases.actions import (
    change_responsible,
    end_deputy,
    end_worker,
    hand_over_case,
    name_deputy,
    read_summary,
    weigh_case,
)
from intreccio.families.cases.models import CaseDeputy, CaseWeight
from intreccio.families.cases.queries.deputies import deputy_of
from intreccio.families.cases.queries.loads import counts_on, loads_in
from intreccio.families.cases.queries.waiting import waiting_for
from intreccio.families.cases.rules.team import load_of, why_not_again, why_not_stand_in, why_not_weigh
from intreccio.families.cases.rules.workers import Standing
from intreccio.families.cases.vocabulary import Effort
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import NotAllowed, Refused
from intreccio.parties.organisations.models import Team

NORD = key_for("team", "equipe_nord")
D = today()
OURS = Standing(in_team=True)


def after(days: int):
    return D + timedelta(days=days)


# The rules.


@given(st.dictionaries(st.sampled_from(Effort.values), st.integers(0, 40)))
def test_a_load_is_the_sum_of_what_each_way_counts(efforts):
    counts = {effort: Decimal(number) for number, effort in enumerate(Effort.values, 1)}
    load = load_of(efforts, counts)
    assert load.families == sum(efforts.values())
    assert load.weight == sum(counts[effort] for effort, number in efforts.items() for _ in range(number))
    assert load.families <= load.weight <= 4 * load.families
    assert load.an_hour(None) is None
    assert load.an_hour(Decimal(10)) == load.weight


@pytest.mark.parametrize(
    ("coordinates", "answers", "since", "may"),
    [
        (True, False, D, True),
        (False, True, D, True),
        (False, False, D, False),
        (True, True, after(1), False),
        (True, True, after(-99), False),
    ],
)
def test_who_says_how_much_work_a_way_asks(coordinates, answers, since, may):
    reason = why_not_weigh(
        coordinates=coordinates, answers=answers, since=since, today=D, opened_on=after(-30)
    )
    assert (reason is None) == may


@pytest.mark.parametrize(
    ("deputy", "more", "word"),
    [
        (OURS, {}, ""),
        (OURS, {"since": after(-3)}, ""),
        (OURS, {"is_same": True}, "un'altra"),
        (OURS, {"absent_works": False}, "lavora con la famiglia"),
        (Standing(granted=True), {}, "équipe"),
        (Standing(at_work=False), {}, "non è più al lavoro"),
        (OURS, {"until": D}, "dopo il primo"),
        (OURS, {"since": after(-9), "until": D}, "passato"),
        (OURS, {"until": after(400)}, "un anno"),
    ],
)
def test_who_may_stand_in(deputy, more, word):
    said = {"is_same": False, "absent_works": True, "since": D, "until": after(9)} | more
    reason = why_not_stand_in(deputy, **said, today=D)
    assert (reason is None) == (word == "")
    assert word in str(reason or "")


def test_one_at_a_time():
    assert why_not_again((D, after(5)), [(after(5), after(9)), (after(-9), D)]) is None
    assert why_not_again((D, after(5)), [(after(4), after(9))])
    assert why_not_again((D, after(5)), [(after(1), after(2))])


# How much work.


def test_weigh_case_keeps_what_held_before(acting_as, case_of):
    with acting_as("coordinatrice") as by:
        case = case_of("marchetti")
        before = CaseWeight.objects.filter(case=case).count()
        weigh_case(case, weight="very_intense", since=D, by=by, today=D)
        assert CaseWeight.objects.filter(case=case).count() == before + 1
        event = Event.objects.filter(kind="case.weighed", household_id=case.household_id).latest("at")
        assert event.codes["weight"] == "very_intense"


def test_weigh_case_is_for_who_coordinates_or_answers(acting_as, case_of):
    with acting_as("educatrice") as by:  # the reference
        weigh_case(case_of("marchetti"), weight="light", since=D, by=by, today=D)
    with acting_as("assistente") as by, pytest.raises(Refused) as no:
        weigh_case(case_of("marchetti"), weight="light", since=D, by=by, today=D)
    assert "coordina" in str(no.value.reason)


def test_nobody_rewrites_a_weight_nor_writes_it_in_anothers_name(acting_as, case_of, hat):
    with acting_as("coordinatrice"):
        case = case_of("marchetti")
        with pytest.raises(ProgrammingError), transaction.atomic():
            CaseWeight.objects.filter(case=case).update(weight="light")
        row = {
            "case": case,
            "household_id": case.household_id,
            "team_id": case.team_id,
            "weight": "light",
            "since": D,
        }
        with pytest.raises(ProgrammingError), transaction.atomic():
            CaseWeight.objects.create(**row, by_id=hat("assistente"))


def test_the_load_of_a_team_is_read_by_its_own_people(signed_in, acting_as, hat):
    page = reverse("team_page", args=[NORD])
    for account, reads in (
        ("coordinatrice", True),
        ("educatrice", True),
        ("davide", False),
        ("scuola", False),
        ("admin", False),
    ):
        assert ("Il carico di ciascuno" in signed_in(account).get(page).content.decode()) == reads, account
    with acting_as("coordinatrice"):
        loads = loads_in(Team.objects.get(pk=NORD), D)
        counts = counts_on(D)
        assert loads[hat("assistente")].weight > loads[hat("assistente")].families > 0
        assert set(counts) == set(Effort.values)


def test_the_load_of_each_is_shown_once(signed_in):
    page = signed_in("coordinatrice").get(reverse("team_page", args=[NORD])).content.decode()
    panel = page.split("Il carico di ciascuno")[1].split("</section>")[0]
    assert panel.count("Giulia Serra") == 1
    assert panel.count("<table") == 1


def test_the_load_follows_what_is_said(acting_as, case_of, hat):
    with acting_as("coordinatrice") as by:
        team = Team.objects.get(pk=NORD)
        before = loads_in(team, D)[hat("assistente")]
        weigh_case(case_of("marchetti"), weight="very_intense", since=D, by=by, today=D)
        now = loads_in(team, D)[hat("assistente")]
        assert (now.families, now.weight) == (before.families, before.weight + 1)  # it was intense


def test_weigh_case_by_page(signed_in):
    client, case = signed_in("coordinatrice"), key_for("case", "marchetti")
    answers = {"once": str(new_key()), "weight": "light", "since": D.isoformat()}
    assert client.post(reverse("weigh_case", args=[case]), answers).status_code == 302
    assert "Lavoro leggero" in client.get(reverse("case_page", args=[case])).content.decode()
    assert signed_in("assistente").get(reverse("weigh_case", args=[case])).status_code == 409


# Who stands in.


@pytest.fixture
def away(acting_as, case_of, hat):
    """The reference of the Marchetti family is away, and somebody of the team stands in."""

    def name(
        deputy: str = "psicologa", absent: str = "assistente", since=D, until=None, by: str = "coordinatrice"
    ):
        with acting_as(by) as viewer:
            return name_deputy(
                case_of("marchetti"), absent_id=hat(absent), deputy_id=hat(deputy), since=since, until=until or after(9), why="leave",
                by=viewer, today=D,
            )  # fmt: skip

    return name


def kinds(acting_as, account: str, day=D) -> list[str]:
    with acting_as(account) as viewer:
        lines = waiting_for(viewer, 60, today=day)
    return [line.kind for line in lines if line.case_id == key_for("case", "marchetti")]


def test_who_stands_in_is_told_in_oggi_and_it_ends_by_itself(acting_as, signed_in, away):
    assert "deputy" not in kinds(acting_as, "psicologa")
    away()
    assert "deputy" in kinds(acting_as, "psicologa")
    assert "deputy" in kinds(acting_as, "psicologa", after(8))
    assert "deputy" not in kinds(acting_as, "psicologa", after(9))
    assert "al posto di Giulia Serra" in signed_in("psicologa").get(reverse("today")).content.decode()


def test_a_meeting_of_these_days_waits_for_who_stands_in(acting_as, away):
    assert "meeting" in kinds(acting_as, "assistente", after(6))
    assert "meeting" not in kinds(acting_as, "awa", after(6))
    away("awa")
    assert "meeting" in kinds(acting_as, "awa", after(6))


@pytest.mark.parametrize(
    ("deputy", "absent"), [("sara", "assistente"), ("assistente", "assistente"), ("awa", "coordinatrice")]
)
def test_name_deputy_says_why_not(away, deputy, absent):
    with pytest.raises(Refused):
        away(deputy, absent)


def test_name_deputy_twice_in_the_same_days_is_refused(away):
    away(until=after(9))
    with pytest.raises(Refused):
        away("awa", since=after(5), until=after(12))
    away("awa", since=after(9), until=after(12))


def test_end_deputy_when_who_was_away_is_back(acting_as, away, signed_in):
    row = away()
    client = signed_in("assistente")
    page = reverse("end_deputy", args=[row.case_id, row.pk])
    assert "Irene Costa" in client.get(page).content.decode()
    assert client.post(page, {"once": str(new_key()), "version": "1"}).status_code == 302
    assert "deputy" not in kinds(acting_as, "psicologa")
    with acting_as("assistente") as by:
        assert CaseDeputy.objects.get(pk=row.pk).until == D
        assert Event.objects.filter(kind="case.deputy_ended", subject_id=row.pk).exists()
        again = deputy_of(row.case, row.pk)
        assert again is not None
        end_deputy(again, version=2, by=by, today=D)  # twice is once


def test_nobody_stands_in_for_who_no_longer_works_with_them(acting_as, away, case_of, hat):
    row = away("psicologa", "educatrice")
    with acting_as("coordinatrice") as by:
        case = case_of("marchetti")
        worker = case.workers.get(membership_id=hat("educatrice"), until__isnull=True)
        if case.responsible_id == hat("educatrice"):
            change_responsible(case, membership_id=hat("assistente"), version=case.version, by=by, today=D)
        end_worker(worker, reason="done", by=by, today=D)
        assert CaseDeputy.objects.get(pk=row.pk).until == D


def test_name_deputy_by_page(signed_in, hat):
    case = key_for("case", "marchetti")
    client, page = signed_in("educatrice"), reverse("name_deputy", args=[key_for("case", "marchetti")])
    answers = {
        "absent": hat("educatrice"),
        "deputy": hat("awa"),
        "since": D,
        "until": after(5),
        "why": "holiday",
    }
    assert client.post(page, {"once": str(new_key()), **answers}).status_code == 302
    text = client.get(reverse("case_page", args=[case])).content.decode()
    assert "Awa Diop" in text
    assert signed_in("davide").get(page).status_code in (403, 404)


# What the team before has written.

WORDS = "Come va: meglio.\n\nChe cosa abbiamo promesso: una telefonata lunedì."


def passed_on(acting_as, case_of):
    with acting_as("coordinatrice") as by:
        case = case_of("marchetti")
        hand_over_case(
            case, to_team_id=key_for("team", "equipe_est"), motive="moved", summary=WORDS, by=by, today=D
        )
        return case.pk


def test_the_draft_of_a_hand_over_says_what_is_known(signed_in):
    page = signed_in("coordinatrice").get(reverse("hand_over_case", args=[key_for("case", "marchetti")]))
    draft = page.context["form"]["summary"].value()
    assert "Obiettivo «Leo usa frasi di due o tre parole» (" in draft
    assert "Il progetto si rivede insieme" in draft
    assert "Invio a " in draft
    assert "Valutazione multidimensionale (UVM), " in draft
    assert "Che cosa conta per la famiglia:" in draft
    assert "&" not in draft


def test_the_words_stand_at_the_top_for_the_new_team_until_they_are_read(signed_in, acting_as, case_of):
    case = passed_on(acting_as, case_of)
    client, page = signed_in("lucia"), reverse("case_page", args=[case])
    text = client.get(page).content.decode()
    assert "Da dove cominciare" in text
    assert "una telefonata lunedì" in text
    assert client.post(reverse("read_summary", args=[case]), {"once": str(new_key())}).status_code == 302
    text = client.get(page).content.decode()
    assert "Da dove cominciare" not in text
    assert "una telefonata lunedì" in text  # in the story
    with acting_as("lucia") as by:
        read_summary(case_of("marchetti"), by=by)  # twice is once
        assert Event.objects.filter(kind="case.summary_read").count() == 1


def test_read_summary_is_for_the_team_that_received(acting_as, case_of):
    with acting_as("davide"), pytest.raises(Exception, match="does not exist"):
        case_of("marchetti")
    passed_on(acting_as, case_of)
    with acting_as("davide") as by:
        read_summary(case_of("marchetti"), by=by)
    with acting_as("comune") as by, pytest.raises(NotAllowed):
        read_summary(case_of("marchetti"), by=by)


def test_a_hand_over_ends_who_stands_in(acting_as, case_of, away):
    """`end_deputies`: whoever stood in was of the team that gives."""
    row = away()
    passed_on(acting_as, case_of)
    with acting_as("lucia"):
        assert CaseDeputy.objects.get(pk=row.pk).until == D
