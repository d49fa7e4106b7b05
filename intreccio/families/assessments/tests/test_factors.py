"""What protects a family and what weighs on it: with two dates, drawn and said, never counted."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction
from django.db.utils import IntegrityError
from django.urls import reverse

from intreccio.families.assessments import actions
from intreccio.families.assessments.models import Factor
from intreccio.families.assessments.queries.factors import LEFT, RIGHT, kinds_of, trajectory
from intreccio.families.cases.models import Case
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused


def a_case(key):
    return Case.objects.select_related("household").get(pk=key_for("case", key))


def list_of(key):
    return reverse("factor_list", args=[key_for("case", key)])


def noted(today, **changes):
    values = {
        "code": "safe_home",
        "about": None,
        "words": " Casa nuova. ",
        "since": today - timedelta(days=90),
        "until": None,
    }
    return actions.Noted(**{**values, **changes})


def test_add_factor_since_a_day(acting_as, today):
    with acting_as("educatrice") as viewer:
        factor = actions.add_factor(a_case("marchetti"), noted(today), by=viewer, today=today)
        assert (factor.side, factor.words, factor.until) == ("protects", "Casa nuova.", None)
        event = Event.objects.filter(kind="factor.added").latest("at")
        assert event.codes["side"] == "protects"
        assert "safe_home" not in str(event.codes), "which one it is stays in the record"
        assert "nuova" not in str(event.codes)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"code": "altro"}, "no_such_factor"),
        ({"about": key_for("person", "pellegrini_3")}, "not_here"),
    ],
)
def test_only_what_the_library_knows_of_who_lives_here(acting_as, today, changes, code):
    with acting_as("educatrice") as viewer, pytest.raises(Refused) as no:
        actions.add_factor(a_case("marchetti"), noted(today, **changes), by=viewer, today=today)
    assert no.value.code == code


def test_what_is_to_come_is_not_written(acting_as, today):
    later = noted(today, since=today + timedelta(days=1))
    with acting_as("educatrice") as viewer, pytest.raises(Refused) as no:
        actions.add_factor(a_case("marchetti"), later, by=viewer, today=today)
    assert no.value.code == "dates"


def test_edit_factor_says_until_when_and_the_second_finds_both(acting_as, today):
    with acting_as("educatrice") as viewer:
        factor = actions.add_factor(a_case("marchetti"), noted(today), by=viewer, today=today)
        ended = noted(today, until=today)
        actions.edit_factor(factor, ended, version=1, by=viewer, today=today)
        assert Factor.objects.get(pk=factor.pk).until == today
        with pytest.raises(Changed):
            actions.edit_factor(factor, ended, version=1, by=viewer, today=today)


def test_void_factor_stays_readable_and_is_not_annulled_twice(acting_as, today):
    with acting_as("educatrice") as viewer:
        factor = actions.add_factor(a_case("marchetti"), noted(today), by=viewer, today=today)
        actions.void_factor(factor, reason="era di altri", by=viewer)
        assert Factor.objects.get(pk=factor.pk).void_reason == "era di altri"
        for write in (
            lambda: actions.void_factor(factor, reason="ancora", by=viewer),
            lambda: actions.edit_factor(factor, noted(today), version=1, by=viewer, today=today),
        ):
            with pytest.raises(Refused) as no:
                write()
            assert no.value.code == "voided"


def test_who_only_reads_the_record_writes_none(acting_as, today):
    with acting_as("assistente") as viewer, pytest.raises(NotAllowed):
        actions.add_factor(a_case("lombardo"), noted(today), by=viewer, today=today)


def test_a_way_that_is_over_is_read(acting_as, today):
    with acting_as("assistente") as viewer:
        ended = Case.objects.select_related("household").filter(
            ended_on__isnull=False, team_id=key_for("team", "equipe_nord")
        )
        with pytest.raises(Refused) as no:
            actions.add_factor(ended.first(), noted(today), by=viewer, today=today)
        assert no.value.code == "ended"


def test_the_database_holds_the_dates_in_order(acting_as, today):
    with acting_as("educatrice") as viewer:
        factor = actions.add_factor(a_case("marchetti"), noted(today), by=viewer, today=today)
        with pytest.raises(IntegrityError), transaction.atomic():
            Factor.objects.filter(pk=factor.pk).update(until=factor.since)


def test_a_trajectory_is_drawn_between_its_dates(acting_as, today):
    rows = [
        Factor(
            side="weighs", code="loss", since=today - timedelta(days=50), until=today - timedelta(days=25)
        ),
        Factor(side="protects", code="trust", since=today - timedelta(days=100)),
    ]
    with acting_as("educatrice"):
        path = trajectory(rows, {}, today=today)
        first, second = path.lines
        assert (first.row.code, first.x, first.end) == ("trust", LEFT, RIGHT), (
            "protective ones first; it goes on"
        )
        assert (second.x, second.end) == (160, 238), "halfway, and three quarters"
        assert path.height > second.y
        assert {kind.side for kind in kinds_of(today)} == {"protects", "weighs"}
        assert trajectory([], {}, today=today).lines == []


def test_the_page_says_in_words_what_it_draws(signed_in):
    text = signed_in("assistente").get(list_of("marchetti")).content.decode()
    for words in (
        "Parenti o amici che danno una mano",
        "c'è ancora",
        "La nonna tiene Leo ogni mercoledì",
        "non si contano",
    ):
        assert words.replace("'", "&#x27;") in text or words in text, words
    assert text.count("stroke-dasharray") == 1, "what weighs is dashed, and not only of another colour"
    empty = signed_in("coordinatrice").get(list_of("kumar")).content.decode()
    assert "Si comincia da ciò che protegge" in empty


def test_written_corrected_and_annulled_in_the_browser(signed_in, today):
    client = signed_in("educatrice")
    way = reverse("add_factor", args=[key_for("case", "marchetti")])
    assert client.post(way, {"once": uuid4(), "code": "safe_home"}).status_code == 422
    said = {"once": uuid4(), "code": "safe_home", "about": "", "since": today - timedelta(days=30)}
    assert "Una casa sicura" in client.get(client.post(way, said).url).content.decode()
    edit = client.get(list_of("marchetti")).content.decode()
    key = edit.partition("Una casa sicura</h3>")[2].partition('href="')[2].partition('"')[0]
    future = {**said, "once": uuid4(), "version": 1, "until": today + timedelta(days=3)}
    assert client.post(key, future).status_code == 422
    assert client.post(key, {**said, "once": uuid4(), "version": 1, "until": today}).status_code == 302
    assert client.post(key, {**said, "once": uuid4(), "version": 1, "words": "Altro"}).status_code == 409
    voided = client.post(key.replace("/edit", "/void"), {"once": uuid4(), "reason": "di un'altra casa"})
    assert "di un&#x27;altra casa" in client.get(voided.url).content.decode()


def test_strangers_find_nothing(signed_in):
    for account in ("scuola", "sara", "admin"):
        assert signed_in(account).get(list_of("marchetti")).status_code == 404
