"""A service with a limit is judged by the ISEE that holds today, and by no other."""

from datetime import date
from decimal import Decimal

import pytest

from intreccio.families.referrals.queries.snapshot import family_of
from intreccio.families.referrals.queries.starting import isee_used, offers_for
from intreccio.ground.kernel.keys import key_for
from intreccio.offer.directory.models import Service
from intreccio.offer.directory.vocabulary import Verdict
from intreccio.parties.people.actions.isee import Paper, write_isee
from intreccio.parties.people.actions.voiding import void_row
from intreccio.parties.people.models import Household, Isee

FAMILY = key_for("household", "marchetti")


@pytest.fixture
def looking(acting_as, today):
    """What «Buono bollette», up to 12.000 €, answers to the family with these papers and no other."""

    def look(*papers):
        with acting_as("assistente") as viewer:
            home = Household.objects.get(pk=FAMILY)
            for row in Isee.objects.filter(household=home, voided_at=None):
                void_row(row, home, by=viewer, reason="prova")
            for paper in papers:
                write_isee(home, paper, by=viewer)
            service = Service.objects.get(name="Buono bollette")
            family = family_of(viewer, FAMILY)
            offers = offers_for(family, service.need_codes[0], today, isee=isee_used(family, today))
            return next((each.card for each in offers if each.card.service_id == service.pk), None)

    return look


def test_within_the_limit_it_says_so(looking, today):
    assert looking(Paper("ordinary", Decimal(8000), today)).verdict != Verdict.NO


def test_above_the_limit_it_is_not_proposed(looking, today):
    assert looking(Paper("ordinary", Decimal(20000), today)) is None


def test_an_expired_one_is_never_used(looking, today):
    last_year = date(today.year - 1, 6, 1)
    card = looking(Paper("ordinary", Decimal(20000), last_year))
    assert card.verdict == Verdict.ASK


@pytest.mark.parametrize("kind", ["university", "care", "residential"])
def test_one_of_another_kind_says_nothing(looking, today, kind):
    assert looking(Paper(kind, Decimal(20000), today)).verdict == Verdict.ASK


def test_one_with_omissions_is_first_looked_at_by_people(looking, today):
    assert looking(Paper("ordinary", Decimal(20000), today, has_omissions=True)).verdict == Verdict.ASK


def test_the_current_one_stands_in_for_the_ordinary(looking, today):
    papers = Paper("ordinary", Decimal(20000), today), Paper("current", Decimal(6000), today)
    assert looking(*papers) is not None
