"""A form as a person meets it: labels, hints, errors, and what is kept."""

from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from django import forms
from django.template import engines
from django.utils import translation

from intreccio.ground.design.forms import (
    DayInput,
    EditForm,
    EuroField,
    Explained,
    Form,
    OnceForm,
    TouchBoxes,
    TouchRadio,
    error_lines,
    field_of,
)

STEPS = [("meet", Explained("Incontrare la famiglia", "Qualcuno di noi la chiama")), ("close", "Chiudere")]
NEEDS = [("Emergenze", [("food", "Cibo e spesa")]), ("Seminare futuro", [("school", "Scuola e compiti")])]


class Contact(EditForm):
    name = forms.CharField(label="Nome", help_text="Come si presenta")
    phone = forms.CharField(label="Telefono", required=False)
    born = forms.DateField(label="Nato il", required=False, widget=DayInput)
    words = forms.CharField(label="Con le sue parole", required=False, widget=forms.Textarea)
    step = forms.ChoiceField(label="Qual è il primo passo?", choices=STEPS, widget=TouchRadio)
    needs = forms.MultipleChoiceField(
        label="Che cosa serve", choices=NEEDS, widget=TouchBoxes(layout="needs")
    )
    agreed = forms.BooleanField(label="È d'accordo")


def bad() -> Contact:
    return Contact({"phone": "333 010 4477"})


def test_the_label_stands_above_and_the_hint_is_tied_to_the_field() -> None:
    drawn = str(Contact()["name"].as_field_group())
    assert '<label for="id_name">Nome' in drawn
    assert 'id="id_name_helptext"' in drawn
    assert 'aria-describedby="id_name_helptext"' in drawn
    assert 'class="i-input"' in drawn


def test_what_may_be_left_is_marked_and_what_must_be_is_not() -> None:
    form = Contact()
    assert "facoltativo" in str(form["phone"].as_field_group())
    assert "facoltativo" not in str(form["name"].as_field_group())
    assert " required" not in str(form["name"])


def test_a_key_lost_on_the_way_is_told_and_the_next_press_carries_a_new_one() -> None:
    for lost in ("", "x"):
        form = OnceForm({"once": lost})
        (line,) = error_lines(form)
        assert "premi di nuovo" in line.text
        assert UUID(str(form["once"].value()))
    kept = "01900000-0000-7000-8000-000000000001"
    assert str(OnceForm({"once": kept})["once"].value()) == kept


def test_a_form_may_say_that_one_of_two_is_enough() -> None:
    class Named(Form):
        marks = {"given": "ne basta uno"}
        given = forms.CharField(label="Nome", required=False)

    drawn = str(Named()["given"].as_field_group())
    assert "ne basta uno" in drawn
    assert "facoltativo" not in drawn


def test_a_field_is_known_as_it_was_declared() -> None:
    assert field_of(Contact(), "step", forms.ChoiceField).choices == STEPS
    with pytest.raises(TypeError):
        field_of(Contact(), "name", forms.ChoiceField)


def test_an_error_stands_above_the_field_and_nothing_is_lost() -> None:
    form = bad()
    drawn = str(form["name"].as_field_group())
    assert "i-field-bad" in drawn
    assert drawn.index("Manca ancora") < drawn.index("<input")
    assert 'aria-invalid="true"' in drawn
    assert "333 010 4477" in str(form["phone"])


def test_answers_are_touched_and_may_be_explained() -> None:
    drawn = str(Contact()["step"].as_field_group())
    assert '<legend class="i-legend">Qual è il primo passo?' in drawn
    assert drawn.count('class="i-choice"') == 2
    assert "<b>Incontrare la famiglia</b><small>Qualcuno di noi la chiama</small>" in drawn


def test_the_tree_of_needs_keeps_its_areas() -> None:
    drawn = str(Contact()["needs"].as_field_group())
    assert 'class="i-needs"' in drawn
    assert '<legend class="i-legend">Emergenze</legend>' in drawn


def test_a_box_says_what_it_means_in_its_label() -> None:
    drawn = str(Contact()["agreed"].as_field_group())
    assert '<label class="i-choice">' in drawn
    assert "facoltativo" not in drawn


def test_the_summary_leads_to_each_field() -> None:
    lines = {line.text: line.target for line in error_lines(bad())}
    assert lines["Nome: manca ancora"] == "id_name"
    assert lines["Qual è il primo passo: scegli una risposta"] == "id_step_0"
    assert lines["Che cosa serve: scegli una risposta"] == "id_needs_0_0"
    assert lines["È d'accordo: serve la spunta"] == "id_agreed"


