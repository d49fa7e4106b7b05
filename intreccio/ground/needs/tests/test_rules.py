"""The recipe of the taxonomy, without a database."""

import json
from collections import Counter
from datetime import date

import pytest

from intreccio.ground.needs.actions import RECIPE
from intreccio.ground.needs.rules import needs_of, week_of

NEEDS = needs_of(json.loads(RECIPE.read_text(encoding="utf-8")))


def test_the_thread_has_5_areas_16_lines_and_19_goals() -> None:
    kinds = Counter(need["kind"] for need in NEEDS)
    assert (kinds["area"], kinds["line"], kinds["goal"]) == (5, 16, 19)


def test_it_also_has_housing_four_dimensions_of_health_and_themes() -> None:
    assert sum(need["kind"] == "dimension" for need in NEEDS) == 4
    assert "abitare" in {need["code"] for need in NEEDS if need["kind"] == "theme"}


@pytest.mark.parametrize(
    ("area", "lines", "goals"),
    [
        ("emergenze", ["Sostegno alimentare", "Sostegno sanitario", "Sostegno economico"], 3),
        (
            "famiglie",
            ["Intercettazione di nuove povertà", "Progetti di accompagnamento", "Segretariato sociale"],
            3,
        ),
        (
            "futuro",
            [
                "Opportunità educative",
                "Diritto all'istruzione",
                "Sostegno alla genitorialità",
                "Partecipazione giovanile",
            ],
            5,
        ),
        ("lavoro", ["Aumentare occupabilità", "Educazione al lavoro", "Inserimenti lavorativi"], 4),
        ("infrastruttura", ["Welfare di prossimità", "Reti di attori sociali", "Generatività sociale"], 4),
    ],
)
def test_each_area_has_its_lines_and_goals(area: str, lines: list[str], goals: int) -> None:
    below = [need for need in NEEDS if need["parent_id"] == area]
    assert [need["label"] for need in below if need["kind"] == "line"] == lines
    assert sum(need["kind"] == "goal" for need in below) == goals


def test_every_line_has_the_words_people_use() -> None:
    assert all(need["plain"] for need in NEEDS if need["kind"] == "line")


def test_codes_are_given_once_and_in_order() -> None:
    assert len({need["code"] for need in NEEDS}) == len(NEEDS)
    assert [need["order"] for need in NEEDS] == list(range(1, len(NEEDS) + 1))


def test_no_word_of_the_founding_text_is_broken() -> None:
    assert not [
        need["label"]
        for need in NEEDS
        if "\n" in need["label"] or "  " in need["label"] or "spechi" in need["label"]
    ]


@pytest.mark.parametrize("day", [date(2026, 11, 16), date(2026, 11, 19), date(2026, 11, 22)])
def test_a_week_is_its_monday(day: date) -> None:
    assert week_of(day) == date(2026, 11, 16)
