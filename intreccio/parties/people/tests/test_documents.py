"""Papers of a family: kept closed, opened by who sees its way, each opening written; nothing typed is lost."""

from io import BytesIO

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import ProgrammingError, connection, transaction
from django.urls import reverse
from PIL import Image

from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Event, Reading
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused
from intreccio.parties.people.actions.documents import Described, add_document, edit_document
from intreccio.parties.people.actions.households import hand_over
from intreccio.parties.people.actions.voiding import void_row
from intreccio.parties.people.models import FamilyDocument, Household, Person
from intreccio.parties.people.queries.documents import document_of, documents_of
from intreccio.parties.people.queries.households import household_of
from intreccio.parties.people.rules.documents import why_not_day, why_not_edit_document
from intreccio.parties.people.tests.world import BAH, EST, HADDAD, MARCHETTI, NADIA, hidden, text
from intreccio.workshop.documents.files.content import checked
from intreccio.workshop.documents.models import Document
from intreccio.workshop.documents.queries import content_of
from intreccio.workshop.documents.tests.makers import LIMITS, bomb, paper, picture, signed, telling_picture

DRAWING = key_for("family_document", "marchetti", "La casa nuova, con la nonna")
REPORT_CARD = key_for("family_document", "marchetti", "Pagella di quinta")
MISTAKE = key_for("family_document", "marchetti", "Attestazione di un'altra famiglia")
ADD, LIST = (reverse(name, args=[MARCHETTI]) for name in ("add_document", "document_list"))


def opened(row) -> str:
    return reverse("open_document", args=[MARCHETTI, row])


def said(today, **more):
    return Described(**{"kind": "letter", "day": today, "title": " Lettera ", **more})


def upload(
    content: bytes, name: str = "Famiglia Marchetti.jpg", kind: str = "text/html"
) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, kind)


def test_what_has_been_sent_stays_as_it_was(today):
    assert why_not_edit_document("report")
    assert why_not_edit_document("letter") is None
    assert why_not_day(today, today) is None
    assert why_not_day(today.replace(year=today.year + 1), today)


def test_add_document_keeps_what_was_chosen_and_writes_the_act(acting_as, today):
    with acting_as("educatrice") as viewer:
        home, nadia = Household.objects.get(pk=MARCHETTI), Person.objects.get(pk=NADIA)
        sent = paper()
        row = add_document(home, checked(sent, LIMITS), said(today), person=nadia, by=viewer)
        assert (row.title, row.person_id, row.document.added_by) == ("Lettera", NADIA, viewer.membership_id)
        again = document_of(viewer, MARCHETTI, row.pk)
        assert again is not None
        assert content_of(again.document) == sent
        act = Event.objects.get(subject_id=row.pk)
        assert (act.kind, act.codes["document"]) == ("document.added", "letter")
        assert "Lettera" not in str(act.codes)
        with pytest.raises(Refused, match="document"):
            add_document(home, checked(paper(), LIMITS), said(today.replace(year=today.year + 1)), by=viewer)


def test_edit_document_finds_what_somebody_else_wrote_and_leaves_the_file(acting_as, today):
    with acting_as("educatrice") as viewer:
        row = document_of(viewer, MARCHETTI, REPORT_CARD)
        before = row.document.sha256
        edit_document(row, said(today, title="Pagella finale"), by=viewer, version=1)
        with pytest.raises(Changed):
            edit_document(row, said(today), by=viewer, version=1)
        row.refresh_from_db()
        assert (row.title, row.version, row.document.sha256) == ("Pagella finale", 2, before)


def test_correcting_a_paper_of_who_has_left_home_keeps_whose_it_is(acting_as, signed_in, today):
    karim = key_for("person", "karim")
    with acting_as("educatrice") as viewer:
        home, person = Household.objects.get(pk=MARCHETTI), Person.objects.get(pk=karim)
        row = add_document(home, checked(paper(), LIMITS), said(today), person=person, by=viewer)
    client, address = signed_in("educatrice"), reverse("edit_document", args=[MARCHETTI, row.pk])
    page = client.get(address)
    assert f'value="{karim}" selected' in text(page)
    sent = {
        **hidden(page),
        "kind": "court",
        "title": "Decreto",
        "day": today.isoformat(),
        "person": str(karim),
    }
    assert client.post(address, sent).status_code == 302
    with acting_as("educatrice"):
        row.refresh_from_db()
        assert (row.kind, row.person_id) == ("court", karim)


