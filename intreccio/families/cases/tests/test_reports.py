"""Reports: each addressee gets only what it is for, what leaves is what was looked at, and it stays as it left."""

import json
from datetime import timedelta
from io import BytesIO

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.urls import reverse
from pypdf import PdfReader

from intreccio.families.cases.actions import ToSend, send_report
from intreccio.families.cases.forms.reports import SendReportForm
from intreccio.families.cases.models import Case, Report
from intreccio.families.cases.queries.parts import Block, codes_for, mark_of, report_parts, told
from intreccio.families.cases.rules.reports import why_not_more, why_not_send_report
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused
from intreccio.parties.people.actions.documents import Described, edit_document
from intreccio.parties.people.actions.voiding import void_row
from intreccio.parties.people.models import FamilyDocument, HomeAddress, PersonName
from intreccio.parties.people.tests.world import MARCHETTI, NADIA, fostered, hidden, text
from intreccio.workshop.documents.queries import content_of

EVERYTHING = ["children", "family", "workers", "way", "picture", "child_words", "plan", "referrals"]
SCHOOL = f"{reverse('send_report', args=[key_for('case', 'marchetti')])}?to=school"


def words_of(document) -> str:
    paper = PdfReader(BytesIO(content_of(document)))
    return " ".join(" ".join(page.extract_text() for page in paper.pages).split())


@pytest.fixture
def sent(acting_as, case_of, today):
    """`sent("court", parts, account=…)`: sends a report on the Marchetti as somebody who has looked at it."""

    def make(addressee, parts, *, viewer, **more):
        case = case_of("marchetti")
        seen = mark_of(told(viewer, case, parts, today))
        said = ToSend(
            addressee,
            "Ufficio Prova",
            "Richiesta di prova",
            parts,
            seen,
            **{"conclusions": "Parole nostre.", **more},
        )
        return send_report(case, said, by=viewer, today=today)

    return make


def test_more_than_the_least_goes_with_its_reason_and_nothing_goes_nowhere():
    assert why_not_more(more=["plan"], reason=" ")
    assert why_not_more(more=["plan"], reason="lo chiede il giudice") is None
    assert why_not_more(more=[], reason="") is None
    assert why_not_send_report(parts=[], conclusions=" ", known=[])
    assert why_not_send_report(parts=["gone"], conclusions="x", known=["plan"])
    assert why_not_send_report(parts=["plan"], conclusions="", known=["plan"]) is None


@pytest.mark.parametrize(
    ("addressee", "least"),
    [
        ("court", ["family", "workers", "way", "plan"]),
        ("school", ["children"]),
        ("municipality", ["family", "workers"]),
    ],
)
def test_each_addressee_gets_by_itself_only_what_it_is_for(addressee, least):
    assert codes_for(addressee)[0] == least
    assert [part.code for part in report_parts()] == EVERYTHING


def test_the_mark_changes_with_every_word():
    marks = {mark_of([]), mark_of([Block("a", ["b"])]), mark_of([Block("a", ["c"])]), mark_of([Block("a b")])}
    assert len(marks) == 4


def test_no_part_tells_where_the_family_lives_nor_its_numbers(acting_as, case_of, today):
    with acting_as("assistente") as viewer:
        for key in ("marchetti", "bah"):
            said = json.dumps([block.lines for block in told(viewer, case_of(key), EVERYTHING, today)])
            for line in HomeAddress.objects.values_list("line", flat=True):
                assert line not in said
            assert "333" not in said
        assert "Elena Marchetti" in json.dumps(
            [b.lines for b in told(viewer, case_of("marchetti"), ["family"], today)]
        )


def test_what_is_told_to_a_school_names_no_difficulty_of_the_family(acting_as, case_of, today):
    with acting_as("assistente") as viewer:
        (block,) = told(viewer, case_of("marchetti"), codes_for("school")[0], today)
        assert block.lines == ["Nadia Haddad, 11 anni", "Leo Haddad, 3 anni"]


def test_a_child_in_care_is_named_and_not_as_who_lives_there(acting_as, case_of, today):
    with acting_as("assistente") as viewer:
        fostered(viewer, NADIA, MARCHETTI, today - timedelta(days=10))
        (children,) = told(viewer, case_of("marchetti"), ["children"], today)
        assert children.lines == ["Nadia Haddad, 11 anni", "Leo Haddad, 3 anni"]
        home, placed = told(viewer, case_of("marchetti"), ["family"], today)
        assert "Nadia" not in " ".join(home.lines)
        assert placed == Block(
            "Chi vive con chi se ne prende cura", ["Nadia Haddad, figlia o figlio, 11 anni"]
        )


def test_every_part_has_something_to_tell_of_the_marchetti(acting_as, case_of, today):
    with acting_as("assistente") as viewer:
        silent = [code for code in EVERYTHING if not told(viewer, case_of("marchetti"), [code], today)]
        assert silent == []


