"""Both lists turn pages by the last row shown, and count nothing."""

import re
from html import unescape

import pytest
from django.urls import reverse

from intreccio.families.referrals.queries import lists


def pages_of(client, list_address, first):
    """The rows of each page, by following its own link to the next."""
    found, address = [], list_address + first
    while address:
        text = client.get(address).content.decode()
        found.append(re.findall(r'<h3><a href="/referrals/([0-9a-f-]{36})"', text))
        more = re.search(r'href="([^"]*after=[^"]+)"', text)
        address = list_address + unescape(more[1]) if more else ""
    return found


@pytest.mark.parametrize(
    ("name", "account", "state"),
    [("referral_inbox", "tommaso", "to_answer"), ("referral_outbox", "educatrice", "asked")],
)
def test_pages_follow_one_another_without_a_row_twice(signed_in, send, monkeypatch, name, account, state):
    monkeypatch.setattr(lists, "PAGE", 2)
    sent = {str(send()) for _ in range(5)}
    pages = pages_of(signed_in(account), reverse(name), f"?state={state}")
    everything = [key for page in pages for key in page]
    assert len(everything) == len(set(everything))
    assert sent <= set(everything)
    assert all(len(page) <= 2 for page in pages)


@pytest.mark.parametrize("after", ["nonsense", "2026-01-01_nobody", "_"])
def test_a_key_that_means_nothing_begins_at_the_beginning(signed_in, send, after):
    key = send()
    text = signed_in("tommaso").get(reverse("referral_inbox"), {"after": after}).content.decode()
    assert str(key) in text


def test_a_row_says_for_what_it_was_asked_and_not_for_whom(signed_in, send):
    key = send()
    text = signed_in("tommaso").get(reverse("referral_inbox")).content.decode()
    row = next(each for each in text.split("<li ") if str(key) in each)
    assert "«Nido, gioco, sport»" in unescape(row)
    assert "Leo" not in row
