"""A plan asks the yes of who decides for the children: both, or one and a written reason; nobody's who may not."""

from datetime import timedelta
from html import unescape
from io import BytesIO

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from intreccio.families.plans import actions
from intreccio.families.plans.models import Plan
from intreccio.families.plans.rules.deciding import Touching, matters_of
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.people.actions.responsibility import Holding, write_responsibility
from intreccio.parties.people.models import Household, Person
from intreccio.parties.people.rules.responsibility import Act

MARCHETTI = key_for("household", "marchetti")
GUARDIAN = "avv. Anna Bianchi, tutrice"


def person(key):
    return Person.objects.get(pk=key_for("person", key))


def act(viewer, today, child, holder, *, words="", **changes):
    said = {"kind": "parental", "standing": "suspended", "decisions": (), "may_be_told": True,
            "authority": "Tribunale", "since": today, **changes}  # fmt: skip
    holding = Holding(person(child), Act(**said), person(holder) if holder else None, words)
    return write_responsibility(Household.objects.get(pk=MARCHETTI), holding, by=viewer)


@pytest.fixture
def draft(acting_as, plan_of, today):
    """The next version of the Marchetti's plan, with nobody's yes yet."""
    with acting_as("assistente") as viewer:
        made = actions.revise_plan(plan_of("marchetti"), by=viewer, today=today)
    return lambda: Plan.objects.select_related("case__household").get(pk=made.pk)


def yes(plan, viewer, today, *who):
    for key in who:
        actions.accept_plan(plan, actions.Signer(person(key)), how="voice", day=today, by=viewer, today=today)


def begin(plan, viewer, today, reason=""):
    later = today + timedelta(days=90)
    actions.put_in_force(plan, review_on=later, without_reason=reason, by=viewer, today=today)
    plan.refresh_from_db()
    return plan.state


@pytest.mark.parametrize(
    ("goals", "pairs"),
    [
        ([], []),
        ([Touching("children", "nadia", "futuro.istruzione")], [("nadia", "school")]),
        ([Touching("children", None, "")], [("nadia", ""), ("leo", "")]),
        ([Touching("parents", None, "abitare")], []),
        ([Touching("parents", "elena", "abitare")], []),
        ([Touching("parents", "leo", "salute.sanitaria")], [("leo", "health")]),
        ([Touching("children", "elena", "abitare")], []),
        ([Touching("children", "leo", ""), Touching("children", None, "")], [("leo", ""), ("nadia", "")]),
    ],
)
def test_which_children_and_which_matters(goals, pairs):
    assert matters_of(goals, ["nadia", "leo"]) == pairs


GOALS = st.lists(st.builds(Touching, side=st.sampled_from(("children", "parents")),
                           person=st.sampled_from((None, "nadia", "leo", "elena")), need=st.sampled_from(("", "abitare"))))  # fmt: skip


@given(GOALS)
def test_each_pair_once_and_of_children_only(goals):
    pairs = matters_of(goals, ["nadia", "leo"])
    assert len(set(pairs)) == len(pairs)
    assert {child for child, _matter in pairs} <= {"nadia", "leo"}
    assert not any(goal.side == "children" and goal.person is None for goal in goals) or {"nadia", "leo"} == {
        child for child, _matter in pairs}  # fmt: skip


def test_put_in_force_waits_for_both_parents_or_asks_why(acting_as, draft, today):
    with acting_as("assistente") as viewer:
        plan = draft()
        yes(plan, viewer, today, "elena")
        with pytest.raises(Refused, match="cannot_put_in_force") as no:
            begin(plan, viewer, today)
        assert "Manca il sì di Karim Haddad" in str(no.value.reason)
        assert begin(plan, viewer, today, " Karim è in viaggio ") == "in_force"
        assert plan.without_reason == "Karim è in viaggio"


def test_with_both_no_reason_is_asked_and_none_is_kept(acting_as, draft, today):
    with acting_as("assistente") as viewer:
        plan = draft()
        yes(plan, viewer, today, "elena", "karim")
        assert begin(plan, viewer, today, "un motivo che non serve") == "in_force"
        assert plan.without_reason == ""


