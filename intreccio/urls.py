"""The roof: every area's pages, joined, and found by the first word of their address."""

import re
from importlib import import_module

from django.urls import URLPattern, URLResolver, include, re_path

AREAS = (
    "ground.kernel",
    "ground.accounts",
    "workshop.messages",
    "workshop.protocols",
    "parties.organisations",
    "parties.people",
    "offer.funds",
    "offer.directory",
    "families.access",
    "families.cases",
    "families.assessments",
    "families.plans",
    "families.diary",
    "families.referrals",
    "evidence.impact",
    "front.web",
)
FIRST_WORD = re.compile(r"\^?([\w-]*)")


def by_first_word() -> list[URLResolver]:
    """Three hundred addresses in forty groups: whoever asks for a plan is not held against all that a family has."""
    groups: dict[str, list[URLPattern | URLResolver]] = {}
    for area in AREAS:
        for page in import_module(f"intreccio.{area}.urls").urlpatterns:
            word = FIRST_WORD.match(str(page.pattern))
            groups.setdefault(word[1] if word else "", []).append(page)
    return [
        re_path(rf"^(?={word}(?:/|$))" if word else "^", include(pages)) for word, pages in groups.items()
    ]


urlpatterns = by_first_word()
