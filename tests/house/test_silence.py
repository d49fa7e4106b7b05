"""A family that asked for silence gets nothing. Everything that leaves says whom it is for; what is for a family asks first."""

import ast
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.core import mail as post
from django.db import connection
from django.urls import reverse

from intreccio.families.cases.models import Case
from intreccio.families.plans import actions as plans
from intreccio.families.plans.actions import paths
from intreccio.families.plans.actions.letters import Sent, send_letter
from intreccio.families.plans.actions.paths import Walked
from intreccio.families.plans.models import FamilyPath, Plan
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.panels import registers
from intreccio.ground.kernel.refused import Refused
from intreccio.ground.kernel.viewer import House
from intreccio.parties.people.models import Person
from intreccio.workshop.messages import letters as register
from intreccio.workshop.messages.actions.links import make_link
from intreccio.workshop.messages.actions.mail import queue_mail, send
from intreccio.workshop.messages.actions.reaching import NAME, require_may_reach, why_not_reach
from intreccio.workshop.messages.letters import Letter, add_letter, add_link, letters, links
from intreccio.workshop.messages.vocabulary import Recipient
from intreccio.workshop.protocols.models import ProtocolVersion
from tests.house.source import functions, modules, name_of, of_kind

SILENT = "rossetti_lima"
FAMILY, DRAFT = key_for("household", SILENT), key_for("plan", "rossetti_lima-1")
# Who gives something to somebody, by the verb of its name. A new one says here whom it reaches, and where it is the family it
# asks `require_may_reach`, itself or through a letter or a link that is the family's.
VERBS = re.compile(
    r"^(send|hand|give|reply|share|invite|write_to|remind|queue|notify|print|post|publish)(_|$)"
)
WORKER, FAMILY_TOO, NOBODY = "worker", "family", "nobody"
REACHES = {
    # Mails and links: whom each is for, its letter and its purpose say.
    "workshop.messages:queue_mail": "by its letter",
    "workshop.messages:queue_mails": "by its letter",
    "workshop.messages:queue_each": "by its letter",
    "workshop.messages:queue_again": "by its letter",
    "workshop.messages:send": "by its letter",
    "workshop.calendar:queue_reminders": WORKER,
    "parties.organisations:begin": WORKER,  # the first one who administers chooses a password
    "parties.organisations:invite_member": WORKER,
    "answers.school:ask_teacher": WORKER,
    "families.cases:write_to": WORKER,  # colleagues who are asked to a meeting; the family is asked by whoever speaks with her
    "families.cases:remind_follow_ups": WORKER,
    "families.referrals:write_to_receiver": WORKER,
    "families.referrals:write_to_asker": WORKER,
    # To the family.
    "families.plans:send_letter": FAMILY_TOO,
    "families.plans:hand_plan": FAMILY_TOO,
    # To a court, a school, a municipality: three, and none is the family (`cases.Addressee`).
    "families.cases:send_report": WORKER,
    # Who wrote to us reads it with their own receipt, when they come back for it: nothing goes to them.
    "families.access:reply_to_sender": NOBODY,
    "families.access:send_signal": WORKER,
    # From team to team, from colleague to colleague.
    "families.cases:hand_over_case": WORKER,
    "families.diary:hand_over_line": WORKER,
    "parties.people:hand_over": WORKER,
    # Who among those who work may read it.
    "families.assessments:share_child_drawing": WORKER,
    "families.assessments:share_child_words": WORKER,
    "workshop.imports:queue_sheet": NOBODY,  # a spreadsheet waits for its job
    # Somebody who works with a family and does so no more.
    "families.cases:send_home": NOBODY,
    "families.cases:send_all_home": NOBODY,
    "families.cases:send_home_who_no_longer_sees": NOBODY,
}


POST = {"queue_mail", "queue_mails", "queue_each", "queue_again", "make_link"}


def called_in(node: ast.FunctionDef) -> set[str]:
    """What a function calls by its bare name."""
    calls = (each.func for each in ast.walk(node) if isinstance(each, ast.Call))
    return {each.id for each in calls if isinstance(each, ast.Name)}


