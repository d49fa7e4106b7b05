"""A family goes to another team: its lines of support go along, are looked for by somebody, and the notes stay with their author."""

from datetime import timedelta

import pytest
from django.urls import reverse

from intreccio.families.cases.actions import Keep, hand_over_case
from intreccio.families.cases.vocabulary import Motive
from intreccio.families.diary import actions
from intreccio.families.diary.models import RestrictedNote
from intreccio.families.diary.panels.waiting import waits
from intreccio.families.diary.policies import what_may
from intreccio.families.diary.tests.conftest import UNDER_WAY, case_of, joins, line_of, page
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Reading
from intreccio.ground.kernel.refused import Refused

EAST = key_for("team", "equipe_est")
LIVIA = key_for("membership", "livia")
OWN_WORDS = ("parla volentieri di musica", "la seconda volta, non la prima")


@pytest.fixture
def passed_on(acting_as, day):
    """The family of a line under way is of the team of the east now."""
    with acting_as("assistente") as viewer:
        hand_over_case(
            case_of("cattaneo"), to_team_id=EAST, motive=Motive.MOVED, summary="Hanno cambiato casa.", by=viewer, today=day
        )  # fmt: skip


def unfollowed(viewer):
    return [line for line in waits(viewer, 9) if "senza chi la segue" in line.why]


def test_whoever_hands_over_reads_which_lines_would_be_left_without_anybody(signed_in):
    text = (
        signed_in("assistente")
        .get(reverse("hand_over_case", args=[key_for("case", "cattaneo")]))
        .content.decode()
    )
    assert "Linea in corso: sostegno a preadolescenti e adolescenti, Irene Costa." in text
    assert "Le note riservate restano a chi le ha scritte" in text
    assert "- Sostegno a preadolescenti e adolescenti, in corso, Irene Costa" in text
    assert "- Incontro di sostegno a preadolescenti e adolescenti, " in text


def test_a_family_without_lines_is_handed_over_without_a_word_of_them(signed_in):
    text = (
        signed_in("assistente")
        .get(reverse("hand_over_case", args=[key_for("case", "gashi")]))
        .content.decode()
    )
    assert "Linea in corso" not in text


def test_the_new_team_finds_the_line_and_its_psychologist_takes_it_on(passed_on, acting_as, signed_in, day):
    with acting_as("livia") as viewer:
        (found,) = unfollowed(viewer)
        assert (found.url, str(found.action)) == (page("hand_over_line", UNDER_WAY), "Scegli chi la segue")
        assert found.days == 0, "since the family came"
    client = signed_in("livia")
    assert "Affidala" in client.get(page("line_page", UNDER_WAY)).content.decode()
    assert client.get(page("hand_over_line", UNDER_WAY)).status_code == 200
    with acting_as("livia") as viewer:
        actions.hand_over_line(line_of(UNDER_WAY), to=LIVIA, with_notes=False, by=viewer, today=day)
        assert line_of(UNDER_WAY).psychologist_id == LIVIA
        assert not unfollowed(viewer)
        assert [line for line in waits(viewer, 9) if "Vi vedete oggi" in line.why], (
            "its meetings are hers now"
        )
        assert not RestrictedNote.objects.filter(line_id=key_for("support_line", UNDER_WAY)).exists()


def test_no_psychologist_takes_a_line_from_whoever_follows_it(keeper, acting_as, signed_in, day):
    joins(keeper, "livia")
    client = signed_in("livia")
    assert "Affidala" not in client.get(page("line_page", UNDER_WAY)).content.decode()
    assert client.get(page("hand_over_line", UNDER_WAY)).status_code == 409
    with acting_as("livia") as viewer, pytest.raises(Refused) as no:
        actions.hand_over_line(line_of(UNDER_WAY), to=LIVIA, with_notes=False, by=viewer, today=day)
    assert "La affida chi la segue" in str(no.value.reason)
    assert not unfollowed(viewer)


def test_a_window_of_the_record_keeps_the_line_with_whoever_follows_it(acting_as, day):
    keep = Keep(day + timedelta(days=30), "Le prime settimane")
    with acting_as("assistente") as viewer:
        hand_over_case(
            case_of("cattaneo"), to_team_id=EAST, motive=Motive.MOVED, summary="Hanno cambiato casa.", by=viewer, today=day,
            keep=keep,
        )  # fmt: skip
    with acting_as("psicologa") as viewer:
        assert "record_meeting" in what_may(viewer, line_of(UNDER_WAY))
    with acting_as("livia") as viewer:
        assert not unfollowed(viewer)


def test_an_educator_is_asked_to_choose_nobody(passed_on, acting_as):
    with acting_as("davide") as viewer:
        assert not unfollowed(viewer)


