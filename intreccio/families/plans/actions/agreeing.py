"""Who says yes, and what is not agreed on: both are written, neither stops the other."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from intreccio.families.cases.actions.steps import gone
from intreccio.families.plans.actions.steps import lock_plan, of_family, told
from intreccio.families.plans.models import Acceptance, Disagreement, Plan
from intreccio.families.plans.queries.deciding import needed_for
from intreccio.families.plans.queries.handing import PURPOSE
from intreccio.families.plans.queries.people import family_of
from intreccio.families.plans.queries.signing import signable
from intreccio.families.plans.rules.differing import why_not_said
from intreccio.families.plans.rules.goals import why_not_accept, why_not_yet_born
from intreccio.families.plans.rules.hearing import is_too_young
from intreccio.families.plans.rules.signing import why_not_mark, why_not_way
from intreccio.families.plans.vocabulary import HowAccepted, YesGone
from intreccio.ground.kernel.editing import void
from intreccio.ground.kernel.refused import Refused, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.parameters.queries import value_at
from intreccio.parties.people.actions.charge import require_member
from intreccio.parties.people.models import Person
from intreccio.parties.people.queries.members import is_awaited
from intreccio.parties.people.queries.persons import rows_of
from intreccio.parties.people.rules.ages import is_minor
from intreccio.workshop.documents.actions import store
from intreccio.workshop.documents.files.content import Content
from intreccio.workshop.documents.vocabulary import MediaType
from intreccio.workshop.messages.actions.links import close_links


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody of the family, somebody at work with it, or who decides for a child and is neither."""

    person: Person | None = None
    membership_id: UUID | None = None
    somebody: str = ""

    @property
    def kind(self) -> str:
        """As events say it."""
        return "person" if self.person else "worker" if self.membership_id else "somebody"


@dataclass(frozen=True, slots=True)
class Said:
    """A yes as it was said."""

    how: str
    day: date
    reservation: str = ""
    mark: Content | None = None
    listener_id: UUID | None = None
    shared: bool = False  # a minor agrees that others read the reservation too


@transaction.atomic
def accept_plan(
    plan: Plan, who: Signer, *, how: str, day: date, reservation: str = "", mark: Content | None = None,
    listener_id: UUID | None = None, shared: bool = False, by: Viewer, today: date,
) -> Acceptance:  # fmt: skip
    """Somebody has said yes, perhaps with a reservation. Raises Refused with the reason.

    mark: the picture of a signature, drawn or on paper. listener_id: who listened to a minor; without, whoever writes it.
    """
    held = lock_plan(plan, "accept_plan", by=by)
    refuse_if(why_not_way(how), code="ones_own")
    return write_yes(held, who, Said(how, day, reservation, mark, listener_id, shared), by=by, today=today)


@transaction.atomic
def sign_plan(plan: Plan, *, reservation: str = "", by: Viewer, today: date) -> Acceptance:
    """Who works with the family says yes from their own access: nobody else's. Raises Refused with the reason."""
    held = lock_plan(plan, "sign_plan", by=by)
    said = Said(HowAccepted.SIGNED_IN, today, reservation)
    return write_yes(held, Signer(membership_id=by.membership_id), said, by=by, today=today)


