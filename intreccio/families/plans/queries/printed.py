"""A version as its papers open it: with what the family brings, and the last look at the six principles. One query."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import Coalesce, JSONObject

from intreccio.families.plans.models import FamilyResource, Plan, PlanPrinciples
from intreccio.families.plans.queries.hearing import with_voice_age
from intreccio.families.plans.queries.resources import standing
from intreccio.families.plans.queries.versions import plans_in_sight
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.queries.principles import Look
from intreccio.workshop.instruments.models import Instrument
from intreccio.workshop.instruments.rules.checklist import read


def printed(viewer: Viewer, plan_id: UUID, day: date) -> Plan | None:
    """A version in sight; with it `brings`, `last_look` and `voice_age`."""
    brought = FamilyResource.objects.filter(standing(day), household_id=OuterRef("household_id"))
    looks = PlanPrinciples.objects.filter(plan__case_id=OuterRef("case_id")).order_by("-day", "-id")
    rows = with_voice_age(plans_in_sight(viewer)).annotate(
        brings=ArraySubquery(brought.order_by("since", "id").values(said=BROUGHT)),
        last_look=ArraySubquery(looks.values(said=LOOKED)[:1]),
    )
    return rows.select_related("case__team__organisation").filter(pk=plan_id).first()


BROUGHT = JSONObject(
    person=Coalesce("person__merged_into_id", "person_id"), somebody="somebody", kind="kind", what="what"
)
LOOKED = JSONObject(
    day="day", by="by__user__name", asked="instrument__definition", answers="answers", words="words"
)


def last_look_at(plan: Any) -> Look | None:
    """Of a plan that was read with it; None where nobody has looked yet."""
    for said in plan.last_look:
        asked = Instrument(definition=said["asked"]).said
        day = date.fromisoformat(said["day"])
        return Look(day, said["by"] or "", None, "", read(asked, said["answers"], said["words"]))
    return None
