"""What a minor does not agree on, and its reservation, stay with who works with the family unless the minor agrees otherwise."""

from html import unescape

import pytest
from django.urls import reverse

from intreccio.families.cases.models import Case
from intreccio.families.plans import actions
from intreccio.families.plans.models import Acceptance, Disagreement, Plan
from intreccio.families.plans.queries.report import the_plan
from intreccio.families.plans.tests.test_handing import address
from intreccio.families.plans.tests.test_print_plan import read
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import History
from intreccio.parties.people.models import Person

PLAN = key_for("plan", "marchetti-1")
DRAFT = key_for("plan", "rossetti_lima-1")
KEPT, RESERVED = "Non voglio dormire da papà, e non diteglielo", "Solo se papà non lo sa"
SETTLED = "Prima era no"


def plan(key=PLAN):
    return Plan.objects.select_related("case__household", "case__team__organisation").get(pk=key)


@pytest.fixture
def says(acting_as, today):
    """`says("nadia", words, shared=True)`."""

    def write(who, words, *, shared=False):
        with acting_as("educatrice") as by:
            person = Person.objects.get(pk=key_for("person", who))
            said = actions.Disagreed(words, said_on=today, shared=shared)
            return actions.write_disagreement(plan(), said, person=person, by=by, today=today)

    return write


def told(signed_in, acting_as, today):
    """What others read: the family's paper, where one signs, a report."""
    client = signed_in("assistente")
    pages = [
        unescape(client.get(reverse(name, args=[PLAN])).content.decode())
        for name in ("accept_plan", "sign_plan")
    ]
    _, paper = read(client.get(reverse("print_plan", args=[PLAN])))
    with acting_as("assistente") as viewer:
        case = Case.objects.get(pk=plan().case_id)
        report = "\n".join(voice.words for block in the_plan(viewer, case, today) for voice in block.voices)
    return {"accept": pages[0], "sign": pages[1], "paper": paper, "report": report}


def test_what_a_minor_does_not_agree_on_stays_with_who_works_with_the_family(
    says, signed_in, acting_as, today
):
    says("nadia", KEPT)
    for where, text in told(signed_in, acting_as, today).items():
        assert KEPT not in text, where
        assert "Secondo me Leo parla poco" in text, where
    client = signed_in("assistente")
    page = unescape(client.get(reverse("plan_page", args=[PLAN])).content.decode())
    assert KEPT in page
    assert "Resta a chi lavora con la famiglia" in page
    _, ours = read(client.get(reverse("print_plan_professional", args=[PLAN])))
    assert KEPT in ours
    assert "solo per chi lavora con la famiglia" in ours


def test_versions_side_by_side_say_it_too_and_what_was_settled_how(says, signed_in, acting_as, today):
    found = says("nadia", SETTLED)
    with acting_as("educatrice") as by:
        actions.settle_disagreement(found, how="Ne ha parlato con la mamma.", day=today, by=by, today=today)
    client = signed_in("assistente")
    for name, args in (("plan_page", [PLAN]), ("compare_plans", [PLAN, PLAN])):
        page = unescape(client.get(reverse(name, args=args)).content.decode())
        after = page.split(SETTLED)[1]
        for words in (
            "Resta a chi lavora con la famiglia",
            "Si è risolto",
            "Ne ha parlato con la mamma.",
        ):
            assert words in after, (name, words)


def test_where_the_minor_agrees_others_read_it(says, signed_in, acting_as, today):
    says("nadia", KEPT, shared=True)
    for where, text in told(signed_in, acting_as, today).items():
        assert KEPT in text, where


