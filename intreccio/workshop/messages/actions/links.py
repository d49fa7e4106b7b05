"""Making a link, and using it: once."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import models
from django.http import Http404
from django.utils.translation import gettext as _

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import DOOR, Actor, Viewer
from intreccio.workshop.messages import rules
from intreccio.workshop.messages.actions.reaching import require_may_reach
from intreccio.workshop.messages.letters import About, links
from intreccio.workshop.messages.models import OneTimeLink
from intreccio.workshop.messages.vocabulary import Recipient


def make_link(
    purpose: str,
    subject: models.Model,
    by: Actor,
    days: int = 0,
    *,
    minutes: int = 0,
    about: About | None = None,
    household_id: UUID | None = None,
) -> tuple[OneTimeLink, str]:
    """A link to `subject` that lives so long, and its token: to be given away now, because the database keeps only its hash.

    about: ids and codes of what else it opens. household_id: whose it is, for a link that is given to a family. Raises Refused
    where she asked for silence, LookupError for a purpose that nobody registered.
    """
    if links()[purpose] == Recipient.FAMILY:
        require_may_reach(_family(household_id))
    lasts = timedelta(days=days, minutes=minutes)
    refuse_if(rules.why_not_make(lasts), code="link_days")
    key, moment = new_key(), now()
    token = rules.token_of(key, settings.SECRET_KEY)
    link = OneTimeLink(
        id=key,
        token_hash=rules.digest_of(token),
        purpose=purpose,
        subject_type=subject._meta.label_lower,
        subject_id=subject.pk,
        about=dict(about or {}),
        made_at=moment,
        made_by=by.membership_id if isinstance(by, Viewer) else None,
        expires_at=moment + lasts,
    )
    link.save(force_insert=True)
    return link, token


def _family(household_id: UUID | None) -> UUID:
    if household_id is None:
        raise LookupError("a link for a family says which one")
    return household_id


def close_links(purpose: str, subject: models.Model, **about: str) -> None:
    """Those that still open `subject` open it no more, whoever made them. Inside the caller's transaction.

    about: of these only those made for it.
    """
    moment = now()
    with acting(DOOR):
        OneTimeLink.objects.filter(
            purpose=purpose, subject_id=subject.pk, used_at__isnull=True, expires_at__gt=moment,
            **{f"about__{name}": value for name, value in about.items()},
        ).update(expires_at=moment)  # fmt: skip


def use_link(token: str, purpose: str) -> OneTimeLink:
    """Consumes a link and answers it. Inside the caller's transaction: what rolls back gives the link back.

    The row is locked: of two simultaneous uses the second waits, and is Refused. Raises Http404 for an unknown token.
    """
    with acting(DOOR):
        link = (
            OneTimeLink.objects.select_for_update()
            .filter(token_hash=rules.digest_of(token), purpose=purpose)
            .first()
        )
        if link is None or not rules.is_token_of(token, link.pk, settings.SECRET_KEY):
            raise Http404
        moment = now()
        reason = rules.why_not_use(used_at=link.used_at, expires_at=link.expires_at, moment=moment)
        refuse_if(
            reason, code="link_closed", way_out=_("Chiedi a chi te l'ha mandato di mandartene un altro.")
        )
        OneTimeLink.objects.filter(pk=link.pk).update(used_at=moment)
        link.used_at = moment
        return link
