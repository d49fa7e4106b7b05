"""What has been asked of services for a family and is not over, with what went to each; and to whom else it is open today. One query."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from intreccio.families.referrals.vocabulary import AFTER_YES, OVER, ReferralState, SharedField
from intreccio.ground.design.templatetags.design import spoken
from intreccio.parties.people.rules.names import listed
from intreccio.parties.people.vocabulary import Level

YES = (ReferralState.ACCEPTED, ReferralState.UNDER_WAY, ReferralState.ENDED)


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: of which service and body, for whom, for what, where it stands, what of the family went there."""

    referral_id: UUID
    service_id: UUID
    service: str
    body_id: UUID
    body: str
    body_kind: str
    state: str
    since: date
    need_code: str
    request: str
    shared: list[str]
    person_id: UUID | None

    @property
    def has_said_yes(self) -> bool:
        """Accepted, going on, or ended and waiting for the family's word."""
        return self.state in YES

    @property
    def reads(self) -> str:
        """What they read, in plain words: what was sent, as it was sent."""
        fields = [each for each in SharedField if each.value in self.shared]
        if not self.has_said_yes:
            fields = [each for each in fields if each not in AFTER_YES]
        told = listed([str(each.label) for each in fields], _("e"))
        return (
            _("legge solo la richiesta: %(what)s") % {"what": told} if told else _("legge solo la richiesta")
        )


@dataclass(frozen=True, slots=True)
class Window:
    """A body, or a team of it, that the family is open to: how far, why, from when, until when."""

    name: str
    body_id: UUID
    body: str
    body_kind: str
    level_code: int
    reason: str
    since: date
    until: date | None

    @property
    def sees(self) -> str:
        """In plain words."""
        level = str(Level(self.level_code).label)
        return (
            _("%(level)s, fino a %(day)s") % {"level": level, "day": spoken(self.until)} if self.until else level
        )  # fmt: skip


# Written out, and in one: the page asks many areas.
OF_FAMILY = """
    SELECT
      (SELECT jsonb_agg(jsonb_build_array(r.id, s.id, s.name, b.id, b.name, b.kind, r.state,
          (coalesce(r.decided_at, r.sent_at) AT TIME ZONE 'Europe/Rome')::date, r.need_code, r.request, o.shared, o.person_id)
          ORDER BY o.sent_at, o.id)
        FROM referrals_referralorigin o JOIN referrals_referral r ON r.id = o.referral_id
          JOIN directory_service s ON s.id = r.service_id JOIN organisations_organisation b ON b.id = r.receiver_id
        WHERE o.household_id = %(household)s AND NOT o.state = ANY (%(over)s)),
      (SELECT jsonb_agg(jsonb_build_array(coalesce(t.name, b.name), b.id, b.name, b.kind, g.level, g.reason, g.since, g.until)
          ORDER BY g.since, g.id)
        FROM people_grant g LEFT JOIN organisations_team t ON t.id = g.to_team_id
          JOIN organisations_organisation b ON b.id = coalesce(g.to_organisation_id, t.organisation_id)
        WHERE g.household_id = %(household)s AND g.withdrawn_at IS NULL
          AND g.since <= %(day)s AND (g.until IS NULL OR g.until > %(day)s))
"""


def asked_and_open(
    household_id: UUID, day: date, *beside: str
) -> tuple[list[Asked], list[Window], list[list[Any]]]:
    """In the order in which it was asked, and opened; and the rows of each SELECT that is asked beside, as JSON has them."""
    said: dict[str, Any] = {"household": household_id, "day": day, "over": [state.value for state in OVER]}
    more = "".join(
        f", (SELECT jsonb_agg(to_jsonb(b)) FROM ({each}) b)"  # noqa: S608  # texts of areas
        for each in beside
    )
    with connection.cursor() as cursor:
        cursor.execute(OF_FAMILY + more, said)
        asked, opened, *rows = (json.loads(each) if each else [] for each in cursor.fetchone() or ("", ""))
    return [_asked(*row) for row in asked], [_window(*row) for row in opened], rows


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _asked(request: str, service: str, name: str, body: str, *rest: Any) -> Asked:
    body_name, kind, state, since, need, words, shared, person = rest
    about = UUID(person) if person else None
    return Asked(
        UUID(request), UUID(service), name, UUID(body), body_name, kind, state, date.fromisoformat(since), need, words,
        shared, about,
    )  # fmt: skip


def _window(name: str, body: str, *rest: Any) -> Window:
    body_name, kind, level, reason, since, until = rest
    return Window(name, UUID(body), body_name, kind, level, reason, date.fromisoformat(since), _day(until))
