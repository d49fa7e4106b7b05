"""What people read about links and mails."""

from dataclasses import dataclass, field
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models import QuerySet
from django.urls import reverse

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import DOOR, Viewer
from intreccio.workshop.messages import rules
from intreccio.workshop.messages.letters import letter_named
from intreccio.workshop.messages.models import Mail, OneTimeLink
from intreccio.workshop.messages.vocabulary import AGAIN, FINAL

PAGE = 25


def still_stands(function: str, key: str) -> bool:
    """Whether what a mail is about stands as it leaves: asked as the house's `jobs` of a narrow function of an area above."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s::uuid)", [key])  # a name that the code says
        return bool(cursor.fetchone() == (True,))


def find_link(token: str, purpose: str) -> OneTimeLink | None:
    """The link of a token, used or not; None for words that are no token of ours. Asked as the house's door."""
    with acting(DOOR):
        found = OneTimeLink.objects.filter(token_hash=rules.digest_of(token), purpose=purpose).first()
    return found if found and rules.is_token_of(token, found.pk, settings.SECRET_KEY) else None


def why_not_open(link: OneTimeLink) -> Words | None:
    """Why a link does not open any more; None when it does."""
    return rules.why_not_use(used_at=link.used_at, expires_at=link.expires_at, moment=now())


def token_of(link: OneTimeLink) -> str:
    """The token, made again for the mail that carries it."""
    return rules.token_of(link.pk, settings.SECRET_KEY)


def address_of(url_name: str, *parts: str) -> str:
    """A whole address, to be given away."""
    return settings.PUBLIC_ADDRESS.rstrip("/") + reverse(url_name, args=parts)


@dataclass(frozen=True, slots=True)
class MailLine:
    """A mail as administrators see it."""

    mail: Mail
    title: Words
    once: UUID = field(default_factory=new_key)

    @property
    def state(self) -> str:
        """`sent`, `waiting` for its turn, `retrying` by itself, `stopped` until somebody acts, `not_needed`."""
        if self.mail.sent_at:
            return "sent"
        if not self.mail.trouble:
            return "waiting"
        if self.mail.trouble in FINAL:
            return "not_needed"
        return "retrying" if self.mail.try_at else "stopped"


def mails(viewer: Viewer, *, unsent: bool, after: UUID | None) -> tuple[list[MailLine], UUID | None]:
    """One page of mails, newest first, and the key of the next page. Row security shows them to administrators."""
    del viewer
    rows: QuerySet[Mail] = Mail.objects.order_by("-id")  # keys sort by time of birth
    if unsent:
        rows = rows.filter(sent_at__isnull=True)
    if after is not None:
        rows = rows.filter(pk__lt=after)
    found = list(rows[: PAGE + 1])
    lines = [MailLine(mail, title_of(mail)) for mail in found[:PAGE]]
    return lines, found[PAGE - 1].pk if len(found) > PAGE else None


def are_to_retry(viewer: Viewer) -> bool:
    """Whether some have not left, and could all leave again."""
    del viewer
    return Mail.objects.filter(sent_at__isnull=True, trouble__in=AGAIN).exists()


def title_of(mail: Mail) -> Words:
    """The neutral title of a mail."""
    letter = letter_named(mail.letter)
    return letter.title if letter else mail.letter
