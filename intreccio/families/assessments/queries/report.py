"""What is told of the assessments in a report."""

from dataclasses import replace
from datetime import date

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from intreccio.families.assessments.models import ChildWords
from intreccio.families.assessments.queries.look import members_at_home
from intreccio.families.assessments.queries.of_case import Brief, briefs_of
from intreccio.families.assessments.vocabulary import Agreed, Heard
from intreccio.families.assessments.vocabulary import Voice as SpokenAs
from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.parts import Block, Voice, on_paper
from intreccio.ground.kernel.viewer import Viewer


def the_picture(viewer: Viewer, case: Case, day: date) -> list[Block]:
    """Each moment that is closed: an axis a line, from the lowest to the highest of its voices, none of them the truth.

    What a child answers as a voice of its own is for who works with the family: it is drawn from the other voices (decision 100).
    """
    del day
    return [_moment(_without_children(brief)) for brief in briefs_of(viewer, case.pk) if brief.closed_on]


def _without_children(brief: Brief) -> Brief:
    return replace(
        brief, voices=[(voice, scores) for voice, scores in brief.voices if voice != SpokenAs.CHILD]
    )


def _moment(brief: Brief) -> Block:
    said = {"moment": brief.label, "day": on_paper(brief.closed_on or brief.begun_on)}
    low, high = brief.range
    scale = _("Su una scala da %(low)d a %(high)d, con le voci ascoltate degli adulti: %(many)d.") % {
        "low": low, "high": high, "many": len(brief.voices),
    }  # fmt: skip
    lines = [f"{line.label}: {_from_to(list(line.now))}" for line in brief.lines]
    return Block(
        _("Che cosa c'è, che cosa serve: %(moment)s, %(day)s") % said, [scale, *lines] if lines else []
    )


def _from_to(numbers: list[float]) -> str:
    ends = [str(number_format(value, 1)) for value in (min(numbers), max(numbers))]
    return (
        ends[0]
        if ends[0] == ends[1]
        else _("da %(low)s a %(high)s") % dict(zip(("low", "high"), ends, strict=True))
    )


def the_children_say(viewer: Viewer, case: Case, day: date) -> list[Block]:
    """The words that they agree to show on paper, with their name and the day on which they were heard."""
    del day
    members = members_at_home(viewer, case.household_id)
    names = {row: member.short for member in members for row in member.rows}
    rows = ChildWords.objects.filter(
        assessment__case=case, voided_at__isnull=True, assessment__voided_at__isnull=True, agreed=Agreed.PLAN
    ).exclude(heard=Heard.NOT_YET)
    voices = [
        Voice(row.words.strip(" «»"), f"{names[row.person_id]}, {on_paper(row.heard_on)}")
        for row in rows.order_by("heard_on", "id")
        if row.person_id in names
    ]
    return [Block(_("Che cosa dicono i bambini"), voices=voices)]
