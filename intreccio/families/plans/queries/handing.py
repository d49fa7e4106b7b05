"""A version that is given to somebody of the family for some minutes: to whom it can be, and who opens it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from intreccio.families.plans.models import Plan
from intreccio.families.plans.policies import what_may
from intreccio.families.plans.queries.choices import Choice
from intreccio.families.plans.queries.deciding import Needed, needed_for
from intreccio.families.plans.queries.opening import opened
from intreccio.families.plans.queries.people import family_of, may_be_minor
from intreccio.families.plans.queries.sheet import Sheet
from intreccio.families.plans.rules.handing import why_not_hand, why_not_sign_now
from intreccio.families.plans.rules.hearing import is_too_young
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.once import outcome_of
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.parameters.queries import value_at
from intreccio.parties.organisations.queries.hats import find_viewer
from intreccio.parties.people.queries.members import Member
from intreccio.workshop.messages.models import OneTimeLink
from intreccio.workshop.messages.queries import address_of, find_link, token_of, why_not_open
from intreccio.workshop.messages.rules import Code, code_of

PURPOSE = "plan"


class Closed(Exception):
    """The address does not open: `unknown`, `used`, `expired`, or `changed` since it was given."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def may_be_handed(viewer: Viewer, plan: Plan, day: date) -> list[Choice]:
    """Who of the family can be given the address now."""
    needed, from_age, has_goals = (
        needed_for(viewer, plan, day),
        int(value_at("child_voice_age", day)),
        _has_goals(plan),
    )
    return [
        (str(key), member.name)
        for key, member in family_of(viewer, plan.case.household).items()
        if why_not_hand_to(member, needed, from_age, has_goals=has_goals) is None
    ]


def why_not_hand_to(member: Member, needed: Needed, from_age: int, *, has_goals: bool) -> Words | None:
    """A reason, or None, of somebody who has been read already."""
    key, person = str(member.person.pk), member.person
    young = is_too_young(person.birth_date, member.day, from_age=from_age) or member.is_awaited
    is_apart = needed.why_not_of_the_family(member, member.day) is not None
    return why_not_hand(
        has_goals=has_goals, said_yes=key in needed.yes, is_untold=key in needed.deciding.untold, too_young=young,
        is_gone=bool(member.mistake) or person.died_on is not None or (is_apart and not member.is_kin),
        is_apart=is_apart and member.is_kin, is_of_no_age=is_of_no_age(member),
    )  # fmt: skip


def is_no_longer(member: Member, needed: Needed, day: date) -> bool:
    """Whether an address that was given opens no more: they are not of the family, or one no longer knows which version is theirs."""
    return needed.why_not_of_the_family(member, day) is not None or is_of_no_age(member)


def is_of_no_age(member: Member) -> bool:
    """Whether they may be a minor, and nobody has written so that one can tell when they were born: then no version is theirs yet."""
    return not member.is_minor and may_be_minor(member, member.day)


def _has_goals(plan: Plan) -> bool:
    return plan.goals.filter(voided_at__isnull=True).exists()


@dataclass(frozen=True, slots=True)
class Address:
    """An address that still opens, as whoever gave it shows it: in letters, and as a code."""

    who: str
    link: OneTimeLink
    address: str
    code: Code


def addresses_handed(viewer: Viewer, plan: Plan) -> list[Address]:
    """Those that the viewer has given for this version and that still open, the last first: to each person one (`hand_plan`)."""
    rows = OneTimeLink.objects.filter(
        purpose=PURPOSE,
        subject_id=plan.pk,
        made_by=viewer.membership_id,
        used_at__isnull=True,
        expires_at__gt=now(),
    )
    family = family_of(viewer, plan.case.household)
    return [_address(row, family) for row in rows.order_by("-made_at")]


def _address(link: OneTimeLink, family: dict[UUID, Member]) -> Address:
    member, address = family.get(UUID(link.about["person"])), address_of("sign_by_link", token_of(link))
    return Address(member.name if member else "", link, address, code_of(address))


def was_written(token: str, key: UUID) -> bool:
    """Whether this very writing is the yes that the address was used for: a second tap, and nothing lost."""
    link = find_link(token, PURPOSE)
    viewer = handed_by(link) if link is not None and link.used_at is not None else None
    if viewer is None:
        return False
    with acting(viewer):
        return bool(outcome_of(key))


@dataclass(frozen=True, slots=True)
class Handed:
    """What a token opens: one version, for one person, as whoever gave the address sees it."""

    link: OneTimeLink
    viewer: Viewer


def handed_by(link: OneTimeLink) -> Viewer | None:
    """Who gave the address, as they are today; None where they no longer work under that hat."""
    if link.made_by is None:
        return None
    user = UUID(link.about["user"])
    with acting(user):
        return find_viewer(user, link.made_by)


def handed(token: str) -> Handed:
    """Asked as the house's door. Raises Closed."""
    link = find_link(token, PURPOSE)
    if link is None:
        raise Closed("unknown")
    if link.used_at is not None:
        raise Closed("used")
    viewer = handed_by(link) if why_not_open(link) is None else None
    if viewer is None:
        raise Closed("expired")
    return Handed(link, viewer)


def sheet_handed(found: Handed, day: date) -> tuple[Sheet, Member]:
    """The version and who reads it; acting as whoever gave the address. Raises Closed where it is no longer what was given."""
    plan = opened(found.viewer, found.link.subject_id, day)
    if plan is None:
        raise Closed("changed")
    may = what_may(found.viewer, plan)
    sheet, key = Sheet(found.viewer, plan), found.link.about["person"]
    member = sheet.family.get(UUID(key))
    changed = why_not_sign_now(
        as_handed=found.link.about["imprint"],
        as_it_stands=sheet.imprint,
        is_untold=key in sheet.needed.deciding.untold,
        is_gone=member is None or is_no_longer(member, sheet.needed, day),
    )
    if "hand_plan" not in may or changed or member is None:
        raise Closed("changed")
    if key in sheet.needed.yes:
        raise Closed("used")
    return sheet, member
