"""The frame around a page: who looks, where they can go, what waits for them."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.test.utils import override_settings
from django.urls import Resolver404, path, resolve

from intreccio.ground.design import context
from intreccio.ground.design.context import frame, menu_of
from intreccio.ground.kernel.counts import Count
from intreccio.ground.kernel.panels import MenuItem, registers
from intreccio.ground.kernel.refused import Refused
from intreccio.ground.kernel.viewer import Viewer


def nowhere(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


urlpatterns = [
    path("", nowhere, name="today"),
    path("famiglie/", nowhere, name="household_list"),
    path("famiglie/nuova/", nowhere, name="create_household"),
    path("cerca/", nowhere, name="search"),
    path("segnalazioni/", nowhere, name="inbox"),
]
CHIARA = Viewer(UUID(int=1), UUID(int=2), UUID(int=3), "educator", "Chiara Fontana", "Coop. Il Telaio")
asked: list[str] = []


def waiting(viewer: Viewer) -> Count:
    asked.append(viewer.name)
    return Count("SELECT %s", (3,))


def anyone(viewer: Viewer) -> bool:
    return True


def item(name: str, url_name: str, order: int = 50, **more: Any) -> MenuItem:
    return MenuItem(name, name.title(), url_name, "user", order, more.pop("shown_to", anyone), **more)


@pytest.fixture(autouse=True)
def menu(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    asked.clear()
    items = [
        item("today", "today", 1, phone=True),
        item("families", "household_list", 2, phone=True),
        item("inbox", "inbox", 3, waiting=waiting),
        item("search", "search", 90),
        item("ghost", "not_built_yet", 95),
        item("secret", "household_list", 99, shown_to=lambda viewer: viewer.role == "admin"),
    ]
    monkeypatch.setattr(registers, "menu", items)
    # What the database answers is tried in the kernel.
    monkeypatch.setattr(context, "counted", lambda counts: [count.values[0] for count in counts])
    with override_settings(ROOT_URLCONF=__name__):
        yield


def request_for(address: str, viewer: Viewer | None = CHIARA) -> HttpRequest:
    request = RequestFactory().get(address)
    request.viewer = viewer  # type: ignore[attr-defined]  # set by the kernel's middleware
    with suppress(Resolver404):
        request.resolver_match = resolve(address)
    return request


def names(entries: Any) -> list[str]:
    return [entry.name for entry in entries]


def test_a_page_of_another_address_lights_the_entry_it_stands_under(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registers, "under", {"/presa/": "families", "/altrove/": "ghost"})
    for address, lit in (("/presa/1", ["families"]), ("/altrove/1", []), ("/ignoto", [])):
        entries = menu_of(request_for(address), CHIARA).bar
        assert [entry.name for entry in entries if entry.current] == lit


def test_the_menu_shows_what_the_role_may_open_and_what_is_there() -> None:
    menu = frame(request_for("/"))["menu"]()
    assert names(menu.bar) == ["today", "families", "inbox"]
    assert names(menu.corner) == ["search"]


def test_the_telephone_has_the_rest_under_other() -> None:
    menu = frame(request_for("/"))["menu"]()
    assert names(menu.bottom) == ["today", "families"]
    assert names(menu.other) == ["inbox"]


@pytest.mark.parametrize(
    ("address", "here"),
    [("/", ["today"]), ("/famiglie/", ["families"]), ("/famiglie/nuova/", ["families"]), ("/boh/", [])],
)
def test_the_menu_says_where_we_are(address: str, here: list[str]) -> None:
    assert names(entry for entry in frame(request_for(address))["menu"]().bar if entry.current) == here


def test_what_waits_is_counted_once_a_request_and_only_if_shown() -> None:
    request = request_for("/")
    first, second = frame(request), frame(request)
    assert asked == []
    assert [entry.waiting for entry in first["menu"]().bar] == [0, 0, 3]
    assert [entry.waiting for entry in second["menu"]().bar] == [0, 0, 3]
    assert asked == ["Chiara Fontana"]


def test_nothing_is_counted_where_nothing_waits() -> None:
    drawn = render_to_string("ground/design/_bottom_bar.html", {"menu": menu_of(request_for("/"), CHIARA)})
    assert drawn.count("i-count") == 1, "one entry waits, on a telephone too"


def test_where_nothing_can_wait_for_this_viewer_nothing_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registers, "menu", [item("inbox", "inbox", waiting=lambda _viewer: None)])
    assert [entry.waiting for entry in menu_of(request_for("/"), CHIARA).bar] == [0]


def test_a_stranger_has_no_menu_and_costs_nothing() -> None:
    # pytest-django lets no test touch the database that does not ask for it.
    seen = frame(request_for("/", viewer=None))
    assert seen["menu"] is None
    assert seen["links"]["choose_hat"] == ""


def test_a_signed_in_page_has_the_title_and_one_heading_first() -> None:
    failure = Refused("Il posto è stato appena preso.", way_out="Resta martedì.")
    drawn = render_to_string("ground/design/refused.html", {"failure": failure}, request_for("/"))
    assert "<title>Non si può fare adesso – Intreccio</title>" in drawn
    assert drawn.count("<h1>") == 1
    assert drawn.index("<h1>") < drawn.index("<h2>")
    assert "Il posto è stato appena preso." in drawn
    assert "Resta martedì." in drawn
    assert "Coop. Il Telaio" in drawn


def test_a_missing_page_says_the_same_to_who_signed_in_and_to_strangers() -> None:
    words = "L'indirizzo non porta a niente che tu possa vedere."
    inside = render_to_string("ground/design/missing.html", {}, request_for("/boh/"))
    outside = render_to_string("ground/design/missing.html", {}, request_for("/boh/", viewer=None))
    assert words in inside
    assert words in outside
    assert "tel:112" in outside


@pytest.mark.parametrize("template", ["400.html", "403_csrf.html", "429.html", "500.html"])
def test_when_little_works_the_page_needs_nothing(template: str) -> None:
    drawn = render_to_string(template)
    assert drawn.count("<h1>") == 1
    assert "Intreccio</title>" in drawn


def test_nothing_that_waits_is_counted_nowhere() -> None:
    drawn = render_to_string("ground/design/missing.html", {}, request_for("/"))
    assert drawn.count("i-count") == 2, (
        "in the bar and under «Altro»: the inbox, and nothing where nothing waits"
    )
