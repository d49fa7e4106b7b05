"""A teacher's sheet: asked when who decides agrees, opened by whoever has the link, answered once, read by the team."""

import json
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.core import mail as outbox
from django.db import connection, transaction
from django.db.utils import IntegrityError, ProgrammingError
from django.test import Client
from django.urls import reverse

from intreccio.answers.school.actions import sheets as actions
from intreccio.answers.school.actions.schooling import Ended, begin_schooling, end_schooling
from intreccio.answers.school.actions.sheets import Wanted
from intreccio.answers.school.models import Schooling, SchoolSheet
from intreccio.answers.school.queries.sheets import TEACHER, Closed, before, needed_for, opened_by, parts_of
from intreccio.answers.school.tests.conftest import D, child_of, class_of, family_of
from intreccio.answers.school.tests.test_schooling import studies
from intreccio.families.assessments.models import PointOfView, Sheet
from intreccio.ground.design.templatetags.design import spoken
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import NotAllowed, Refused
from intreccio.ground.kernel.viewer import DOOR
from intreccio.parties.people.actions.grants import grant
from intreccio.parties.people.actions.merging import merge_persons
from intreccio.parties.people.actions.newcomers import Draft
from intreccio.parties.people.actions.persons import add_person
from intreccio.parties.people.models import Household, Person, PersonName
from intreccio.parties.people.vocabulary import Level
from intreccio.workshop.instruments.actions import Told, write_response
from intreccio.workshop.instruments.models import Response
from intreccio.workshop.instruments.queries import edition_on
from intreccio.workshop.messages.actions.mail import send
from intreccio.workshop.messages.models import Mail, OneTimeLink
from intreccio.workshop.messages.queries import token_of

SAID = Told(
    {"able": 3, "tired": 2, "place": 3}, {"strong": "Disegna benissimo.", "hard": "Il lunedì ha sonno."}
)


def asked(viewer: Any, key: str = "nadia-1", **more: Any) -> tuple[SchoolSheet, str]:
    """Asked of the coordinator of the class, with the yes of all who decide."""
    row = class_of(key)
    yes = [name for name, _who in needed_for(viewer, row, D).choices]
    wanted = {
        "teacher": "Ornella Riva",
        "email": "ornella.riva@example.org",
        "until": D + timedelta(days=7),
        "yes": yes,
    } | more
    sheet, link = actions.ask_teacher(row, Wanted(**wanted), by=viewer, today=D)
    return sheet, token_of(link)


def filled(**said: Any) -> dict[str, Any]:
    return {
        "once": str(new_key()),
        "item-able": "3",
        "facts-strong": "Disegna benissimo.",
        "signed": "Riva, italiano",
        **said,
    }


def address(token: str) -> str:
    return reverse("answer_school_sheet", args=[token])


@pytest.fixture
def token(acting_as: Any) -> str:
    with acting_as("educatrice") as viewer:
        return asked(viewer)[1]


def text(answer: Any) -> str:
    return unescape(answer.content.decode())


def test_the_mail_has_an_address_and_no_name(acting_as, token):
    with acting_as("educatrice"):
        mail_id = Mail.objects.filter(letter="school_sheet").values_list("pk", flat=True)
        assert not list(mail_id), "who asks does not read mails"
    with acting(actions_jobs()):
        (mail,) = Mail.objects.filter(letter="school_sheet")
        assert mail.to == "ornella.riva@example.org"
    assert send(mail.pk) == ""
    (letter,) = outbox.outbox
    assert token in letter.body
    assert f"Vale fino a {spoken(D + timedelta(days=7))}." in letter.body, "the last day on which it opens"
    for word in ("Nadia", "Haddad", "Marchetti"):
        assert word not in letter.body + letter.subject


def actions_jobs() -> Any:
    from intreccio.workshop.messages.actions.mail import JOBS

    return JOBS


def test_the_page_says_a_first_name_and_a_class_and_who_reads(client, token):
    page = client.get(address(token))
    assert page.status_code == 200
    assert page["X-Robots-Tag"] == "noindex, nofollow"
    assert page["Cache-Control"] == "no-store"
    words = text(page)
    assert "Nadia a scuola" in words
    assert "Classe 1 B" in words
    assert "Équipe" in words
    for word in ("Haddad", "Marchetti", "Elena"):
        assert word not in words
    assert words.index("Che cosa va bene") < words.index("Che cosa costa fatica")


