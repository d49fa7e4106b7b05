"""Drawings of children: kept sealed, shown to whom the child agrees to, opened at an address of their own."""

from io import BytesIO
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from PIL import Image

from intreccio.families.assessments import actions
from intreccio.families.assessments.models import ChildDrawing, Listening
from intreccio.families.assessments.queries.look import look_of
from intreccio.families.assessments.tests.conftest import EVERYBODY, only
from intreccio.families.assessments.tests.test_actions import last_event
from intreccio.families.assessments.tests.test_listening import LITTLE_ONE, told
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import History, Reading
from intreccio.ground.kernel.refused import Changed, Refused
from intreccio.parties.people.models import FamilyDocument
from intreccio.workshop.documents.actions import store
from intreccio.workshop.documents.files.content import checked
from intreccio.workshop.documents.models import Document
from intreccio.workshop.documents.queries import content_of
from intreccio.workshop.documents.tests.makers import LIMITS, paper, picture, telling_picture

HIDDEN, SHOWN = (
    key_for("child_drawing", "nadia_scuola_disegno"),
    key_for("child_drawing", "leo_tappeto_disegno"),
)
MINE = actions.Drawn(" Il mare ", "Ci nuoto io.", False)


def a_listening(key="nadia_scuola"):
    rows = Listening.objects.select_related("household", "assessment")
    return rows.get(pk=key_for("listening", key))


def a_drawing(key=HIDDEN):
    return ChildDrawing.objects.select_related("household", "listening__assessment", "document").get(pk=key)


def content(form="PNG"):
    return checked(picture(form), LIMITS)


def address(name, key):
    return reverse(name, args=[key])


def test_add_child_drawing_keeps_it_sealed_with_the_child_s_own_title(acting_as):
    with acting_as("educatrice") as viewer:
        row = actions.add_child_drawing(a_listening(), content(), MINE, by=viewer)
        assert (row.title, row.words, row.shared) == ("Il mare", "Ci nuoto io.", False)
        assert Image.open(BytesIO(content_of(row.document))).size == (60, 40)
        second = actions.add_child_drawing(a_listening(), content("JPEG"), MINE, by=viewer)
        assert second.pk != row.pk, "several, of one listening"
        codes = str(last_event("drawing.added").codes)
        assert "mare" not in codes


def test_a_photograph_loses_the_place_where_it_was_taken(acting_as):
    with acting_as("educatrice") as viewer:
        row = actions.add_child_drawing(a_listening(), checked(telling_picture(), LIMITS), MINE, by=viewer)
        assert b"Rose Bianche" not in content_of(row.document)


def test_a_drawing_is_a_picture(acting_as):
    with acting_as("educatrice") as viewer, pytest.raises(Refused) as no:
        actions.add_child_drawing(a_listening(), checked(paper(), LIMITS), MINE, by=viewer)
    assert no.value.code == "drawing"


def test_share_child_drawing_is_the_child_s_to_change_at_any_time(acting_as):
    with acting_as("educatrice") as viewer:
        actions.share_child_drawing(a_drawing(), shared=True, version=1, by=viewer)
        with pytest.raises(Changed):
            actions.share_child_drawing(a_drawing(), shared=False, version=1, by=viewer)
    with acting_as("psicologa"):
        assert ChildDrawing.objects.filter(pk=HIDDEN).exists()
    closed = key_for("child_drawing", "nadia_primavera_disegno")
    with acting_as("educatrice") as viewer:
        actions.share_child_drawing(a_drawing(closed), shared=False, version=1, by=viewer)
        with pytest.raises(Refused) as no:
            actions.void_child_drawing(a_drawing(closed), reason="x", by=viewer)
        assert no.value.code == "closed", "what was drawn then stays"
    with acting_as("psicologa"):
        assert not ChildDrawing.objects.filter(pk=closed).exists()
        assert not History.objects.filter(row_id=closed).exists(), "nor as it was before"
    with acting_as("educatrice"):
        assert History.objects.filter(row_id=closed).exists()


