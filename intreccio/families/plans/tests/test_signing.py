"""What was signed is what is read: imprints, drawn signatures, one's own yes; a picture is opened by who sees the plan."""

import hashlib
from dataclasses import replace
from html import unescape
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from intreccio.families.plans import actions
from intreccio.families.plans.models import Acceptance, Plan, PlanAction
from intreccio.families.plans.queries.cards import Yes
from intreccio.families.plans.queries.reading import goals_of
from intreccio.families.plans.queries.signing import imprint_now, imprint_read, outside, read_again
from intreccio.families.plans.rules.signing import (
    FIRST,
    FORM,
    WordedAction,
    WordedGoal,
    WordedLink,
    imprint_of,
    short_sign,
    why_not_mark,
    why_not_way,
)
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event, Reading
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.people.models import FamilyDocument, Household, Person
from intreccio.workshop.documents.files.content import checked
from intreccio.workshop.documents.models import Document
from intreccio.workshop.documents.tests.makers import LIMITS, paper, picture

PLAN, DRAFT = key_for("plan", "marchetti-1"), key_for("plan", "rossetti_lima-1")
ELENA_YES = key_for("acceptance", "marchetti-1", "elena")
MOTHER = key_for("person", "rossetti_lima_1")
WORKED = WordedAction("a", "Una storia", "person 1", "ogni sera", "")
GOAL = WordedGoal(
    "g", "children", "children", "leo", "futuro", "Leo parla", "", ("1", "2", "3", "4", "5"), -2, 0, (WORKED,)
)
OTHER = replace(GOAL, key="h", side="parents", actions=())
LINK = WordedLink("g", "h", "insieme")


def drawing():
    return checked(picture("PNG"), LIMITS)


def draft():
    return Plan.objects.select_related("case__household").get(pk=DRAFT)


def mother():
    return actions.Signer(Person.objects.get(pk=MOTHER))


def said(today, **more):
    return {
        "who": f"person:{MOTHER}",
        "how": "voice",
        "day": today.isoformat(),
        "once": str(new_key()),
        **more,
    }


# Rules


@pytest.mark.parametrize(
    ("form", "more"),
    [
        ("intreccio.plan/1", ""),
        ("intreccio.plan/2", ',"Parlo","talk"'),
        ("intreccio.plan/3", ',"Parlo","talk",["pace","ties"],"quando è pronto"'),
    ],
)
def test_the_imprint_is_written_down_once_and_for_all(form, more):
    """Whoever changes the canonical form adds to this, and gives the form a new name: what was signed must still be found."""
    steps = '["1","2","3","4","5"],-2,0'
    told = (
        f'["{form}",[["g","children","children","leo","futuro","Leo parla","",{steps},[["a","Una storia","person 1",'
        f'"ogni sera",""]]{more}],["h","parents","children","leo","futuro","Leo parla","",{steps},[]{more}]],[["g","h","insieme"]]]'
    )
    goals = [
        replace(
            goal, child_words="Parlo", picture="talk", families=("ties", "pace"), own_time="quando è pronto"
        )
        for goal in (GOAL, OTHER)
    ]
    assert imprint_of(goals, [LINK], form) == hashlib.sha256(told.encode()).hexdigest()
    assert short_sign("a1b2c3d4e5") == "a1b2 c3d4"
    assert short_sign("") == ""


def test_in_which_order_it_is_read_makes_no_difference():
    turned = WordedLink("h", "g", "insieme")
    assert imprint_of([OTHER, GOAL], [turned, LINK]) == imprint_of([GOAL, OTHER], [LINK])
    assert imprint_of([replace(GOAL, title="Perché")], []) == imprint_of(
        [replace(GOAL, title="Perche\u0301")], []
    )


ELSE = {
    "key": "x", "side": "parents", "strand": "work", "person": "nadia", "need": "abitare", "title": "Altro", "why": "perché sì",
    "steps": ("1", "2", "3", "4", "6"), "start": -1, "aim": 1, "actions": (), "child_words": "Parlo", "picture": "talk",
    "families": ("pace",), "own_time": "poi",
}  # fmt: skip


@pytest.mark.parametrize("name", ELSE)
def test_another_word_anywhere_is_another_imprint(name):
    assert imprint_of([replace(GOAL, **{name: ELSE[name]})], []) != imprint_of([GOAL], [])


