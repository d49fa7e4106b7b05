"""Who writes a yes, and for whom: the family's reference too; who wrote it is said; a child too young does not sign."""

from datetime import timedelta
from html import unescape

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from intreccio.families.cases.models import Case
from intreccio.families.plans import actions
from intreccio.families.plans.models import Acceptance, Goal, Plan
from intreccio.families.plans.queries.sheet import Sheet
from intreccio.families.plans.rules.goals import why_not_say_so
from intreccio.families.plans.rules.hearing import is_too_young
from intreccio.families.plans.tests.test_print_plan import read
from intreccio.ground.kernel.clock import today as today_
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.refused import NotAllowed, Refused
from intreccio.parties.people.models import Person

PLAN, DRAFT = key_for("plan", "marchetti-1"), key_for("plan", "rossetti_lima-1")
MOTHER = key_for("person", "rossetti_lima_1")
LEO, NADIA = key_for("person", "leo"), key_for("person", "nadia")
D = today_()


def plan(key=DRAFT):
    return Plan.objects.select_related("case__household").get(pk=key)


@pytest.fixture
def refers(acting_as, hat):
    """`refers("educatrice")`: who answers for the family."""

    def name(account):
        with acting_as("coordinatrice"):
            assert Case.objects.filter(plans=DRAFT).update(responsible=hat(account))

    return name


@pytest.fixture
def next_version(acting_as, today):
    """The version in preparation of the Marchetti family: nobody has said yes to it."""
    with acting_as("assistente") as viewer:
        return actions.revise_plan(plan(PLAN), by=viewer, today=today).pk


def words_on(paper):
    return read(paper)[1]


def of_age(acting_as, key, age):
    with acting_as("assistente"):
        Person.objects.filter(pk=key).update(birth_date=D.replace(year=D.year - age, day=1))


def once(**said):
    return {"once": str(new_key()), **said}


# The family's reference collects


@pytest.mark.parametrize("account", ["educatrice", "psicologa"])
@pytest.mark.parametrize("name", ["accept_plan", "hand_plan"])
def test_the_reference_of_the_family_collects_and_a_colleague_does_not(signed_in, refers, account, name):
    client, address = signed_in(account), reverse(name, args=[DRAFT])
    refers("assistente")
    assert client.get(address).status_code == 403
    refers(account)
    assert client.get(address).status_code == 200


def test_the_reference_writes_a_yes_gives_the_address_and_takes_a_mistake_back(acting_as, refers, today, hat):
    refers("educatrice")
    with acting_as("educatrice") as viewer:
        who = actions.Signer(Person.objects.get(pk=MOTHER))
        actions.hand_plan(plan(), who.person, by=viewer, today=today)
        row = actions.accept_plan(plan(), who, how="voice", day=today, by=viewer, today=today)
        assert row.written_by_id == hat("educatrice")
        actions.void_acceptance(row, reason="non era lei", by=viewer)
    refers("assistente")
    with acting_as("educatrice") as viewer, pytest.raises(NotAllowed):
        actions.accept_plan(plan(), who, how="voice", day=today, by=viewer, today=today)


def test_and_lets_it_begin_where_the_rule_allows(acting_as, refers, today):
    refers("educatrice")
    later = {
        "review_on": today + timedelta(days=60),
        "without_reason": "è lontano",
        "unheard_reason": "più avanti",
    }
    with acting_as("educatrice") as viewer:
        with pytest.raises(Refused, match="cannot_put_in_force"):
            actions.put_in_force(plan(), by=viewer, today=today, **later)
        for goal in Goal.objects.select_related("plan__case__household").filter(plan=DRAFT, voided_at=None):
            actions.edit_goal(goal, version=goal.version, person=goal.person, by=viewer, steps=list("12345"))
        who = actions.Signer(Person.objects.get(pk=MOTHER))
        actions.accept_plan(plan(), who, how="voice", day=today, by=viewer, today=today)
        actions.put_in_force(plan(), by=viewer, today=today, **later)
        assert plan().state == "in_force"


def test_the_database_says_so_too(acting_as, refers, today, hat):
    """With every rule of ours forgotten: who does not answer for the family writes nobody else's yes."""
    with acting_as("educatrice"):
        row = Acceptance(
            plan=plan(), person_id=MOTHER, how="voice", day=today, written_by_id=hat("educatrice"), form="x",
            household_id=plan().household_id, team_id=plan().team_id,
        )  # fmt: skip
    refers("assistente")
    with acting_as("educatrice"), pytest.raises(DatabaseError), transaction.atomic():
        row.save(force_insert=True)
    refers("educatrice")
    with acting_as("educatrice"):
        row.save(force_insert=True)


def test_the_page_gives_the_reference_the_buttons(signed_in, refers):
    refers("educatrice")
    page = signed_in("educatrice").get(reverse("plan_page", args=[DRAFT])).content.decode()
    assert reverse("accept_plan", args=[DRAFT]) in page
    assert reverse("hand_plan", args=[DRAFT]) in page
    assert (
        reverse("accept_plan", args=[DRAFT])
        not in signed_in("psicologa").get(reverse("plan_page", args=[DRAFT])).content.decode()
    )


def test_the_page_of_roles_says_so(signed_in):
    page = unescape(signed_in("educatrice").get(reverse("roles_page")).content.decode())
    assert "delle famiglie di cui si è il riferimento" in page


# Who wrote it


