"""A household's own acts: being written for the first time, changing hands."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.utils.translation import gettext as _

from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.refused import Refused
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people import policies
from intreccio.parties.people.actions.charge import require_charge
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.parties.people.actions.persons import Draft, add_person
from intreccio.parties.people.actions.search import index_household
from intreccio.parties.people.models import Household
from intreccio.parties.people.rules.names import suggested_name
from intreccio.parties.people.rules.search import sort_name


def next_code(day: date) -> str:
    """The next short code that people read, as VSM-2026-0142. Gaps are possible and mean nothing."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('people_household_number')")
        (number,) = cursor.fetchone() or (0,)
    return f"{settings.CODE_PREFIX}-{day.year}-{number:04d}"


@transaction.atomic
def create_household(
    *,
    by: Viewer,
    name: str,
    municipality_code: str,
    team_id: UUID,
    today: date,
    languages: Sequence[str] = (),
    needs_mediator: bool = False,
) -> Household:
    """Writes a household, answered for by `team_id`, one of the writer's own teams."""
    if not policies.create_household(by) or team_id not in by.team_ids:
        raise Refused(
            _("Una famiglia nuova va scritta da chi lavora nello sportello o nell'équipe."),
            code="not_in_team",
        )
    household = Household(
        code=next_code(today),
        name=name.strip(),
        sort_name=sort_name(name),
        municipality_code=municipality_code,
        team_id=team_id,
        since=today,
        languages=list(languages),
        needs_mediator=needs_mediator,
    )
    household.save(force_insert=True)
    index_household(household)
    record_family_deed("household.created", household, household, by=by)
    return household


@transaction.atomic
def begin_household(
    *, by: Viewer, today: date, name: str, persons: Sequence[Draft], **values: Any
) -> Household:
    """Writes a household together with its first persons; without a name it takes the first surname."""
    surname = next((draft.family for draft in persons if draft.family), "")
    name = name.strip() or suggested_name(surname) or _("Famiglia senza nome")
    household = create_household(by=by, today=today, name=name, **values)
    for draft in persons:
        add_person(household, draft, by=by, since=today)
    return household


@transaction.atomic
def hand_over(household: Household, *, to_team_id: UUID, by: Viewer, reason_code: str) -> None:
    """Moves a household to another team: every row of it, in every area, changes hands in this transaction.

    The giver's sight ends here, unless a grant remains. Raises Refused when the giver is not in charge.
    """
    if household.team_id == to_team_id:
        return
    # Recorded first: afterwards the giver may no longer read what the codes of the day need.
    record_family_deed(
        "household.handed_over", household, household, by=by, to_team=str(to_team_id), reason=reason_code
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT hand_over_household(%s, %s)", [household.pk, to_team_id])
        (moved,) = cursor.fetchone() or (False,)
    if not moved:
        raise Refused(
            _("Solo l'équipe che accompagna la famiglia può affidarla a un'altra."), code="not_in_charge"
        )
    household.team_id = to_team_id


@transaction.atomic
def edit_household(household: Household, *, by: Viewer, version: int, name: str, **changes: Any) -> set[str]:
    """Writes name, municipality, languages, mediator as read at `version`. Raises Changed when somebody wrote first."""
    require_charge(household, by=by, ability=policies.edit_household)
    changed = write_over(household, version=version, name=name.strip(), sort_name=sort_name(name), **changes)
    if "name" in changed:
        index_household(household)
    if changed:
        record_family_deed("household.edited", household, household, by=by, fields=changed - {"sort_name"})
    return changed
