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
from intreccio.families.diary.queries.deciding import yes_for
from intreccio.families.diary.queries.family import Family, family_of
from intreccio.families.diary.queries.limits import limits_on
from intreccio.families.diary.rules.asking import Somebody, Yes, why_not_ask, why_not_this_yes
from intreccio.ground.kernel.editing import void
from intreccio.ground.kernel.refused import Refused, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.parties.people.queries.responsibility import Deciding, deciding_of
from intreccio.parties.people.rules.responsibility import Asked as Needed
from intreccio.parties.people.rules.responsibility import why_a_reason, why_not_go_on


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, for whom, in the team's words; and the yes of who decides where somebody is a minor.

    `yes_of`, `yes_also`: persons of the family, or who decides and is not, in the words of the act.
    """

    kind: str
    for_whom: Sequence[UUID]
    question: str
    rhythm: str
    yes_of: UUID | str | None = None
    yes_how: str = ""
    yes_on: date | None = None
    yes_also: Sequence[str] = ()
    yes_reason: str = ""


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
    deciding = deciding_of(held.household_id, family.members, today)
    needed = yes_for(deciding, asked.for_whom)
    _require_yes(asked, needed, deciding, today)
    said = _said(asked, needed, deciding) if needed else {}
    line = SupportLine(
        household=held.household, team_id=held.team_id, case=held, kind=asked.kind,
        for_whom=list(dict.fromkeys(asked.for_whom)), rhythm=asked.rhythm,
        question=asked.question.strip(), asked_by_id=by.membership_id, asked_on=today, **said,
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


def _require_yes(asked: Asked, needed: Sequence[Needed], deciding: Deciding, today: date) -> None:
    yes = Yes(asked.yes_on) if asked.yes_of and asked.yes_on and asked.yes_how else None
    somebody = any(not one.decides.nobody for one in needed)
    refuse_if(why_not_this_yes(yes, is_needed=somebody, today=today), code="yes")
    reason = why_not_go_on(needed, _keys(asked), reason=asked.yes_reason, called=deciding.called)
    refuse_if(reason, code="yes")


def _keys(asked: Asked) -> list[str]:
    """Whose yes it is."""
    return [str(key) for key in (asked.yes_of, *asked.yes_also) if key]


def _said(asked: Asked, needed: Sequence[Needed], deciding: Deciding) -> dict[str, object]:
    """A yes as its line keeps it: the first of the family, the others, and why one goes on without; a reason that nothing asks
    for is not kept."""
    keys = list(dict.fromkeys(_keys(asked)))
    first = next((key for key in keys if key in deciding.members), None)
    whole = {"yes_of_id": UUID(first), "yes_how": asked.yes_how, "yes_on": asked.yes_on} if first else {}
    explained = why_a_reason(needed, keys, called=deciding.called)
    return {
        **whole,
        "yes_also": [key for key in keys if key != first],
        "yes_reason": asked.yes_reason.strip() if explained else "",
    }


@transaction.atomic
def void_line(line: SupportLine, *, reason: str, by: Viewer) -> None:
    """Annuls a request that nobody has answered yet; it stays readable. Raises Refused."""
    held = lock_line(line, "void_line", by=by)
    void(held, by=by, reason=reason.strip())
    record_family_deed("line.voided", held, held.household, by=by, line=held.kind)
