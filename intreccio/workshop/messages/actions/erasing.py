"""Mails and links that have been kept long enough."""

from datetime import date

from django.db.models import Q

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.viewer import House
from intreccio.ground.parameters.queries import keeping
from intreccio.workshop.messages.models import Mail, OneTimeLink

ERASER = House("eraser")


def erase_old_mail(today: date) -> tuple[int, int]:
    """Mails a year after they left (or were queued in vain), links a year after they closed; answers how many of each."""
    with acting(ERASER):
        kept = keeping("mail_retention_months", today)
        gone = Q(sent_at__lt=kept.since) | Q(sent_at=None, queued_at__lt=kept.since)
        mails, _each = Mail.objects.filter(gone).delete()
        links, _each = OneTimeLink.objects.filter(expires_at__lt=kept.since).delete()
        if mails or links:
            codes = {"mails": mails, "links": links, "since": kept.since.date().isoformat()}
            record("mail.erased", kept.by, by=ERASER, codes=codes)
    return mails, links