def test_a_mistake_is_voided_and_stays_readable(acting_as, signed_in):
    with acting_as("educatrice") as viewer:
        row = document_of(viewer, MARCHETTI, REPORT_CARD)
        void_row(row, row.household, by=viewer, reason="di un'altra bambina")
        there = {each.pk: each.void_reason for each in documents_of(viewer, household_of(viewer, MARCHETTI))}
        assert there[REPORT_CARD] == "di un'altra bambina"
    assert "era della famiglia seduta prima" in text(signed_in("educatrice").get(LIST))
    assert signed_in("educatrice").get(opened(MISTAKE)).status_code == 200


@pytest.mark.parametrize("account", ["scuola", "comune", "admin", "sara"])
def test_a_stranger_finds_and_writes_none(acting_as, signed_in, today, account):
    with acting_as(account) as viewer:
        assert not FamilyDocument.objects.filter(household_id=MARCHETTI).exists()
        assert not Document.objects.filter(pk=key_for("document", "marchetti", "Pagella di quinta")).exists()
    with acting_as("educatrice"):
        home = Household.objects.get(pk=MARCHETTI)
    with acting_as(account) as viewer, pytest.raises((NotAllowed, Refused)):
        add_document(home, checked(paper(), LIMITS), said(today), by=viewer)
    for address in (LIST, ADD, opened(DRAWING)):
        assert signed_in(account).get(address).status_code == 404


def test_a_known_id_opens_nothing_through_another_family(acting_as, signed_in):
    """Neither in the address, nor by writing the file of others down as one's own."""
    assert signed_in("davide").get(reverse("open_document", args=[HADDAD, DRAWING])).status_code == 404
    theirs = key_for("document", "marchetti", "Pagella di quinta")
    with acting_as("davide") as viewer:
        home = Household.objects.get(pk=HADDAD)
        row = FamilyDocument(
            household=home, team_id=home.team_id, document_id=theirs, kind="letter", day=home.since
        )
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            row.save(force_insert=True)
        mine = FamilyDocument.objects.filter(household_id=HADDAD)
        with pytest.raises(ProgrammingError), transaction.atomic():
            mine.update(document_id=theirs)
        assert documents_of(viewer, household_of(viewer, HADDAD))


def test_a_file_is_never_changed_nor_taken_away(acting_as):
    with acting_as("educatrice"):
        for words in ("UPDATE documents_document SET size = 1", "DELETE FROM documents_document"):
            with (
                pytest.raises(ProgrammingError, match="denied"),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(words)


def test_a_picture_is_looked_at_and_the_opening_is_written_with_which_one(signed_in, acting_as):
    answer = signed_in("educatrice").get(opened(DRAWING))
    assert answer["Content-Type"] == "image/png"
    assert answer["Content-Disposition"] == 'inline; filename="documento.png"'
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"
    assert Image.open(BytesIO(answer.content)).size == (900, 640)
    with acting_as("educatrice"):
        assert Reading.objects.filter(page="open_document", household_id=MARCHETTI, shown=[DRAWING]).exists()


def test_a_pdf_is_only_saved_and_its_name_says_nothing(signed_in):
    answer = signed_in("educatrice").get(opened(REPORT_CARD))
    assert answer["Content-Disposition"] == 'attachment; filename="documento.pdf"'
    assert answer.content.startswith(b"%PDF-")


def test_a_photograph_from_the_telephone_loses_where_it_was_taken(signed_in, acting_as, today):
    client = signed_in("educatrice")
    page = client.get(ADD)
    assert 'capture="environment"' in text(page)
    assert 'enctype="multipart/form-data"' in text(page)
    sent = {
        **hidden(page),
        "photo": upload(telling_picture()),
        "kind": "photo",
        "day": today,
        "title": "Il balcone",
    }
    answer = client.post(ADD, sent, follow=True)
    assert "il documento è al sicuro" in text(answer)
    with acting_as("educatrice"):
        row = FamilyDocument.objects.select_related("document").get(title="Il balcone")
    kept = client.get(opened(row.pk)).content
    assert b"Rose Bianche" not in kept
    assert not dict(Image.open(BytesIO(kept)).getexif())
    lying = b"".join(path.read_bytes() for path in settings.FILES.glob("*/*"))
    assert b"Rose Bianche" not in lying
    assert "Marchetti" not in "".join(path.name for path in settings.FILES.glob("*/*"))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<html><script>alert(1)</script></html>", "JPEG, PNG, WebP e PDF"),
        (bomb(), "milioni di punti"),
        (picture(size=(900, 900))[:1000], "non si legge"),
        (b"%PDF-1.7 cut", "intero"),
        (b"", "vuoto"),
        (b"\xff\xd8\xff" + b"\0" * 15_000_001, "al più 15 MB"),
    ],
    ids=["html", "bomb", "cut picture", "cut pdf", "empty", "huge"],
)
def test_what_is_no_document_is_refused_and_what_was_typed_stays(
    signed_in, acting_as, today, content, reason
):
    client = signed_in("educatrice")
    sent = {
        "file": upload(content),
        "kind": "letter",
        "day": today.isoformat(),
        "note": "portata dalla nonna",
    }
    answer = client.post(ADD, {**hidden(client.get(ADD)), **sent})
    assert answer.status_code == 422
    assert reason in text(answer)
    assert "portata dalla nonna" in text(answer)
    with acting_as("educatrice"):
        assert not FamilyDocument.objects.filter(note="portata dalla nonna").exists()


