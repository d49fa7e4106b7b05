"""The way of a family on the page of its story; the part of the story that is ours, and where it is read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.queries.sources import add_marks
from intreccio.families.cases.queries.way import Lane, lanes_of
from intreccio.families.cases.rules.way import LANE, TOP, Scale, fits, height_of, spans_of
from intreccio.families.cases.vocabulary import Stage
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.panels import add_chapter, add_reading_place
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Household

STAGES = "stage"
COLOURS: dict[str, str] = {
    Stage.PRELIMINARY: "c-soft",
    Stage.IN_CHARGE: "c-blue",
    Stage.PLAN: "c-blue",
    Stage.REVIEW: "c-amber",
}
# A way that was written by mistake was never walked.
NOT_VOIDED = "case_id IN (SELECT id FROM cases_case WHERE voided_at IS NULL)"
MEETINGS = (
    "SELECT id, 'conference_page', ARRAY[case_id::text, id::text] FROM cases_conference WHERE id = ANY(%(ids)s)",
    "SELECT d.id, 'conference_page', ARRAY[c.case_id::text, c.id::text] FROM cases_conferencedecision d"
    " JOIN cases_conference c ON c.id = d.conference_id WHERE d.id = ANY(%(ids)s)",
)
# What has left is read among the documents, also by who is not of the team.
SENT = "SELECT id, 'document_list', ARRAY[household_id::text] FROM cases_report WHERE id = ANY(%(ids)s)"
CASE = "SELECT id, 'case_page', ARRAY[{case}::text] FROM {table} WHERE id = ANY(%(ids)s)"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A lane of the drawing: bars where it tells stages, dots elsewhere."""

    lane: Lane
    y: int
    bars: list[tuple[int, int, str, str]]
    dots: list[int]


def on_household_story(_viewer: Viewer, *, household: Household, **_subject: Any) -> Mapping[str, Any] | None:
    """The way since the first day, drawn and in words; nothing where nothing has begun."""
    lanes = lanes_of(household.pk)
    if not lanes:
        return None
    day = today()
    scale = Scale(min(lane.marks[0].day for lane in lanes), day)
    drawn = [_drawn(lane, TOP + LANE * number, scale) for number, lane in enumerate(lanes)]
    height = height_of(len(lanes))
    return {"lanes": drawn, "height": height, "foot": height - 8, "years": scale.years(), "scale": scale}


def _drawn(lane: Lane, y: int, scale: Scale) -> Drawn:
    if lane.code != STAGES:
        return Drawn(lane, y, [], [scale.x(mark.day) for mark in lane.marks])
    spans = spans_of([mark.day for mark in lane.marks], scale.last, scale)
    bars = [
        (x, wide, COLOURS.get(mark.code, "c-track"), mark.said if fits(mark.said, wide) else "")
        for (x, wide), mark in zip(spans, lane.marks, strict=True)
    ]
    return Drawn(lane, y, bars, [])


def _stage(code: str) -> str:
    return str(Stage(code).label)


def _review(_code: str) -> str:
    return str(_("verifica scritta"))


def tell_way() -> None:
    """Stages and reviews on the line; the words of the way in the story."""
    steps = f"SELECT day, {{what}} FROM cases_casestep WHERE household_id = %(household)s AND {{which}} AND {NOT_VOIDED}"  # noqa: S608  # fixed texts
    add_marks(
        STAGES, 10, _("a che punto"), _stage, steps.format(what="stage_to", which="stage_to <> stage_from")
    )
    add_marks("review", 40, _("verifiche"), _review, steps.format(what="''", which="verb = 'end_review'"))
    add_chapter("way", _("il percorso"), 30, "case", "prompt", "conference", "report")
    tables = (("cases_case", "id"), ("cases_caseworker", "case_id"), ("cases_casefollowup", "case_id"),
              ("cases_promptsetaside", "case_id"), ("cases_caseweight", "case_id"), ("cases_casedeputy", "case_id"))  # fmt: skip
    add_reading_place(*(CASE.format(table=table, case=case) for table, case in tables), *MEETINGS, SENT)
