"""A link opens one thing once."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, ProgrammingError, transaction
from django.http import Http404

from intreccio.ground.accounts.models import User
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.refused import Refused
from intreccio.ground.kernel.viewer import DOOR, House
from intreccio.workshop.messages import rules
from intreccio.workshop.messages.actions.links import close_links, make_link, use_link
from intreccio.workshop.messages.actions.mail import queue_mail
from intreccio.workshop.messages.models import OneTimeLink
from intreccio.workshop.messages.queries import find_link, token_of, why_not_open
from tests.drills.at_once import told

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
SUBJECT = User(pk=key_for("user", "educatrice"))


@pytest.mark.parametrize(
    ("used", "expires", "may"),
    [
        (None, NOON + timedelta(seconds=1), True),
        (None, NOON, False),
        (None, NOON - timedelta(days=1), False),
        (NOON - timedelta(days=1), NOON + timedelta(days=1), False),
    ],
)
def test_when_a_link_opens(used, expires, may):
    assert (rules.why_not_use(used_at=used, expires_at=expires, moment=NOON) is None) is may


@pytest.mark.parametrize(
    ("days", "minutes", "may"),
    [
        (0, 0, False),
        (0, 4, False),
        (0, 5, True),
        (0, 30, True),
        (1, 0, True),
        (60, 0, True),
        (60, 1, False),
        (0, -30, False),
    ],
)
def test_how_long_a_link_lives(days, minutes, may):
    assert (rules.why_not_make(timedelta(days=days, minutes=minutes)) is None) is may


def test_a_link_may_live_for_minutes_and_open_more_than_one_row(acting_as):
    with acting_as("coordinatrice") as viewer:
        link, token = make_link("invitation", SUBJECT, viewer, minutes=30, about={"imprint": "a1b2"})
        assert link.expires_at - link.made_at == timedelta(minutes=30)
        found = find_link(token, "invitation")
        assert found is not None
        assert found.about == {"imprint": "a1b2"}


def test_close_links_ends_those_of_a_subject_for_one_person_whoever_made_them_and_no_others(acting_as):
    with acting_as("coordinatrice") as viewer:
        tokens = [make_link("invitation", SUBJECT, viewer, 1, about={"person": who})[1] for who in ("a", "b")]
    with acting_as("assistente") as viewer:
        close_links("invitation", SUBJECT, person="a")
        closed, still = (find_link(token, "invitation") for token in tokens)
        assert closed is not None
        assert why_not_open(closed) is not None
        assert still is not None
        assert why_not_open(still) is None
        with pytest.raises(Refused, match="link_closed"):
            use_link(tokens[0], "invitation")


def test_a_code_is_a_square_with_a_white_border():
    code = rules.code_of("https://intreccio.example.org/sign/abc")
    places = [tuple(map(int, part.split("h")[0].split())) for part in code.path.split("M")[1:]]
    assert code.size >= 29
    assert all(4 <= x < code.size - 4 and 4 <= y < code.size - 4 for x, y in places)
    assert {(4, 4), (code.size - 5, 4), (4, code.size - 5)} <= set(places), (
        "the three corners that a camera looks for"
    )
    assert rules.code_of("https://intreccio.example.org/sign/abd").path != code.path


def test_a_token_needs_the_secret():
    key = new_key()
    assert rules.token_of(key, "one") == rules.token_of(key, "one") != rules.token_of(key, "two")
    assert len(rules.token_of(key, "one")) == 43


def test_make_link_keeps_no_token(acting_as):
    with acting_as("comune") as viewer:
        link, token = make_link("invitation", SUBJECT, viewer, 7)
        row = OneTimeLink.objects.filter(pk=link.pk).values().get()
        assert token not in str(row)
        assert row["token_hash"] == rules.digest_of(token)
        assert token_of(link) == token


def test_use_link_once(acting_as):
    with acting_as("comune") as viewer:
        _link, token = make_link("invitation", SUBJECT, viewer, 7)
    assert use_link(token, "invitation").subject_id == SUBJECT.pk
    with pytest.raises(Refused, match="link_closed"):
        use_link(token, "invitation")
    found = find_link(token, "invitation")
    assert found is not None
    assert why_not_open(found) == "Questo collegamento è già stato usato."


def test_an_expired_link_opens_nothing(acting_as):
    with acting_as("comune") as viewer:
        link, token = make_link("invitation", SUBJECT, viewer, 1)
    with acting(DOOR):
        OneTimeLink.objects.filter(pk=link.pk).update(expires_at=link.made_at)
    with pytest.raises(Refused):
        use_link(token, "invitation")


def test_a_link_for_one_thing_opens_no_other(acting_as):
    with acting_as("comune") as viewer:
        _link, token = make_link("invitation", SUBJECT, viewer, 7)
    with pytest.raises(Http404):
        use_link(token, "password")
    with pytest.raises(Http404):
        use_link("x" * 43, "invitation")
    assert find_link("x", "invitation") is None


def test_what_rolls_back_gives_the_link_back(acting_as):
    with acting_as("comune") as viewer:
        _link, token = make_link("invitation", SUBJECT, viewer, 7)
    with transaction.atomic():
        use_link(token, "invitation")
        transaction.set_rollback(True)
    assert use_link(token, "invitation")


@pytest.mark.parametrize("account", ["admin", "educatrice", "scuola"])
def test_only_who_made_a_link_and_the_door_read_it(acting_as, account):
    with acting_as("comune") as viewer:
        link, _token = make_link("invitation", SUBJECT, viewer, 7)
        assert OneTimeLink.objects.filter(pk=link.pk).exists()
        assert OneTimeLink.objects.filter(pk=link.pk).update(used_at=None) == 0
    with acting_as(account):
        assert not OneTimeLink.objects.exists()
    for house, sees in (("door", True), ("jobs", True), ("imports", False), ("public_form", False)):
        with acting(House(house)):
            assert OneTimeLink.objects.filter(pk=link.pk).exists() is sees


def test_nobody_makes_a_link_in_the_name_of_another(acting_as):
    with acting_as("comune"), pytest.raises(DatabaseError), transaction.atomic():
        make_link("invitation", SUBJECT, DOOR, 7)


def test_two_at_once_open_it_once(committed):
    with acting(DOOR):
        _link, token = make_link("invitation", SUBJECT, DOOR, 7)
    tries = told(*[lambda: use_link(token, "invitation")] * 4)
    assert sorted(tries) == ["done", *["link_closed"] * 3]


def test_a_hash_that_somebody_wrote_opens_nothing(acting_as):
    """Whoever may write a row of a link still cannot make its token: that takes the secret of the house."""
    with acting_as("educatrice") as viewer:
        link, _ = make_link("invitation", SUBJECT, viewer, 1)
    with acting_as("educatrice") as viewer:
        forged = OneTimeLink(
            id=new_key(), token_hash=rules.digest_of("mia"), purpose="invitation", subject_type=link.subject_type,
            subject_id=link.subject_id, made_at=now(), made_by=viewer.membership_id, expires_at=link.expires_at,
        )  # fmt: skip
        forged.save(force_insert=True)
        assert find_link("mia", "invitation") is None
        with pytest.raises(Http404):
            use_link("mia", "invitation")


def test_a_new_password_is_made_by_the_door_alone(acting_as):
    with acting_as("admin") as viewer, pytest.raises(ProgrammingError), transaction.atomic():
        make_link("password", SUBJECT, viewer, 1)
    with acting_as("admin"), pytest.raises(ProgrammingError), transaction.atomic():
        queue_mail("password_reset", to="ladro@example.com", about={"user": SUBJECT.pk})