def test_the_form_asks_and_says_no_where_nobody_has_asked(signed_in, acting_as):
    client = signed_in("educatrice")
    address = reverse("write_disagreement", args=[PLAN])
    assert "Chiediglielo" in unescape(client.get(address).content.decode())
    said = {"who": str(key_for("person", "nadia")), "words": KEPT}
    assert client.post(address, {"once": new_key(), **said}).status_code == 302
    with acting_as("educatrice"):
        row = Disagreement.objects.get(words=KEPT)
    assert row.shared is False
    answer = client.post(
        reverse("edit_disagreement", args=[row.pk]),
        {"once": new_key(), "version": row.version, **said, "shared": "on"},
    )
    assert answer.status_code == 302
    with acting_as("educatrice"):
        assert Disagreement.objects.get(words=KEPT).shared is True


@pytest.mark.parametrize("shared", [False, True])
def test_a_minors_reservation_is_on_the_familys_paper_only_where_it_agrees(
    signed_in, acting_as, today, shared
):
    with acting_as("assistente") as by:
        nadia = key_for("person", "nadia")
        row = Acceptance.objects.select_related("plan__case__household").get(plan=PLAN, person=nadia)
        actions.void_acceptance(row, reason="di nuovo, con la sua riserva", by=by)
        said = {"how": "own_version", "day": today, "reservation": RESERVED, "shared": shared}
        who = actions.Signer(Person.objects.get(pk=nadia))
        actions.accept_plan(plan(), who, **said, by=by, today=today)
    client = signed_in("assistente")
    _, paper = read(client.get(reverse("print_plan", args=[PLAN])))
    assert (RESERVED in paper) is shared
    assert "La visita di Leo per me è presto" in paper, "a grown-up's goes on being read"
    assert RESERVED in unescape(client.get(reverse("plan_page", args=[PLAN])).content.decode())
    _, ours = read(client.get(reverse("print_plan_professional", args=[PLAN])))
    assert RESERVED in ours
    assert ("La riserva resta a chi lavora con la famiglia" in ours) is not shared


# Of whom nobody can tell that they are grown up


@pytest.fixture
def birth_not_written(acting_as):
    """`birth_not_written("nadia")`: as a list without dates brings people in."""

    def forget(who):
        with acting_as("assistente"):
            Person.objects.filter(pk=key_for("person", who)).update(birth_date=None)

    return forget


def test_a_child_of_whom_no_birth_is_written_is_not_taken_for_a_grown_up(
    says, birth_not_written, signed_in, acting_as, today
):
    says("nadia", KEPT)
    birth_not_written("nadia")
    for where, text in told(signed_in, acting_as, today).items():
        assert KEPT not in text, where
    page = unescape(signed_in("assistente").get(reverse("plan_page", args=[PLAN])).content.decode())
    assert "Resta a chi lavora con la famiglia" in page


def test_a_parent_of_whom_no_birth_is_written_goes_on_being_read(
    says, birth_not_written, signed_in, acting_as, today
):
    says("elena", "Su questo no")
    birth_not_written("elena")
    for where, text in told(signed_in, acting_as, today).items():
        assert "Su questo no" in text, where


@pytest.mark.parametrize("shared", [False, True])
def test_who_is_written_by_name_may_be_a_minor_too(signed_in, acting_as, today, shared):
    client, address = signed_in("educatrice"), reverse("write_disagreement", args=[PLAN])
    assert "o non è nell'elenco" in unescape(client.get(address).content.decode())
    said = {"once": new_key(), "somebody": "Sara, la cugina", "words": KEPT}
    assert client.post(address, said | ({"shared": "on"} if shared else {})).status_code == 302
    for where, text in told(signed_in, acting_as, today).items():
        assert (KEPT in text) is shared, where


# What is settled


def test_what_is_settled_is_open_nowhere_where_others_read(says, signed_in, acting_as, today):
    row = says("elena", SETTLED)
    with acting_as("educatrice") as by:
        actions.settle_disagreement(row, how="Ci siamo incontrati", day=today, by=by, today=today)
    for where, text in told(signed_in, acting_as, today).items():
        assert SETTLED not in text, where
    page = unescape(signed_in("educatrice").get(reverse("plan_page", args=[PLAN])).content.decode())
    assert SETTLED in page