def test_every_target_of_the_summary_is_on_the_page() -> None:
    form = bad()
    drawn = str(form)
    assert 'role="alert"' in drawn
    assert all(f'id="{line.target}"' in drawn for line in error_lines(form) if line.target)


def test_an_error_of_a_hidden_field_is_said() -> None:
    assert [line.target for line in error_lines(OnceForm({"once": "no"}))] == [""]


def test_a_new_form_has_no_summary_and_its_hidden_fields() -> None:
    drawn = str(Contact())
    assert 'role="alert"' not in drawn
    assert 'name="once"' in drawn
    assert 'name="version"' in drawn


def test_each_form_carries_its_own_key_and_keeps_it() -> None:
    first, second = OnceForm()["once"].value(), OnceForm()["once"].value()
    assert first != second
    again = OnceForm({"once": str(first)})
    assert again.is_valid()
    assert again["once"].value() == first


def test_the_key_of_a_writing_is_the_forms_and_what_it_says():
    said = {"once": str(uuid4()), "csrfmiddlewaretoken": "a", "name": "Adela", "needs": ["one", "two"]}

    def key(**other):
        form = OnceForm({**said, **other})
        assert form.is_valid()
        return form.cleaned_data["once"]

    assert key() == key(csrfmiddlewaretoken="b") == key(needs=["two", "one"])
    assert (
        len({key(), key(name="Blerina"), key(needs=["one"]), key(version="2"), key(once=str(uuid4()))}) == 5
    )


def test_a_day_is_written_as_the_browser_reads_it() -> None:
    drawn = str(Contact(initial={"born": date(2019, 3, 1)})["born"])
    assert 'type="date"' in drawn
    assert 'value="2019-03-01"' in drawn


@pytest.mark.parametrize(("language", "example"), [("it", "26/11/2026"), ("en", "2026-11-26")])
def test_of_a_day_that_does_not_exist_it_is_said_how_one_is_written(language: str, example: str) -> None:
    class Asked(Form):
        day = forms.DateField(label="Dal giorno")

    with translation.override(language):
        assert example in str(Asked({"day": "31/02/2026"}).errors["day"])
        assert Asked({"day": example}).is_valid(), "what is said works"


def test_a_password_is_not_said_to_be_kept() -> None:
    class Entrance(Form):
        password = forms.CharField(widget=forms.PasswordInput)

    template = engines["django"].from_string("{% error_summary form %}")
    assert "è rimasto" not in template.render({"form": Entrance({})})
    assert "è rimasto" in template.render({"form": bad()})


def test_a_form_of_a_library_is_drawn_the_same() -> None:
    class Theirs(forms.Form):
        code = forms.CharField(label="Codice", widget=forms.TextInput(attrs={"placeholder": "Codice"}))

    drawn = str(Theirs())
    assert 'class="i-field"' in drawn
    assert "placeholder" not in drawn


@pytest.mark.parametrize(
    ("written", "euro"),
    [
        ("5300,40", "5300.40"), ("5.300,40", "5300.40"), ("5300.4", "5300.4"), ("5,300.40", "5300.40"),
        ("€ 8.240", "8240"), ("8.24", "8.24"), ("0", "0"), ("1.234.567", "1234567"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["it", "en"])
def test_euro_are_read_as_people_write_them(written, euro, language):
    with translation.override(language):
        assert EuroField().clean(written) == Decimal(euro)


@pytest.mark.parametrize("written", ["abc", "1.2.3", "-5", "12.34.5", "99999999999"])
def test_what_is_no_sum_of_money_is_refused(written):
    with pytest.raises(forms.ValidationError):
        EuroField().clean(written)


UNSEEN = ("\u200b", "\u200d\u200e", "\u2060 \ufeff", "\ufe0f", "\u202a\u202c", "\u00ad", "\u2800", "\u3164")


@pytest.mark.parametrize("signs", UNSEEN)
def test_words_of_signs_that_nobody_sees_are_missing(signs: str) -> None:
    form = Contact({"name": signs, "words": f"{signs} sì {signs}"})
    assert form.errors["name"] == ["Manca ancora"]
    assert form.cleaned_data["words"].startswith("sì")
    assert form["name"].value() == ""


def test_signs_that_are_part_of_a_word_stay() -> None:
    form = Contact({"name": "می\u200cخواهم", "words": "grazie ❤\ufe0f"})
    assert form.is_valid() is False
    assert form.cleaned_data["name"] == "می\u200cخواهم"
    assert form.cleaned_data["words"] == "grazie ❤\ufe0f"


def test_a_secret_is_kept_as_it_was_typed() -> None:
    class Secret(Form):
        secret = forms.CharField(label="Parola", strip=False)

    form = Secret({"secret": " \u200bparola "})
    assert form.is_valid()
    assert form.cleaned_data["secret"] == " \u200bparola "
