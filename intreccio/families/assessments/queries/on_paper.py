"""A sheet as it is printed: the same words in the same order, and no number that adds anything up."""

from datetime import date
from typing import Any

from django.utils.dateformat import format as format_date
from django.utils.translation import gettext as _

from intreccio.families.assessments.models import Assessment
from intreccio.families.assessments.queries.ladders import Part, Read, Scale, Section
from intreccio.families.assessments.vocabulary import Voice
from intreccio.ground.design.profile import written
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.kernel.words import in_sentence
from intreccio.workshop.documents.files.tables import Cell

Words = dict[str, Any]


def words_of(viewer: Viewer, assessment: Assessment, read: Read, day: date) -> Words:
    """Everything that `print_sheet.typ` shows."""
    sheet = read.sheet
    about = {"family": assessment.household.name, "who": sheet.who, "moment": assessment.get_moment_display()}
    heard = {"voice": sheet.voice, "day": _day(sheet.row.heard_on)}
    return {
        "network": _("Rete per le famiglie"),
        "printed": _("Stampata il %(day)s da %(who)s.") % {"day": _day(day), "who": viewer.name},
        "about": _("%(family)s. %(who)s. %(moment)s.") % about,
        "heard": _("Risponde: %(voice)s, il %(day)s.") % heard,
        "lead": sheet.definition.get("lead", ""),
        "before": _("Prima: %s.") % read.moment_before if read.earlier else "",
        "sections": [_section(each) for each in read.sections],
        "scales": [_scale(each) for each in read.scales if each.now is not None],
        "source": sheet.definition["source"],
    }


def table_of(read: Read) -> tuple[list[str], list[list[Cell]]]:
    """The same as a table, part by part in the order of the guidelines: number and words of the step, facts, each one's words.

    Where an instrument has scales, a line a scale. There is no line that adds anything up. Neither here nor on paper stands what a
    child says: nobody asked for whom it is (decision 94).
    """
    views = [view["label"] for view in read.sheet.definition.get("views", []) if view["code"] != Voice.CHILD]
    header = [_("Parte"), _("Gradino"), _("In parole"), _("I fatti"), *views]
    rows: list[list[Cell]] = [
        [part.text, part.level, part.now, part.facts, *(dict(part.views).get(view, "") for view in views)]
        for section in read.sections
        for part in section.parts
    ]
    scales: list[list[Cell]] = [
        [scale.label, scale.now, "", "", *("" for _view in views)] for scale in read.scales
    ]
    return header, [*rows, *scales]


def _day(day: date) -> str:
    return in_sentence(format_date(day, "j F Y"))


def _section(section: Section) -> Words:
    return {
        "label": section.label,
        "parts": [_part(each) for each in section.parts],
        "facts": section.facts,
        "empty": _("Lasciata vuota: %s") % section.left_empty if section.left_empty else "",
    }


def _part(part: Part) -> Words:
    return {
        "text": part.text,
        "said": part.said,
        "rungs": ["now" if rung.is_now else "then" if rung.is_then else "" for rung in part.rungs],
        "facts": part.facts,
        "views": [{"label": label, "words": words} for label, words in part.views],
    }


def _scale(scale: Scale) -> Words:
    now = written(scale.now or 0)
    said = _("%(now)s, da %(low)s a %(high)s") % {"now": now, "low": scale.low, "high": scale.high}
    then = "" if scale.then is None else _("prima %s") % written(scale.then)
    return {
        "label": scale.label,
        "said": "; ".join(part for part in (said, then) if part),
        "change": scale.change,
    }