@pytest.mark.parametrize("name", ["key", "what", "who", "rhythm", "by_when"])
def test_and_so_is_another_thing_to_do(name):
    changed = replace(GOAL, actions=(replace(WORKED, **{name: "altro"}),))
    assert imprint_of([changed], []) != imprint_of([GOAL], [])


def test_a_yes_of_before_is_read_again_by_the_recipe_of_then(acting_as, today):
    """Of before recipes had names: no name beside it, and nothing of what is said to a child in it."""
    with acting_as("assistente") as viewer:
        goals = goals_of(draft())
        old = Acceptance(imprint=imprint_read(goals, FIRST), form="", covers=[])
        assert read_again(old, goals) == old.imprint
        assert outside(old, goals) == set()
        row = actions.accept_plan(draft(), mother(), how="voice", day=today, by=viewer, today=today)
        assert (row.form, set(row.covers)) == (FORM, {one.id for goal in goals for one in goal.actions})
        assert read_again(row, goals) == row.imprint != old.imprint
        for goal in goals:
            goal.child_words = "Altre parole"
        assert read_again(row, goals) != row.imprint
        assert read_again(old, goals) == old.imprint


def test_what_a_yes_covers_is_rewritten_by_nobody(acting_as, today):
    with acting_as("assistente") as viewer:
        row = actions.accept_plan(draft(), mother(), how="voice", day=today, by=viewer, today=today)
        for column, value in (("form", "intreccio.plan/1"), ("covers", []), ("imprint", "a" * 64)):
            with pytest.raises(DatabaseError), transaction.atomic():
                Acceptance.objects.filter(pk=row.pk).update(**{column: value})


TEXT = st.text(max_size=12)


@given(TEXT, TEXT, TEXT, TEXT)
def test_words_do_not_slip_from_one_field_into_the_next(one, two, three, four):
    before = imprint_of([replace(GOAL, title=one, why=two)], [])
    after = imprint_of([replace(GOAL, title=three, why=four)], [])
    same = imprint_of([replace(GOAL, title=one, why="")], []) == imprint_of(
        [replace(GOAL, title=three, why="")], []
    )
    same_why = imprint_of([replace(GOAL, why=two)], []) == imprint_of([replace(GOAL, why=four)], [])
    assert (before == after) == (same and same_why)


@pytest.mark.parametrize(
    ("how", "has_mark", "is_picture", "refused"),
    [
        ("drawn", False, True, "Si firma con il dito"),
        ("drawn", True, False, "un PDF va con"),
        ("drawn", True, True, ""),
        ("paper", False, True, ""),
        ("paper", True, False, ""),
        ("link", True, True, ""),
        ("voice", True, True, "C'è una firma"),
        ("own_version", True, True, "C'è una firma"),
        ("voice", False, True, ""),
    ],
)
def test_a_signature_goes_with_what_is_signed(how, has_mark, is_picture, refused):
    reason = why_not_mark(how, has_mark=has_mark, is_picture=is_picture)
    assert refused in str(reason) if refused else reason is None


@pytest.mark.parametrize(
    ("how", "ones_own"), [("signed_in", True), ("link", True), ("paper", False), ("drawn", False)]
)
def test_what_one_says_by_oneself_is_written_by_nobody_else(how, ones_own):
    assert (why_not_way(how) is not None) == ones_own


def test_on_a_print_it_says_when_and_which_words(today):
    row = SimpleNamespace(
        day=today.replace(month=12, day=3), imprint="a1b2c3d4" * 8, how="paper", reservation=""
    )
    assert Yes("Elena", row).signed_words == f"firmato il 3 dicembre {today.year}, impronta a1b2 c3d4"
    assert "impronta" not in Yes("Elena", SimpleNamespace(day=today, imprint="")).signed_words


# Drawn, and on paper


def test_a_drawn_signature_is_kept_with_the_words_it_is_about(acting_as, today):
    with acting_as("assistente") as viewer:
        row = actions.accept_plan(
            draft(), mother(), how="drawn", day=today, mark=drawing(), by=viewer, today=today
        )
        assert row.mark.added_by == viewer.membership_id
        assert row.imprint == imprint_now(draft())
        act = Event.objects.get(subject_id=row.pk)
        assert (act.kind, act.codes["how"], act.codes["marked"]) == ("plan.accepted", "drawn", True)