def senders() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Every public verb of an action that says that something goes to somebody, or that itself brings it to the post."""
    for path in of_kind("actions"):
        for node in functions(path):
            if not node.name.startswith("_") and (VERBS.match(node.name) or called_in(node) & POST):
                yield ".".join(path.parts[path.parts.index("intreccio") + 1 :][:2]) + f":{node.name}", node


def test_every_sender_says_whom_it_reaches():
    found = {name for name, _node in senders()}
    assert found - set(REACHES) == set(), (
        "say whom it reaches in REACHES; what reaches a family asks require_may_reach"
    )
    assert set(REACHES) - found == set(), "no such sender any more"


def test_whoever_reaches_a_family_asks_first():
    """By itself, or by giving a link that is the family's."""
    for name, node in senders():
        if REACHES.get(name) == FAMILY_TOO:
            assert called_in(node) & {"require_may_reach", "make_link"}, name


def test_every_letter_and_every_link_says_whom_it_is_for():
    known = {letter.name: letter.recipient for letter in letters()}
    assert set(known) >= {
        "invitation",
        "password_reset",
        "reminder",
        "follow_up",
        "conference_invited",
        "referral_asked",
    }
    assert all(isinstance(each, Recipient) for each in (*known.values(), *links().values()))
    # What is for a family today: the address for signing on one's own telephone, and no mail.
    assert (
        links().items()
        >= {"invitation": Recipient.WORKER, "password": Recipient.WORKER, "plan": Recipient.FAMILY}.items()
    )


def test_a_letter_that_does_not_say_it_cannot_be_registered():
    with pytest.raises(TypeError, match="recipient"):
        Letter("proof", "Prova", "x.txt", lambda _about: {})


def test_nothing_leaves_by_another_door():
    """Mail leaves from one module, and links are made in one: nobody goes round the question."""
    wrong = []
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text())):
            if _is_a_door(node) and not _posts(path):
                wrong.append(name_of(path))
            if (
                isinstance(node, ast.Call)
                and ast.unparse(node.func) == "OneTimeLink"
                and "actions/links.py" not in name_of(path)
            ):
                wrong.append(name_of(path))
    assert wrong == []


@pytest.mark.parametrize(
    "line",
    [
        "from django.core import mail",
        "from django.core.mail import EmailMessage",
        "import django.core.mail as post",
        "import smtplib",
    ],
)
def test_a_door_is_known_however_it_is_imported(line):
    assert _is_a_door(ast.parse(line).body[0])


def _is_a_door(node: ast.AST) -> bool:
    if not isinstance(node, ast.Import | ast.ImportFrom):
        return False
    whence = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
    return any(f"{whence}{each.name}".startswith(("django.core.mail", "smtplib")) for each in node.names)


def _posts(path: Path) -> bool:
    return name_of(path) == "intreccio/workshop/messages/actions/mail.py"


# What happens.


@pytest.fixture
def silent(acting_as, today) -> FamilyPath:
    """The Rossetti Lima family is on SOLI MAI's way, and has asked for silence."""
    with acting_as("assistente") as viewer:
        case = Case.objects.select_related("household").get(household_id=FAMILY)
        walked = Walked(today - timedelta(days=5), None, "death", key_for("membership", "assistente"))
        version = ProtocolVersion.objects.get(shipped="soli-mai-2")
        path = paths.begin_path(case, version, walked, by=viewer, today=today)
        paths.set_silence(path, silent=True, version=1, by=viewer, today=today)
        path.refresh_from_db()
    return path


def no_letter(path, viewer, today):
    send_letter(path, "near", Sent("hand", today, "", 0), by=viewer, today=today)


def no_link(_path, viewer, today):
    plan = Plan.objects.select_related("case__household").get(pk=DRAFT)
    plans.hand_plan(plan, Person.objects.get(pk=key_for("person", "rossetti_lima_1")), by=viewer, today=today)


def no_mail(_path, _viewer, _today):
    queue_mail("to_family", to="famiglia@example.org", about={"household": FAMILY})


def no_purpose(path, viewer, _today):
    make_link("to_family", path, viewer, minutes=30, household_id=FAMILY)


