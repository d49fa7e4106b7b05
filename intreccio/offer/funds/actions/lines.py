"""Lines of money: written, corrected, annulled."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from intreccio.ground.kernel.editing import void, write_over
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.refused import Refused, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.offer.funds import policies
from intreccio.offer.funds.models import AgreedHours, FundingLine
from intreccio.offer.funds.rules import Span, why_not_last, why_not_shorten, why_not_void_line
from intreccio.parties.organisations.actions.holding import hold


@dataclass(frozen=True, slots=True)
class Said:
    """What a line says of itself. The funder is a body of the network's list, or words."""

    code: str
    name: str
    purpose: str
    since: date
    until: date | None = None
    funder_id: UUID | None = None
    funder_words: str = ""


@transaction.atomic
def create_funding_line(said: Said, *, by: Viewer) -> FundingLine:
    """A line that the viewer's own body answers for. Raises Refused with the reason."""
    policies.write_funding_line.require(by)
    refuse_if(why_not_last(Span(said.since, said.until)), code="days")
    _require_free(said.code)
    line = FundingLine(organisation_id=by.organisation_id, **asdict(said))
    line.save(force_insert=True)
    record("funding_line.created", line, by=by, codes={"organisation": str(line.organisation_id)})
    return line


@transaction.atomic
def edit_funding_line(line: FundingLine, said: Said, *, version: int, by: Viewer) -> None:
    """Corrects a line as read at `version`. Raises Refused, or Changed where somebody wrote first."""
    policies.require_keeps(by, line)
    hold(f"line {line.pk}")
    standing = AgreedHours.objects.filter(line=line, voided_at__isnull=True).values_list("since", "until")
    refuse_if(why_not_shorten(Span(said.since, said.until), [Span(*days) for days in standing]), code="days")
    if said.code != line.code:
        _require_free(said.code)
    fields = write_over(line, version=version, **asdict(said))
    if fields:
        record("funding_line.edited", line, by=by, fields=fields)


@transaction.atomic
def void_funding_line(line: FundingLine, *, reason: str, by: Viewer) -> None:
    """A line written by mistake. Raises Refused while hours stand on it."""
    policies.require_keeps(by, line)
    hold(f"line {line.pk}")
    standing = AgreedHours.objects.filter(line=line, voided_at__isnull=True).count()
    refuse_if(why_not_void_line(hours=standing), code="hours_stand")
    void(line, by=by, reason=reason)
    record("funding_line.voided", line, by=by)


def _require_free(code: str) -> None:
    hold(f"line code {code}")
    if FundingLine.objects.filter(code=code, voided_at__isnull=True).exists():
        raise Refused(_("C'è già una linea con questo codice."), code="code_taken")
