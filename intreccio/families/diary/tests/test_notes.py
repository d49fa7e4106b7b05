"""Professional secrecy: a note is read by its author, and by whom they passed it on to. Nobody else, by no way."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.utils import Error
from psycopg import errors

from conftest import viewer_named
from intreccio.families.diary import actions
from intreccio.families.diary.models import RestrictedNote
from intreccio.families.diary.tests.conftest import (
    ENDED,
    UNDER_WAY,
    joins,
    leaves,
    line_of,
    meeting_key,
    note_of,
    page,
)
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event, History
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused

WORDS = "La mamma ha pianto, e poi ha riso."
OTHERS = ("coordinatrice", "assistente", "educatrice", "comune", "livia", "davide", "consultorio", "admin")
LIVIA = key_for("membership", "livia")


def count_of(viewer, **which):
    with acting(viewer):
        return RestrictedNote.objects.filter(**which).count()


def test_write_note_and_nobody_else_finds_it(acting_as):
    with acting_as("psicologa") as viewer:
        note = actions.write_note(line_of(UNDER_WAY), text=WORDS, meeting_id=None, by=viewer)
        assert note_of_key(note.pk).text == WORDS
        event = Event.objects.get(kind="note.written", subject_id=note.pk)
        assert "pianto" not in str(event.codes)
    for account in OTHERS:
        with acting_as(account):
            assert not RestrictedNote.objects.filter(pk=note.pk).exists(), account


def note_of_key(key):
    return RestrictedNote.objects.select_related("line__household").get(pk=key)


def test_write_note_of_a_meeting_of_this_line_and_of_no_other(acting_as, day):
    with acting_as("psicologa") as viewer:
        held = meeting_key(UNDER_WAY, day - timedelta(days=14))
        note = actions.write_note(line_of(UNDER_WAY), text=WORDS, meeting_id=held, by=viewer)
        assert note.meeting_id == held
        with pytest.raises(Refused) as no:
            actions.write_note(line_of(ENDED), text=WORDS, meeting_id=held, by=viewer)
        assert no.value.code == "not_of_line"


@pytest.mark.parametrize("account", ["coordinatrice", "assistente", "educatrice"])
def test_write_note_is_for_whoever_follows_the_line(acting_as, account):
    with acting_as(account) as viewer, pytest.raises(NotAllowed):
        actions.write_note(line_of(UNDER_WAY), text=WORDS, meeting_id=None, by=viewer)


def test_edit_note_while_it_is_fresh_and_what_it_said_is_as_restricted(acting_as):
    with acting_as("psicologa") as viewer:
        note = actions.write_note(line_of(UNDER_WAY), text=WORDS, meeting_id=None, by=viewer)
        actions.edit_note(note_of_key(note.pk), text="Ha riso.", version=1, by=viewer)
        assert note_of_key(note.pk).text == "Ha riso."
        with pytest.raises(Changed):
            actions.edit_note(note_of_key(note.pk), text="Altro.", version=1, by=viewer)
        kept = History.objects.get(row_id=note.pk)
        assert (kept.old["text"], kept.demand) == (WORDS, "note")
    for account in OTHERS:
        with acting_as(account):
            assert not History.objects.filter(row_id=note.pk).exists(), account


def test_correct_note_beside_what_can_no_longer_be_changed(acting_as):
    with acting_as("psicologa") as viewer:
        old = note_of("cattaneo_last")
        with pytest.raises(Refused) as no:
            actions.edit_note(old, text="Altro.", version=1, by=viewer)
        assert "rettifica" in str(no.value.reason)
        said = old.text
        correction = actions.correct_note(old, text="Non era così.", by=viewer)
        assert (correction.corrects_id, note_of("cattaneo_last").text) == (old.pk, said)
        with pytest.raises(Refused) as no:
            actions.correct_note(note_of("cattaneo_put_right"), text="No.", by=viewer)
        assert "già una rettifica" in str(no.value.reason)


def test_the_database_itself_keeps_an_old_note_as_it_was(acting_as):
    with acting_as("psicologa"), pytest.raises(Error, match="no longer changed"):
        RestrictedNote.objects.filter(pk=key_for("restricted_note", "cattaneo_last")).update(text="Altro.")


@pytest.mark.parametrize("column", ["author_id", "line_id", "written_at", "corrects_id"])
def test_of_a_note_only_its_words_and_who_else_reads_it_change(acting_as, column):
    with acting_as("psicologa"):
        rows = RestrictedNote.objects.filter(pk=key_for("restricted_note", "cattaneo_last"))
        same = {column: rows.values_list(column, flat=True).get()}
        with pytest.raises(Error, match="permission denied"):
            rows.update(**same)


@pytest.mark.parametrize("account", ["psicologa", "educatrice"])
def test_nobody_writes_a_note_in_another_hand(acting_as, account):
    """Not even by writing straight into the table: the policy asks whose hand it is, and whose line."""
    author = LIVIA if account == "psicologa" else key_for("membership", "psicologa")
    with acting_as(account):
        line = line_of(UNDER_WAY)
        note = RestrictedNote(
            household_id=line.household_id, team_id=line.team_id, line=line, author_id=author, written_at=now(), text=WORDS,
        )  # fmt: skip
        with pytest.raises(Error, match="row-level security"):
            note.save(force_insert=True)


def test_hand_over_line_and_notes_go_along_only_where_their_author_says_so(keeper, day):
    joins(keeper, "livia")
    irene, livia, marta = map(viewer_named, ("psicologa", "livia", "coordinatrice"))
    of_line = {"line_id": key_for("support_line", UNDER_WAY)}
    assert count_of(livia, **of_line) == 0, "of the same team, of the same profession: not hers"
    with acting(marta):
        actions.hand_over_line(line_of(UNDER_WAY), to=LIVIA, with_notes=True, by=marta, today=day)
    assert count_of(livia, **of_line) == 0, "who coordinates hands over the line and not its notes"
    assert count_of(irene, **of_line) == 3, "they stay with who wrote them"
    with acting(livia):
        note = actions.write_note(line_of(UNDER_WAY), text=WORDS, meeting_id=None, by=livia)
        back = key_for("membership", "psicologa")
        actions.hand_over_line(line_of(UNDER_WAY), to=back, with_notes=False, by=livia, today=day)
    assert count_of(irene, pk=note.pk) == 0
    with acting(irene):
        actions.hand_over_line(line_of(UNDER_WAY), to=LIVIA, with_notes=True, by=irene, today=day)
    assert count_of(livia, **of_line) == 4, "hers, and those passed on"
    for account in ("coordinatrice", "assistente", "educatrice"):
        assert count_of(viewer_named(account), **of_line) == 0
    with acting(livia), pytest.raises(Refused) as no:
        actions.correct_note(note_of("cattaneo_last"), text="No.", by=livia)
    assert "chi ha scritto" in str(no.value.reason)
    with acting(irene), pytest.raises(NotAllowed):
        actions.write_note(line_of(UNDER_WAY), text=WORDS, meeting_id=None, by=irene)


def test_who_no_longer_sees_the_family_reads_their_own_still_and_nobody_else_does(keeper, day):
    irene = viewer_named("psicologa")
    assert count_of(irene) == 4
    leaves(keeper, "psicologa", day)
    assert count_of(irene, author_id=irene.membership_id) == count_of(irene)
    assert count_of(irene) > 0
    for account in ("coordinatrice", "assistente", "educatrice"):
        assert count_of(viewer_named(account)) == 0, "and nobody else reads them in their place"


def test_no_page_of_the_team_says_a_word_of_them(signed_in):
    words = ("parla volentieri di musica", "il papà ha ascoltato", "la seconda volta, non la prima")
    case = f"/cases/{key_for('case', 'cattaneo')}"
    family = f"/households/{key_for('household', 'cattaneo')}"
    for account in ("coordinatrice", "assistente", "educatrice"):
        client = signed_in(account)
        for address in (page("line_page", UNDER_WAY), case, family, f"{family}/story", "/"):
            text = client.get(address, follow=True).content.decode()
            assert not [each for each in words if each in text], (account, address)
            assert "Note riservate" not in text
        found = client.post("/search/", {"once": new_key(), "words": "musica"}, follow=True).content.decode()
        assert "volentieri" not in found
    own = signed_in("psicologa").get(page("line_page", UNDER_WAY)).content.decode()
    assert all(each in own for each in words)


def test_counting_them_tells_nothing_either(acting_as):
    for account in OTHERS:
        with acting_as(account), connection.cursor() as cursor:
            line = key_for("support_line", UNDER_WAY)
            cursor.execute(
                "SELECT count(*), max(written_at) FROM diary_restrictednote WHERE line_id = %s", [line]
            )
            assert cursor.fetchone() == (0, None), account


def test_a_correction_is_of_the_same_hand_whatever_the_code_does(keeper):
    """The table says so, for the keeper as well."""
    with pytest.raises(errors.ForeignKeyViolation):
        keeper.execute(
            "INSERT INTO diary_restrictednote (id, version, household_id, team_id, line_id, author_id, corrects_id, written_at, text)"
            " SELECT %s, 1, household_id, team_id, line_id, %s, id, now(), 'x' FROM diary_restrictednote WHERE id = %s",
            [new_key(), LIVIA, key_for("restricted_note", "cattaneo_last")],
        )
