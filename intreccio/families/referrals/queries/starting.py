"""What a request begins from: a family, what it needs, a line of its plan, a service."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from intreccio.families.cases.models import CaseWorker
from intreccio.families.plans.models import PlanAction
from intreccio.families.referrals.queries.receivers import bodies_that_answer
from intreccio.families.referrals.queries.snapshot import Family, family_of
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.needs.queries import Leaf, words_of_needs
from intreccio.offer.directory.models import Service
from intreccio.offer.directory.queries.cards import Card, cards_for
from intreccio.parties.people.models import Aspect, Household, Isee
from intreccio.parties.people.queries.isee import isee_for_services
from intreccio.parties.people.queries.members import Member
from intreccio.parties.people.rules.ages import age_on
from intreccio.parties.people.vocabulary import AspectKind

CARDS, FAMILIES = 8, 25


@dataclass(frozen=True, slots=True)
class Start:
    """Where one is: what is still missing is None."""

    family: Family | None = None
    need: Leaf | None = None
    action: PlanAction | None = None
    service: Service | None = None
    person_id: UUID | None = None
    can_answer: bool = False

    @property
    def ready(self) -> "Ready | None":
        """Everything has been chosen, and somebody there can answer."""
        if self.family is None or self.need is None or self.service is None or not self.can_answer:
            return None
        return Ready(self.family, self.need, self.service, self.action, self.person_id)

    @property
    def query(self) -> str:
        """The address of what has been chosen so far: ids and codes."""
        chosen = {
            "household": self.family and self.family.seen.household.pk,
            "action": self.action and self.action.pk,
            "need": self.need and self.need.code,
            "service": self.service and self.service.pk,
        }
        return "&".join(f"{name}={value}" for name, value in chosen.items() if value)


@dataclass(frozen=True, slots=True)
class Ready:
    """For whom, for what and of whom it is asked."""

    family: Family
    need: Leaf
    service: Service
    action: PlanAction | None
    person_id: UUID | None


def start_from(
    viewer: Viewer,
    *,
    household: UUID | None,
    need: str,
    action: UUID | None,
    service: UUID | None,
    today: date,
    is_sent: bool = False,
    read: Callable[[Viewer, UUID], Family | None] = family_of,
) -> Start | None:
    """What these lead to; None where one of them leads nowhere in sight.

    is_sent: the form has been sent: it says for whom, and the action itself asks who can answer. read: how the family is.
    """
    line = PlanAction.objects.select_related("goal").filter(pk=action).first() if action else None
    if action and line is None:
        return None
    key = household or (line.household_id if line else None)
    family = read(viewer, key) if key else None
    if key and (family is None or (line and line.household_id != key)):
        return None
    offered = service_of(service or (line.service_id if line else None))
    if service and offered is None:
        return None
    code = need or str(getattr(line.goal, "need_code", "") if line else "")
    leaf = next(iter(words_of_needs([code]).values()), None) if code else None
    return Start(
        family, leaf, line, offered,
        _about(family, leaf, line, today) if family and leaf and not is_sent else None,
        bool(offered and (is_sent or bodies_that_answer([offered.organisation_id], today))),
    )  # fmt: skip


def service_of(service_id: UUID | None) -> Service | None:
    """A service with its body."""
    return (
        Service.objects.select_related("organisation").filter(pk=service_id).first() if service_id else None
    )


def _needed(family: Family, today: date) -> list[Aspect]:
    rows = Aspect.objects.filter(
        Q(until__isnull=True) | Q(until__gt=today), ~Q(need_code=""),
        household_id=family.seen.household.pk, kind=AspectKind.NEEDED, voided_at__isnull=True,
    )  # fmt: skip
    return list(rows.order_by("id"))


def _about(family: Family, need: Leaf, line: PlanAction | None, today: date) -> UUID | None:
    """Whose goal it serves, or whose need it is, as it was written: of the others nothing is told."""
    people = [line.goal.person_id] if line else []
    people += [row.person_id for row in _needed(family, today) if row.need_code == need.code]
    return next((key for key in people if key and family.person(key)), None)


def needs_of(family: Family, today: date) -> list[tuple[Leaf, str]]:
    """What this family needs, in the words of the list and in its own."""
    said: dict[str, str] = {}
    for row in _needed(family, today):
        said.setdefault(row.need_code, row.words)
    return [(leaf, said[code]) for code, leaf in words_of_needs(said).items()]


@dataclass(frozen=True, slots=True)
class Offer:
    """A service that fits, and whether somebody there can answer here."""

    card: Card
    can_answer: bool
    phone: str


def isee_used(family: Family, today: date, person_id: UUID | None = None) -> Isee | None:
    """The attestation by which services with a limit are judged, for whose need it is."""
    about = family.person(person_id)
    child = about.person.pk if about and about.is_minor else None
    return isee_for_services(family.seen.household.pk, today, child=child)


def _concerned(family: Family, person_id: UUID | None) -> list[Member]:
    about = family.person(person_id)
    return [about] if about else family.at_home


def offers_for(
    family: Family,
    need: str,
    today: date,
    *,
    isee: Isee | None,
    person_id: UUID | None = None,
    but: Iterable[UUID | None] = (),
) -> list[Offer]:
    """Services for this need, near this family, for the age of whose need it is; those that answer here first."""
    people = _concerned(family, person_id)
    ages = [age_on(one.person.birth_date, today) for one in people if one.person.birth_date]
    place, means = family.seen.household.municipality_code, isee.value if isee else None
    found = cards_for([need], place, ages, today=today, size=CARDS, isee=means)
    cards = [card for card in found if card.service_id not in but]
    rows = {row.pk: row for row in Service.objects.filter(pk__in=[card.service_id for card in cards])}
    answering = bodies_that_answer((row.organisation_id for row in rows.values()), today)
    offers = [
        Offer(card, rows[card.service_id].organisation_id in answering, rows[card.service_id].phone)
        for card in cards
    ]
    return sorted(offers, key=lambda offer: not offer.can_answer)


def families_i_work_with(viewer: Viewer) -> list[Household]:
    """Families to ask for, where one begins from a service: those I work with, by name."""
    mine = CaseWorker.objects.filter(
        membership_id=viewer.membership_id,
        until__isnull=True,
        team_id__in=viewer.team_ids,
        case__ended_on__isnull=True,
    )
    rows = Household.objects.filter(pk__in=mine.values("household_id"), voided_at__isnull=True)
    return list(rows.order_by("sort_name", "id")[:FAMILIES])