def test_what_a_teacher_writes_is_read_by_the_team_and_the_second_use_is_thanked(client, acting_as, token):
    answer = client.post(address(token), filled())
    assert answer.status_code == 302, text(answer)
    assert "Grazie, è arrivata" in text(client.get(address(token)))
    with acting_as("psicologa"):
        sheet = SchoolSheet.objects.select_related("response", "instrument").get(
            answered_on=D, signed="Riva, italiano"
        )
        (strong,) = (part for part in parts_of(sheet, None) if part.lines)
        assert (strong.lines[0].now, strong.facts) == ("spesso", "Disegna benissimo.")
        event = Event.objects.get(kind="school_sheet.answered", subject_id=sheet.pk)
        assert (event.house, event.codes["strong"], event.codes["hard"]) == ("teacher", ["able"], [])
        assert event.codes["municipality"] == "015189"
        assert "Disegna" not in str(event.codes)


def test_whoever_asked_has_a_mail_without_a_name(client, token):
    client.post(address(token), filled())
    with acting(actions_jobs()):
        (mail,) = Mail.objects.filter(letter="school_sheet_came")
    assert send(mail.pk) == ""
    letter = outbox.outbox[-1]
    assert "educatrice" in letter.to[0]
    assert "Nadia" not in letter.body
    assert "/school-sheets/" in letter.body


def test_of_a_sheet_that_was_annulled_no_mail_says_that_it_came(client, acting_as, token):
    client.post(address(token), filled())
    with acting(actions_jobs()):
        (mail,) = Mail.objects.filter(letter="school_sheet_came")
    with acting_as("educatrice") as viewer, connection.cursor() as cursor:
        sheet = SchoolSheet.objects.select_related("household").get(pk=mail.about["sheet"])
        cursor.execute("SELECT school_sheet_stands(%s)", [sheet.pk])
        assert cursor.fetchone() != (True,), "only the house is told"
        actions.void_school_sheet(sheet, reason="era di un'altra classe", by=viewer)
    assert send(mail.pk) == "not_needed"


def test_a_second_answer_is_told_kindly_and_given_back(client, acting_as, token):
    assert client.post(address(token), filled()).status_code == 302
    late = client.post(address(token), filled(**{"facts-hard": "Parole da non perdere."}))
    assert late.status_code == 409
    assert "Parole da non perdere." in text(late)
    with acting_as("educatrice"):
        assert Response.objects.filter(words__hard="Parole da non perdere.").count() == 0


def test_a_second_tap_is_thanked(client, token):
    sent = filled()
    assert client.post(address(token), sent).status_code == 302
    again = client.post(address(token), sent)
    assert again.status_code in (302, 409)


def test_what_was_typed_stays_where_something_is_missing(client, token):
    answer = client.post(
        address(token),
        filled(**{"item-able": "", "facts-strong": "", "facts-hard": "È stanca.", "signed": ""}),
    )
    assert answer.status_code == 422
    words = text(answer)
    assert "È stanca." in words
    assert "Una cosa che va bene c'è sempre" in words
    assert client.post(address(token), filled()).status_code == 302, "the address is still good"


@pytest.mark.parametrize("days", [8, 40])
def test_it_opens_no_more_when_its_time_is_over(client, acting_as, token, days, monkeypatch):
    from intreccio.workshop.messages import queries

    later = queries.now() + timedelta(days=days)
    monkeypatch.setattr(queries, "now", lambda: later)
    answer = client.get(address(token))
    assert answer.status_code == 410
    assert "Questo collegamento non si apre" in text(answer)


def test_an_address_that_nobody_gave_opens_nothing_and_too_many_wait(client, db):
    assert client.get(address("nonsense")).status_code == 404
    for number in range(actions.WRONG_TRIES):
        answer = client.get(address(f"nonsense{number}"))
    assert answer.status_code == 429


def test_what_is_taken_back_opens_no_more(client, acting_as):
    with acting_as("educatrice") as viewer:
        sheet, token = asked(viewer)
        actions.void_school_sheet(sheet, reason="abbiamo telefonato", by=viewer)
    assert client.get(address(token)).status_code == 410
    with pytest.raises(Closed):
        actions.answer_school_sheet(token, SAID, signed="Riva", today=D)


