"""What is remembered of addresses is what Django answers, as long as the pages are the same."""

from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse

from intreccio.ground.kernel.addresses import address_of, address_of_row


def page(_request: HttpRequest, **_said: object) -> HttpResponse:
    """Any page."""
    return HttpResponse()


urlpatterns = [
    path("here", page, name="here"),
    path("rows/<uuid:key>", page, name="row"),
    path("rows/<uuid:key>/story", page, name="story"),
]


def test_the_address_of_a_row_is_the_one_django_answers(settings: Any) -> None:
    settings.ROOT_URLCONF = __name__
    for name in ("row", "story"):
        for key in (uuid4(), uuid4()):
            assert address_of_row(name, key) == reverse(name, args=[key])


def test_a_page_that_this_installation_has_not_stands_nowhere(settings: Any) -> None:
    assert address_of("here") == ""
    settings.ROOT_URLCONF = __name__
    assert address_of("here") == "/here"
    assert address_of("there") == ""
