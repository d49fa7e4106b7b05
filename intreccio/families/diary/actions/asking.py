"""The team asks for a line of support."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from intreccio.families.cases.actions.steps import lock_case
from intreccio.families.cases.models import Case
from intreccio.families.cases.vocabulary import IN_CHARGE_STAGES
from intreccio.families.diary import policies
from intreccio.families.diary.actions.steps import lock_line
from intreccio.families.diary.models import SupportLine
from intreccio.families.diary.queries.family import Family, family_of
from intreccio.families.diary.queries.limits import limits_on
from intreccio.families.diary.rules.asking import Somebody, Yes, needs_a_yes, why_not_ask, why_not_this_yes
from intreccio.ground.kernel.editing import void
from intreccio.ground.kernel.panels import objections
from intreccio.ground.kernel.refused import Refused, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, for whom, in the team's words; and an adult's yes where somebody is a minor."""

    kind: str
    for_whom: Sequence[UUID]
    question: str
    rhythm: str
    yes_of: UUID | None = None
    yes_how: str = ""
    yes_on: date | None = None


@transaction.atomic
def ask_line(case: Case, asked: Asked, *, by: Viewer, today: date) -> SupportLine:
    """A line is asked for some of a family. Raises Refused with the reason."""
    policies.ask_line.require(by)
    held = lock_case(case, by=by)
    family = family_of(by, held.household)
    people = _people(family, asked.for_whom, today)
    young = limits_on(today).young
    refuse_if(
        why_not_ask(asked.kind, people, young=young, in_charge=held.stage in IN_CHARGE_STAGES),
        code="not_for_them",
    )
    yes = _yes(family, asked, people, today)
    line = SupportLine(
        household=held.household, team_id=held.team_id, case=held, kind=asked.kind,
        for_whom=list(dict.fromkeys(asked.for_whom)), question=asked.question.strip(), rhythm=asked.rhythm,
        asked_by_id=by.membership_id, asked_on=today, **yes,
    )  # fmt: skip
    line.save(force_insert=True)
    record_family_deed("line.asked", line, held.household, by=by, line=str(asked.kind))
    return line


def _people(family: Family, ids: Sequence[UUID], today: date) -> list[Somebody]:
    found = [family.somebody(one, today) for one in ids]
    people = [one for one in found if one is not None]
    if len(people) != len(ids):
        raise Refused(_("In questa casa non vive nessuno con questa scheda."), code="not_here")
    return people


def _yes(family: Family, asked: Asked, people: Sequence[Somebody], today: date) -> dict[str, object]:
    """The columns of the yes. Who may say it is asked of the areas below too: `why_not_say_yes`."""
    needed = needs_a_yes(people)
    adult = asked.yes_of in {each.person.pk for each in family.adults}
    yes = Yes(adult, asked.yes_on) if asked.yes_of and asked.yes_on and asked.yes_how else None
    refuse_if(why_not_this_yes(yes, is_needed=needed, today=today), code="yes")
    if not needed:
        return {}
    reasons = objections("why_not_say_yes", family, person_id=asked.yes_of, for_whom=asked.for_whom)
    refuse_if(" ".join(map(str, reasons)) or None, code="yes")
    return {"yes_of_id": asked.yes_of, "yes_how": asked.yes_how, "yes_on": asked.yes_on}


@transaction.atomic
def void_line(line: SupportLine, *, reason: str, by: Viewer) -> None:
    """Annuls a request that nobody has answered yet; it stays readable. Raises Refused."""
    held = lock_line(line, "void_line", by=by)
    void(held, by=by, reason=reason.strip())
    record_family_deed("line.voided", held, held.household, by=by, line=held.kind)