def test_a_part_speaks_the_language_of_the_network(acting_as, case_of, today):
    from django.utils import translation

    with acting_as("assistente") as viewer:
        italian = told(viewer, case_of("marchetti"), EVERYTHING, today)
        with translation.override("en"):
            assert told(viewer, case_of("marchetti"), EVERYTHING, today) == italian


def test_send_report_keeps_the_paper_and_the_act(acting_as, sent):
    with acting_as("assistente") as viewer:
        row = sent("court", ["family", "way"], viewer=viewer)
        assert (row.addressee, row.parts, row.by_id) == ("court", ["family", "way"], viewer.membership_id)
        paper = FamilyDocument.objects.select_related("document").get(pk=row.document_id)
        assert (paper.kind, paper.title) == ("report", "Relazione per il tribunale")
        said = words_of(paper.document)
        for words in (
            "Ufficio Prova",
            "Richiesta di prova",
            "Elena Marchetti",
            "Parole nostre.",
            viewer.name,
        ):
            assert words in said
        assert "Platani" not in said
        act = Event.objects.get(subject_id=row.pk)
        assert (act.kind, act.codes["addressee"], act.codes["parts"]) == (
            "report.sent",
            "court",
            ["family", "way"],
        )
        assert "Ufficio" not in str(act.codes)