def test_a_colleague_who_was_not_there_does_not_say_it_for_the_child(acting_as):
    with acting_as("psicologa") as viewer, pytest.raises(Refused) as no:
        actions.share_child_drawing(a_drawing(SHOWN), shared=False, version=1, by=viewer)
    assert no.value.code == "not_near"


def test_in_the_invented_district_leo_has_not_drawn_his_sister_s_house(acting_as):
    with acting_as("educatrice"):
        his, hers = (
            a_drawing(key_for("child_drawing", key))
            for key in ("leo_tappeto_disegno", "nadia_primavera_disegno")
        )
        assert content_of(his.document) != content_of(hers.document)


def test_correcting_who_listened_opens_no_drawing(acting_as, today):
    with acting_as("psicologa") as viewer:
        row = a_listening()
        mine = told(viewer, today, heard_by=viewer.membership_id)
        actions.edit_listening(row, mine, version=row.version, by=viewer)
        assert not ChildDrawing.objects.filter(pk=HIDDEN).exists()
    with acting_as("educatrice"), pytest.raises(DatabaseError), transaction.atomic():
        ChildDrawing.objects.filter(pk=HIDDEN).update(heard_by=key_for("membership", "psicologa"))


def test_void_child_drawing_stays_readable_to_who_could_see_it(acting_as):
    with acting_as("educatrice") as viewer:
        actions.void_child_drawing(a_drawing(), reason="foto mossa", by=viewer)
        assert a_drawing().void_reason == "foto mossa"
        with pytest.raises(Refused) as no:
            actions.share_child_drawing(a_drawing(), shared=True, version=a_drawing().version, by=viewer)
        assert no.value.code == "voided"
    with acting_as("psicologa"):
        assert not ChildDrawing.objects.filter(pk=HIDDEN).exists()


def test_a_drawing_of_a_listening_that_was_annulled_is_not_kept(acting_as):
    with acting_as("educatrice") as viewer, pytest.raises(Refused) as no:
        actions.add_child_drawing(a_listening("leo_doppio"), content(), MINE, by=viewer)
    assert no.value.code == "voided"


def test_a_file_that_one_knows_of_becomes_nobody_s_drawing_and_no_drawing_a_paper(acting_as):
    with acting_as("educatrice") as viewer:
        row = a_listening()
        theirs = FamilyDocument.objects.filter(household=row.household).first()
        assert theirs
        wrong = ChildDrawing(
            household=row.household,
            team_id=row.team_id,
            listening=row,
            document_id=theirs.document_id,
            shared=True,
        )
        with pytest.raises(DatabaseError), transaction.atomic():
            wrong.save(force_insert=True)
        stolen = FamilyDocument(
            id=new_key(), household=row.household, team_id=row.team_id, kind="drawing", day=row.heard_on,
            document_id=key_for("drawn_document", "nadia_scuola_disegno"),
        )  # fmt: skip
        with pytest.raises(DatabaseError), transaction.atomic():
            stolen.save(force_insert=True)
        loose = store(content(), by=viewer)
        with pytest.raises(DatabaseError), transaction.atomic():
            Document.objects.filter(pk=loose.pk).update(name="x")


def test_a_look_is_closed_also_by_who_may_not_see_the_drawing(acting_as, today, look_at):
    with acting_as("educatrice") as viewer:
        look = look_at("pellegrini_t0")
        empty = told(viewer, today, band="", answers={})
        row = actions.listen_to_child(look.household, LITTLE_ONE, empty, assessment=look, by=viewer)
        actions.add_child_drawing(row, content(), MINE, by=viewer)
    with acting_as("psicologa") as viewer:
        look = look_of(viewer, look_at("pellegrini_t0"))
        child = next(each for each in look.children if each.person_id == LITTLE_ONE)
        assert (child.is_heard, child.listened[0].drawings, child.listened[0].hidden) == (True, [], 1)


def answered(client, key):
    answer = client.get(address("child_drawing", key))
    return answer.status_code


