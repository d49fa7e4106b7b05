"""All that stands along a path, for its page."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from intreccio.families.cases.policies import what_may
from intreccio.families.cases.queries.log import log_of
from intreccio.families.plans.models import FamilyPath
from intreccio.families.plans.queries.beginning import follows_a_closing
from intreccio.families.plans.queries.letters import letters_told, silence_of
from intreccio.families.plans.queries.looking import (
    Family,
    ages_spoken_to,
    looking_of,
    standing_factors,
    where_to_turn,
    whose_among,
)
from intreccio.families.plans.queries.no_longer import no_longer_of
from intreccio.families.plans.queries.paths import walk_of
from intreccio.families.plans.queries.people import family_of, first_name, member_of
from intreccio.families.plans.queries.touch import who_answers_instead
from intreccio.ground.kernel.viewer import Viewer
from intreccio.workshop.protocols.queries.reading import Reading
from intreccio.workshop.protocols.rules.guidance import is_for_one_of


def along(viewer: Viewer, path: FamilyPath, today: date) -> dict[str, Any]:
    """Its steps, what is looked at, letters, what protects and weighs, where one turns to, silence."""
    walk = walk_of(path, today)
    family = family_of(viewer, path.case.household) if path.loss or path.person_id else {}
    reading = _spoken(walk.reading, family, path) if path.loss else walk.reading
    whose = whose_among(family, path) if reading.checks else ()
    looking, letters = looking_of(path, reading.checks, whose), letters_told(path, reading.letters)
    if path.stilled_on:  # of one that has fallen silent what was written stays, and nothing that was to come
        looking = [one for one in looking if any(item.last for item in one.items)]
        letters = [letter for letter in letters if letter.gone]
    return {
        "walk": walk,
        "reading": reading,
        "looking": looking,
        "letters": letters,
        "factors": standing_factors(viewer, path, today) if reading.factors else [],
        "no_longer": list(no_longer_of(path, reading)),
        "cards": where_to_turn(path, today),
        **silence_along(path),
        **whom_of(family, path),
        **agreed_after(viewer, path, today),
        "instead": who_answers_instead(path, today) if path.ended_on is None else "",
        "today": today,
    }


def silence_along(path: FamilyPath) -> dict[str, Any]:
    """What stops every letter; where it was asked on another path of the family, that one: there it is lifted."""
    silence = silence_of(path.household_id)
    if not silence or path.silent_since:
        return {"silence": silence}
    others = FamilyPath.objects.filter(
        household_id=path.household_id, silent_since__isnull=False, voided_at__isnull=True, case__voided_at__isnull=True
    )  # fmt: skip
    return {
        "silence": silence,
        "asked_on": others.select_related("protocol_version").order_by("-silent_since", "id"),
    }


def agreed_after(viewer: Viewer, path: FamilyPath, today: date) -> dict[str, Any]:
    """What was agreed at the closing, along the path that follows it: heard and written there, once. Or that the way goes on again."""
    case = path.case
    if path.zero > today or not follows_a_closing(path.protocol_version):
        return {}
    if case.ended_on is None:
        return {"accompanied_again": path.ended_on is None}
    may = what_may(viewer, team_id=case.team_id, stage=case.stage, is_voided=case.voided_at is not None)
    return {"agreed": log_of(case)[1], "may_with_case": may}


def _spoken(reading: Reading, family: Family, path: FamilyPath) -> Reading:
    """After a loss the pages of the guide are those for the children who live."""
    ages = ages_spoken_to(family, path)
    return replace(reading, pages=[told for told in reading.pages if is_for_one_of(told.part, ages)])


def whom_of(family: Family, path: FamilyPath) -> dict[str, Any]:
    """Of whom the path is, by name, and whether they live elsewhere by now; nothing where it is of the whole family."""
    if path.person_id is None:
        return {}
    member = member_of(family, path.person_id)
    moved = member is not None and not (member.is_ours or member.has_died or member.is_awaited)
    unborn = member is not None and member.is_awaited and not member.given
    whom = _("chi nascerà") if unborn else first_name(family, path.person_id)
    return {"whom": whom, "moved": moved}