def test_the_address_shows_neither(acting_as, phone, give, today):
    with acting_as("assistente") as by:
        held = plan(DRAFT)
        child = Person.objects.get(pk=key_for("person", "rossetti_lima_4"))
        actions.write_disagreement(held, actions.Disagreed(KEPT), person=child, by=by, today=today)
        mother = Person.objects.get(pk=key_for("person", "rossetti_lima_1"))
        row = actions.write_disagreement(held, actions.Disagreed(SETTLED), person=mother, by=by, today=today)
        actions.settle_disagreement(row, how="Ci siamo incontrati", day=today, by=by, today=today)
        open_one = actions.Disagreed("Su questo no")
        actions.write_disagreement(held, open_one, person=mother, by=by, today=today)
    text = unescape(phone.get(address(give())).content.decode())
    assert "Su questo no" in text
    assert KEPT not in text
    assert SETTLED not in text


def test_who_signs_is_not_told_that_all_agree_where_somebody_keeps_a_no(acting_as, phone, give, today):
    with acting_as("assistente") as by:
        child = Person.objects.get(pk=key_for("person", "rossetti_lima_4"))
        actions.write_disagreement(plan(DRAFT), actions.Disagreed(KEPT), person=child, by=by, today=today)
    text = unescape(phone.get(address(give())).content.decode())
    assert "Qui non è scritto nessun disaccordo." in text
    assert "siamo d'accordo su tutto" not in text


# Another body, to which the record is open

OUTSIDE = "consultorio"


def of_another_body(signed_in):
    """What it reads of the plan: the page, the complete paper, versions and mistakes."""
    client = signed_in(OUTSIDE)
    found = {
        name: unescape(client.get(reverse(name, args=[PLAN])).content.decode())
        for name in ("plan_page", "plan_versions")
    }
    _, found["paper"] = read(client.get(reverse("print_plan_professional", args=[PLAN])))
    return found


def test_another_body_to_which_the_record_is_open_reads_no_no_that_a_minor_keeps(says, signed_in, acting_as):
    says("nadia", KEPT)
    says("elena", "Su questo no")
    for where, text in of_another_body(signed_in).items():
        assert KEPT not in text, where
    page = of_another_body(signed_in)["plan_page"]
    assert "Su questo no" in page, "a grown-up's goes on being read"
    with acting_as(OUTSIDE):
        assert not Disagreement.objects.filter(words=KEPT).exists(), "by row security, not by the page"


def test_another_body_reads_what_a_minor_agrees_to_show(says, signed_in):
    says("nadia", KEPT, shared=True)
    found = of_another_body(signed_in)
    assert KEPT in found["plan_page"]
    assert KEPT in found["paper"]


def test_what_was_corrected_or_annulled_of_a_no_is_for_the_team(says, signed_in, acting_as, today):
    row = says("nadia", KEPT)
    with acting_as("educatrice") as by:
        nadia = Person.objects.get(pk=key_for("person", "nadia"))
        said = actions.Disagreed("Va bene", said_on=today, shared=True)
        actions.edit_disagreement(row, said, version=row.version, person=nadia, by=by, today=today)
        assert History.objects.filter(row_id=row.pk).exists()
    with acting_as(OUTSIDE):
        assert not History.objects.filter(row_id=row.pk).exists()


def test_another_body_reads_no_reservation_that_a_minor_keeps(signed_in, acting_as, today):
    with acting_as("assistente") as by:
        nadia = key_for("person", "nadia")
        row = Acceptance.objects.select_related("plan__case__household").get(plan=PLAN, person=nadia)
        actions.void_acceptance(row, reason="di nuovo, con la sua riserva", by=by)
        who = actions.Signer(Person.objects.get(pk=nadia))
        said = {"how": "own_version", "day": today, "reservation": RESERVED}
        actions.accept_plan(plan(), who, **said, by=by, today=today)
        draft = actions.revise_plan(plan(), by=by, today=today)
    found = of_another_body(signed_in)
    pair = reverse("compare_plans", args=[PLAN, draft.pk])
    found["beside"] = unescape(signed_in(OUTSIDE).get(pair).content.decode())
    for where, text in found.items():
        assert RESERVED not in text, where
    assert RESERVED in unescape(signed_in("educatrice").get(pair).content.decode())


