"""The address of a row is the one Django would answer."""

from uuid import uuid4

import pytest
from django.urls import reverse

from intreccio.ground.kernel.addresses import address_of_row


@pytest.mark.parametrize("url_name", ["household_page", "household_story", "service_page"])
def test_the_address_of_a_row_is_the_one_django_would_answer(url_name: str) -> None:
    for key in (uuid4(), uuid4()):
        assert address_of_row(url_name, key) == reverse(url_name, args=[key])