def write_yes(held: Plan, who: Signer, said: Said, *, by: Viewer, today: date) -> Acceptance:
    """Writes a yes to a version that is held, with the imprint of its words as they stand. Raises Refused with the reason."""
    if who.person is not None:
        require_member(who.person, held.case.household)
        _require_of_the_family(who.person, held, said.day, by=by, today=today)
    elif who.membership_id is None:
        _require_decides(who.somebody, held, by=by, today=today)
    theirs = rows_of(who.person) if who.person else Q(worker_id=who.membership_id, somebody=who.somebody)
    before = held.acceptances.filter(theirs, voided_at__isnull=True).exists()
    birth = who.person.birth_date if who.person else None
    young, from_age = is_minor(birth, said.day), int(value_at("child_voice_age", today))
    refuse_if(
        why_not_accept(
            own_version=said.how == HowAccepted.OWN_VERSION,
            is_minor=young,
            day=said.day,
            today=today,
            before=before,
            begun_on=held.begun_on,
            goals=held.goals.filter(voided_at__isnull=True).count(),
            too_young=is_too_young(birth, said.day, from_age=from_age),
            is_awaited=who.person is not None and is_awaited(who.person, today),
        ),
        code="cannot_accept",
    )
    is_picture = said.mark is None or MediaType(said.mark.media_type).is_picture
    refuse_if(why_not_mark(said.how, has_mark=said.mark is not None, is_picture=is_picture), code="mark")
    row = Acceptance(
        plan=held, person=who.person, worker_id=who.membership_id, somebody=who.somebody, how=said.how, day=said.day,
        reservation=said.reservation.strip(), reservation_shared=said.shared, mark=store(said.mark, by=by) if said.mark else None,
        listened_by_id=(said.listener_id or by.membership_id) if young else None, written_by_id=by.membership_id,
        **signable(held).columns, **of_family(held),
    )  # fmt: skip
    row.save(force_insert=True)
    if who.person is not None:
        close_links(PURPOSE, held, person=str(who.person.pk))
    told(
        "plan.accepted", row, held, by=by, by_whom=who.kind, how=said.how, reserved=bool(row.reservation),
        marked=row.mark_id is not None,
    )  # fmt: skip
    return row


def _require_of_the_family(person: Person, plan: Plan, day: date, *, by: Viewer, today: date) -> None:
    member = family_of(by, plan.case.household).get(person.merged_into_id or person.pk)
    if member is None:
        raise gone()
    needed = needed_for(by, plan, today)
    refuse_if(needed.why_not_of_the_family(member, day, heard=True), code="not_of_the_family")


def _require_decides(somebody: str, plan: Plan, *, by: Viewer, today: date) -> None:
    if somebody not in needed_for(by, plan, today).deciding.outside:
        raise Refused(
            _("Non è scritto che decide per qualcuno di questa famiglia: prima scrivete chi decide."),
            code="does_not_decide",
        )


@transaction.atomic
def void_acceptance(row: Acceptance, *, reason: str, why: str = YesGone.WITHDRAWN, by: Viewer) -> None:
    """A yes that was written by mistake, or that somebody takes back: it stays readable, and no longer counts."""
    held = lock_plan(row.plan, "void_acceptance", by=by)
    void(row, by=by, reason=reason.strip(), gone=why)
    told("plan.acceptance_voided", row, held, by=by)


@dataclass(frozen=True, slots=True)
class Disagreed:
    """What each says, and how one goes on all the same."""

    words: str
    team_thinks: str = ""
    how_we_go_on: str = ""
    said_on: date | None = None  # None: the day on which it is written
    shared: bool = False  # a minor agrees that others read it too


@transaction.atomic
def write_disagreement(
    plan: Plan, said: Disagreed, *, person: Person | None, somebody: str = "", by: Viewer, today: date
) -> Disagreement:
    """What is not agreed on, in the words of each. It does not hold the rest back. Raises Refused."""
    held = lock_plan(plan, "write_disagreement", by=by)
    if person is not None:
        require_member(person, held.case.household)
        refuse_if(why_not_yet_born(is_awaited(person, today)), code="not_born")
    said_on = said.said_on or today
    refuse_if(why_not_said(said_on=said_on, settled_on=None, today=today), code="said_on")
    row = Disagreement(
        plan=held, person=person, somebody=somebody.strip(), words=said.words.strip(), said_on=said_on,
        team_thinks=said.team_thinks.strip(), how_we_go_on=said.how_we_go_on.strip(), shared=said.shared,
        **of_family(held),
    )  # fmt: skip
    row.save(force_insert=True)
    told("disagreement.written", row, held, by=by)
    return row
