"""Where the switch of the language leads: to a page of ours, whatever somebody writes there."""

import pytest
from django.urls import reverse


@pytest.mark.parametrize(
    "where",
    ["", "zzz", "assessment_page", "//evil.example", "/\\evil.example", "https:evil.example", "javascript:alert(1)",
     "\thttps://evil.example", "http:///evil.example"],
)  # fmt: skip
def test_choose_language_stays_here(signed_in, where):
    answer = signed_in("educatrice").post(reverse("choose_language"), {"language": "en", "next": where})
    assert (answer.status_code, answer["Location"]) == (302, "/")
