"""«Un anno dall'invio»: the promise made for mails and links, kept every night."""

from datetime import timedelta

import pytest

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.viewer import House
from intreccio.workshop.messages.actions.erasing import ERASER, erase_old_mail
from intreccio.workshop.messages.models import Mail, OneTimeLink
from intreccio.workshop.messages.tasks import erase_old_mail as job

ABOUT = {"letter": "invitation", "about": {}}


@pytest.fixture
def old(db, today):
    """`old(366)`: a mail that left so many days ago, one that never did, and a link that closed then."""

    def make(days):
        moment = now() - timedelta(days=days)
        with acting(House("jobs")):
            Mail(to="a@example.org", queued_at=moment, sent_at=moment, **ABOUT).save(force_insert=True)
            Mail(to="b@example.org", queued_at=moment, **ABOUT).save(force_insert=True)
            OneTimeLink(
                token_hash=str(new_key()), purpose="invitation", subject_type="x", subject_id=new_key(),
                made_at=moment, expires_at=moment,
            ).save(force_insert=True)  # fmt: skip

    return make


def left():
    with acting(House("jobs")):
        return Mail.objects.count(), OneTimeLink.objects.count()


def test_a_day_before_the_year_nothing_is_erased(old, today):
    old(363)
    before = left()
    assert erase_old_mail(today) == (0, 0)
    assert left() == before


def test_after_a_year_mail_and_link_are_gone_and_twice_is_once(old, today, monkeypatch):
    before = left()
    old(368)
    deeds = []
    monkeypatch.setattr(
        "intreccio.workshop.messages.actions.erasing.record", lambda *what, **said: deeds.append(said)
    )
    assert erase_old_mail(today) == (2, 1)
    assert erase_old_mail(today) == (0, 0)
    assert left() == before
    (deed,) = deeds
    assert (deed["by"], deed["codes"]["mails"], deed["codes"]["links"]) == (ERASER, 2, 1)


def test_the_job_of_every_night_does_it(old):
    old(368)
    before = left()
    job(0)
    assert left() == (before[0] - 2, before[1] - 1)


def test_the_eraser_sees_nothing_that_is_young(old, acting_as):
    old(30)
    with acting(ERASER):
        assert not Mail.objects.exists()
        assert not OneTimeLink.objects.exists()
        assert Mail.objects.all().delete()[0] == 0
        assert not Event.objects.exists()
    with acting_as("admin"):
        assert Mail.objects.exists()