def test_who_wrote_a_yes_for_somebody_else_is_said(signed_in, acting_as, today, hat):
    with acting_as("assistente") as viewer:
        colleague = actions.Signer(membership_id=hat("educatrice"))
        actions.accept_plan(plan(), colleague, how="voice", day=today, by=viewer, today=today)
        actions.accept_plan(
            plan(),
            actions.Signer(Person.objects.get(pk=MOTHER)),
            how="paper",
            day=today,
            by=viewer,
            today=today,
        )
    with acting_as("psicologa") as viewer:
        actions.sign_plan(plan(), by=viewer, today=today)
        said = {one.who: one.written for one in Sheet(viewer, plan()).yes}
    assert said["Chiara Fontana"] == "l'ha scritto Giulia Serra"
    assert said["Irene Costa"] == ""
    assert sorted(said.values()).count("l'ha scritto Giulia Serra") == 2
    client = signed_in("psicologa")
    assert (
        unescape(client.get(reverse("plan_page", args=[DRAFT])).content.decode()).count(
            "l'ha scritto Giulia Serra"
        )
        == 2
    )
    assert "ha scritto Giulia Serra" in words_on(client.get(reverse("print_plan_professional", args=[DRAFT])))


def test_beside_another_version_it_is_said_too(signed_in, acting_as, next_version, today):
    with acting_as("assistente") as viewer:
        elena = actions.Signer(Person.objects.get(pk=key_for("person", "elena")))
        actions.accept_plan(plan(next_version), elena, how="voice", day=today, by=viewer, today=today)
    text = unescape(
        signed_in("assistente").get(reverse("compare_plans", args=[PLAN, next_version])).content.decode()
    )
    assert "l'ha scritto Giulia Serra" in text


def test_of_a_yes_from_ones_own_telephone_it_is_said_who_gave_the_address(acting_as, hat):
    from intreccio.families.plans.queries.cards import Yes

    with acting_as("assistente"):
        row = Acceptance(how="link", day=D, written_by_id=hat("assistente"))
        assert Yes("Elena", row).written == "l'indirizzo l'ha dato Giulia Serra"


# A child too young does not sign


@pytest.mark.parametrize(
    ("age", "young"), [(0, True), (3, True), (11, True), (12, False), (17, False), (18, False), (40, False)]
)
def test_who_is_too_young_to_sign(age, young):
    birth = D.replace(year=D.year - age, day=1)
    assert is_too_young(birth, D.replace(day=28), from_age=12) is young
    assert is_too_young(None, D, from_age=12) is False


@pytest.mark.parametrize(
    ("own", "minor", "young", "words"),
    [
        (True, True, True, ""),
        (False, True, True, "la sua versione"),
        (False, True, False, ""),
        (True, False, False, "bambini e i ragazzi"),
        (False, False, False, ""),
    ],
)
def test_how_each_says_so(own, minor, young, words):
    reason = why_not_say_so(own_version=own, is_minor=minor, too_young=young)
    assert words in str(reason) if words else reason is None


@pytest.mark.parametrize("how", ["paper", "voice", "drawn"])
def test_a_three_year_old_signs_nothing_and_the_form_says_what_is_done_instead(
    signed_in, acting_as, next_version, today, how
):
    sent = once(
        who=f"person:{LEO}",
        how=how,
        day=today.isoformat(),
        signature_strokes='[["ink",6,[1,1,90,90]]]' if how == "drawn" else "",
    )
    answer = signed_in("assistente").post(reverse("accept_plan", args=[next_version]), sent)
    assert answer.status_code == 422
    assert "si legge insieme la sua versione" in unescape(answer.content.decode())
    with acting_as("assistente") as viewer, pytest.raises(Refused, match="cannot_accept"):
        actions.accept_plan(
            plan(next_version),
            actions.Signer(Person.objects.get(pk=LEO)),
            how="voice",
            day=today,
            by=viewer,
            today=today,
        )


def test_the_heading_names_who_really_agreed(signed_in, acting_as, next_version, today):
    of_age(acting_as, NADIA, 13)
    with acting_as("assistente") as viewer:
        for key, how in ((LEO, "own_version"), (NADIA, "own_version"), (key_for("person", "elena"), "voice")):
            who = actions.Signer(Person.objects.get(pk=key))
            actions.accept_plan(plan(next_version), who, how=how, day=today, by=viewer, today=today)
        sheet = Sheet(viewer, plan(next_version))
        assert sheet.written_with in ("Nadia ed Elena", "Nadia e Elena", "Elena e Nadia")
        leo = next(one for one in sheet.yes if one.row.person_id == LEO)
        assert (leo.said, leo.how) == ("Parlato insieme", "la sua versione, letta insieme")


def test_on_the_family_s_paper_only_who_can_sign_has_a_line(signed_in, acting_as, next_version):
    from intreccio.families.plans.queries.paper import words_of
    from intreccio.families.plans.queries.printed import printed

    def signers_for(viewer):
        return words_of(viewer, Sheet(viewer, printed(viewer, plan(next_version).pk, D)), D)["signers"]

    of_age(acting_as, NADIA, 13)
    with acting_as("assistente") as viewer:
        signers = signers_for(viewer)
    assert any("Elena" in one for one in signers)
    assert any("Nadia" in one for one in signers), "thirteen"
    assert not any("Leo" in one for one in signers)
    of_age(acting_as, LEO, 9)
    with acting_as("assistente") as viewer:
        signers = signers_for(viewer)
    assert not any("Leo" in one for one in signers), "nine: his version is read together"
