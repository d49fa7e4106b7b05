"""Who reads a child's words: for the plan whoever reads the record, for the team only the team, near who was near on that day."""

from html import unescape
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from intreccio.families.assessments import actions
from intreccio.families.assessments.actions.sheets import Chosen
from intreccio.families.assessments.actions.voices import Speaker
from intreccio.families.assessments.models import ChildWords, Listening, PointOfView, Sheet
from intreccio.families.assessments.tests.conftest import page
from intreccio.families.assessments.tests.test_actions import last_event, said
from intreccio.families.assessments.vocabulary import Voice
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import History
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.people.actions.grants import grant
from intreccio.parties.people.models import Household, Person
from intreccio.parties.people.vocabulary import Level
from intreccio.workshop.instruments.models import Response

HOME, LITTLE = key_for("household", "pellegrini"), key_for("person", "pellegrini_3")
AFRAID = "Ho paura del temporale."
TEAM = ("coordinatrice", "assistente", "educatrice", "psicologa")


@pytest.fixture
def spoken(acting_as, look_at, today):
    """`spoken("near")`: the little one's words, heard by the psychologist."""

    def write(agreed):
        with acting_as("psicologa") as viewer:
            mine = said(today, words=AFRAID, agreed="near" if agreed == "not_asked" else agreed)
            row = actions.write_child_words(look_at("pellegrini_t0"), LITTLE, mine, version=None, by=viewer)
            ChildWords.objects.filter(pk=row.pk).update(agreed=agreed)
            return ChildWords.objects.select_related("household", "assessment").get(pk=row.pk)

    return write


@pytest.fixture
def record_is_open(acting_as, today):
    """The record of the family is open to another body."""
    with acting_as("coordinatrice") as viewer:
        grant(
            Household.objects.get(pk=HOME), by=viewer, level=Level.RECORD, purpose="collaboration", reason="Le visite del piccolo",
            since=today, until=None, to_organisation_id=key_for("organisation", "consultorio"),
        )  # fmt: skip


def readers(acting_as, row, accounts=TEAM):
    """Who finds the words."""
    found = set()
    for account in accounts:
        with acting_as(account):
            found |= {account} if ChildWords.objects.filter(pk=row.pk).exists() else set()
    return found


def text(client, address):
    return unescape(client.get(address).content.decode())


@pytest.mark.parametrize(
    ("agreed", "reads"), [("near", False), ("team", False), ("not_asked", False), ("plan", True)]
)
def test_another_body_reads_only_what_a_child_agrees_to_show_in_the_plan(
    signed_in, acting_as, spoken, record_is_open, agreed, reads
):
    row = spoken(agreed)
    assert bool(readers(acting_as, row, ("consultorio",))) is reads
    client = signed_in("consultorio")
    for address in (
        page("assessment_page", "pellegrini_t0"), page("voices_beside", "pellegrini_t0"),
        reverse("child_voice", args=[HOME, LITTLE]),
    ):  # fmt: skip
        read = text(client, address)
        assert (AFRAID in read) is reads, address
        assert ("Ha parlato" in read) is not reads, "that a child has spoken is no secret"
        assert ("le legge solo chi lavora con la famiglia" in read) is (agreed in {"team", "not_asked"}), (
            address
        )


def test_why_a_child_was_not_heard_is_of_the_record(acting_as, look_at, record_is_open, today):
    with acting_as("psicologa") as viewer:
        mine = said(today, heard="not_yet", words="", not_heard="not_met")
        row = actions.write_child_words(look_at("pellegrini_t0"), LITTLE, mine, version=None, by=viewer)
    assert readers(acting_as, row, ("consultorio",)) == {"consultorio"}


def test_the_team_reads_what_is_for_those_who_work_with_the_family(acting_as, spoken):
    assert readers(acting_as, spoken("team")) == set(TEAM)


def test_whoever_becomes_the_reference_does_not_read_what_was_kept_near_before(acting_as, spoken, refers_to):
    refers_to("educatrice")
    row = spoken("near")
    assert readers(acting_as, row) == {"psicologa", "educatrice"}
    refers_to("coordinatrice")
    assert readers(acting_as, row) == {"psicologa", "educatrice"}
    with acting_as("coordinatrice") as viewer:
        assert not History.objects.filter(row_id=row.pk).exists()
        with pytest.raises(Refused) as no:
            actions.share_child_words(row, agreed="near", version=row.version, by=viewer)
        assert no.value.code == "not_near"


def test_once_the_child_is_asked_anew_the_reference_of_today_reads_and_the_former_one_no_longer(
    signed_in, acting_as, spoken, refers_to
):
    refers_to("educatrice")
    row = spoken("near")
    refers_to("coordinatrice")
    address = reverse("share_child_words", args=[row.pk])
    client = signed_in("psicologa")
    assert "chiedeteglielo di nuovo" in text(client, address)
    sent = {"once": uuid4(), "version": row.version, "agreed": "near"}
    assert client.post(address, sent).status_code == 302
    assert readers(acting_as, row) == {"psicologa", "coordinatrice"}
    with acting_as("psicologa"):
        assert last_event("assessment.child_words_shared").codes["agreed"] == "near"