def test_it_stays_as_it_left_whatever_changes_afterwards(acting_as, sent, today):
    with acting_as("assistente") as viewer:
        row = sent("municipality", ["family"], viewer=viewer)
        paper = FamilyDocument.objects.select_related("document", "household").get(pk=row.document_id)
        before = content_of(paper.document)
        PersonName.objects.filter(given="Elena", family="Marchetti").update(given="Un altro nome")
        again = FamilyDocument.objects.select_related("document").get(pk=row.document_id)
        assert content_of(again.document) == before
        assert "Elena Marchetti" in words_of(again.document)
        with pytest.raises(Refused, match="document"):
            edit_document(paper, Described("letter", today, "Altro"), by=viewer, version=1)
        for change in (
            "UPDATE cases_report SET to_whom = 'altro'",
            "UPDATE documents_document SET sha256 = 'altro'",
        ):
            with (
                pytest.raises(ProgrammingError, match="denied"),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(change)


def test_a_mistake_is_voided_with_its_reason_and_stays_to_be_read(acting_as, sent, signed_in):
    with acting_as("assistente") as viewer:
        row = sent("school", ["children"], viewer=viewer)
        paper = FamilyDocument.objects.select_related("household", "document").get(pk=row.document_id)
        void_row(paper, paper.household, by=viewer, reason="mandata alla scuola sbagliata")
        assert words_of(paper.document)
    page = text(signed_in("assistente").get(reverse("case_page", args=[key_for("case", "marchetti")])))
    assert "mandata alla scuola sbagliata" in page


def test_who_may_not_send_one_does_not_void_one(acting_as, signed_in):
    paper = key_for("family_document", "marchetti", "Relazione per la scuola")
    with acting_as("educatrice") as viewer:
        row = FamilyDocument.objects.select_related("household").get(pk=paper)
        with pytest.raises(NotAllowed):
            void_row(row, row.household, by=viewer, reason="non mi piace")
    void = reverse("void_row", args=[key_for("household", "marchetti"), "document", paper])
    papers = reverse("document_list", args=[key_for("household", "marchetti")])
    assert void not in text(signed_in("educatrice").get(papers))
    assert void in text(signed_in("assistente").get(papers))


def test_a_court_asks_also_after_the_way_has_ended(acting_as, today):
    with acting_as("coordinatrice") as viewer:
        case = (
            Case.objects.select_related("household")
            .filter(stage="closed", team_id__in=viewer.team_ids)
            .first()
        )
        assert case is not None
        said = ToSend("court", "Il tribunale", "Richiesta", [], mark_of([]), "Il percorso è concluso.")
        assert send_report(case, said, by=viewer, today=today).case_id == case.pk


def test_what_has_changed_since_it_was_looked_at_does_not_leave(acting_as, case_of, today):
    with acting_as("assistente") as viewer:
        case = case_of("marchetti")
        seen = mark_of(told(viewer, case, ["family"], today))
        PersonName.objects.filter(given="Elena", family="Marchetti").update(given="Eleonora")
        with pytest.raises(Changed):
            send_report(case, ToSend("court", "X", "Y", ["family"], seen), by=viewer, today=today)
        assert not Report.objects.filter(to_whom="X").exists()
        assert not FamilyDocument.objects.filter(
            title="Relazione per il tribunale", household=case.household
        ).exists()


@pytest.mark.parametrize("account", ["educatrice", "psicologa", "davide", "comune", "scuola"])
def test_only_who_answers_for_the_case_sends(acting_as, case_of, account, today):
    with acting_as("assistente"):
        case = case_of("marchetti")
    with acting_as(account) as viewer, pytest.raises(NotAllowed):
        send_report(case, ToSend("court", "X", "Y", [], mark_of([]), "Z"), by=viewer, today=today)


def test_without_a_reason_more_does_not_leave(acting_as, sent):
    with acting_as("assistente") as viewer:
        with pytest.raises(Refused, match="report"):
            sent("school", ["children", "plan"], viewer=viewer)
        assert sent(
            "school", ["children", "plan"], viewer=viewer, more_reason="lo ha chiesto la mamma"
        ).more_reason


def test_the_database_ties_a_report_to_the_paper_of_its_own_family(acting_as, case_of, today):
    with acting_as("coordinatrice"):
        case = case_of("marchetti")
        other = FamilyDocument.objects.exclude(household=case.household).first()
        assert other is not None
        row = Report(case=case, household_id=case.household_id, team_id=case.team_id, document=other, addressee="court",
                     to_whom="X", purpose="Y", sent_on=today)  # fmt: skip
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save(force_insert=True)


def test_the_page_shows_what_leaves_before_it_leaves_and_keeps_what_was_typed(signed_in):
    client = signed_in("assistente")
    chosen = client.get(SCHOOL.partition("?")[0])
    assert "?to=court" in text(chosen)
    page = client.get(SCHOOL)
    assert "Nadia Haddad, 11 anni" in text(page)
    assert "Chi vive insieme" in text(page), "offered among what is more"
    look = client.post(
        SCHOOL, {"look": "1", "least": ["children"], "more": ["family"], "to_whom": "La preside"}
    )
    assert "Elena Marchetti, genitore" in text(look)
    assert "La preside" in text(look)
    missing = client.post(
        SCHOOL, {**hidden(look), "least": ["children"], "more": ["family"], "to_whom": "La preside"}
    )
    assert missing.status_code == 422
    assert "scrivi perché serve" in text(missing)
    assert "La preside" in text(missing)


def test_what_was_not_looked_at_is_shown_before_it_leaves(signed_in, acting_as):
    client = signed_in("assistente")
    page = client.get(SCHOOL)
    said = {"to_whom": "La preside", "purpose": "Accordo", "least": ["children"], "conclusions": "Sta bene."}
    first = client.post(SCHOOL, {**hidden(page), **said, "seen": "altro"})
    assert first.status_code == 409
    assert "non avevi ancora guardato" in text(first)
    mark = first.context["mark"]
    done = client.post(SCHOOL, {**hidden(first), **said, "seen": mark}, follow=True)
    assert "conservata com'è" in text(done).replace("&#x27;", "'")
    again = client.post(SCHOOL, {**hidden(first), **said, "seen": mark})
    assert again.status_code == 302
    with acting_as("assistente"):
        assert Report.objects.filter(to_whom="La preside").count() == 1


def test_the_form_offers_what_areas_have_registered(db):
    form = SendReportForm(addressee="court")
    offered = [code for name in ("least", "more") for code, _ in form.fields[name].choices]
    assert sorted(offered) == sorted(EVERYTHING)


def test_the_case_says_what_has_left(signed_in):
    page = text(signed_in("educatrice").get(reverse("case_page", args=[key_for("case", "marchetti")])))
    assert "coordinatrice della prima B" in page
    assert "Scrivi una relazione" not in page
    assert "Scrivi una relazione" in text(
        signed_in("assistente").get(reverse("case_page", args=[key_for("case", "marchetti")]))
    )


FEARS = "Nadia ha detto: 我很害怕爸爸 e poi আমি ভয় পাই, 😢."


def test_words_in_every_alphabet_are_read_on_the_paper_as_they_were_written(acting_as, sent):
    with acting_as("assistente") as viewer:
        said = words_of(sent("school", ["children"], viewer=viewer, conclusions=FEARS).document.document)
    assert "我很害怕爸爸" in said
    assert "আ" in said
    assert "😢" in said
    assert "□" not in said


def test_words_that_the_paper_cannot_draw_do_not_leave_and_are_named(signed_in):
    page = signed_in("assistente")
    form = {
        "to_whom": "Scuola Collodi", "purpose": "richiesta", "least": ["children"], "conclusions": "Dice ߒߞߏ 𒀀 e 我", "once": "",
    }  # fmt: skip
    looked = page.post(SCHOOL, {**form, "look": "1"})
    assert looked.status_code == 200
    assert "Questi segni non si stampano: ߒߞߏ, 𒀀." in text(looked)
    assert "Dice □□□ □ e 我" in text(looked), "shown as the paper will say it"
    refused = page.post(
        SCHOOL, {**form, "seen": looked.context["mark"], "once": looked.context["form"]["once"].value()}
    )
    assert refused.status_code == 422
    assert "Scrivi queste parole in altre lettere" in text(refused)
    assert "Dice ߒߞߏ 𒀀 e 我" in refused.content.decode(), "what was typed is still there"
