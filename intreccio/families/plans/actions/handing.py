"""A version is given to somebody of the family for some minutes, and signed on their own telephone, beside whoever gave it."""

from datetime import date, timedelta

from django.db import transaction
from django.http import Http404

from intreccio.families.access.rules.addresses import connection_of
from intreccio.families.cases.actions.steps import gone
from intreccio.families.plans.actions.agreeing import Said, Signer, write_yes
from intreccio.families.plans.actions.steps import lock_plan, told
from intreccio.families.plans.models import Acceptance, Plan
from intreccio.families.plans.queries.deciding import needed_for
from intreccio.families.plans.queries.handing import PURPOSE, handed_by, is_no_longer, why_not_hand_to
from intreccio.families.plans.queries.people import family_of
from intreccio.families.plans.queries.signing import imprint_now
from intreccio.families.plans.queries.versions import plans_in_sight
from intreccio.families.plans.rules.handing import why_not_sign_now
from intreccio.families.plans.vocabulary import HowAccepted
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.tally import bucket_of, count_up
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.parameters.queries import value_at
from intreccio.parties.people.actions.charge import require_member
from intreccio.parties.people.models import Person
from intreccio.parties.people.rules.ages import is_minor
from intreccio.workshop.documents.files.content import Content
from intreccio.workshop.messages.actions.links import close_links, make_link, use_link
from intreccio.workshop.messages.models import OneTimeLink
from intreccio.workshop.messages.queries import find_link

HOUR = timedelta(hours=1)


@transaction.atomic
def hand_plan(plan: Plan, person: Person, *, by: Viewer, today: date) -> OneTimeLink:
    """Makes the address that opens this version once, for this person, for some minutes. Raises Refused with the reason:
    also where the family asked that nothing be sent to her."""
    held = lock_plan(plan, "hand_plan", by=by)
    require_member(person, held.case.household)
    member = family_of(by, held.case.household).get(person.pk)
    has_goals = held.goals.filter(voided_at__isnull=True).exists()
    if member is None:
        raise gone()
    needed, from_age = needed_for(by, held, today), int(value_at("child_voice_age", today))
    refuse_if(why_not_hand_to(member, needed, from_age, has_goals=has_goals), code="cannot_hand")
    about = {"person": str(person.pk), "user": str(by.user_id), "imprint": imprint_now(held)}
    minutes = int(value_at("plan_link", today)["minutes"])
    close_links(PURPOSE, held, person=about["person"])
    link, _token = make_link(PURPOSE, held, by, minutes=minutes, about=about, household_id=held.household_id)
    told("plan.handed", held, held, by=by, minutes=minutes)
    return link


@transaction.atomic
def sign_by_link(
    token: str, *, reservation: str = "", mark: Content | None = None, shared: bool = False, today: date
) -> Acceptance:
    """Uses the address: the person's own yes, to the words that they were given. Raises Refused, or Http404 for no token of ours.

    Done under row security as whoever gave it. The version is held before the address, as whoever gives another one does.
    What is refused gives the address back. A minor has read their own version, and draws no signature.
    """
    link = find_link(token, PURPOSE)
    if link is None:
        raise Http404
    viewer = handed_by(link)
    if viewer is None:
        raise gone()
    with acting(viewer):
        plan = plans_in_sight(viewer).filter(pk=link.subject_id).first()
        if plan is None:
            raise gone()
        held, person = lock_plan(plan, "hand_plan", by=viewer), Person.objects.get(pk=link.about["person"])
        use_link(token, PURPOSE)
        needed, member = (
            needed_for(viewer, held, today),
            family_of(viewer, held.case.household).get(person.pk),
        )
        untold = str(person.pk) in needed.deciding.untold
        is_gone = member is None or is_no_longer(member, needed, today)
        refuse_if(
            why_not_sign_now(
                as_handed=link.about["imprint"],
                as_it_stands=imprint_now(held),
                is_untold=untold,
                is_gone=is_gone,
            ),
            code="changed",
        )
        said = Said(HowAccepted.LINK, today, reservation, mark)
        if is_minor(person.birth_date, today):
            said = Said(HowAccepted.OWN_VERSION, today, reservation, shared=shared)
        return write_yes(held, Signer(person), said, by=viewer, today=today)


def count_wrong(address: str, today: date) -> bool:
    """One more address tried from this connection that opens nothing; whether it has tried too many in an hour."""
    most = int(value_at("plan_link", today)["wrong_tries"])
    return count_up(bucket_of("plan_link", connection_of(address)), per=HOUR) > most
