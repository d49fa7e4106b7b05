"""A child's words are for whom the child agrees: who reads them, where they stand, who says it for the child."""

import json
from html import unescape
from io import BytesIO
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from pypdf import PdfReader

from intreccio.families.assessments import actions
from intreccio.families.assessments.models import ChildWords
from intreccio.families.assessments.queries.look import look_of
from intreccio.families.assessments.tests.conftest import page
from intreccio.families.assessments.tests.test_actions import last_event, said
from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.parts import told
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import History, Reading
from intreccio.ground.kernel.refused import Changed, Refused

NADIA, LITTLE = key_for("person", "nadia"), key_for("person", "pellegrini_3")
WORDS = key_for("child_words", "marchetti_t0", "nadia")
PLAN = key_for("plan", "marchetti-1")
AFRAID = "Ho paura quando papà urla. Non diteglielo."
PAPERS = ("print_plan", "print_plan_professional")


def words():
    return ChildWords.objects.select_related("household", "assessment").get(pk=WORDS)


def share(agreed, by, version=1):
    actions.share_child_words(words(), agreed=agreed, version=version, by=by)


def paper(client, name):
    reader = PdfReader(BytesIO(client.get(reverse(name, args=[PLAN])).content))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def text(client, address):
    return unescape(client.get(address).content.decode())


def everywhere(client):
    """Every page and paper of the plan, and of the family's story."""
    yield from (paper(client, name) for name in PAPERS)
    yield text(client, reverse("plan_page", args=[PLAN]))
    yield text(client, reverse("child_plan", args=[PLAN, NADIA]))
    yield text(client, reverse("household_story", args=[key_for("household", "marchetti")]))
    yield text(client, reverse("plan_versions", args=[key_for("case", "marchetti")]))


@pytest.mark.parametrize("agreed", ["not_asked", "near", "team"])
def test_words_that_a_child_did_not_agree_to_stand_in_no_plan_paper_or_report(
    signed_in, acting_as, agreed, today
):
    with acting_as("educatrice") as viewer:
        kept = words().words
        if agreed == "not_asked":
            ChildWords.objects.filter(pk=WORDS).update(agreed=agreed)
        else:
            share(agreed, viewer)
        case = Case.objects.select_related("household").get(pk=key_for("case", "marchetti"))
        report = told(viewer, case, ["child_words"], today)
        assert kept not in json.dumps([[v.words for v in block.voices] for block in report])
    for read in everywhere(signed_in("educatrice")):
        assert kept not in read


def test_words_that_a_child_agrees_to_stand_in_the_plan_and_on_its_papers(signed_in, acting_as, today):
    with acting_as("educatrice") as viewer:
        kept = words().words
        case = Case.objects.select_related("household").get(pk=key_for("case", "marchetti"))
        (block,) = told(viewer, case, ["child_words"], today)
        assert kept in [voice.words for voice in block.voices]
    client = signed_in("educatrice")
    assert kept in text(client, reverse("plan_page", args=[PLAN]))
    assert all(kept in paper(client, name) for name in PAPERS)


def test_what_is_kept_near_is_read_by_who_listened_and_who_answers_for_the_family(acting_as):
    with acting_as("educatrice") as viewer:
        share("near", viewer)
        assert words().agreed == "near"
        assert last_event("assessment.child_words_shared").codes["agreed"] == "near"
        assert History.objects.filter(row_id=WORDS).exists()
    for account in ("coordinatrice", "psicologa", "davide", "comune"):
        with acting_as(account) as viewer:
            answers_for = Case.objects.filter(
                pk=key_for("case", "marchetti"), responsible_id=viewer.membership_id
            )
            assert ChildWords.objects.filter(pk=WORDS).exists() is answers_for.exists(), account
            assert History.objects.filter(row_id=WORDS).exists() is answers_for.exists(), account


def test_what_was_kept_near_does_not_come_out_with_what_is_shown_later(acting_as):
    with acting_as("educatrice") as viewer:
        share("near", viewer)
        share("team", viewer, version=2)
    with acting_as("psicologa"):
        assert ChildWords.objects.filter(pk=WORDS).exists()
        assert not History.objects.filter(row_id=WORDS).exists()


def test_who_may_not_read_them_finds_that_they_are_there_and_does_not_write_over_them(
    signed_in, acting_as, look_at, today
):
    with acting_as("educatrice") as viewer:
        mine = said(today, words=AFRAID, agreed="near")
        row = actions.write_child_words(look_at("pellegrini_t0"), LITTLE, mine, version=None, by=viewer)
        name = viewer.name
    with acting_as("psicologa") as viewer:
        look = look_of(viewer, look_at("pellegrini_t0"))
        child = next(one for one in look.children if one.person_id == LITTLE)
        assert child.is_heard
        assert child.said is None
        with pytest.raises(Refused) as no:
            actions.write_child_words(look_at("pellegrini_t0"), LITTLE, said(today), version=None, by=viewer)
        assert no.value.code == "kept"
        assert name in str(no.value.reason)
    client = signed_in("psicologa")
    for address in (
        page("assessment_page", "pellegrini_t0"), page("voices_beside", "pellegrini_t0"),
        reverse("child_voice", args=[row.household_id, LITTLE]),
    ):  # fmt: skip
        read = text(client, address)
        assert "tiene per chi ha ascoltato" in read
        assert "papà urla" not in read
    assert client.get(page("write_child_words", "pellegrini_t0", LITTLE)).status_code == 409
    assert client.get(reverse("share_child_words", args=[row.pk])).status_code == 404
    assert "papà urla" in text(
        signed_in("educatrice"), reverse("child_voice", args=[row.household_id, LITTLE])
    )


