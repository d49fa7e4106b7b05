"""Four eyes, held by the database: who wrote does not approve, and what was approved stays as it is."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.utils import IntegrityError, ProgrammingError

from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.events import hear
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused
from intreccio.workshop.protocols.actions.approving import approve_protocol_version
from intreccio.workshop.protocols.actions.drafting import adapt_protocol, edit_protocol_version
from intreccio.workshop.protocols.models import Protocol, ProtocolVersion
from intreccio.workshop.protocols.queries.versions import stage_of, version_that_begins
from intreccio.workshop.protocols.rules.starting import why_not_approve, why_not_copy, why_not_start
from intreccio.workshop.protocols.tests.conftest import DRAFT, OWN, OWN_FORMER, shipped, version
from intreccio.workshop.protocols.vocabulary import Stage

ME, OTHER = key_for("user", "psicologa"), key_for("user", "assistente")


@pytest.mark.parametrize(
    ("stage", "authors", "fine"),
    [
        (Stage.DRAFT, [], True),
        (Stage.DRAFT, [OTHER], True),
        (Stage.DRAFT, [ME], False),
        (Stage.DRAFT, [OTHER, ME], False),
        (Stage.IN_FORCE, [], False),
        (Stage.FORMER, [OTHER], False),
        (Stage.VOIDED, [OTHER], False),
    ],
)
def test_who_wrote_does_not_approve(stage, authors, fine):
    assert (why_not_approve(stage, authors=authors, reader=ME) is None) == fine


@pytest.mark.parametrize(
    ("stage", "shipped_with_it", "fine"),
    [
        (Stage.DRAFT, True, True),
        (Stage.DRAFT, False, False),
        (Stage.IN_FORCE, False, True),
        (Stage.FORMER, False, True),
        (Stage.VOIDED, False, False),
    ],
)
def test_a_draft_begins_with_words_that_somebody_answers_for(stage, shipped_with_it, fine):
    assert (why_not_copy(stage, shipped=shipped_with_it) is None) == fine


@pytest.mark.parametrize(("stage", "fine"), [(each, each == Stage.IN_FORCE) for each in Stage])
def test_nobody_begins_with_a_text_that_nobody_has_approved(stage, fine):
    assert (why_not_start(stage) is None) == fine


def sign(row: ProtocolVersion, user: str, role: str, **more) -> int:
    """As a mistake of ours would: past every rule of Python."""
    signed = {"approved_at": now(), "approved_by_id": key_for("user", user), "approved_as": role}
    with transaction.atomic():
        return ProtocolVersion.objects.filter(pk=row.pk).update(**signed, **more)


def test_the_psychologist_approves_and_the_former_one_gives_way(acting_as):
    with acting_as("psicologa") as viewer:
        told = []
        hear("protocol.approved")(lambda event, _by: told.append(event.codes))
        former = version_that_begins("soli-mai", viewer)
        approve_protocol_version(version(DRAFT), read_at=1, by=viewer)
        row = version(DRAFT)
        assert (row.approved_by_id, row.approved_as) == (viewer.user_id, "psychologist")
        assert version_that_begins("soli-mai", viewer) == row
        assert (stage_of(row), stage_of(former)) == (Stage.IN_FORCE, Stage.FORMER)
        assert told == [{"protocol": "soli-mai"}]


def test_the_coordinator_who_wrote_it_is_told_why_not(acting_as):
    with acting_as("coordinatrice") as viewer, pytest.raises(Refused, match="four_eyes"):
        approve_protocol_version(version(DRAFT), read_at=1, by=viewer)


@pytest.mark.parametrize("account", ["educatrice", "comune", "admin"])
def test_not_everybody_puts_their_name(acting_as, account):
    with acting_as(account) as viewer, pytest.raises(NotAllowed):
        approve_protocol_version(version(DRAFT), read_at=1, by=viewer)


def test_of_another_body_nobody_approves(acting_as):
    with acting_as("psicologa") as viewer, pytest.raises(NotAllowed, match="other_body"):
        approve_protocol_version(version(OWN), read_at=1, by=viewer)


def test_nobody_signs_words_that_were_written_since(acting_as):
    with acting_as("coordinatrice") as writer:
        edit_protocol_version(
            version(DRAFT), title="SOLI MAI", lead="Altro", zero="il giorno", version=1, by=writer
        )
    with acting_as("psicologa") as viewer, pytest.raises(Changed):
        approve_protocol_version(version(DRAFT), read_at=1, by=viewer)


def test_the_database_knows_the_author_whatever_the_code_says(acting_as):
    with acting_as("coordinatrice"), pytest.raises(IntegrityError, match="who_writes_does_not_approve"):
        sign(version(DRAFT), "coordinatrice", "coordinator")


def test_nobody_writes_themselves_out_of_the_authors(acting_as):
    """The column is not theirs to write, and the trigger keeps it."""
    with acting_as("coordinatrice"), pytest.raises(ProgrammingError), transaction.atomic():
        ProtocolVersion.objects.filter(pk=DRAFT).update(authors=[])


@pytest.mark.parametrize(
    ("account", "name", "role"),
    [
        ("psicologa", "assistente", "psychologist"),
        ("psicologa", "psicologa", "coordinator"),
        ("comune", "comune", "organisation_lead"),
    ],
)
def test_the_database_takes_a_signature_only_in_ones_own_name_and_role(acting_as, account, name, role):
    with acting_as(account), pytest.raises(ProgrammingError, match="row-level security"):
        sign(version(DRAFT), name, role)


def test_who_may_approve_nothing_finds_nothing_to_sign(acting_as):
    with acting_as("educatrice"):
        assert sign(version(DRAFT), "educatrice", "educator") == 0


def test_nobody_signs_and_writes_at_once(acting_as):
    with acting_as("psicologa"), pytest.raises(IntegrityError, match="is not changed"):
        sign(version(DRAFT), "psicologa", "psychologist", definition={"title": "Altro"})


@pytest.mark.parametrize("key", [OWN, OWN_FORMER])
@pytest.mark.parametrize(
    "change", [{"definition": {}}, {"approved_at": None, "approved_by_id": None, "approved_as": ""}]
)
def test_what_was_approved_stays(acting_as, key, change):
    with acting_as("coordinatrice"), pytest.raises(DatabaseError), transaction.atomic():
        ProtocolVersion.objects.filter(pk=key).update(**change)


def test_what_was_approved_stays_also_for_the_keeper(keeper):
    with pytest.raises(Exception, match="stays as it is"):
        keeper.execute("UPDATE protocols_protocolversion SET definition = '{}' WHERE id = %s", [OWN])


def test_what_came_with_the_programme_is_approved_as_it_is(acting_as, keeper):
    """In a new installation nobody has approved it: who reads it may, and nobody changes a word of it."""
    keeper.execute(
        "INSERT INTO protocols_protocol (id, code) VALUES (%s, 'prova');", [key_for("protocol", "prova")]
    )
    keeper.execute(
        "INSERT INTO protocols_protocolversion"
        " (id, version, protocol_id, number, definition, shipped, authors, written_at, approved_as, void_reason)"
        " SELECT %s, 1, %s, 1, definition, 'prova-1', '{}', now(), '', '' FROM protocols_protocolversion WHERE shipped = 'soli-mai-1'",
        [key_for("protocol_version", "prova-1"), key_for("protocol", "prova")],
    )
    with acting_as("coordinatrice") as viewer:
        with pytest.raises(Refused, match="stays"):
            edit_protocol_version(
                shipped("prova-1"), title="Altro", lead="Altro", zero="x", version=1, by=viewer
            )
        with pytest.raises(IntegrityError), transaction.atomic():
            ProtocolVersion.objects.filter(shipped="prova-1").update(definition={})
        approve_protocol_version(shipped("prova-1"), read_at=1, by=viewer)
        assert stage_of(shipped("prova-1")) == Stage.IN_FORCE


def test_nobody_deletes_a_version(acting_as):
    with acting_as("coordinatrice"), pytest.raises(ProgrammingError), transaction.atomic():
        connection.cursor().execute("DELETE FROM protocols_protocolversion")


def test_words_that_nobody_has_approved_are_not_copied_past_their_author(acting_as):
    """Else a colleague copies my draft, and I approve my own words."""
    with acting_as("psicologa") as viewer, pytest.raises(NotAllowed):
        adapt_protocol(version(DRAFT), by=viewer)
    with acting_as("comune") as viewer, pytest.raises(Refused, match="unapproved"):
        adapt_protocol(version(DRAFT), by=viewer)


def test_the_database_remembers_who_wrote_what_was_copied(acting_as):
    with acting_as("comune") as viewer:
        own = Protocol(code="prova", organisation_id=viewer.organisation_id)
        own.save(force_insert=True)
        row = ProtocolVersion(
            protocol=own,
            number=1,
            definition=version(DRAFT).definition,
            base=version(DRAFT),
            written_at=now(),
        )
        row.save(force_insert=True)
        row.refresh_from_db()
        assert set(row.authors) == {viewer.user_id, key_for("user", "coordinatrice")}