@pytest.fixture
def for_families(monkeypatch):
    """A letter and a link for families, as an area to come would register them."""
    monkeypatch.setattr(register, "_letters", dict(register._letters))
    monkeypatch.setattr(register, "_links", dict(register._links))
    page = "workshop/messages/pages/password_reset.txt"
    add_letter(Letter("to_family", "Una parola", page, lambda _about: {}, recipient=Recipient.FAMILY))
    add_link("to_family", Recipient.FAMILY)


@pytest.mark.parametrize("sends", [no_letter, no_link, no_mail, no_purpose])
def test_silence_objects_to_every_sending(acting_as, silent, for_families, today, sends):
    with acting_as("assistente") as viewer:
        with pytest.raises(Refused, match="silence"):
            sends(silent, viewer, today)
        paths.set_silence(silent, silent=False, version=silent.version, by=viewer, today=today)
        sends(
            FamilyPath.objects.select_related("case__household", "protocol_version").get(pk=silent.pk),
            viewer,
            today,
        )


def test_silence_asked_while_a_mail_waits_stops_it(acting_as, for_families, today):
    with acting_as("assistente") as viewer:
        mail = queue_mail("to_family", to="famiglia@example.org", about={"household": FAMILY})
        case = Case.objects.select_related("household").get(household_id=FAMILY)
        walked = Walked(today, None, "death", key_for("membership", "assistente"))
        version = ProtocolVersion.objects.get(shipped="soli-mai-2")
        path = paths.begin_path(case, version, walked, by=viewer, today=today)
        paths.set_silence(path, silent=True, version=1, by=viewer, today=today)
    assert send(mail.pk) == "silence"
    assert post.outbox == []


def test_an_address_that_was_given_before_is_shown_no_more(acting_as, signed_in, today):
    """Its code for a camera: whoever had not opened it yet is left in peace."""
    page = reverse("handed_plan", args=[DRAFT])
    with acting_as("assistente") as viewer:
        no_link(None, viewer, today)
    client = signed_in("assistente")
    assert "/sign/" in client.get(page).content.decode()
    with acting_as("assistente") as viewer:
        case = Case.objects.select_related("household").get(household_id=FAMILY)
        walked = Walked(today, None, "death", key_for("membership", "assistente"))
        version = ProtocolVersion.objects.get(shipped="soli-mai-2")
        path = paths.begin_path(case, version, walked, by=viewer, today=today)
        paths.set_silence(path, silent=True, version=1, by=viewer, today=today)
    answer = client.get(page)
    assert answer.status_code == 409
    assert "/sign/" not in answer.content.decode()


def test_a_link_of_a_family_says_which_one(acting_as, silent, for_families):
    with acting_as("assistente") as viewer:
        with pytest.raises(LookupError):
            make_link("to_family", silent, viewer, minutes=30)
        with pytest.raises(LookupError):
            make_link("unheard_of", silent, viewer, minutes=30)


@pytest.mark.parametrize("account", ["assistente", "coordinatrice", "comune"])
def test_whoever_may_send_is_told_whatever_else_they_see(acting_as, silent, account):
    with acting_as(account):
        seen = Case.objects.filter(household_id=FAMILY).exists()
        assert why_not_reach(FAMILY) is not None, f"{account} sees the family: {seen}"


def test_the_house_that_sends_by_itself_is_told_too(silent):
    with acting(House("jobs")):
        assert not FamilyPath.objects.exists()
        assert why_not_reach(FAMILY) is not None
        assert why_not_reach(key_for("household", "marchetti")) is None


@pytest.mark.parametrize("family", ["bah", "marchetti"])
def test_of_a_family_out_of_sight_the_answer_is_no(acting_as, family):
    """Where nothing can be known, nothing is sent."""
    with acting_as("admin"), pytest.raises(Refused):
        require_may_reach(key_for("household", family))
    with acting_as("admin"), connection.cursor() as cursor:
        cursor.execute("SELECT wants_silence(%s)", [new_key()])
        assert cursor.fetchone() == (True,)


def test_every_objection_is_asked_and_not_the_first_alone(acting_as, monkeypatch):
    monkeypatch.setitem(
        registers.objections, NAME, [*registers.objections[NAME], lambda _household: "Non ora."]
    )
    with acting_as("assistente"), pytest.raises(Refused) as refused:
        require_may_reach(key_for("household", "marchetti"))
    assert refused.value.reason == "Non ora."