def test_the_form_begins_with_the_narrowest_and_says_who_reads(signed_in):
    client = signed_in("educatrice")
    address = page("write_child_words", "pellegrini_t0", LITTLE)
    form = client.get(address).context["form"]
    assert form["agreed"].value() == "near"
    read = text(client, address)
    for words_ in ("Decidi tu chi lo legge", "il riferimento della famiglia", "chi riceve una relazione"):
        assert words_ in read, words_


def test_written_with_whom_they_are_for(signed_in, acting_as, today):
    client = signed_in("educatrice")
    form = {"heard": "said", "words": "Il gatto.", "heard_on": today.isoformat(), "agreed": "team"}
    sent = {**form, "once": uuid4(), "listener": "Paola Neri, la maestra"}
    assert client.post(page("write_child_words", "pellegrini_t0", LITTLE), sent).status_code == 302
    with acting_as("educatrice"):
        row = ChildWords.objects.get(
            person=LITTLE, voided_at=None, assessment=key_for("assessment", "pellegrini_t0")
        )
        assert (row.agreed, row.who_listened) == ("team", "Paola Neri, la maestra")


def test_it_is_asked_again_at_any_time_and_not_by_who_was_not_there(signed_in, acting_as):
    address = reverse("share_child_words", args=[WORDS])
    assert signed_in("psicologa").get(address).status_code == 409
    client = signed_in("educatrice")
    assert "può cambiare idea" in text(client, address)
    answer = client.post(address, {"once": uuid4(), "version": 1, "agreed": "team"})
    assert answer.status_code == 302
    assert client.post(address, {"once": uuid4(), "version": 1, "agreed": "plan"}).status_code == 409
    with acting_as("educatrice") as viewer:
        assert words().agreed == "team"
        with pytest.raises(Changed):
            share("near", viewer)
        assert Reading.objects.filter(page="share_child_words", shown=[NADIA]).exists()
    with acting_as("psicologa") as viewer, pytest.raises(Refused) as no:
        share("plan", viewer, version=2)
    assert no.value.code == "not_near"


def test_of_words_that_nobody_asked_about_the_page_says_so(signed_in, acting_as):
    with acting_as("educatrice"):
        ChildWords.objects.filter(pk=WORDS).update(agreed="not_asked")
    client = signed_in("educatrice")
    for address in (
        page("assessment_page", "marchetti_t0"),
        reverse("child_voice", args=[key_for("household", "marchetti"), NADIA]),
    ):
        read = text(client, address)
        assert "Non è ancora scritto a chi le vuole far leggere" in read
        assert reverse("share_child_words", args=[WORDS]) in read
    assert "è da chiedere" in text(client, reverse("plan_page", args=[PLAN]))


def test_a_colleague_who_corrects_what_stands_in_the_plan_has_it_asked_again(acting_as, look_at, today):
    with acting_as("educatrice") as viewer:
        first = said(today, agreed="plan")
        row = actions.write_child_words(look_at("pellegrini_t0"), LITTLE, first, version=None, by=viewer)
        mine = row.heard_by_id
    with acting_as("psicologa") as viewer:
        again = said(today, words="Vorrei la bici verde.", agreed="plan")
        row = actions.write_child_words(look_at("pellegrini_t0"), LITTLE, again, version=1, by=viewer)
        assert (row.agreed, row.heard_by_id) == ("not_asked", mine)
        with pytest.raises(DatabaseError), transaction.atomic():
            ChildWords.objects.filter(pk=row.pk).update(heard_by=viewer.membership_id)


def test_who_hears_a_child_that_a_colleague_had_not_met_is_who_listened(acting_as, look_at, today):
    not_met = said(today, heard="not_yet", words="", not_heard="not_met")
    with acting_as("educatrice") as viewer:
        first = actions.write_child_words(look_at("pellegrini_t0"), LITTLE, not_met, version=None, by=viewer)
    with acting_as("psicologa") as viewer:
        with pytest.raises(Changed):
            actions.write_child_words(look_at("pellegrini_t0"), LITTLE, said(today), version=7, by=viewer)
        row = actions.write_child_words(
            look_at("pellegrini_t0"), LITTLE, said(today, agreed="near"), version=1, by=viewer
        )
        assert row.pk != first.pk
        assert row.heard_by_id == viewer.membership_id
        first.refresh_from_db()
        assert first.voided_at is not None


def test_only_words_are_agreed_on(acting_as, look_at, today):
    not_met = said(today, heard="not_yet", words="", not_heard="not_met", agreed="plan")
    with acting_as("educatrice") as viewer:
        row = actions.write_child_words(look_at("pellegrini_t0"), LITTLE, not_met, version=None, by=viewer)
        assert row.agreed == "not_asked"
        with pytest.raises(Refused) as no:
            actions.share_child_words(row, agreed="plan", version=1, by=viewer)
        assert no.value.code == "agreed"
        with pytest.raises(Refused) as no:
            actions.write_child_words(
                look_at("pellegrini_t0"), LITTLE, said(today, agreed="tutti"), version=1, by=viewer
            )
        assert no.value.code == "agreed"