def test_where_the_family_has_gone_to_another_team_it_opens_no_more(client, acting_as):
    """The teacher was told who reads: nobody else does."""
    with acting_as("educatrice") as viewer:
        sheet, token = asked(viewer)
    with acting(DOOR):
        link = OneTimeLink.objects.get(subject_id=sheet.pk)
        codes = json.loads(link.about["codes"]) | {"team": str(new_key())}
        OneTimeLink.objects.filter(pk=link.pk).update(about={**link.about, "codes": json.dumps(codes)})
    assert client.get(address(token)).status_code == 410


def test_opening_it_is_written_once(client, acting_as):
    with acting_as("educatrice") as viewer:
        sheet, token = asked(viewer)
    for _time in range(2):
        client.get(address(token))
    with acting_as("educatrice"):
        assert SchoolSheet.objects.get(pk=sheet.pk).opened_on == D
        assert Event.objects.filter(kind="school_sheet.opened", subject_id=sheet.pk).count() == 1
    assert actions.open_school_sheet(token, D).first_name == "Nadia"


@pytest.mark.parametrize(("yes", "reason", "goes"), [([], "", False), ([], "perché sì", False)])
def test_without_a_yes_of_who_decides_nobody_is_asked(acting_as, yes, reason, goes):
    with acting_as("educatrice") as viewer, pytest.raises(Refused, match="agreed"):
        asked(viewer, yes=yes, reason=reason)


def test_without_one_of_the_two_one_says_why(acting_as):
    with acting_as("educatrice") as viewer:
        mother = str(key_for("person", "elena"))
        with pytest.raises(Refused, match="agreed"):
            asked(viewer, yes=[mother])
        sheet, _token = asked(viewer, yes=[mother], reason="Karim è all'estero, lo chiamiamo sabato.")
        assert (sheet.agreed, sheet.agreed_reason[:5]) == ([mother], "Karim")


def test_of_a_class_that_is_over_nobody_is_asked(acting_as):
    with acting_as("educatrice") as viewer, pytest.raises(Refused, match="ask"):
        asked(viewer, "nadia-5")


def test_whom_the_record_is_open_to_reads_it_too_and_the_teacher_was_told(
    client, acting_as, signed_in, token
):
    told = text(client.get(address(token)))
    actions.answer_school_sheet(token, SAID, signed="Riva", today=D)
    with acting_as("coordinatrice") as viewer:
        sheet = SchoolSheet.objects.select_related("household").get(first_name="Nadia", answered_on=D)
        opened = {
            "level": Level.RECORD,
            "purpose": "collaboration",
            "reason": "Si lavora insieme",
            "since": D,
            "until": None,
        }
        grant(sheet.household, by=viewer, **opened, to_team_id=key_for("team", "equipe_est"))
    page = signed_in("davide").get(reverse("school_sheet_page", args=[sheet.pk]))
    assert "Disegna benissimo." in text(page)
    assert "e chi lavora con loro allo stesso percorso" in told


@pytest.mark.parametrize("account", ["davide", "sara", "admin", "elio"])
def test_a_stranger_finds_nothing(acting_as, account):
    with acting_as("educatrice") as viewer:
        sheet, token = asked(viewer)
    actions.answer_school_sheet(token, SAID, signed="Riva", today=D)
    with acting_as(account):
        assert not SchoolSheet.objects.filter(pk=sheet.pk).exists()
        assert not Response.objects.filter(words__strong="Disegna benissimo.").exists()


def test_the_house_s_teacher_reads_that_sheet_and_no_family(acting_as, token):
    with acting(TEACHER):
        assert SchoolSheet.objects.filter(first_name="Nadia").exists()
        for model in (Household, Person, PersonName, Sheet, Response):
            assert not model.objects.exists(), model.__name__
        with pytest.raises(IntegrityError), transaction.atomic():
            SchoolSheet.objects.update(shown_on=D)


def test_nobody_but_a_teacher_writes_answers(acting_as, token):
    with acting_as("educatrice"):
        sheet = SchoolSheet.objects.get(first_name="Nadia", answered_on=None)
        response = write_response(edition_on("sguardo-a-scuola", D), SAID)
        with pytest.raises(IntegrityError), transaction.atomic():
            SchoolSheet.objects.filter(pk=sheet.pk).update(response=response, answered_on=D, signed="io")
        with pytest.raises(ProgrammingError), transaction.atomic():
            SchoolSheet.objects.filter(pk=sheet.pk).update(first_name="Leo")


