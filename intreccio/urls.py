"""The roof: every area's pages, joined, and found by the first word of their address."""

import re
from importlib import import_module

from django.urls import URLPattern, URLResolver
from django.urls.resolvers import RegexPattern

AREAS = (
    "ground.kernel",
    "ground.accounts",
    "workshop.messages",
    "workshop.calendar",
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
    "families.around",
    "evidence.impact",
    "answers.school",
    "network.staff",
    "front.web",
)
FIRST_WORD = re.compile(r"\^?([\w-]*)")


class FirstWord(RegexPattern):
    """Looks at the first word of an address and takes nothing from it; a page's own address is its whole name, also in the log."""

    def __str__(self) -> str:
        return ""


def by_first_word() -> list[URLResolver]:
    """Three hundred addresses in forty groups: whoever asks for a plan is not held against all that a family has."""
    groups: dict[str, list[URLPattern | URLResolver]] = {}
    for area in AREAS:
        for page in import_module(f"intreccio.{area}.urls").urlpatterns:
            word = FIRST_WORD.match(str(page.pattern))
            groups.setdefault(word[1] if word else "", []).append(page)
    return [
        URLResolver(FirstWord(rf"^(?={word}(?:/|$))" if word else "^"), pages)
        for word, pages in groups.items()
    ]


urlpatterns = by_first_word()
