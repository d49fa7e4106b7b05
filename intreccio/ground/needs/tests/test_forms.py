"""The tree as a field, without a database."""

import pytest
from django import forms

from intreccio.ground.needs.forms import NeedsField
from intreccio.ground.needs.queries import Branch, Leaf, Tree

FOOD = Leaf("emergenze.alimentare", "Cibo e spesa", "Sostegno alimentare")
HEALTH = Leaf("emergenze.sanitario", "Salute e cure", "Sostegno sanitario")
SCHOOL = Leaf("futuro.istruzione", "Scuola e compiti", "Diritto all'istruzione")
PEACE = Leaf("tema.pace", "Pace", "Pace")
BRANCHES = (Branch("emergenze", "Emergenze", (FOOD, HEALTH)), Branch("futuro", "Seminare futuro", (SCHOOL,)))
FURTHER = (Branch("theme", "Tema", (PEACE,)),)


class Asking(forms.Form):
    needs = NeedsField()


class Describing(forms.Form):
    needs = NeedsField(further=True, required=False)


def field_of(form: forms.Form) -> NeedsField:
    field = form.fields["needs"]
    assert isinstance(field, NeedsField)
    return field


def planted(form: forms.Form, *most_used: Leaf) -> forms.Form:
    field_of(form).plant(Tree(BRANCHES, FURTHER, most_used))
    return form


def groups_of(form: forms.Form) -> dict[str, list[str]]:
    drawn = form["needs"].field.widget.optgroups("needs", [])
    return {str(name): [option["value"] for option in options] for name, options, _index in drawn}


def test_the_tree_shows_areas_as_headings_and_lines_as_choices() -> None:
    assert groups_of(planted(Asking())) == {
        "Emergenze": ["emergenze.alimentare", "emergenze.sanitario"],
        "Seminare futuro": ["futuro.istruzione"],
    }


def test_what_i_use_most_comes_first_and_only_once() -> None:
    assert groups_of(planted(Asking(), SCHOOL)) == {
        "Quelli che usi di più": ["futuro.istruzione"],
        "Emergenze": ["emergenze.alimentare", "emergenze.sanitario"],
    }


def test_peoples_words_stand_above_the_official_ones() -> None:
    drawn = planted(Asking()).as_p() + planted(Asking()).render()
    assert "Cibo e spesa" in drawn
    assert "<small>Sostegno alimentare</small>" in drawn
    assert 'class="i-needs"' in drawn


def test_what_was_picked_comes_back_once_each() -> None:
    form = planted(
        Asking({"needs": ["futuro.istruzione", "futuro.istruzione", "emergenze.alimentare"]}), SCHOOL
    )
    assert form.is_valid()
    assert form.cleaned_data["needs"] == ["futuro.istruzione", "emergenze.alimentare"]


def test_a_code_that_is_not_offered_is_refused() -> None:
    for code in ("invented", "emergenze", "tema.pace"):
        assert not planted(Asking({"needs": [code]})).is_valid()


def test_nothing_touched_is_said_in_plain_words() -> None:
    assert planted(Asking({})).errors["needs"] == ["Tocca almeno una voce."]


def test_a_service_also_carries_themes() -> None:
    form = planted(Describing({"needs": ["tema.pace"]}))
    assert form.is_valid()


def test_a_form_that_forgot_to_plant_the_tree_says_so() -> None:
    with pytest.raises(RuntimeError, match="planted"):
        Asking({"needs": ["tema.pace"]}).is_valid()