def test_the_author_reads_their_own_notes_and_nothing_else_of_the_family(passed_on, acting_as, signed_in):
    client = signed_in("psicologa")
    assert client.get(page("line_page", UNDER_WAY)).status_code == 404
    said = client.get(reverse("my_notes")).content.decode()
    assert all(words in said for words in OWN_WORDS)
    assert "Cattaneo" not in said
    with acting_as("psicologa"):
        assert note_of_key("cattaneo_last") is not None
        assert Reading.objects.filter(page="my_notes").exists(), "reading is recorded"


def note_of_key(key):
    return RestrictedNote.objects.filter(pk=key_for("restricted_note", key)).first()


def test_an_author_who_no_longer_sees_the_family_changes_nothing(passed_on, acting_as):
    with acting_as("psicologa"):
        rows = RestrictedNote.objects.filter(pk=key_for("restricted_note", "cattaneo_last"))
        assert rows.update(passed_to_id=LIVIA) == 0


def test_my_notes_are_those_of_families_i_no_longer_see_and_of_a_psychologist_alone(signed_in):
    said = signed_in("psicologa").get(reverse("my_notes")).content.decode()
    assert not [words for words in OWN_WORDS if words in said], "those in sight are read beside their line"
    for account in ("coordinatrice", "assistente", "educatrice", "comune", "admin"):
        assert signed_in(account).get(reverse("my_notes")).status_code == 403, account


def test_whom_a_note_was_passed_on_to_reads_it_while_the_family_is_theirs_to_see(keeper, acting_as, day):
    joins(keeper, "livia")
    with acting_as("psicologa") as viewer:
        actions.hand_over_line(line_of(UNDER_WAY), to=LIVIA, with_notes=True, by=viewer, today=day)
    with acting_as("assistente") as viewer:
        hand_over_case(
            case_of("cattaneo"), to_team_id=key_for("team", "equipe_sud"), motive=Motive.MOVED,
            summary="Hanno cambiato casa.", by=viewer, today=day,
        )  # fmt: skip
    with acting_as("livia"):
        assert note_of_key("cattaneo_last") is None
    with acting_as("psicologa"):
        assert note_of_key("cattaneo_last") is not None


def test_a_line_that_nobody_follows_says_so_and_names_nobody(passed_on, signed_in):
    client = signed_in("livia")
    for address in (reverse("case_page", args=[key_for("case", "cattaneo")]), page("line_page", UNDER_WAY)):
        said = client.get(address).content.decode()
        assert "senza chi la segue" in said, address
    assert "In corso, Irene Costa" not in said


def gone(viewer):
    return [line for line in waits(viewer, 9) if line.title == "Una linea che seguivi"]


def test_whoever_followed_a_line_finds_that_it_went_and_not_of_whom_it_was(passed_on, acting_as, signed_in):
    """`leave_lines`, heard from below."""
    with acting_as("psicologa") as viewer:
        (found,) = gone(viewer)
        assert (found.url, found.about) == (reverse("my_notes"), None)
        assert "Cattaneo" not in f"{found.title} {found.why}"
    client = signed_in("psicologa")
    assert "Una linea che seguivi" in client.get("/").content.decode()
    client.get(reverse("my_notes"))
    with acting_as("psicologa") as viewer:
        assert not gone(viewer), "read once"
    for other in ("livia", "educatrice"):
        with acting_as(other) as viewer:
            assert not gone(viewer)


def test_whose_line_was_given_to_somebody_else_finds_it_until_it_is_opened(keeper, acting_as, signed_in, day):
    joins(keeper, "livia")
    with acting_as("coordinatrice") as viewer:
        actions.hand_over_line(line_of(UNDER_WAY), to=LIVIA, with_notes=False, by=viewer, today=day)
    with acting_as("psicologa") as viewer:
        (found,) = [line for line in waits(viewer, 9) if "la segue un'altra persona" in line.why]
        assert found.url == page("line_page", UNDER_WAY)
    signed_in("psicologa").get(found.url)
    with acting_as("psicologa") as viewer:
        assert not [line for line in waits(viewer, 9) if "la segue un'altra persona" in line.why]


def test_who_gives_their_own_line_away_is_told_nothing(keeper, acting_as, day):
    joins(keeper, "livia")
    with acting_as("psicologa") as viewer:
        actions.hand_over_line(line_of(UNDER_WAY), to=LIVIA, with_notes=False, by=viewer, today=day)
        assert not [line for line in waits(viewer, 9) if "la segue un'altra persona" in line.why]


def test_with_a_window_of_the_record_tells_nothing_to_who_still_follows(acting_as, day):
    keep = Keep(day + timedelta(days=30), "Le prime settimane")
    with acting_as("assistente") as viewer:
        hand_over_case(
            case_of("cattaneo"), to_team_id=EAST, motive=Motive.MOVED, summary="Hanno cambiato casa.", by=viewer, today=day,
            keep=keep,
        )  # fmt: skip
    with acting_as("psicologa") as viewer:
        assert not gone(viewer)
