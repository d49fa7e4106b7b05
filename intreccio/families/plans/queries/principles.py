"""The last look at the six principles, read together with a plan: of whichever version it was."""

from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from intreccio.families.plans.models import Plan, PlanPrinciples
from intreccio.parties.organisations.queries.principles import Look
from intreccio.workshop.instruments.models import Instrument
from intreccio.workshop.instruments.rules.checklist import read


def with_last_look(plans: QuerySet[Plan]) -> QuerySet[Plan]:
    """Plans with it: `last_look` of a plan."""
    rows = PlanPrinciples.objects.filter(plan__case_id=OuterRef("case_id")).order_by("-day", "-id")
    told = JSONObject(
        day="day", by="by__user__name", asked="instrument__definition", answers="answers", words="words"
    )
    return plans.annotate(last_look=ArraySubquery(rows.values(said=told)[:1]))


def last_look_at(plan: Any) -> Look | None:
    """Of a plan that was read with it; None where nobody has looked yet."""
    for said in plan.last_look:
        asked = Instrument(definition=said["asked"]).said
        day = date.fromisoformat(said["day"])
        return Look(day, said["by"] or "", None, "", read(asked, said["answers"], said["words"]))
    return None