@pytest.mark.parametrize(
    ("how", "code"), [("drawn", "mark"), ("signed_in", "ones_own"), ("link", "ones_own")]
)
def test_accept_plan_refuses_what_is_not_there_or_is_ones_own(acting_as, today, how, code):
    with acting_as("assistente") as viewer, pytest.raises(Refused, match=code):
        actions.accept_plan(draft(), mother(), how=how, day=today, by=viewer, today=today)


def test_on_the_phone_the_person_signs_and_the_signature_is_seen(signed_in, today):
    client = signed_in("assistente")
    sent = said(today, how="drawn", signature=SimpleUploadedFile("f.png", picture("PNG"), "image/png"))
    assert client.post(reverse("accept_plan", args=[DRAFT]), sent).status_code == 302
    text = unescape(client.get(reverse("plan_page", args=[DRAFT])).content.decode())
    assert "Firmato" in text
    assert "sullo schermo, l'ha scritto Giulia Serra, impronta" in text
    assert "ciò che è stato firmato è quello che si legge qui" in text
    mark = client.get(
        next(part.split('"')[0] for part in text.split('href="') if part.split('"')[0].endswith("/mark"))
    )
    assert (mark.status_code, mark["Content-Type"], mark["Cache-Control"]) == (200, "image/png", "no-store")


def test_a_scan_of_paper_may_be_a_pdf_and_a_drawing_may_not(signed_in, acting_as, today):
    client, address = signed_in("assistente"), reverse("accept_plan", args=[DRAFT])

    def scan():
        return SimpleUploadedFile("f.pdf", paper(), "application/pdf")

    refused = client.post(address, said(today, how="drawn", scan=scan()))
    assert refused.status_code == 422
    assert "un PDF va con" in unescape(refused.content.decode())
    assert client.post(address, said(today, how="voice", scan=scan())).status_code == 422
    assert client.post(address, said(today, how="drawn")).status_code == 422
    both = said(
        today, how="paper", scan=scan(), signature=SimpleUploadedFile("f.png", picture("PNG"), "image/png")
    )
    assert "Una firma alla volta" in unescape(client.post(address, both).content.decode())
    assert client.post(address, said(today, how="paper", scan=scan())).status_code == 302
    with acting_as("assistente"):
        assert Acceptance.objects.get(plan=DRAFT).mark.media_type == "application/pdf"


def test_when_somebody_else_does_it_the_page_says_that_something_changed(signed_in, acting_as, today):
    client = signed_in("assistente")
    page = reverse("plan_page", args=[PLAN])
    assert "Da allora qualcosa qui è cambiato" not in unescape(client.get(page).content.decode())
    with acting_as("assistente") as viewer:
        rows = PlanAction.objects.select_related("goal__plan__case__household")
        row = rows.filter(goal__plan=PLAN, state="to_do", voided_at=None).first()
        before = imprint_now(row.goal.plan)
        actions.finish_action(row, state="done", version=row.version, by=viewer, today=today)
        assert imprint_now(row.goal.plan) == before, "how far it is was never agreed"
        deed, doer = actions.Deed("Accompagna Leo"), actions.Doer(somebody="la zia")
        actions.add_action(row.goal, deed, doer, by=viewer, today=today)
    text = unescape(client.get(page).content.decode())
    assert "Dopo il suo sì è stata aggiunta 1 azione: non ne fa parte." in text
    assert "aggiunta dopo il sì di Elena" in text
    assert "le azioni aggiunte dopo sono segnate" in text
    with acting_as("assistente") as viewer:
        other = rows.filter(goal__plan=PLAN, state="to_do", voided_at=None).first()
        who = actions.Doer(somebody="la zia")
        actions.edit_action(other, actions.Deed(other.what), who, version=other.version, by=viewer)
    text = unescape(client.get(page).content.decode())
    assert "Da allora qualcosa qui è cambiato" in text
    assert "si legge qui" not in text


# Who opens a signature


@pytest.mark.parametrize(
    ("account", "status"),
    [("educatrice", 200), ("awa", 200), ("scuola", 404), ("comune", 404), ("sara", 404)],
)
def test_signature_mark_is_opened_by_who_sees_the_plan_and_written(signed_in, acting_as, account, status):
    assert signed_in(account).get(reverse("signature_mark", args=[ELENA_YES])).status_code == status
    with acting_as("educatrice") as viewer:
        mine = Reading.objects.filter(page="signature_mark", membership_id=viewer.membership_id)
        assert mine.exists() == (account == "educatrice")


