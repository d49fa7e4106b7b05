"""A household's own acts: being written for the first time, changing hands."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.utils.translation import gettext as _

from intreccio.ground.kernel import clock
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.events import event_of, record_many
from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import Refused
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people import policies
from intreccio.parties.people.actions.charge import require_charge
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.parties.people.actions.grants import close_to_giver
from intreccio.parties.people.actions.languages import said_of_the_home
from intreccio.parties.people.actions.newcomers import Draft, Newcomer, newcomer, write_newcomers
from intreccio.parties.people.actions.search import index_household, rows_of_household
from intreccio.parties.people.models import Household, Language, Person
from intreccio.parties.people.queries.codes import codes_from
from intreccio.parties.people.rules.names import suggested_name
from intreccio.parties.people.rules.search import sort_name

# Written out, because the short code (VSM-2026-0142) is made and answered by the same statement.
# Gaps in the numbers are possible and mean nothing.
NEW = """
    INSERT INTO people_household (id, version, void_reason, code, name, sort_name, municipality_code, team_id, since,
      is_protected)
    SELECT %(id)s, 1, '', %(year)s::text || lpad(number::text, greatest(4, length(number::text)), '0'),
      %(name)s, %(sort_name)s, %(municipality_code)s, %(team_id)s, %(since)s, false
    FROM nextval('people_household_number') AS number RETURNING code
"""


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
    persons: Sequence[Draft] = (),
    key: UUID | None = None,
) -> Household:
    """Writes a household with its first persons, answered for by `team_id`, one of the writer's own teams."""
    if not policies.create_household(by) or team_id not in by.team_ids:
        raise Refused(
            _("Una famiglia nuova va scritta da chi lavora nello sportello o nell'équipe."),
            code="not_in_team",
        )
    household = Household(
        id=key or new_key(),
        name=name.strip(),
        sort_name=sort_name(name),
        municipality_code=municipality_code,
        team_id=team_id,
        since=today,
    )
    if persons:
        require_charge(household, by=by, ability=policies.edit_household)
    newcomers = [newcomer(draft, household, since=today) for draft in persons]
    household.code = _insert(household)
    write_newcomers(household, newcomers, words=list(rows_of_household(household)))
    Language.objects.bulk_create(said_of_the_home(household, languages, mediator=needs_mediator))
    _record_beginning(household, newcomers, by=by)
    return household


def _insert(household: Household) -> str:
    names = (
        "id",
        "name",
        "sort_name",
        "municipality_code",
        "team_id",
        "since",
    )
    row = {name: getattr(household, name) for name in names}
    with connection.cursor() as cursor:
        cursor.execute(NEW, {**row, "year": f"{settings.CODE_PREFIX}-{household.since.year}-"})
        (code,) = cursor.fetchone() or ("",)
    return str(code)


def _record_beginning(household: Household, newcomers: Sequence[Newcomer], *, by: Viewer) -> None:
    """The family, then each person: the codes of each act are of the home as it was at that moment."""
    births = [each.person.birth_date for each in newcomers]

    def deed(kind: str, subject: Household | Person, at_home: int, **codes: str) -> Event:
        day = codes_from(household, births[:at_home], [], clock.today())
        return event_of(kind, subject, by=by, household_id=household.pk, codes={**day, **codes})

    events = [deed("household.created", household, 0)]
    for number, each in enumerate(newcomers, 1):
        events.append(deed("person.added", each.person, number, role=str(each.home.role)))
    record_many(events, by=by)


@transaction.atomic
def begin_household(
    *, by: Viewer, today: date, name: str, persons: Sequence[Draft], **values: Any
) -> Household:
    """Writes a household together with its first persons; without a name it takes the first surname."""
    surname = next((draft.family for draft in persons if draft.family), "")
    name = name.strip() or suggested_name(surname) or _("Famiglia senza nome")
    return create_household(by=by, today=today, name=name, persons=persons, **values)


@transaction.atomic
def hand_over(
    household: Household, *, to_team_id: UUID, by: Viewer, reason_code: str, keep: UUID | None = None
) -> None:
    """Moves a household to another team: every row of it, in every area, changes hands in this transaction.

    The giver's sight ends here, unless the grant `keep` remains. Raises Refused when the giver is not in charge.
    """
    if household.team_id == to_team_id:
        return
    close_to_giver(household, to_team_id=to_team_id, by=by, keep=keep)
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
    """Writes name and municipality as read at `version`. Raises Changed when somebody wrote first."""
    require_charge(household, by=by, ability=policies.edit_household)
    changed = write_over(household, version=version, name=name.strip(), sort_name=sort_name(name), **changes)
    if "name" in changed:
        index_household(household)
    if changed:
        record_family_deed("household.edited", household, household, by=by, fields=changed - {"sort_name"})
    return changed