def test_a_good_file_with_something_else_missing_has_to_be_chosen_again_and_that_is_said(signed_in):
    client = signed_in("educatrice")
    answer = client.post(ADD, {**hidden(client.get(ADD)), "file": upload(picture()), "title": "Senza data"})
    assert answer.status_code == 422
    assert "va scelto di nuovo" in text(answer)
    assert "Senza data" in text(answer)


def test_no_file_and_two_files_are_said_in_a_sentence(signed_in, today):
    client = signed_in("educatrice")
    words = {"kind": "letter", "day": today.isoformat()}
    assert "Scegline uno, oppure fotografalo" in text(client.post(ADD, {**hidden(client.get(ADD)), **words}))
    two = {"file": upload(picture()), "photo": upload(picture())}
    assert "Un file alla volta" in text(client.post(ADD, {**hidden(client.get(ADD)), **words, **two}))


def test_a_second_tap_writes_nothing_and_another_file_is_another_paper(signed_in, acting_as, today):
    client = signed_in("educatrice")
    page, words = (
        hidden(client.get(ADD)),
        {"kind": "letter", "day": today.isoformat(), "title": "Toccata due volte"},
    )
    for content in (picture("PNG"), picture("PNG"), picture("JPEG")):
        assert client.post(ADD, {**page, **words, "file": upload(content)}).status_code == 302
    with acting_as("educatrice"):
        rows = FamilyDocument.objects.filter(title="Toccata due volte").select_related("document")
        assert sorted(row.document.media_type for row in rows) == ["image/jpeg", "image/png"]


def test_a_family_that_is_handed_over_takes_its_papers_along(acting_as, today):
    with acting_as("educatrice"):
        assert FamilyDocument.objects.filter(household_id=MARCHETTI).count() == 4
    with acting_as("assistente") as viewer:
        home = Household.objects.get(pk=MARCHETTI)
        hand_over(home, to_team_id=EST, by=viewer, reason_code="moved")
    with acting_as("davide"):
        rows = FamilyDocument.objects.filter(household_id=MARCHETTI).select_related("document")
        assert {row.document.media_type for row in rows} == {"image/png", "application/pdf"}


def test_the_family_page_leads_there_and_an_empty_list_says_what_it_is_for(signed_in):
    client = signed_in("assistente")
    assert LIST in text(client.get(reverse("household_page", args=[MARCHETTI])))
    assert "chiusi a chiave" in text(client.get(reverse("document_list", args=[BAH])))


def test_of_a_signed_pdf_one_is_told_that_places_may_stay_in_it(signed_in):
    client = signed_in("assistente")
    words = {"kind": "letter", "title": "Decreto firmato", "day": "2026-11-01", "person": "", "note": ""}
    for content, told in ((signed(picture()), True), (paper(), False)):
        done = client.post(ADD, {**hidden(client.get(ADD)), **words, "file": upload(content)}, follow=True)
        assert ("È un PDF firmato" in text(done)) is told