def test_a_suspended_parent_is_heard_and_does_not_decide(acting_as, draft, signed_in, today):
    with acting_as("assistente") as viewer:
        for child in ("nadia", "leo"):
            act(viewer, today, child, "karim")
        plan = draft()
        karim = Person.objects.get(pk=key_for("person", "karim"))
        with pytest.raises(Refused, match="cannot_hand"):
            actions.hand_plan(plan, karim, by=viewer, today=today)
        yes(plan, viewer, today, "karim")
        with pytest.raises(Refused, match="cannot_put_in_force") as no:
            begin(plan, viewer, today, "è urgente")
        assert "manca ancora il sì di chi decide: Elena Marchetti" in str(no.value.reason)
    page = unescape(signed_in("assistente").get(reverse("plan_page", args=[plan.pk])).content.decode())
    assert "Il suo sì è ascoltato e resta scritto" in page
    assert "oggi la sua responsabilità è sospesa" in page
    with acting_as("assistente") as viewer:
        yes(plan, viewer, today, "elena")
        assert begin(draft(), viewer, today) == "in_force", "nobody waits for who may not decide"


def test_a_limit_counts_on_what_the_goals_touch(acting_as, draft, today):
    """Leo's goals touch school, Nadia's nothing that is limited: for her his yes is still awaited."""
    with acting_as("assistente") as viewer:
        act(viewer, today, "nadia", "karim", standing="limited", decisions=("money",))
        act(viewer, today, "leo", "karim")
        plan = draft()
        yes(plan, viewer, today, "elena")
        with pytest.raises(Refused) as no:
            begin(plan, viewer, today)
        assert "Manca il sì di Karim Haddad" in str(no.value.reason)


def test_a_guardian_who_is_not_of_the_family_says_yes(acting_as, draft, signed_in, today):
    with acting_as("assistente") as viewer:
        for child in ("nadia", "leo"):
            act(viewer, today, child, None, words=GUARDIAN, kind="guardian", standing="full")
        plan = draft()
        stranger = actions.Signer(somebody="Qualcuno che passava")
        with pytest.raises(Refused, match="does_not_decide"):
            actions.accept_plan(plan, stranger, how="paper", day=today, by=viewer, today=today)
        yes(plan, viewer, today, "elena")
        with pytest.raises(Refused) as no:
            begin(plan, viewer, today, "è urgente")
        assert GUARDIAN in str(no.value.reason)
    client = signed_in("assistente")
    said = {"who": f"somebody:{GUARDIAN}", "how": "paper", "day": today.isoformat(), "once": str(new_key())}
    assert client.post(reverse("accept_plan", args=[plan.pk]), said).status_code == 302
    assert (
        client.post(reverse("accept_plan", args=[plan.pk]), {**said, "once": str(new_key())}).status_code
        == 422
    )
    with acting_as("assistente") as viewer:
        assert begin(draft(), viewer, today) == "in_force"


def test_where_nobody_decides_it_says_so_and_asks_what_was_done(acting_as, draft, signed_in, today):
    with acting_as("assistente") as viewer:
        for child in ("nadia", "leo"):
            for holder in ("karim", "elena"):
                act(viewer, today, child, holder)
        plan = draft()
        yes(plan, viewer, today, "elena")
        with pytest.raises(Refused) as no:
            begin(plan, viewer, today)
        assert "serve una tutrice o un tutore" in str(no.value.reason)
        assert begin(plan, viewer, today, "Scritto oggi al tribunale per i minorenni") == "in_force"
    paper = read(signed_in("assistente").get(reverse("print_plan", args=[plan.pk])))
    assert "Scritto oggi al tribunale per i minorenni" in paper


def read(answer):
    pages = PdfReader(BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_who_is_not_to_be_told_neither_signs_nor_learns_where(acting_as, plan_of, signed_in, today):
    client, plan = signed_in("assistente"), key_for("plan", "marchetti-1")
    before = read(client.get(reverse("print_plan", args=[plan])))
    assert "Karim Haddad" in signs(before)
    with acting_as("assistente") as viewer:
        act(viewer, today, "leo", "karim", may_be_told=False)
        where = plan_of("marchetti").review_where
    page = unescape(client.get(reverse("plan_page", args=[plan])).content.decode())
    assert "Non consegnare e non raccontare a Karim Haddad." in page
    paper = read(client.get(reverse("print_plan", args=[plan])))
    assert "Karim" not in signs(paper)
    assert where in before
    assert where not in paper


def signs(paper):
    """Who sees it and who signs."""
    return paper.partition("Che cosa sappiamo gli uni degli altri")[2].partition("Come vedremo")[0]
