"""What is known of persons in one home, written in another of theirs: each home's rows are read by its own team."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q

from intreccio.parties.people.actions.life.happening import Happening, standing_ties
from intreccio.parties.people.models import Household, HouseholdMembership, Kinship, Language, Responsibility
from intreccio.parties.people.vocabulary import LanguageUse


def copy_ties(happening: Happening, source: Household, target: Household) -> None:
    """The ties of whoever is written in both, as they hold on the day, where the other home does not have them."""
    there = _persons(target)
    known = {frozenset((tie.one_id, tie.other_id, tie.kind)) for tie in standing_ties(target, happening.day)}
    for tie in standing_ties(source, happening.day):
        if {tie.one_id, tie.other_id} <= there and frozenset(
            (tie.one_id, tie.other_id, tie.kind)
        ) not in known:
            happening.make(
                Kinship(
                    household=target,
                    team_id=target.team_id,
                    one_id=tie.one_id,
                    other_id=tie.other_id,
                    kind=tie.kind,
                    since=tie.since,
                    note=tie.note,
                )
            )


def copy_responsibilities(happening: Happening, source: Household, target: Household) -> None:
    """Who decides for whoever is written in both, as it stands on the day, where the other home does not say the same."""
    there = _persons(target)
    known = [_said(row) for row in _deciding(target, happening.day)]
    for row in _deciding(source, happening.day):
        said = _said(row)
        if row.person_id in there and row.holder_id in {None, *there} and said not in known:
            happening.make(Responsibility(household=target, team_id=target.team_id, **said))


def _deciding(household: Household, day: date) -> Iterable[Responsibility]:
    standing = Q(until__isnull=True) | Q(until__gt=day)
    return Responsibility.objects.filter(standing, household=household, voided_at=None).order_by("id")


def _said(row: Responsibility) -> dict[str, Any]:
    """All that a row says of who decides, whichever home it is written in."""
    columns = (
        "person_id",
        "holder_id",
        "holder_words",
        "kind",
        "standing",
        "decisions",
        "may_be_told",
        "authority",
        "act",
        "since",
        "until",
    )
    return {name: getattr(row, name) for name in columns}


def copy_languages(happening: Happening, source: Household, target: Household) -> None:
    """What whoever is written in both speaks on the day, and what the home said of nobody in particular: in the other home
    that holds from the day on."""
    there, known = _persons(target), {_tongue(row) for row in _spoken(target, happening.day)}
    for row in _spoken(source, happening.day):
        if row.person_id in {None, *there} and _tongue(row) not in known:
            since = row.since if row.person_id else happening.day
            said = {"use": row.use, "code": row.code, "since": since, "until": row.until}
            happening.make(
                Language(household=target, team_id=target.team_id, person_id=row.person_id, **said)
            )


def _spoken(household: Household, day: date) -> Iterable[Language]:
    standing = Q(until__isnull=True) | Q(until__gt=day)
    return Language.objects.filter(standing, household=household, voided_at=None).order_by("id")


def _tongue(row: Language) -> tuple[object, bool, str]:
    return row.person_id, row.use == LanguageUse.MEDIATOR, row.code


def _persons(household: Household) -> set[object]:
    return set(
        HouseholdMembership.objects.kept().filter(household=household).values_list("person_id", flat=True)
    )
