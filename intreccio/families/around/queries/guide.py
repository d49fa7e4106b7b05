"""How one gets into a service, step by step, for a family: from what its keeper has written; what nobody knows is to be asked."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from intreccio.ground.kernel.languages import LANGUAGES
from intreccio.offer.directory.queries.pages import Sheet, service_in_full, sheet_of
from intreccio.offer.directory.vocabulary import Weekday
from intreccio.parties.people.queries.households import Seen
from intreccio.parties.people.rules.languages import holds


@dataclass(frozen=True, slots=True)
class Guide:
    """Steps, papers, hours of that day, languages in common; and what to ask before going."""

    sheet: Sheet
    hours: str
    is_open_that_day: bool | None  # None where nobody knows its hours
    in_common: list[str]
    needs_mediator: bool
    to_ask: list[str]


def guide_of(service_id: UUID, seen: Seen | None, day: date) -> Guide | None:
    """For a family and a day. Six queries."""
    service = service_in_full(service_id, day)
    if service is None:
        return None
    sheet = sheet_of(service, day)
    label = str(Weekday(day.isoweekday()).label)
    hours = dict(sheet.week).get(label, "")
    said = [row for row in seen.languages if holds(row, day)] if seen else []
    spoken = {row.code for row in said if not row.is_mediator}
    common = [str(LANGUAGES.get(code, code)) for code in service.languages if code in spoken]
    mediator = any(row.is_mediator for row in said)
    return Guide(sheet, hours, bool(hours) if sheet.week else None, common, mediator, _unknown(sheet))


def _unknown(sheet: Sheet) -> list[str]:
    known = (
        (bool(sheet.steps), _("come si entra")),
        (bool(sheet.service.what_to_bring), _("che cosa portare")),
        (bool(sheet.week), _("gli orari")),
        (bool(sheet.places), _("dove si trova")),
        (bool(sheet.languages), _("quali lingue si parlano")),
    )
    return [words for is_known, words in known if not is_known]
