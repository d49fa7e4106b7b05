"""The words that would leave, as they are today: each field of somebody, or of a whole family."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _

from intreccio.families.referrals.rules.sending import kept_back
from intreccio.families.referrals.vocabulary import AFTER_YES, SharedField
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Aspect, Identifier
from intreccio.parties.people.queries.ages import ages_said, birth_words, short_age
from intreccio.parties.people.queries.households import Seen, household_of
from intreccio.parties.people.queries.languages import mediation_needed, told_in
from intreccio.parties.people.queries.members import Member, members_of
from intreccio.parties.people.queries.responsibility import Deciding, deciding_of
from intreccio.parties.people.rules.names import listed
from intreccio.parties.people.vocabulary import AspectKind, ContactKind, IdentifierKind

FEW = 5


@dataclass(frozen=True, slots=True)
class Family:
    """A family and whom one can ask for, as somebody who asks for them sees it.

    is_held: it was read while nobody else could change it: `actions.hold_family` alone says so.
    """

    seen: Seen
    members: list[Member]
    deciding: Deciding
    is_held: bool = False

    def person(self, person_id: UUID | None) -> Member | None:
        """Somebody of the family."""
        return next((one for one in self.members if one.person.pk == person_id), None)

    @property
    def at_home(self) -> list[Member]:
        """Who lives there: a request for the whole family is for them."""
        return [one for one in self.members if one.lives_here]

    @property
    def adults(self) -> list[Member]:
        """Who can say yes for the family."""
        return [one for one in self.members if not one.is_minor]


def family_of(viewer: Viewer, household_id: UUID) -> Family | None:
    """None where the viewer may not read so much of it. Three queries."""
    seen = household_of(viewer, household_id)
    if seen is None or not seen.shows_record or seen.household.voided_at is not None:
        return None
    everybody = members_of(viewer, seen)
    deciding = deciding_of(household_id, everybody, today())
    return Family(seen, [one for one in everybody if one.is_ours], deciding)


@dataclass(frozen=True, slots=True)
class Sent:
    """What the other side reads at once, and what it reads only after its yes. Field → words."""

    at_once: dict[str, str]
    after_yes: dict[str, str]


@translation.override(settings.LANGUAGE_CODE)
def words_to_send(
    family: Family, shared: Collection[str], *, person_id: UUID | None, reach_id: UUID | None, day: date
) -> Sent:
    """The words of the chosen fields as they are today; what is not known is not there. `reach_id`: whom to call.

    In the language of the network, whatever the sender reads in: they are kept as words, for somebody else.
    """
    household, about = family.seen.household, family.person(person_id)
    chosen = set(shared) - kept_back(is_protected=household.is_protected)
    of_whom = [about] if about else family.at_home
    words = {
        **_who(of_whom, family if about is None else None, day),
        SharedField.REACH: _reach(family, reach_id),
        SharedField.LANGUAGES: ", ".join(told_in(family.seen, family.at_home, day).languages),
        SharedField.MEDIATOR: _mediator(family, about, day),
        SharedField.MUNICIPALITY: family.seen.municipality,
        SharedField.CODICE_FISCALE: _codice_fiscale(about) if SharedField.CODICE_FISCALE in chosen else "",
        SharedField.STRENGTHS: _strengths(family, about, day) if SharedField.STRENGTHS in chosen else "",
    }
    said = {
        each: words[SharedField(each)]
        for each in SharedField.values
        if each in chosen and words[SharedField(each)]
    }
    return Sent(
        {each: text for each, text in said.items() if each not in AFTER_YES},
        {each: text for each, text in said.items() if each in AFTER_YES},
    )


def _mediator(family: Family, about: Member | None, day: date) -> str:
    """«sì, serve: in arabo», and not for whom: about one person it is their own need. What nobody wrote is not said."""
    needs = mediation_needed(family.seen, family.at_home, day, only=about.person.pk if about else None)
    if needs is None:
        return ""
    return _("sì, serve: %s") % "; ".join(needs) if needs else _("no, non serve")


def _who(members: Iterable[Member], family: Family | None, day: date) -> dict[SharedField, str]:
    """Names and ages of one, or of all of a family."""
    persons = list(members)
    ages = [
        short_age(one.person.birth_date, one.person.birth_precision, day)
        for one in persons
        if one.person.birth_date
    ]
    surnames = dict.fromkeys(one.family for one in persons if one.family)
    alone = persons[0] if family is None else None
    return {
        SharedField.NAME: listed([one.given or one.family for one in persons], _("e")),
        SharedField.AGE: alone.age if alone else ages_said(ages),
        SharedField.SURNAME: " ".join(surnames) if alone else ", ".join(surnames),
        SharedField.BIRTH_DATE: birth_words(alone.person.birth_date, alone.person.birth_precision)
        if alone
        else "",
    }


def _reach(family: Family, person_id: UUID | None) -> str:
    """«Elena, 333 010 2233»: who said yes, or the first who can be reached; nobody who is not to be told."""
    told = [one for one in family.adults if str(one.person.pk) not in family.deciding.untold]
    order = sorted(told, key=lambda one: one.person.pk != person_id)
    found = next((one for one in order if one.reached), None)
    if found is None:
        return ""
    by_phone = sorted(found.reached, key=lambda point: point.kind != ContactKind.PHONE)
    return f"{found.given or found.name}, {by_phone[0].value}"


def _codice_fiscale(about: Member | None) -> str:
    if about is None:
        return ""
    rows = Identifier.objects.filter(
        person_id=about.person.pk, kind=IdentifierKind.CODICE_FISCALE, voided_at__isnull=True
    )
    return rows.order_by("-since", "-id").values_list("value", flat=True).first() or ""


def _strengths(family: Family, about: Member | None, day: date) -> str:
    whose = Q(person__isnull=True) | Q(person_id=about.person.pk) if about else Q()
    rows = Aspect.objects.filter(
        whose, Q(until__isnull=True) | Q(until__gt=day),
        household_id=family.seen.household.pk, kind=AspectKind.STRONG, voided_at__isnull=True,
    )  # fmt: skip
    return ". ".join(rows.order_by("id").values_list("words", flat=True)[:FEW])
