"""Who belongs to a body: seen, invited, changed, ended; and what ending closes at once."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction
from django.db.utils import ProgrammingError
from django.http import Http404
from django.test import Client
from django.urls import reverse

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.viewer import DOOR
from intreccio.parties.organisations.actions import invitations
from intreccio.parties.organisations.actions.memberships import end_teams
from intreccio.parties.organisations.models import Invitation, Membership, TeamMembership
from intreccio.parties.organisations.tests.conftest import filled, page, sees_families_of
from intreccio.workshop.messages.actions.mail import send
from intreccio.workshop.messages.models import Mail, OneTimeLink

TELAIO, OPERA = ("organisation", "telaio"), ("organisation", "comune_opera")
ASKED = {"name": "Olga Prandi", "email": "olga@example.org", "kind": "employee", "role": "educator"}
PASSWORD = "un-filo-alla-volta"


def hat(key):
    return ("membership", key)


def invited(client, **changes):
    """The token shown to the inviter, this once."""
    answer = client.post(page("invite_member", OPERA), filled(**{**ASKED, **changes}))
    found = re.search(r"/invitations/([\w-]{40,})", answer.content.decode())
    assert found, answer.status_code
    return found[1]


# Seeing ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("account", "sees"),
    [
        ("coordinatrice", True),
        ("admin", True),
        ("comune", False),
        ("educatrice", False),
        ("scuola", False),
        ("elio", False),
    ],
)
def test_a_user_member_is_seen_only_by_who_leads_their_body(signed_in, acting_as, account, sees):
    text = signed_in(account).get(page("membership_list", TELAIO)).content.decode()
    assert ("Ada Colli" in text) is sees
    assert ("Ada Colli" in signed_in(account).get(page("organisation_page", TELAIO)).content.decode()) is sees
    with acting_as(account):
        assert Membership.objects.filter(pk=key_for("membership", "ada_socia")).exists() is sees


def test_who_was_here_and_until_when(signed_in):
    url = page("membership_list", TELAIO)
    client = signed_in("educatrice")
    assert "Rita Longo" not in client.get(url).content.decode()
    assert "Rita Longo" in client.get(url + "?show=past").content.decode()


@pytest.mark.parametrize(
    ("account", "sees"),
    [("comune", True), ("admin", True), ("coordinatrice", False), ("lucia", False), ("scuola", False)],
)
def test_invitations_are_seen_by_who_leads(signed_in, acting_as, account, sees):
    assert (
        "Dario Fumagalli" in signed_in(account).get(page("membership_list", OPERA)).content.decode()
    ) is sees
    with acting_as(account):
        assert Invitation.objects.filter(pk=key_for("invitation", "dario")).exists() is sees


# Inviting ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("account", "expected"),
    [
        ("admin", 200),
        ("comune", 200),
        ("coordinatrice", 403),
        ("educatrice", 403),
        ("scuola", 403),
        ("elio", 403),
    ],
)
def test_who_invites_in_a_body(signed_in, account, expected):
    assert signed_in(account).get(page("invite_member", OPERA)).status_code == expected


def test_invite_member_sends_one_mail_without_families(signed_in, acting_as):
    answers = filled(**ASKED)
    client = signed_in("comune")
    assert client.post(page("invite_member", OPERA), answers).status_code == 200
    assert client.post(page("invite_member", OPERA), answers).status_code == 302
    with acting_as("comune"):
        assert Invitation.objects.filter(email="olga@example.org").count() == 1
    with acting_as("admin"):
        queued = Mail.objects.get()
    assert set(queued.about) == {"invitation", "link"}
    assert send(queued.pk) == ""
    (letter,) = mail.outbox
    assert letter.to == ["olga@example.org"]
    assert "Comune di Opera" in letter.body
    token = re.findall(r"/invitations/([\w-]+)", str(letter.body))[0]
    assert Client().get(reverse("accept_invitation", args=[token])).status_code == 200


def test_the_link_is_shown_once_and_travels_in_no_cookie(signed_in):
    client, answers = signed_in("comune"), filled(**ASKED)
    answer = client.post(page("invite_member", OPERA), answers)
    text = answer.content.decode()
    token = re.findall(r"/invitations/([\w-]{40,})", text)[0]
    assert "lo mostriamo solo adesso" in text
    assert "Se si perde" in text
    assert token not in str(answer.headers) + str(answer.cookies)
    assert "no-store" in answer["Cache-Control"]
    reload = client.post(page("invite_member", OPERA), answers, follow=True).content.decode()
    assert "già partito" in reload
    assert token not in reload
    assert token not in client.get(page("membership_list", OPERA)).content.decode()


@pytest.mark.parametrize(
    ("role", "expected"), [("administrator", 422), ("organisation_lead", 200), ("educator", 200)]
)
def test_a_lead_does_not_invite_an_administrator(signed_in, role, expected):
    answer = signed_in("comune").post(page("invite_member", OPERA), filled(**{**ASKED, "role": role}))
    assert answer.status_code == expected


def test_a_user_member_only_takes_part(signed_in):
    answer = signed_in("comune").post(
        page("invite_member", OPERA), filled(**{**ASKED, "kind": "user_member"})
    )
    assert answer.status_code == 422


@pytest.mark.parametrize("email", ["comune@example.org", "COMUNE@example.org"])
def test_nobody_invites_themselves(signed_in, email):
    answers = filled(**{**ASKED, "email": email, "role": "coordinator"})
    assert signed_in("comune").post(page("invite_member", OPERA), answers).status_code == 409


def test_who_has_the_role_already_is_not_invited(signed_in):
    answers = filled(**{**ASKED, "email": "lucia@example.org", "role": "social_worker"})
    assert signed_in("comune").post(page("invite_member", OPERA), answers).status_code == 409


def test_inviting_again_takes_the_first_invitation_back(signed_in):
    client = signed_in("comune")
    first, second = invited(client), invited(client)
    assert (
        Client()
        .post(reverse("accept_invitation", args=[first]), filled(password=PASSWORD, again=PASSWORD, name="O"))
        .status_code
        == 409
    )
    assert Client().get(reverse("accept_invitation", args=[second])).status_code == 200


def test_withdraw_invitation(signed_in):
    url = page("withdraw_invitation", ("invitation", "dario"))
    assert signed_in("coordinatrice").get(url).status_code == 404
    assert signed_in("educatrice").post(url, filled()).status_code == 404
    client = signed_in("comune")
    assert client.get(url).status_code == 200
    assert client.post(url, filled()).status_code == 302
    assert "Dario" not in client.get(page("membership_list", OPERA)).content.decode().split("i-panel-net")[-1]


def test_an_invitation_to_administer_is_taken_back_by_who_may_give_it(signed_in, acting_as):
    answers = filled(**{**ASKED, "role": "administrator"})
    assert signed_in("admin").post(page("invite_member", OPERA), answers).status_code == 200
    with acting_as("admin"):
        asked = Invitation.objects.get(email="olga@example.org").pk
    url = reverse("withdraw_invitation", args=[asked])
    assert signed_in("comune").post(url, filled()).status_code == 409
    assert signed_in("admin").post(url, filled()).status_code == 302


def test_no_invitation_grows_into_one_to_administer(acting_as):
    with acting_as("comune"), pytest.raises(ProgrammingError), transaction.atomic():
        Invitation.objects.filter(pk=key_for("invitation", "dario")).update(role="administrator")


# Accepting ---------------------------------------------------------------------------------------------------------


def test_accept_invitation_makes_somebody_new(signed_in):
    token = invited(signed_in("comune"))
    stranger = Client()
    url = reverse("accept_invitation", args=[token])
    assert "Comune di Opera" in stranger.get(url).content.decode()
    assert (
        stranger.post(url, filled(name="Olga Prandi", password="12345678", again="12345678")).status_code
        == 422
    )
    assert stranger.post(url, filled(name="Olga Prandi", password=PASSWORD, again="x")).status_code == 422
    assert (
        stranger.post(url, filled(name="Olga Prandi", password=PASSWORD, again=PASSWORD)).status_code == 302
    )
    entered = stranger.post(reverse("account_login"), {"login": "olga@example.org", "password": PASSWORD})
    assert entered.status_code == 302
    assert "Olga Prandi" in stranger.get(reverse("profile_page")).content.decode()


def test_a_link_opens_once(signed_in):
    token = invited(signed_in("comune"))
    url, answers = (
        reverse("accept_invitation", args=[token]),
        filled(name="Olga", password=PASSWORD, again=PASSWORD),
    )
    assert Client().post(url, answers).status_code == 302
    assert Client().get(url).status_code == 409
    closed = Client().post(url, {**answers, **filled()})
    assert closed.status_code == 409
    assert "Olga" in closed.content.decode(), "what was written is given back"
    assert PASSWORD not in closed.content.decode(), "and no password"


def test_a_link_does_not_last_for_ever(signed_in):
    token = invited(signed_in("comune"))
    with acting(DOOR):
        link = OneTimeLink.objects.get(purpose="invitation")
        OneTimeLink.objects.update(expires_at=link.made_at - timedelta(days=1))
    answer = Client().get(reverse("accept_invitation", args=[token]))
    assert answer.status_code == 409
    assert "scaduto" in answer.content.decode()


def test_an_invented_link_leads_nowhere(client, db):
    assert client.get(reverse("accept_invitation", args=["abc"])).status_code == 404
    assert client.get(reverse("set_password", args=["abc"])).status_code == 404


def test_who_has_an_access_signs_in_and_says_yes(signed_in, acting_as):
    token = invited(signed_in("comune"), email="educatrice@example.org", name="Chiara Fontana")
    url = reverse("accept_invitation", args=[token])
    text = Client().get(url).content.decode()
    assert f"/accounts/login/?next={url}" in text
    assert 'name="password"' not in text
    assert Client().post(url, filled()).status_code == 422
    assert "Sei dentro come" in signed_in("psicologa").get(url).content.decode()
    assert signed_in("psicologa").post(url, filled()).status_code == 422
    chiara = signed_in("educatrice")
    assert chiara.post(url, filled()).status_code == 302
    assert "Comune di Opera" in chiara.get(reverse("choose_hat")).content.decode()


def test_the_door_makes_no_hat_without_a_link(db, today):
    with pytest.raises(Http404), transaction.atomic():
        invitations.accept_invitation("niente", password=PASSWORD, name="x", today=today)


# Changing and ending -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["change_role", "end_membership"])
@pytest.mark.parametrize(
    ("account", "expected"),
    [
        ("admin", 200),
        ("comune", 200),
        ("coordinatrice", 403),
        ("educatrice", 403),
        ("scuola", 403),
        ("elio", 403),
    ],
)
def test_who_changes_hats_in_a_body(signed_in, name, account, expected):
    assert signed_in(account).get(page(name, hat("lucia"))).status_code == expected


def test_a_user_member_is_not_there_for_other_bodies(signed_in):
    assert signed_in("comune").get(page("end_membership", hat("ada_socia"))).status_code == 404
    assert signed_in("coordinatrice").get(page("end_membership", hat("ada_socia"))).status_code == 200


def test_change_role(signed_in, acting_as, today):
    assert (
        signed_in("comune").post(page("change_role", hat("lucia")), filled(role="coordinator")).status_code
        == 302
    )
    with acting_as("admin"):
        old = Membership.objects.get(pk=key_for("membership", "lucia"))
        assert (old.until, old.end_reason) == (today, "role_changed")
        new = Membership.objects.get(user_id=old.user_id, until__isnull=True)
        assert (new.role, new.since) == ("coordinator", today)
        assert not TeamMembership.objects.filter(membership=old, until__isnull=True).exists()


@pytest.mark.parametrize(
    ("account", "key", "role", "expected"),
    [
        ("comune", "comune", "coordinator", 409),  # one's own
        ("comune", "lucia", "administrator", 422),
        ("comune", "lucia", "social_worker", 422),  # the one they have
        ("coordinatrice", "educatrice", "organisation_lead", 422),
        ("coordinatrice", "admin", "educator", 409),  # an administrator's
        ("admin", "educatrice", "coordinator", 302),
    ],
)
def test_nobody_raises_themselves_or_more_than_they_hold(signed_in, account, key, role, expected):
    assert signed_in(account).post(page("change_role", hat(key)), filled(role=role)).status_code == expected


def test_end_membership_ends_everything_at_the_next_request(signed_in, acting_as, today):
    awa = signed_in("awa")
    assert awa.get(reverse("profile_page")).status_code == 200
    with acting_as("awa") as viewer:
        assert sees_families_of(("team", "equipe_nord"))
    assert (
        signed_in("admin").post(page("end_membership", hat("awa")), filled(reason="left")).status_code == 302
    )
    answer = awa.get(reverse("profile_page"))
    assert (answer.status_code, answer["Location"]) == (302, reverse("choose_hat"))
    assert "Nessun ruolo attivo" in awa.get(reverse("choose_hat")).content.decode()
    with acting(viewer):  # a viewer kept from before opens nothing either
        assert not sees_families_of(("team", "equipe_nord"))
    with acting_as("admin"):
        ended = Membership.objects.get(pk=viewer.membership_id)
        assert (ended.until, ended.end_reason) == (today, "left")
        assert not TeamMembership.objects.filter(membership=ended, until__isnull=True).exists()


def test_teams_of_other_bodies_end_too(acting_as, today):
    """Giulia's body ends what she does in a team of another one."""
    with acting_as("admin"):
        assert end_teams(key_for("membership", "assistente"), today) == 2


