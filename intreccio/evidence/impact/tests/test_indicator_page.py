"""GET observatory/indicators/<code>: one definition, used everywhere."""

import pytest
from django.urls import reverse

from intreccio.evidence.impact.queries.measures import MEASURES
from intreccio.evidence.impact.vocabulary.definitions import INDICATORS
from intreccio.evidence.impact.vocabulary.kinds import FactKind

CODES = [each.code for each in INDICATORS]


def test_every_definition_is_measured_and_nothing_else_is():
    assert list(MEASURES) == CODES


def test_every_kind_of_fact_that_is_counted_has_a_definition():
    used = {kind for each in INDICATORS for kind in each.facts}
    assert set(FactKind) - used == {
        FactKind.SIGNAL, FactKind.REFERRAL_SENT, FactKind.CLOSED,
        # Told school by school, on a page of their own.
        FactKind.SCHOOL_SHEET, FactKind.SCHOOL_SEEN,
    }  # fmt: skip


@pytest.mark.parametrize("code", CODES)
def test_each_says_what_it_counts_and_shows_its_numbers(signed_in, many, code):
    many(40)
    answer = signed_in("educatrice").get(reverse("indicator_page", args=[code]))
    text = answer.content.decode()
    assert answer.status_code == 200
    assert str(answer.context["indicator"].counted) in text.replace("&#x27;", "'")
    assert "Che cosa non dice" in text
    assert text.count("<h1") == 1


def test_change_says_mean_interval_and_that_it_knows_no_cause(signed_in, many):
    many(40)
    answer = signed_in("coordinatrice").get(reverse("indicator_page", args=["change"]))
    rows = {row.label: row.values for row in answer.context["measure"].rows}
    n, mean, low, high = rows["Soldi, lavoro e casa"]
    assert n >= 40 * 3 * len(answer.context["look"].view.period.quarters), "and those of the district"
    assert low < mean < high
    assert "Non dice perché" in answer.content.decode()


def test_a_made_up_indicator_is_not_there(signed_in):
    assert signed_in("coordinatrice").get(reverse("indicator_page", args=["felicita"])).status_code == 404