def test_the_picture_is_for_who_may_see_it_and_each_opening_is_written(signed_in, acting_as):
    assert {who: answered(signed_in(who), SHOWN) for who in EVERYBODY} == only(
        coordinatrice=200, assistente=200, educatrice=200, psicologa=200
    )
    assert answered(signed_in("psicologa"), HIDDEN) == 404
    assert answered(signed_in("educatrice"), uuid4()) == 404
    answer = signed_in("educatrice").get(address("child_drawing", HIDDEN))
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/png", "no-store")
    assert "nadia" not in answer["Content-Disposition"].lower()
    with acting_as("educatrice"):
        assert Reading.objects.filter(page="child_drawing", shown=[HIDDEN]).exists()


LINE = '[["ink", 4, [10, 10, 200, 200, 300, 50]]]'


def test_a_drawing_that_finds_its_listening_annulled_comes_back_as_a_picture(signed_in):
    page = address("add_child_drawing", key_for("listening", "nadia_scuola"))
    void = address("void_listening", key_for("listening", "nadia_scuola"))
    annulled = signed_in("educatrice").post(
        void, {"once": uuid4(), "reason": "scritto sul bambino sbagliato"}
    )
    assert annulled.status_code == 302
    said = {"once": uuid4(), "shared": "no", "title": "Casa", "drawing_strokes": LINE}
    answer = signed_in("educatrice").post(page, said)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Casa" in text
    assert "Il disegno" in text
    assert 'src="data:image/png;base64,' in text


@pytest.mark.parametrize(
    ("strokes", "status", "shown"),
    [(LINE, 401, True), ("[[[", 401, False), ('[["ink", 4, [10, 5000]]]', 401, False), ("[]", 302, False)],
)
def test_a_drawing_sent_when_the_session_is_over_comes_back(client, db, strokes, status, shown):
    page = address("add_child_drawing", key_for("listening", "nadia_scuola"))
    answer = client.post(page, {"once": uuid4(), "shared": "no", "drawing_strokes": strokes})
    text = answer.content.decode()
    assert answer.status_code == status
    assert ('src="data:image/png;base64,' in text) is shown
    assert ("non è arrivato intero" in text) is (status == 401 and not shown)


def test_of_a_photograph_sent_when_the_session_is_over_it_is_said_to_choose_it_again(client, db):
    page = address("add_child_drawing", key_for("listening", "nadia_scuola"))
    answer = client.post(page, {"once": uuid4(), "shared": "no", "drawing": BytesIO(picture("JPEG"))})
    text = answer.content.decode()
    assert answer.status_code == 401
    assert "<li>Il disegno</li>" in text
    assert "sceglilo di nuovo" in text


def test_drawn_on_the_screen_or_photographed_it_is_kept_once(signed_in, acting_as):
    client = signed_in("educatrice")
    page = address("add_child_drawing", key_for("listening", "nadia_scuola"))
    text = client.get(page).content.decode()
    for words in (
        "Togli l'ultimo segno",
        "rosso",
        "Una fotografia del foglio",
        "Vuole che altri lo vedano?",
    ):
        assert words in text, words
    nothing = client.post(page, {"once": uuid4(), "shared": "no"})
    assert nothing.status_code == 422
    assert "Manca il disegno" in nothing.content.decode()
    strokes = '[["red", 10, [100, 100, 900, 900]]]'
    said = {"once": uuid4(), "shared": "yes", "title": "Il fulmine", "drawing_strokes": strokes}
    first, second = client.post(page, said), client.post(page, said)
    assert first.status_code == second.status_code == 302
    photographed = {
        "once": uuid4(),
        "shared": "no",
        "title": "La pioggia",
        "drawing": BytesIO(picture("JPEG")),
    }
    photographed["drawing"].name = "IMG_0042.jpg"
    assert client.post(page, photographed).status_code == 302
    pdf = {"once": uuid4(), "shared": "no", "drawing": BytesIO(paper())}
    assert client.post(page, pdf).status_code == 422
    with acting_as("educatrice"):
        rows = ChildDrawing.objects.filter(listening=key_for("listening", "nadia_scuola"))
        assert sorted(rows.values_list("title", flat=True)) == ["Il fulmine", "Il posto mio", "La pioggia"]
