"""Notes of visits: written, changed while they are fresh, corrected beside, annulled; and nobody puts words in another's mouth."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.db.utils import Error

from intreccio.families.diary import actions
from intreccio.families.diary.actions.settling import Settled, settle
from intreccio.families.diary.actions.visit_notes import still_fresh
from intreccio.families.diary.models import Visit, VisitNote
from intreccio.families.diary.queries.family import family_of
from intreccio.families.diary.tests.conftest import case_of
from intreccio.families.diary.tests.visiting import (
    BY_TEAM,
    WORDS,
    D,
    agreed,
    hat,
    noted,
    persons,
    spent,
    summed,
    visit_note_of,
    visit_of,
)
from intreccio.families.plans.queries.waiting import open_actions
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Event, History
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused
from intreccio.parties.people.actions.life.parting import Parting, part_home
from intreccio.parties.people.actions.merging import merge_persons
from intreccio.parties.people.models import Person

OLD, CORRECTED, CORRECTION, ANNULLED = "marchetti_1", "marchetti_7", "marchetti_8", "marchetti_6"


def written(viewer, case="marchetti", **more):
    note = actions.write_visit_note(case_of(case), noted(**more), spent(), by=viewer, today=D)
    return visit_note_of(note.pk)


@pytest.mark.parametrize("account", BY_TEAM)
def test_write_visit_note_by_whoever_works_with_the_family(acting_as, account):
    with acting_as(account) as viewer:
        note = written(viewer, text=f" {WORDS} ", present=persons("elena", "leo"), goals=[key_for("goal", "marchetti-1-c1")])  # fmt: skip
        assert (note.text, note.author_id, note.present) == (
            WORDS,
            viewer.membership_id,
            persons("elena", "leo"),
        )
        assert note.profession == viewer.role
        assert summed(note=note) == (60, 20)
        event = Event.objects.get(kind="visit_note.written", subject_id=note.pk)
        assert "ancora" not in str(event.codes), "of a note an event says that it was written"


@pytest.mark.parametrize(
    ("more", "minutes", "code"),
    [
        ({"day": D + timedelta(days=1)}, (60, 20), "day"),
        ({"day": D - timedelta(days=61)}, (60, 20), "day"),
        ({"present": persons("mattia")}, (60, 20), "persons"),
        ({}, (700, 21), "minutes"),
        ({}, (-5, 20), "minutes"),
    ],
)
def test_write_visit_note_says_why_not(acting_as, more, minutes, code):
    with acting_as("educatrice") as viewer:
        with pytest.raises(Refused) as no:
            actions.write_visit_note(case_of("marchetti"), noted(**more), spent(*minutes), by=viewer, today=D)
        assert no.value.code == code


def test_write_visit_note_is_of_no_day_before_the_way_began(acting_as, keeper):
    keeper.execute(
        "UPDATE cases_case SET opened_on = %s, in_charge_since = greatest(in_charge_since, %s) WHERE id = %s",
        [D - timedelta(days=3), D - timedelta(days=3), key_for("case", "marchetti")],
    )
    with acting_as("educatrice") as viewer:
        written(viewer, day=D - timedelta(days=3))
        with pytest.raises(Refused, match="day") as no:
            written(viewer, day=D - timedelta(days=4))
        assert "prima dell'inizio" in str(no.value.reason)


@pytest.mark.parametrize("account", ["scuola", "comune", "admin"])
def test_write_visit_note_is_for_who_works_with_families(acting_as, account):
    with acting_as("davide"):
        case = case_of("conti")
    with acting_as(account) as viewer, pytest.raises(NotAllowed):
        actions.write_visit_note(case, noted(), spent(), by=viewer, today=D)


def test_a_stranger_writes_nothing_of_a_family_that_they_do_not_see(acting_as):
    with acting_as("educatrice"):
        case = case_of("marchetti")
    with acting_as("sara") as viewer, pytest.raises(Refused):
        actions.write_visit_note(case, noted(), spent(), by=viewer, today=D)


def test_whom_the_record_is_opened_to_writes_beside_the_team(acting_as):
    with acting_as("educatrice") as viewer:
        note = written(viewer, "conti")
        actions.edit_visit_note(note, noted(text="Due righe."), spent(30), version=1, by=viewer, today=D)
        assert summed(note=note) == (30, 20)
    with acting_as("davide"):
        assert visit_note_of(note.pk).text == "Due righe."


def test_a_second_note_of_the_same_visit_by_the_same_hand_shows_the_first(acting_as):
    with acting_as("educatrice") as viewer:
        visit = visit_of("marchetti_5").pk
        first = actions.write_visit_note(
            case_of("marchetti"), noted(), spent(), visit_id=visit, by=viewer, today=D
        )
        with pytest.raises(Changed) as twice:
            actions.write_visit_note(case_of("marchetti"), noted(text="Altro."), spent(), visit_id=visit, by=viewer, today=D)  # fmt: skip
        assert twice.value.current.pk == first.pk
        assert summed(note__visit=visit) == (60, 20), "and nothing is counted twice"
        actions.void_visit_note(visit_note_of(first.pk), reason="altra famiglia", by=viewer)
        again = actions.write_visit_note(
            case_of("marchetti"), noted(), spent(), visit_id=visit, by=viewer, today=D
        )
        assert again.pk != first.pk, "one that was a mistake is in nobody's way"


def test_edit_visit_note_while_it_is_fresh_and_what_it_said_is_kept(acting_as):
    with acting_as("educatrice") as viewer:
        note = written(viewer, audience="team")
        actions.edit_visit_note(note, noted(text="Ha riso.", audience="team"), spent(), version=1, by=viewer, today=D)  # fmt: skip
        assert visit_note_of(note.pk).text == "Ha riso."
        with pytest.raises(Changed):
            actions.edit_visit_note(note, noted(text="Altro."), spent(), version=1, by=viewer, today=D)
        kept = History.objects.get(row_id=note.pk)
        assert (kept.old["text"], kept.demand) == (WORDS, "visit_note")
        assert Event.objects.filter(kind="visit_note.edited", subject_id=note.pk).count() == 1


def test_edit_visit_note_is_for_its_author(acting_as):
    with acting_as("educatrice") as viewer:
        note = written(viewer)
    with acting_as("coordinatrice") as viewer:
        with pytest.raises(Refused) as no:
            actions.edit_visit_note(visit_note_of(note.pk), noted(text="Meglio così."), spent(), version=1, by=viewer, today=D)  # fmt: skip
        assert "solo chi l'ha scritta" in str(no.value.reason)
        with transaction.atomic(), pytest.raises(Error, match="no longer changed"), transaction.atomic():
            VisitNote.objects.filter(pk=note.pk).update(text="Meglio così.")
        assert visit_note_of(note.pk).text == WORDS


@pytest.mark.parametrize("key", [OLD, CORRECTED])
def test_edit_visit_note_after_its_hours_is_refused_and_a_correction_is_offered(acting_as, key):
    with acting_as("educatrice") as viewer:
        assert not still_fresh(visit_note_of(key))
        with pytest.raises(Refused) as no:
            actions.edit_visit_note(visit_note_of(key), noted(), spent(), version=1, by=viewer, today=D)
        assert "rettifica" in str(no.value.reason)


@pytest.mark.parametrize(
    ("column", "value"),
    [("text", "x"), ("day", D), ("place", "ours"), ("present", persons("leo")), ("how", "hard"), ("audience", "team"),
     ("goals", persons("leo")), ("others", "x"), ("next_step", "x"), ("hour", "10:00")],
)  # fmt: skip
@pytest.mark.parametrize("key", [OLD, ANNULLED, CORRECTION])
def test_the_database_itself_keeps_what_was_written_long_ago(acting_as, key, column, value):
    with acting_as("educatrice"):
        rows = VisitNote.objects.filter(pk=key_for("visit_note", key))
        with pytest.raises(Error, match="no longer changed"):
            rows.update(**{column: value})


def test_the_database_keeps_a_correction_and_a_mistake_however_fresh(acting_as):
    with acting_as("educatrice") as viewer:
        correction = actions.correct_visit_note(visit_note_of(OLD), "Erano due libri.", spent(), by=viewer)
        mistake = written(viewer)
        actions.void_visit_note(mistake, reason="altra famiglia", by=viewer)
        for note in (correction, mistake):
            assert still_fresh(note)
            with pytest.raises(Error, match="no longer changed"), transaction.atomic():
                VisitNote.objects.filter(pk=note.pk).update(text="Altro.")


@pytest.mark.parametrize(
    "column", ["author_id", "case_id", "written_at", "corrects_id", "visit_id", "profession", "team_id"]
)
def test_whose_note_and_of_what_never_changes(acting_as, column):
    with acting_as("educatrice"):
        rows = VisitNote.objects.filter(pk=key_for("visit_note", OLD))
        with pytest.raises(Error, match="permission denied"):
            rows.update(**{column: rows.values_list(column, flat=True).get()})


@pytest.mark.parametrize("author", ["assistente", "davide"])
def test_nobody_writes_a_note_in_another_hand(acting_as, author):
    with acting_as("educatrice"):
        case = case_of("marchetti")
        note = VisitNote(
            household_id=case.household_id, team_id=case.team_id, case=case, author_id=hat(author), profession="educator",
            written_at=now(), day=D, place="home", text=WORDS,
        )  # fmt: skip
        with pytest.raises(Error, match="row-level security"):
            note.save(force_insert=True)


def test_correct_visit_note_stands_beside_and_is_for_the_same_eyes(acting_as):
    with acting_as("educatrice") as viewer:
        said = visit_note_of(OLD).text
        correction = actions.correct_visit_note(visit_note_of(OLD), " Erano due libri. ", spent(), by=viewer)
        assert (correction.corrects_id, correction.text) == (visit_note_of(OLD).pk, "Erano due libri.")
        assert (correction.audience, correction.day) == (visit_note_of(OLD).audience, visit_note_of(OLD).day)
        assert visit_note_of(OLD).text == said
        with pytest.raises(Refused) as no:
            actions.correct_visit_note(correction, "No.", spent(), by=viewer)
        assert no.value.code == "cannot_correct"
        with pytest.raises(Refused):
            actions.correct_visit_note(written(viewer), "No.", spent(), by=viewer)
    with acting_as("coordinatrice") as viewer, pytest.raises(Refused):
        actions.correct_visit_note(visit_note_of(OLD), "No.", spent(), by=viewer)


def test_void_visit_note_of_a_correction_is_refused_with_words(acting_as):
    """Its minutes would stay, and the page and the paper would go on saying it: another is written beside."""
    with acting_as("educatrice") as viewer:
        correction = actions.correct_visit_note(visit_note_of(OLD), "Erano due libri.", spent(), by=viewer)
        with pytest.raises(Refused) as no:
            actions.void_visit_note(visit_note_of(correction.pk), reason="no", by=viewer)
        assert "rettifica" in str(no.value.reason)


def test_edit_visit_note_of_a_correction_is_refused_with_words(acting_as):
    with acting_as("educatrice") as viewer:
        correction = actions.correct_visit_note(visit_note_of(OLD), "Erano due libri.", spent(), by=viewer)
        with pytest.raises(Refused) as no:
            actions.edit_visit_note(visit_note_of(correction.pk), noted(text="Tre."), spent(), version=1, by=viewer, today=D)  # fmt: skip
        assert "rettifica" in str(no.value.reason)


def test_what_was_annulled_is_neither_changed_nor_corrected_nor_annulled_again(acting_as):
    """Its minutes are taken away once, and do not come back."""
    with acting_as("educatrice") as viewer:
        fresh = written(viewer)
        actions.void_visit_note(fresh, reason="altra famiglia", by=viewer)
        for again in (
            lambda: actions.edit_visit_note(visit_note_of(fresh.pk), noted(), spent(), version=1, by=viewer, today=D),
            lambda: actions.correct_visit_note(visit_note_of(ANNULLED), "No.", spent(), by=viewer),
            lambda: actions.void_visit_note(visit_note_of(fresh.pk), reason="ancora", by=viewer),
        ):  # fmt: skip
            with pytest.raises(Refused) as no:
                again()
            assert no.value.code == "voided"
        assert summed(note=fresh) == (0, 0)
        assert summed(note=key_for("visit_note", ANNULLED)) == (0, 0)
        assert Event.objects.filter(kind="visit_note.voided", subject_id=fresh.pk).count() == 1


def test_void_visit_note_by_its_author_and_by_who_decides(acting_as):
    with acting_as("psicologa") as viewer:
        note = written(viewer)
    with acting_as("educatrice") as viewer, pytest.raises(NotAllowed):
        actions.void_visit_note(visit_note_of(note.pk), reason="no", by=viewer)
    with acting_as("coordinatrice") as viewer:
        actions.void_visit_note(visit_note_of(note.pk), reason=" altra famiglia ", by=viewer)
        row = visit_note_of(note.pk)
        assert (row.void_reason, row.voided_by) == ("altra famiglia", viewer.membership_id)
        assert row.text == WORDS, "it stays readable"
        assert summed(note=note) == (0, 0)


def test_who_decides_elsewhere_annuls_nothing_of_ours(acting_as):
    """Marta coordinates the north, to whom the record of a family of the east is open."""
    with acting_as("davide") as viewer:
        note = written(viewer, "conti")
    with acting_as("coordinatrice") as viewer:
        with pytest.raises(NotAllowed):
            actions.void_visit_note(visit_note_of(note.pk), reason="no", by=viewer)
        assert not VisitNote.objects.filter(pk=note.pk).update(voided_at=now(), void_reason="no")


def test_present_after_two_cards_were_joined(acting_as):
    with acting_as("sara") as viewer:
        note = written(viewer, "tosi", present=persons("ilaria_again"))
    with acting_as("coordinatrice") as viewer:
        kept, other = (Person.objects.get(pk=key) for key in persons("ilaria", "ilaria_again"))
        merge_persons(kept, other, by=viewer, reason="è lei")
    with acting_as("sara") as viewer:
        family = family_of(viewer, case_of("tosi").household)
        assert family.named(visit_note_of(note.pk).present) == family.named([kept.pk])
        said = noted(text="Meglio.", present=visit_note_of(note.pk).present)
        actions.edit_visit_note(visit_note_of(note.pk), said, spent(), version=1, by=viewer, today=D)
        assert visit_note_of(note.pk).text == "Meglio.", "what was written of her before is no obstacle"


def test_present_after_a_home_has_parted(acting_as):
    """Who has gone is of the family still: the note says who was there, and can be changed."""
    with acting_as("assistente") as viewer:
        there = persons("hoxha_1", "hoxha_2", "hoxha_4")
        note = written(viewer, "hoxha", present=there)
        who = frozenset(map(str, persons("hoxha_2", "hoxha_4")))
        going = Parting(going=who, name="Casa di Ilir", municipality_code="015189")
        part_home(case_of("hoxha").household, going, by=viewer, day=D)
        named = family_of(viewer, case_of("hoxha").household).named(visit_note_of(note.pk).present)
        assert all(each in named for each in ("Ana", "Ilir", "Era"))
        said = noted(text="Meglio.", present=there)
        actions.edit_visit_note(visit_note_of(note.pk), said, spent(), version=1, by=viewer, today=D)
        assert visit_note_of(note.pk).household_id == key_for("household", "hoxha"), "it stays with its case"


def test_settle_does_what_was_agreed_and_fixes_the_next_visit(acting_as):
    with acting_as("educatrice") as viewer:
        deed = open_actions(case_of("marchetti"))[0]
        note = written(viewer)
        settle(note, Settled([deed.pk], coming=agreed(what="Di nuovo insieme")), by=viewer, today=D)
        assert deed.pk not in [row.pk for row in open_actions(case_of("marchetti"))]
        assert Visit.objects.get(what="Di nuovo insieme").case_id == note.case_id
        with pytest.raises(Refused) as no:
            settle(note, Settled([deed.pk]), by=viewer, today=D)
        assert no.value.code == "deed"
        with pytest.raises(Refused) as no:
            settle(note, Settled(step=f"{note.pk}:nothing"), by=viewer, today=D)
        assert no.value.code == "path"