def test_another_body_is_not_told_that_who_keeps_a_no_was_not_heard(says, signed_in, acting_as, today):
    with acting_as("assistente") as by:
        nadia = key_for("person", "nadia")
        Person.objects.filter(pk=nadia).update(birth_date=today.replace(year=today.year - 14, day=1))
        row = Acceptance.objects.select_related("plan__case__household").get(plan=PLAN, person=nadia)
        actions.void_acceptance(row, reason="prova", by=by)
    said = "L'ascolto di Nadia"
    assert said in unescape(signed_in("educatrice").get(reverse("plan_page", args=[PLAN])).content.decode())
    says("nadia", KEPT)
    assert "Non ancora" not in of_another_body(signed_in)["plan_page"].partition(said)[2][:300]


def test_another_body_does_not_read_that_a_minor_took_back_a_yes_nor_why(signed_in, acting_as):
    def take_back(who, why):
        with acting_as("assistente") as by:
            rows = Acceptance.objects.select_related("plan__case__household")
            actions.void_acceptance(rows.get(plan=PLAN, person=key_for("person", who)), reason=why, by=by)

    take_back("nadia", KEPT)
    take_back("elena", "Ci ha ripensato, la visita è presto")
    for where, text in of_another_body(signed_in).items():
        assert KEPT not in text, where
        assert "Ci ha ripensato" in text, "a grown-up's goes on being read"
    assert KEPT in unescape(signed_in("educatrice").get(reverse("plan_page", args=[PLAN])).content.decode())
    with acting_as(OUTSIDE):
        assert not Acceptance.objects.filter(void_reason=KEPT).exists(), "by row security, not by the page"
        assert not History.objects.filter(table_name="plans_acceptance", row_id__in=nadias()).exists()
    with acting_as("educatrice"):
        assert History.objects.filter(table_name="plans_acceptance", row_id__in=nadias()).exists()


def nadias():
    return [key_for("acceptance", "marchetti-1", "nadia")]


# Of whom the year alone is written


@pytest.fixture
def born_in(acting_as, today):
    """`born_in(years, "year")`: Nadia, of whom no day is known, is eighteen in the year that is going on, or was before."""

    def write(years, precision):
        with acting_as("assistente"):
            birth = today.replace(year=today.year - years, month=1, day=1)
            Person.objects.filter(pk=key_for("person", "nadia")).update(
                birth_date=birth, birth_precision=precision
            )

    return write


@pytest.mark.parametrize("precision", ["year", "estimated"])
def test_who_may_not_be_eighteen_yet_is_not_taken_for_a_grown_up(
    precision, says, born_in, signed_in, acting_as, today
):
    born_in(18, precision)
    says("nadia", KEPT)
    for where, text in {**told(signed_in, acting_as, today), **of_another_body(signed_in)}.items():
        assert KEPT not in text, where
    with acting_as(OUTSIDE):
        assert not Disagreement.objects.filter(words=KEPT).exists()


@pytest.mark.parametrize(("years", "precision"), [(18, "exact"), (19, "year")])
def test_who_is_eighteen_for_sure_is(years, precision, says, born_in, signed_in, acting_as, today):
    born_in(years, precision)
    says("nadia", KEPT)
    for where, text in told(signed_in, acting_as, today).items():
        assert KEPT in text, where
    with acting_as(OUTSIDE):
        assert Disagreement.objects.filter(words=KEPT).exists()