def test_without_a_picture_there_is_nothing_to_open(signed_in):
    nadia = key_for("acceptance", "marchetti-1", "nadia")
    assert signed_in("educatrice").get(reverse("signature_mark", args=[nadia])).status_code == 404


def test_a_yes_that_was_a_mistake_keeps_its_signature(signed_in, acting_as):
    with acting_as("assistente") as viewer:
        row = Acceptance.objects.select_related("plan__case__household").get(pk=ELENA_YES)
        actions.void_acceptance(row, reason="era un'altra", by=viewer)
    assert signed_in("educatrice").get(reverse("signature_mark", args=[ELENA_YES])).status_code == 200


def test_the_id_of_somebody_elses_file_opens_nothing(acting_as, today):
    """Neither on a yes nor on a paper of a family can a file be tied that one has not just put there."""
    with acting_as("educatrice"):
        theirs = FamilyDocument.objects.filter(household=key_for("household", "marchetti")).first()
        signature = Acceptance.objects.get(pk=ELENA_YES).mark_id
    home = {"household_id": key_for("household", "bah"), "team_id": key_for("team", "equipe_est")}
    with acting_as("lucia") as viewer:
        assert not Document.objects.filter(pk__in=[theirs.document_id, signature]).exists()
        home = {"household_id": Household.objects.first().pk, "team_id": Household.objects.first().team_id}
        plan = (
            Plan.objects.filter(state="in_force", **home).first()
            or Plan.objects.filter(state="in_force").first()
        )
        home = {"household_id": plan.household_id, "team_id": plan.team_id}
        for file in (theirs.document_id, signature):
            yes = Acceptance(
                plan=plan,
                somebody="nessuno",
                how="paper",
                day=today,
                mark_id=file,
                written_by_id=viewer.membership_id,
                **home,
            )
            folder = FamilyDocument(kind="other", day=today, document_id=file, **home)
            for row in (yes, folder):
                with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                    row.save(force_insert=True)


# One's own yes


@pytest.mark.parametrize("account", ["educatrice", "psicologa", "assistente", "coordinatrice"])
def test_sign_plan_is_ones_own_yes_and_a_second_tap_writes_nothing(signed_in, acting_as, hat, today, account):
    client = signed_in(account)
    text = client.get(reverse("plan_page", args=[DRAFT])).content.decode()
    assert f'href="{reverse("sign_plan", args=[DRAFT])}"' in text
    once = str(new_key())
    for _tap in range(2):
        assert client.post(reverse("sign_plan", args=[DRAFT]), {"once": once}).status_code == 302
    with acting_as(account):
        row = Acceptance.objects.get(plan=DRAFT)
        assert (row.worker_id, row.written_by_id, row.how, row.day) == (
            hat(account),
            hat(account),
            "signed_in",
            today,
        )
        assert row.imprint == imprint_now(draft())
    after = client.get(reverse("plan_page", args=[DRAFT])).content.decode()
    assert reverse("sign_plan", args=[DRAFT]) not in after, "nobody says yes twice"
    again = client.post(reverse("sign_plan", args=[DRAFT]), {"once": str(new_key())})
    assert again.status_code == 409


def test_who_is_not_of_the_team_does_not_sign(acting_as, today):
    with acting_as("educatrice"):
        plan = Plan.objects.select_related("case__household").get(pk=PLAN)
    for stranger in ("lucia", "scuola"):
        with acting_as(stranger) as viewer, pytest.raises(Refused):
            actions.sign_plan(plan, by=viewer, today=today)


@pytest.mark.parametrize(
    ("account", "how", "worker"),
    [("educatrice", "signed_in", "assistente"), ("coordinatrice", "signed_in", "educatrice"), ("psicologa", "paper", "educatrice"),
     ("psicologa", "voice", "assistente")],
)  # fmt: skip
def test_the_database_holds_it_too(acting_as, hat, today, account, how, worker):
    """Nobody confirms from the access of another; who may not write the yes of others does not by going around `write_yes` either."""
    with acting_as(account) as viewer:
        plan = draft()
        row = Acceptance(
            plan=plan, worker_id=hat(worker), how=how, day=today, written_by_id=viewer.membership_id,
            household_id=plan.household_id, team_id=plan.team_id,
        )  # fmt: skip
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            row.save(force_insert=True)
