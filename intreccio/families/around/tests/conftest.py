"""What the tests of this area ask for."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.urls import reverse

from intreccio.families.around.actions import outings
from intreccio.families.around.actions.outings import Agreed
from intreccio.families.around.models import Outing
from intreccio.families.cases.models import Case
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import Refused
from intreccio.ground.needs.actions import could_not
from intreccio.offer.directory.models import Service
from intreccio.parties.people.models import Bond, Household

CORTILE, MAMME, SCUOLA = (
    key_for("service", each) for each in ("spazio_gioco_il_cortile", "mamme_in_cammino", "scuola_aperta")
)


def page(name: str, key: str = "marchetti", *more: Any) -> str:
    """The address of a page of a case of the district."""
    return reverse(name, args=[key_for("case", key), *more])


def outing_page(name: str, key: str = "leo_cortile") -> str:
    """Of an outing."""
    return reverse(name, args=[key_for("outing", key)])


def case_of(key: str = "marchetti") -> Case:
    """In the eyes of whoever acts now."""
    return Case.objects.select_related("household__team").get(pk=key_for("case", key))


def outing_of(key: str = "leo_cortile") -> Outing:
    """Likewise."""
    return Outing.objects.select_related("household", "case__household", "service").get(
        pk=key_for("outing", key)
    )


def service(key: Any = CORTILE) -> Service:
    """Of the directory."""
    return Service.objects.get(pk=key)


def household(key: str = "marchetti") -> Household:
    """Likewise."""
    return Household.objects.select_related("team").get(pk=key_for("household", key))


def bond(to: str = "Rita, la vicina che ha le chiavi", key: str = "marchetti") -> Bond:
    """Somebody near, as the family tells it."""
    return Bond.objects.select_related("household").get(pk=key_for("bond", key, to))


def agreed(day: Any, goes: str = "educatrice", **more: Any) -> Agreed:
    """Who goes, which day."""
    return Agreed(goes_id=key_for("membership", goes), day=day, **more)


@contextmanager
def refusing(words: str) -> Iterator[None]:
    """Whatever is done within is refused, with these words in its reason."""
    with pytest.raises(Refused) as refused:
        yield
    assert words in str(refused.value.reason)


@pytest.fixture
def ledger(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, str]]:
    """What goes to the ledger of unmet need, which nobody who serves reads: need, place, reason. It is written all the same."""
    told: list[tuple[str, str, str]] = []

    def told_too(need: str, place: str, reason: str, **more: Any) -> None:
        told.append((need, place, str(reason)))
        could_not(need, place, reason, **more)

    monkeypatch.setattr(outings, "could_not", told_too)
    return told