def test_a_stranger_ends_nobodys_teams(acting_as, today):
    for account in ("educatrice", "comune", "scuola"):
        with acting_as(account):
            assert end_teams(key_for("membership", "awa"), today) == -1


@pytest.mark.parametrize(
    ("account", "key"), [("comune", "comune"), ("admin", "admin"), ("coordinatrice", "admin")]
)
def test_end_membership_is_refused(signed_in, account, key):
    assert signed_in(account).post(page("end_membership", hat(key)), filled(reason="left")).status_code == 409


def test_a_hat_ends_once(signed_in):
    client = signed_in("comune")
    assert client.post(page("end_membership", hat("lucia")), filled(reason="left")).status_code == 302
    assert client.post(page("end_membership", hat("lucia")), filled(reason="left")).status_code == 409


def test_erase_old_invitations_keeps_the_promise_of_a_year(acting_as, today):
    from datetime import timedelta

    from intreccio.parties.organisations.actions.invitations import erase_old_invitations
    from intreccio.parties.organisations.models import Invitation

    with acting_as("admin") as viewer:
        before = Invitation.objects.count()
        for days in (360, 370):
            Invitation(
                organisation_id=viewer.organisation_id, email=f"{days}@example.org", name="Prova", kind="employee",
                role="educator", invited_by=viewer.membership_id, invited_at=now() - timedelta(days=days),
            ).save(force_insert=True)  # fmt: skip
    assert erase_old_invitations(today) == 1
    assert erase_old_invitations(today) == 0
    with acting_as("admin"):
        assert Invitation.objects.count() == before + 1
