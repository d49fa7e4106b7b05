"""The four strands of a version: which of them hold nothing."""

from collections.abc import Collection

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intreccio.families.plans.models import Plan
from intreccio.families.plans.rules.force import MISSING_SIDE, empty_side
from intreccio.families.plans.rules.strands import strands_held
from intreccio.families.plans.vocabulary import Strand
from intreccio.ground.kernel.refused import Words
from intreccio.parties.people.rules.names import listed


def empty_strands(plan: Plan) -> list[Strand]:
    """Those without a goal; services are held together also by whoever answers for the family. One query."""
    rows = plan.goals.filter(voided_at__isnull=True).values_list("strand", flat=True)
    held = strands_held(rows, has_keeper=plan.case.responsible_id is not None)
    return [strand for strand in Strand if strand not in held]


def empty_strands_said(plan: Plan) -> str:
    """For the page where a plan begins: it is said, and holds nothing back."""
    empty = empty_strands(plan)
    said = ngettext(
        "Il filo %(names)s è vuoto: va bene se è una scelta.",
        "I fili %(names)s sono vuoti: va bene se è una scelta.",
        len(empty),
    )
    return said % {"names": listed([f"«{strand.label}»" for strand in empty], _("e"))} if empty else ""


def one_side_of(plan: Plan) -> Words | None:
    """Which generation no goal is of, where some goal is of the other. One query."""
    sides = set(plan.goals.filter(voided_at__isnull=True).values_list("side", flat=True))
    return one_side_said(sides)


def one_side_said(sides: Collection[str]) -> Words | None:
    """The same, of what has been read already."""
    empty = empty_side(sides) if sides else None
    return MISSING_SIDE[empty] if empty else None
