"""The roof: every area's pages, joined."""

from django.urls import include, path

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

urlpatterns = [path("", include(f"intreccio.{area}.urls")) for area in AREAS]
