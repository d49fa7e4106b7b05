"""A drawing that a child keeps is for who kept it with the child, and for who was the reference on the day the child was asked."""

from html import unescape
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from intreccio.families.assessments import actions
from intreccio.families.assessments.models import ChildDrawing
from intreccio.families.assessments.tests.test_child_drawings import (
    HIDDEN,
    MINE,
    SHOWN,
    a_drawing,
    a_listening,
    content,
)
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import History
from intreccio.ground.kernel.refused import Refused
from intreccio.workshop.documents.models import Document

TEAM = ("coordinatrice", "assistente", "educatrice", "psicologa")


@pytest.fixture
def kept(acting_as, refers_to):
    """Kept by the psychologist with the child, on a day on which the family refers to the educator."""
    refers_to("educatrice", "marchetti")
    with acting_as("psicologa") as viewer:
        return actions.add_child_drawing(a_listening(), content(), MINE, by=viewer)


def see_it(acting_as, row):
    """Who finds the drawing; and nobody else its file, nor how it was."""
    found = set()
    for account in TEAM:
        with acting_as(account):
            sees = ChildDrawing.objects.filter(pk=row.pk).exists()
            assert Document.objects.filter(pk=row.document_id).exists() is sees, account
            assert sees or not History.objects.filter(row_id=row.pk).exists(), account
            found |= {account} if sees else set()
    return found


def text(client, address):
    return unescape(client.get(address).content.decode())


def test_what_the_child_keeps_is_seen_by_who_kept_it_and_by_who_was_the_reference_that_day(acting_as, kept):
    assert see_it(acting_as, kept) == {"psicologa", "educatrice"}
    with acting_as("educatrice"):
        assert see_it(acting_as, a_drawing(HIDDEN)) == {"educatrice"}
        assert see_it(acting_as, a_drawing(SHOWN)) == set(TEAM)
    with acting_as("davide"):
        assert not ChildDrawing.objects.filter(pk__in=[HIDDEN, SHOWN]).exists()


def test_whoever_becomes_the_reference_does_not_see_what_was_kept_before(acting_as, kept, refers_to):
    refers_to("assistente", "marchetti")
    assert see_it(acting_as, kept) == {"psicologa", "educatrice"}
    with acting_as("assistente") as viewer, pytest.raises(Refused) as no:
        actions.share_child_drawing(kept, shared=True, version=kept.version, by=viewer)
    assert no.value.code == "not_near"


def test_of_what_these_eyes_may_not_see_the_page_says_whose_it_is(signed_in, kept, refers_to):
    refers_to("assistente", "marchetti")
    voice = reverse("child_voice", args=[kept.household_id, key_for("person", "nadia")])
    read = text(signed_in("assistente"), voice)
    assert "2 disegni che tiene per sé: li vedono chi li ha raccolti e chi era allora il riferimento" in read
    assert "Il mare" not in read
    assert reverse("share_child_drawing", args=[kept.pk]) not in read


def test_once_the_child_is_asked_anew_the_reference_of_today_sees_and_the_former_one_no_longer(
    signed_in, acting_as, kept, refers_to
):
    refers_to("coordinatrice", "marchetti")
    address = reverse("share_child_drawing", args=[kept.pk])
    client = signed_in("psicologa")
    assert "chiedeteglielo di nuovo" in text(client, address)
    sent = {"once": uuid4(), "version": kept.version, "shared": "no"}
    assert client.post(address, sent).status_code == 302
    assert see_it(acting_as, kept) == {"psicologa", "coordinatrice"}


def test_a_former_reference_finds_where_to_ask_and_lets_nobody_else_in(signed_in, acting_as, kept, refers_to):
    refers_to("coordinatrice", "marchetti")
    voice = reverse("child_voice", args=[kept.household_id, key_for("person", "nadia")])
    assert reverse("share_child_drawing", args=[kept.pk]) in text(signed_in("educatrice"), voice)
    with acting_as("educatrice") as viewer:
        actions.share_child_drawing(kept, shared=False, version=kept.version, by=viewer)
    assert see_it(acting_as, kept) == {"psicologa", "educatrice"}
    with acting_as("educatrice") as viewer:
        row = a_drawing(kept.pk)
        actions.share_child_drawing(row, shared=True, version=row.version, by=viewer)
    assert see_it(acting_as, kept) == set(TEAM)


def test_what_was_shown_and_is_kept_now_is_for_the_reference_of_today(acting_as, refers_to):
    refers_to("assistente", "marchetti")
    with acting_as("assistente") as viewer:
        row = a_drawing(SHOWN)
        actions.share_child_drawing(row, shared=False, version=row.version, by=viewer)
    assert see_it(acting_as, row) == {"educatrice", "assistente"}


def test_nobody_is_written_as_the_reference_who_is_not(acting_as, kept):
    with acting_as("psicologa") as viewer:
        for value in (viewer.membership_id, key_for("membership", "assistente")):
            with pytest.raises(DatabaseError), transaction.atomic():
                ChildDrawing.objects.filter(pk=kept.pk).update(reference=value)
