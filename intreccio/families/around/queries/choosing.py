"""Where a family goes together with us: which service, for which need, with whom of ours."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from intreccio.families.around.models import Outing
from intreccio.families.around.queries.asked import asked_and_open
from intreccio.families.around.vocabulary import OutingState
from intreccio.families.cases.models import OPEN, Case
from intreccio.families.cases.queries.candidates import candidates
from intreccio.families.plans.queries.waiting import open_actions
from intreccio.families.referrals.models import ReferralOrigin
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.needs.queries import words_of_needs
from intreccio.offer.directory.models import Service

Choice = tuple[str, str]
MOST = 25
FALLBACK = "famiglie.segretariato"


@dataclass(frozen=True, slots=True)
class Start:
    """A service, the request that leads there where there is one, and the needs to choose from."""

    service: Service
    referral_id: UUID | None
    needs: list[Choice]


@dataclass(frozen=True, slots=True)
class Door:
    """A service to go to: why it is proposed, and whether it is agreed already."""

    service: Service
    referral_id: UUID | None
    is_planned: bool

    @property
    def query(self) -> str:
        """Ids only."""
        return f"service={self.service.pk}" + (f"&referral={self.referral_id}" if self.referral_id else "")


def as_id(text: str) -> UUID | None:
    """An id of an address; None where it is none."""
    try:
        return UUID(text)
    except ValueError:
        return None


def service_of(text: str) -> Service | None:
    """By the id of an address."""
    key = as_id(text)
    return Service.objects.select_related("organisation").filter(pk=key).first() if key else None


def start_from(case: Case, service: str, referral: str) -> Start | None:
    """What these lead to; None where one of them leads nowhere of this family."""
    found, key = service_of(service), as_id(referral)
    if found is None or (referral and key is None):
        return None
    codes = list(found.need_codes or case.needs) or [FALLBACK]
    if key is not None:
        rows = ReferralOrigin.objects.filter(household_id=case.household_id, referral_id=key)
        asked = rows.filter(referral__service=found).select_related("referral").first()
        if asked is None:
            return None
        codes = [asked.referral.need_code]
    return Start(found, key, [(code, leaf.plain) for code, leaf in words_of_needs(codes).items()])


def doors_of(case: Case, day: date) -> list[Door]:
    """Services that were asked, then those that the plan counts on; each once."""
    asked, _opened, _beside = asked_and_open(case.household_id, day)
    through: dict[UUID, UUID | None] = {one.service_id: one.referral_id for one in asked}
    for row in open_actions(case):
        if row.service_id:
            through.setdefault(row.service_id, None)
    planned = Outing.objects.filter(case=case, state=OutingState.PLANNED).values_list("service_id", flat=True)
    services = Service.objects.select_related("organisation").in_bulk(list(through))
    return [
        Door(services[key], referral, key in set(planned)) for key, referral in through.items() if key in services
    ]  # fmt: skip


def colleagues_of(case: Case, day: date) -> list[Choice]:
    """Who can go: of the team that answers for the family."""
    return [(str(one.membership.pk), one.label) for one in candidates(case, day) if one.standing.in_team]


def ways_to_go(viewer: Viewer) -> Iterable[Case]:
    """Open ways of families that I work with, by name."""
    mine: QuerySet[Case] = Case.objects.filter(OPEN, team_id__in=viewer.team_ids)
    mine = mine.filter(workers__membership_id=viewer.membership_id, workers__until__isnull=True).distinct()
    return mine.select_related("household").order_by("household__sort_name", "pk")[:MOST]
