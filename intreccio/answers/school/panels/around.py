"""Whom one talks with at school, among who does what for a family."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from intreccio.answers.school.vocabulary import ContactRole
from intreccio.families.around.queries.heard import SOMEBODY, Heard
from intreccio.families.around.queries.network import Near
from intreccio.families.around.vocabulary import Dimension, Hearing, Ring
from intreccio.families.cases.models import Case


def at_school(case: Case, heard: Heard, row: Mapping[str, Any]) -> Near:
    """Heard at a meeting, or where they answered what was asked of them. Of a telephone call nothing is written here: of whom we
    never heard so, nobody says that we have not heard them."""
    answered = row["answered"] and date.fromisoformat(row["answered"])
    days = [each for each in (answered, heard.get((SOMEBODY, row["name"].lower()))) if each]
    said = {"role": ContactRole(row["role"]).label, "name": row["child"] or _("una persona")}
    return Near(
        Ring.SCHOOL_HEALTH, row["name"], _("%(role)s di %(name)s") % said, _("non vede niente di ciò che è scritto qui"),
        date.fromisoformat(row["since"]), max(days, default=None), Hearing.NEVER if days else Hearing.NOT_ASKED,
        ", ".join(filter(None, (row["place"], row["class_said"]))), Dimension.LEARNING,
        url=reverse("child_school", args=[case.household_id, row["child_id"]]), action=_("Apri la sua scuola"),
    )  # fmt: skip
