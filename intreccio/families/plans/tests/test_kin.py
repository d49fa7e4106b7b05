"""How a child calls who is at home: from the ties that are written, and nothing guessed."""

from uuid import UUID

import pytest
from django.urls import reverse

from intreccio.families.plans.rules.kin import Kin, called_by, in_words
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.rules.kinship import Tie

LEO, NADIA, ELENA, KARIM, ROSA, SARA = (UUID(int=number) for number in range(1, 7))
NAMES = {
    LEO: Kin("Leo", "M"), NADIA: Kin("Nadia", "F"), ELENA: Kin("Elena", "F"), KARIM: Kin("Karim", "M"),
    ROSA: Kin("Rosa", "F"), SARA: Kin("Sara", "F"),
}  # fmt: skip
BORN = [Tie(ELENA, LEO, "parent"), Tie(KARIM, LEO, "parent"), Tie(ELENA, NADIA, "parent")]
PLAN = key_for("plan", "marchetti-1")


@pytest.mark.parametrize(
    ("ties", "said"),
    [
        ([], {}),
        (BORN, {ELENA: "mamma", KARIM: "papà", NADIA: "tua sorella Nadia"}),
        ([*BORN, Tie(ROSA, ELENA, "parent")], {ELENA: "mamma", KARIM: "papà", NADIA: "tua sorella Nadia", ROSA: "nonna Rosa"}),
        ([Tie(ELENA, LEO, "parent"), Tie(SARA, LEO, "adoptive_parent")], {ELENA: "mamma Elena", SARA: "mamma Sara"}),
        ([Tie(SARA, LEO, "foster_carer"), Tie(ELENA, KARIM, "married")], {}),
        ([Tie(NADIA, LEO, "sibling")], {NADIA: "tua sorella Nadia"}),
    ],
    ids=["nothing written", "parents and a sister", "a grandmother", "two mothers", "who takes care of them", "a sister alone"],
)  # fmt: skip
def test_only_what_is_written(ties, said):
    assert called_by(LEO, ties, NAMES) == said


def test_of_whom_the_sex_is_not_written_the_name_stays():
    assert called_by(LEO, BORN, {**NAMES, ELENA: Kin("Elena")}) == {
        KARIM: "papà",
        NADIA: "tua sorella Nadia",
    }


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a casa di Elena, con Nadia", "a casa di mamma, con Nadia"),
        ("da Elenas", "da Elenas"),
        ("", ""),
        ("«Elena» legge", "«mamma» legge"),
        ("Elena legge, poi Elena gioca", "Mamma legge, poi mamma gioca"),
    ],
)
def test_a_sentence_with_whole_words_only(text, read):
    assert in_words(text, {"Elena": "mamma"}) == read


def test_leo_reads_who_they_are_for_him(signed_in):
    text = signed_in("educatrice").get(reverse("child_plan", args=[PLAN, key_for("person", "leo")]))
    said = text.content.decode()
    assert "mamma" in said
    assert "a casa di mamma, con tua sorella Nadia" in said
    assert "a casa di Elena" not in said