def test_no_voice_of_an_assessment_takes_a_teacher_s_answers(acting_as, token):
    actions.answer_school_sheet(token, SAID, signed="Riva", today=D)
    with acting_as("educatrice") as viewer:
        answers = SchoolSheet.objects.get(first_name="Nadia", answered_on=D).response
        other = PointOfView.objects.filter(
            voided_at=None, assessment__closed_on=None, team_id__in=viewer.team_ids
        )[0]
        with pytest.raises(IntegrityError), transaction.atomic():
            PointOfView.objects.filter(pk=other.pk).update(response=answers)


@pytest.mark.parametrize("is_merged", [False, True])
def test_it_stands_beside_the_one_before(acting_as, is_merged):
    with acting_as("coordinatrice") as viewer:
        first, token = asked(viewer)
    actions.answer_school_sheet(token, SAID, signed="Riva", today=D)
    later = D + timedelta(days=1)
    with acting_as("coordinatrice") as viewer:
        row = in_the_next_class_of_her_other_row(viewer) if is_merged else class_of("nadia-1")
        yes = [key for key, _who in needed_for(viewer, row, D).choices]
        wanted = Wanted("Riva", "r@example.org", D + timedelta(days=7), yes)
        second, link = actions.ask_teacher(row, wanted, by=viewer, today=later)
    actions.answer_school_sheet(
        token_of(link), Told({"able": 2}, {"strong": "Sempre."}), signed="Riva", today=later
    )
    with acting_as("educatrice"):
        sheet = SchoolSheet.objects.select_related("response", "instrument", "schooling__child").get(
            pk=second.pk
        )
        former = before(sheet)
        assert former.pk == first.pk
        line = next(iter(parts_of(sheet, former))).lines[0]
        assert (line.now, line.before) == ("a volte", "spesso")


def in_the_next_class_of_her_other_row(viewer: Any) -> Schooling:
    """Nadia was written twice; what comes after is written of the row that is kept."""
    home, nadia = family_of("marchetti"), child_of("nadia")
    draft = Draft("Nadia", "Haddad", role="child", sex="F", birth_date=nadia.birth_date)
    kept = add_person(home, draft, by=viewer, since=D - timedelta(days=9))
    merge_persons(kept, nadia, by=viewer, reason="era scritta due volte")
    end_schooling(class_of("nadia-1"), Ended(D, "changed"), version=1, by=viewer, today=D)
    return begin_schooling(home, kept, studies(cycle="lower"), by=viewer, today=D)


def test_the_family_reads_it_and_says_something(acting_as, token):
    actions.answer_school_sheet(token, SAID, signed="Riva", today=D)
    with acting_as("educatrice") as viewer:
        sheet = SchoolSheet.objects.select_related("household").get(first_name="Nadia", answered_on=D)
        actions.show_school_sheet(sheet, "È vero.", day=D, by=viewer, today=D)
        assert SchoolSheet.objects.get(pk=sheet.pk).shown_words == "È vero."
        with pytest.raises(Refused, match="show"):
            actions.show_school_sheet(sheet, "È vero.", day=D, by=viewer, today=D)


def test_whoever_reads_by_a_grant_does_not_ask(acting_as):
    with acting_as("educatrice") as viewer, pytest.raises(NotAllowed):
        asked(viewer, "mattia-4")


def test_the_answer_is_written_once_and_not_by_an_unknown_address(token):
    assert opened_by(token).sheet.first_name == "Nadia"
    with pytest.raises(Closed):
        actions.answer_school_sheet("nonsense", SAID, signed="Riva", today=D)
    with acting(DOOR):
        assert actions.count_wrong("192.0.2.7") is False


def test_pages_of_the_team(signed_in: Any, acting_as: Any, token: str) -> None:
    with acting_as("educatrice"):
        sheet = SchoolSheet.objects.get(first_name="Nadia", answered_on=None)
    page: Client = signed_in("educatrice")
    where = reverse("school_sheet_page", args=[sheet.pk])
    assert "La mail è partita" in text(page.get(where))
    child = reverse("child_school", args=[sheet.household_id, key_for("person", "nadia")])
    assert "chiesta" in text(page.get(child))
    Client().post(address(token), filled())
    words = text(page.get(where))
    assert "Disegna benissimo." in words
    assert "Letta con la famiglia" in words