def test_nobody_is_written_as_the_reference_who_is_not(acting_as, spoken, refers_to):
    refers_to("educatrice")
    row = spoken("team")
    with acting_as("coordinatrice") as viewer:
        for value in (viewer.membership_id, key_for("membership", "assistente")):
            with pytest.raises(DatabaseError), transaction.atomic():
                ChildWords.objects.filter(pk=row.pk).update(reference=value)


# What a child answers to the questions of its age


ANSWER = "Che papà non sia sempre stanco"


def pages_of_nadia(client):
    home = key_for("household", "marchetti")
    return {
        "voice": text(client, reverse("child_voice", args=[home, key_for("person", "nadia")])),
        "look": text(client, page("assessment_page", "marchetti_t0")),
        "beside": text(client, page("voices_beside", "marchetti_t0")),
    }


def test_what_a_child_answers_is_read_by_whom_it_is_told(signed_in, acting_as):
    """«Lo leggono le persone che lavorano con la tua famiglia e chi le guida»: no other body to which the record is open."""
    ours, theirs = pages_of_nadia(signed_in("educatrice")), pages_of_nadia(signed_in("consultorio"))
    assert ANSWER in ours["voice"]
    assert ANSWER in ours["beside"]
    for where, read in theirs.items():
        assert ANSWER not in read, where
        assert "non c'è ancora niente di suo" not in read.lower(), where
        assert "ascoltava Chiara Fontana" in read, where
        assert "Quello che dice lo legge chi lavora con la famiglia" in read, where
    with acting_as("consultorio"):
        assert not Listening.objects.exists()


def test_of_whom_nobody_has_listened_to_another_body_is_told_no_day(signed_in, record_is_open):
    client = signed_in("consultorio")
    for address in (page("assessment_page", "pellegrini_t0"), reverse("child_voice", args=[HOME, LITTLE])):
        read = text(client, address)
        assert "qui non c'è niente di suo" in read.lower()
        assert "Ascolto di" not in read


def test_that_a_child_was_listened_to_is_no_secret_to_who_reads_the_plan(signed_in):
    plan = reverse("plan_page", args=[key_for("plan", "marchetti-1")])
    for account in ("educatrice", "consultorio"):
        assert "Chiara Fontana" in text(signed_in(account), plan).partition("Ascolt")[2], account


def test_what_was_corrected_of_a_listening_is_of_the_team_too(acting_as, today):
    with acting_as("educatrice") as viewer:
        row = Listening.objects.filter(
            assessment=None, voided_at=None, household=key_for("household", "marchetti")
        ).first()
        actions.void_listening(row, reason="scritto due volte", by=viewer)
        assert History.objects.filter(row_id=row.pk).exists()
    with acting_as("consultorio"):
        assert not History.objects.filter(row_id=row.pk).exists()


# What a child answers as a voice of its own, beside the statements


BESIDE = "A casa si urla, e non diteglielo"


@pytest.fixture
def has_answered(acting_as, look_at, today):
    """The child has answered the statements by itself, with words beside them."""
    with acting_as("educatrice") as viewer:
        Person.objects.filter(pk=LITTLE).update(birth_date=today.replace(year=today.year - 13, day=1))
        speaker = Speaker(Voice.CHILD, LITTLE)
        point = actions.add_point_of_view(
            look_at("pellegrini_t0"), speaker=speaker, heard_on=today, by=viewer, today=today
        )
        sections = point.assessment.instrument.said["sections"]
        Response.objects.filter(pk=point.response_id).update(
            words={each["code"]: BESIDE for each in sections}
        )
    return point


def test_what_a_child_says_beside_the_statements_is_of_the_team(
    signed_in, acting_as, has_answered, record_is_open
):
    pages = (page("assessment_page", "pellegrini_t0"), page("voices_beside", "pellegrini_t0"))
    for address in pages:
        assert BESIDE in text(signed_in("educatrice"), address), address
        assert BESIDE not in text(signed_in("consultorio"), address), address
    with acting_as("consultorio"):
        assert PointOfView.objects.exists(), "of the grown-ups"
        assert not PointOfView.objects.filter(pk=has_answered.pk).exists(), "by row security"
        assert not Response.objects.filter(pk=has_answered.response_id).exists()
        assert not History.objects.filter(row_id=has_answered.response_id).exists()


def test_the_sheet_that_a_boy_fills_in_is_of_the_team(signed_in, acting_as, look_at, today, record_is_open):
    with acting_as("educatrice") as viewer:
        Person.objects.filter(pk=LITTLE).update(birth_date=today.replace(year=today.year - 15, day=1))
        look = look_at("pellegrini_t0")
        mine, ours = (
            actions.add_sheet(look, Chosen("quattro-saluti", LITTLE, voice, today), by=viewer, today=today)
            for voice in (Voice.CHILD, Voice.TEAM)
        )
        Response.objects.filter(pk=mine.response_id).update(words={"body": BESIDE})
    address = reverse("sheet_page", args=[look.pk, mine.pk])
    assert BESIDE in text(signed_in("educatrice"), address)
    assert signed_in("consultorio").get(address).status_code == 404
    with acting_as("consultorio"):
        assert Sheet.objects.filter(pk=ours.pk).exists(), "what the team looked at is of the record"
        assert not Sheet.objects.filter(pk=mine.pk).exists()
        assert not Response.objects.filter(pk=mine.response_id).exists()
        assert not History.objects.filter(row_id=mine.response_id).exists()
