"""What the tests of this area ask for."""

from typing import Any

from intreccio.answers.school.models import Schooling
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.models import Household, Person

D = today()
EVERYBODY = (
    "coordinatrice",
    "assistente",
    "educatrice",
    "psicologa",
    "awa",
    "davide",
    "comune",
    "sara",
    "admin",
    "elio",
)


def class_of(key: str) -> Schooling:
    """`class_of("nadia-1")`: a class of the district, in the eyes of whoever acts now."""
    return Schooling.objects.select_related("household", "child", "organisation").get(
        pk=key_for("schooling", key)
    )


def child_of(key: str) -> Person:
    return Person.objects.get(pk=key_for("person", key))


def family_of(key: str) -> Household:
    return Household.objects.select_related("team").get(pk=key_for("household", key))


def kinds_since(before: Any) -> list[str]:
    """What was recorded since, in order."""
    from intreccio.ground.kernel.models import Event

    return list(Event.objects.filter(at__gte=before).order_by("id").values_list("kind", flat=True))
