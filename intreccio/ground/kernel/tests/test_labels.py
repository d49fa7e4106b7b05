"""A choice is said as Django says it, in the reader's language, by every table of ours."""

import pytest
from django.apps import apps
from django.db import models
from django.utils import translation

from intreccio.ground.kernel.models import Record

CHOICES = [
    (model, field)
    for model in apps.get_models()
    if issubclass(model, Record)
    for field in model._meta.concrete_fields
    if field.choices
]


@pytest.mark.parametrize("language", ["it", "en"])
def test_a_choice_is_said_as_django_says_it(language: str) -> None:
    assert len(CHOICES) > 20
    with translation.override(language):
        for model, field in CHOICES:
            for value in (*(value for value, _said in field.flatchoices), "", "something old", None):
                row = model(**{field.attname: value})
                said = getattr(row, f"get_{field.name}_display")()
                assert said == models.Model._get_FIELD_display(row, field), (model, field.name, value)
                assert type(said) in {str, type(None)}
