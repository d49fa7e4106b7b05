"""Who reads a note: whom its author chose, among those who see the record. Asked of the database, as the serving role."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.utils import Error

from intreccio.families.cases.actions import change_responsible, hand_over_case
from intreccio.families.cases.vocabulary import Motive
from intreccio.families.diary import actions
from intreccio.families.diary.actions import visit_notes
from intreccio.families.diary.models import Visit, VisitNote
from intreccio.families.diary.tests.conftest import case_of
from intreccio.families.diary.tests.visiting import D, hat, noted, reads, spent, summed, visit_note_of
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import History
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.people.actions.grants import grant
from intreccio.parties.people.queries.households import household_of
from intreccio.parties.people.queries.story import story_of
from intreccio.parties.people.vocabulary import GrantPurpose, Level

# A family of the east, whose record is open to the team of the north; Davide answers for it, Livia writes.
AUTHOR, REFERENCE, COLLEAGUE, LEAD, OPENED = "livia", "davide", "lucia", "comune", "educatrice"
STRANGERS = ("sara", "tommaso", "scuola", "consultorio", "admin", "elio")
EVERYBODY = (AUTHOR, REFERENCE, COLLEAGUE, LEAD, OPENED, *STRANGERS)
READ_BY = {
    "record": {AUTHOR, REFERENCE, COLLEAGUE, LEAD, OPENED},
    "team": {AUTHOR, REFERENCE, COLLEAGUE},
    "reference": {AUTHOR, REFERENCE},
}


@pytest.fixture
def notes(acting_as):
    """One for each audience, changed once, so that each has an old value too."""
    written = {}
    with acting_as(AUTHOR) as viewer:
        for audience in READ_BY:
            note = actions.write_visit_note(
                case_of("conti"), noted(audience=audience), spent(), by=viewer, today=D
            )
            said = noted(audience=audience, text="Detto meglio.")
            actions.edit_visit_note(visit_note_of(note.pk), said, spent(), version=1, by=viewer, today=D)
            written[audience] = note.pk
    return written


def readers(acting_as, note):
    """Who finds a note, and who finds what it said before: the same."""
    found = set()
    for account in EVERYBODY:
        with acting_as(account):
            assert reads(note) == History.objects.filter(row_id=note).exists(), account
            found |= {account} if reads(note) else set()
    return found


@pytest.mark.parametrize("audience", READ_BY)
def test_a_note_is_read_by_whom_its_author_chose(acting_as, notes, audience):
    assert readers(acting_as, notes[audience]) == READ_BY[audience]


@pytest.mark.parametrize("audience", READ_BY)
def test_a_correction_is_read_by_the_same(acting_as, monkeypatch, audience):
    """Beside a note that was written three days ago."""
    with acting_as(AUTHOR) as viewer:
        with monkeypatch.context() as then:
            then.setattr(visit_notes, "now", lambda: now() - timedelta(days=3))
            note = actions.write_visit_note(
                case_of("conti"), noted(audience=audience), spent(), by=viewer, today=D
            )
        correction = actions.correct_visit_note(visit_note_of(note.pk), "Erano due.", spent(), by=viewer)
    found = set()
    for account in EVERYBODY:
        with acting_as(account):
            found |= {account} if reads(correction.pk) else set()
    assert found == READ_BY[audience]


def test_the_reference_of_today_reads_and_the_one_before_no_more(acting_as, notes):
    with acting_as(COLLEAGUE) as viewer:
        change_responsible(
            case_of("conti"), membership_id=hat(COLLEAGUE), version=case_of("conti").version, by=viewer, today=D
        )  # fmt: skip
    assert readers(acting_as, notes["reference"]) == {AUTHOR, COLLEAGUE}
    assert readers(acting_as, notes["team"]) == READ_BY["team"]


def test_the_minutes_are_of_the_record_whoever_reads_the_note(acting_as, notes):
    for account in EVERYBODY:
        with acting_as(account):
            read = summed(note=notes["reference"])
        assert read == ((60, 20) if account in READ_BY["record"] else (0, 0)), account


def test_counting_what_one_does_not_read_tells_nothing(acting_as, notes):
    with acting_as(OPENED), connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*), max(written_at) FROM diary_visitnote WHERE id = ANY (%s)",
            [[notes["team"], notes["reference"]]],
        )
        assert cursor.fetchone() == (0, None)


@pytest.mark.parametrize("account", [REFERENCE, COLLEAGUE, LEAD, OPENED, *STRANGERS])
def test_nobody_else_changes_a_word_of_it(acting_as, notes, account):
    with acting_as(account):
        try:
            changed = VisitNote.objects.filter(pk=notes["record"]).update(text="x")
        except Error as refused:
            changed = 0 if "no longer changed" in str(refused) else str(refused)
    assert changed == 0
    with acting_as(AUTHOR):
        assert visit_note_of(notes["record"]).text == "Detto meglio."


def test_when_the_family_goes_to_another_team_that_team_reads_and_who_wrote_reads_nothing(acting_as, notes):
    with acting_as(COLLEAGUE) as viewer:
        visit = visit_pk()
        south = key_for("team", "equipe_sud")
        hand_over_case(
            case_of("conti"), to_team_id=south, motive=Motive.MOVED, summary="Cambiano casa.", by=viewer, today=D
        )  # fmt: skip
    with acting_as("sara"):
        assert {audience for audience, note in notes.items() if reads(note)} == {"record", "team"}
        assert Visit.objects.filter(pk=visit).exists()
        assert summed(note=notes["team"]) == (60, 20)
    with acting_as("tommaso") as viewer:
        change_responsible(
            case_of("conti"), membership_id=hat("tommaso"), version=case_of("conti").version, by=viewer, today=D
        )  # fmt: skip
        assert reads(notes["reference"]), "whoever answers for the family now"
    with acting_as(AUTHOR) as viewer:
        assert not any(map(reads, notes.values()))
        assert not VisitNote.objects.filter(author_id=viewer.membership_id, case=key_for("case", "conti")).exists()  # fmt: skip
        assert summed(note=notes["record"]) == (60, 20), "one's own hours stay one's own"


def visit_pk():
    return Visit.objects.filter(case=key_for("case", "conti")).first().pk


def test_an_author_out_of_sight_annuls_nothing_either(acting_as):
    """What Chiara wrote of a family that is of the south by now: only what the opening shows."""
    key = key_for("visit_note", "traore_1")
    with acting_as("sara"):
        note = visit_note_of("traore_1")
    with acting_as("educatrice") as viewer:
        assert not reads(key)
        with pytest.raises(Refused):
            actions.void_visit_note(note, reason="no", by=viewer)


def test_opened_below_the_record_shows_nothing_of_the_diary(acting_as):
    with acting_as("assistente") as viewer:
        grant(
            case_of("bah").household, by=viewer, level=Level.CONTACT, purpose=GrantPurpose.COLLABORATION, reason="Il corso",
            since=D, until=D + timedelta(days=30), to_team_id=key_for("team", "equipe_sud"),
        )  # fmt: skip
    with acting_as("sara"):
        assert not VisitNote.objects.filter(household=key_for("household", "bah")).exists()
        assert not Visit.objects.filter(household=key_for("household", "bah")).exists()


@pytest.mark.parametrize("audience", READ_BY)
def test_that_a_note_was_written_is_told_to_whom_it_is_for(acting_as, notes, audience):
    told = set()
    for account in READ_BY["record"]:
        with acting_as(account) as viewer:
            story = story_of(viewer, household_of(viewer, case_of("conti").household_id), most=200)
            told |= {account} if any(act.subject == notes[audience] for act in story) else set()
    assert told == READ_BY[audience]
