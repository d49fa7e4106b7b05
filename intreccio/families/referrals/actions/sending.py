"""A request leaves: in two lines, with the least that is needed, and with the family's yes."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from intreccio.families.cases.actions.steps import lock_household, require_in_charge
from intreccio.families.referrals import policies
from intreccio.families.referrals.actions.mails import ASKED, write_to_receiver
from intreccio.families.referrals.actions.steps import hold_origin, record_ours, write_line
from intreccio.families.referrals.models import Referral, ReferralOrigin
from intreccio.families.referrals.queries.deciding import needs_a_reason, who_can_say_yes, why_not_yes
from intreccio.families.referrals.queries.finding import own_codes_of
from intreccio.families.referrals.queries.numbering import AskedOn, day_of_asking
from intreccio.families.referrals.queries.receivers import who_answers
from intreccio.families.referrals.queries.snapshot import Family, Sent, family_of, words_to_send
from intreccio.families.referrals.rules.sending import why_not_choose, why_not_send
from intreccio.families.referrals.vocabulary import Consent
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.refused import Refused, Words, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.needs.actions import used
from intreccio.offer.directory.models import Service
from intreccio.offer.directory.vocabulary import Status
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.parties.people.models import Household


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a service, and how the family said yes. `person_id`: for whom; None for all of them."""

    service: Service
    need: str
    request: str
    urgency: str
    answer_by: date
    shared: Collection[str]
    consent: str
    consent_on: date
    consent_of: UUID | None
    person_id: UUID | None = None
    more_reason: str = ""
    action_id: UUID | None = None
    consent_words: str = ""
    consent_also: Collection[str] = ()
    consent_reason: str = ""

    @property
    def yes(self) -> set[str]:
        """Who said yes, as the rule calls them."""
        return {str(self.consent_of or self.consent_words), *self.consent_also}


def hold_family(by: Viewer, household_id: UUID) -> Family | None:
    """The same as `family_of`, read while the family is held still for this transaction, where the viewer may act for it."""
    found = Household.objects.select_for_update().filter(pk=household_id).first()
    family = family_of(by, household_id)
    return replace(family, is_held=True) if family and found else family


@transaction.atomic
def create_referral(
    household: Household,
    *,
    asked: Asked,
    by: Viewer,
    today: date,
    retry_of: Referral | None = None,
    family: Family | None = None,
    key: UUID | None = None,
) -> Referral:
    """Asks a service; what is shared is kept in the words of today (law 12). Raises Refused with the reason.

    family: as `hold_family` read it in this transaction; otherwise it is held and read here.
    key: of the request, for who says beforehand where it is read.
    """
    policies.create_referral.require(by)
    family = _held(household, family, by)
    hats = who_answers(asked.service.organisation_id, today)
    refuse_if(_why_not(asked, today, can_answer=bool(hats)), code="cannot_send")
    if family is None or not asked.yes <= {key for key, _name in who_can_say_yes(family)}:
        raise Refused(_("Manca chi ha detto di sì, tra chi può dirlo per questa casa."), code="no_consent")
    if asked.person_id and family.person(asked.person_id) is None:
        raise Refused(_("Questa persona non vive in questa casa."), code="not_at_home")
    reason = why_not_yes(family, asked.person_id, asked.need, yes=asked.yes, reason=asked.consent_reason)
    refuse_if(reason, code="who_decides")
    sent = words_to_send(
        family, asked.shared, person_id=asked.person_id, reach_id=asked.consent_of, day=today
    )
    day = day_of_asking(family.seen.household, today)
    referral = _referral(asked, sent, by, code=day.code(today), key=key)
    origin = _origin(referral, family, asked, sent, day, retry_of)
    write_line(referral, "create_referral", source="", by=by, by_receiver=False)
    record_family_deed(
        "referral.sent",
        referral,
        family.seen.household,
        by=by,
        day=origin.codes,
        **own_codes_of(referral),
        urgency=asked.urgency,
    )
    used(by, [asked.need])
    write_to_receiver(referral, ASKED, to=hats, by=by)
    return referral


def _held(household: Household, read: Family | None, by: Viewer) -> Family | None:
    """The family as it stands while nobody else can change it."""
    if read is None or not read.is_held or read.seen.household.pk != household.pk:
        return family_of(by, lock_household(household, by=by).pk)
    require_in_charge(read.seen.household.team_id, by=by)
    return read


def _why_not(asked: Asked, today: date, *, can_answer: bool) -> Words | None:
    is_open = asked.service.status == Status.ACTIVE
    return why_not_choose(is_open=is_open, can_answer=can_answer) or why_not_send(
        shared=asked.shared, more_reason=asked.more_reason, request=asked.request, answer_by=asked.answer_by,
        consent_on=asked.consent_on, today=today,
    )  # fmt: skip


def _referral(asked: Asked, sent: Sent, by: Viewer, *, code: str, key: UUID | None) -> Referral:
    moment = now()
    referral = Referral(
        id=key or new_key(),
        code=code,
        service=asked.service,
        receiver_id=asked.service.organisation_id,
        sender_id=by.organisation_id,
        asked_by_id=by.membership_id,
        need_code=asked.need,
        request=asked.request.strip(),
        urgency=asked.urgency,
        answer_by=asked.answer_by,
        snapshot=sent.at_once,
        sent_at=moment,
        state_since=moment,
    )
    referral.save(force_insert=True)
    return referral


def _origin(
    referral: Referral,
    family: Family,
    asked: Asked,
    sent: Sent,
    day: AskedOn,
    retry_of: Referral | None,
) -> ReferralOrigin:
    household = family.seen.household
    origin = ReferralOrigin(
        household=household,
        team_id=household.team_id,
        referral=referral,
        case_id=day.case_id,
        action_id=asked.action_id,
        person_id=asked.person_id,
        retry_of=retry_of,
        sent_at=referral.sent_at,
        answer_by=asked.answer_by,
        shared=sorted({*sent.at_once, *sent.after_yes}),
        shared_reason=asked.more_reason.strip(),
        after_yes=sent.after_yes,
        consent=Consent(asked.consent),
        consent_on=asked.consent_on,
        consent_of_id=asked.consent_of,
        **_also(family, asked),
        codes=day.codes,
    )
    origin.save(force_insert=True)
    return origin


def _also(family: Family, asked: Asked) -> dict[str, Any]:
    """Who else said yes, and why somebody did not: kept only where their yes is needed."""
    missing = needs_a_reason(family, asked.person_id, asked.need, asked.yes)
    return {
        "consent_words": asked.consent_words,
        "consent_also": [family.deciding.called(key) for key in asked.consent_also],
        "consent_reason": asked.consent_reason.strip() if missing else "",
    }


@transaction.atomic
def retry_referral(
    referral: Referral,
    *,
    asked: Asked,
    by: Viewer,
    today: date,
    family: Family | None = None,
    key: UUID | None = None,
) -> Referral:
    """After a no the same is asked of another service. Raises Refused."""
    held, origin = hold_origin(referral, "retry_referral", by=by)
    again = create_referral(
        origin.household, asked=asked, by=by, today=today, retry_of=held, family=family, key=key
    )
    record_ours("referral.retried", again, origin, by=by, before=str(held.pk))
    return again
