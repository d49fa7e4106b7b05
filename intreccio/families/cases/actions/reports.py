"""A report leaves: drawn from the family's way as it is today, and kept as it was sent (law 12)."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from intreccio.families.cases import policies
from intreccio.families.cases.actions.steps import lock_case
from intreccio.families.cases.models import Case, Report
from intreccio.families.cases.queries.parts import Block, codes_for, mark_of, on_paper, report_parts, told
from intreccio.families.cases.queries.reports import title_for
from intreccio.families.cases.rules.reports import why_not_more, why_not_send_report
from intreccio.ground.kernel.refused import Changed, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.parties.people.actions.documents import Described, add_document
from intreccio.parties.people.vocabulary import DocumentKind
from intreccio.workshop.documents.files import pdf
from intreccio.workshop.documents.files.content import checked
from intreccio.workshop.documents.queries import limits_on

PAPER = "families/cases/pages/send_report.typ"


@dataclass(frozen=True, slots=True)
class ToSend:
    """What was decided: to whom, why, which parts. `seen`: the mark of the parts as the writer has looked at them."""

    addressee: str
    to_whom: str
    purpose: str
    parts: Sequence[str]
    seen: str
    conclusions: str = ""
    more_reason: str = ""


@transaction.atomic
def send_report(case: Case, said: ToSend, *, by: Viewer, today: date) -> Report:
    """Keeps the paper and writes down that it left. Raises Refused, or Changed where the parts say something else by now."""
    policies.send_report.require(by)
    held = lock_case(case, by=by)
    more = set(said.parts) - set(codes_for(said.addressee)[0])
    known = [part.code for part in report_parts()]
    refuse_if(
        why_not_send_report(parts=said.parts, conclusions=said.conclusions, known=known)
        or why_not_more(more=more, reason=said.more_reason),
        code="report",
    )
    blocks = told(by, held, said.parts, today)
    if mark_of(blocks) != said.seen:
        raise Changed(held)
    paper = pdf(PAPER, _words(said, blocks, by=by, day=today), title=_title(said.addressee))
    document = add_document(
        held.household, checked(paper, limits_on(today)),
        Described(DocumentKind.REPORT, today, _title(said.addressee), note=said.to_whom), by=by,
    )  # fmt: skip
    row = Report(
        household_id=held.household_id, team_id=held.team_id, case=held, document=document, addressee=said.addressee,
        to_whom=said.to_whom.strip(), purpose=said.purpose.strip(), parts=list(said.parts),
        more_reason=said.more_reason.strip(), sent_on=today, by_id=by.membership_id,
    )  # fmt: skip
    row.save(force_insert=True)
    record_family_deed(
        "report.sent", row, held.household, by=by, addressee=said.addressee, parts=list(said.parts)
    )  # fmt: skip
    return row


@translation.override(settings.LANGUAGE_CODE)
def _title(addressee: str) -> str:
    return title_for(addressee)


@translation.override(settings.LANGUAGE_CODE)
def _words(said: ToSend, blocks: Sequence[Block], *, by: Viewer, day: date) -> dict[str, Any]:
    return {
        "from": by.organisation_name,
        "to": said.to_whom.strip(),
        "purpose": said.purpose.strip(),
        "day": on_paper(day),
        "blocks": [asdict(block) for block in blocks],
        "conclusions": [words.strip() for words in said.conclusions.split("\n") if words.strip()],
        "signed": f"{by.name}, {by.role_name}",
        "labels": {
            "to": _("A"),
            "purpose": _("Perché"),
            "conclusions": _("Che cosa scriviamo noi"),
            "care": _(
                "Contiene dati personali: chi la riceve li usa solo per il motivo scritto qui sopra, e la tiene al sicuro."
            ),
        },
    }
