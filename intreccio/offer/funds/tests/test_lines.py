"""Lines of money: written by the body that answers for them, read by who works in the network."""

import pytest
from django.urls import reverse

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused
from intreccio.offer.funds.actions.lines import (
    Said,
    create_funding_line,
    edit_funding_line,
    void_funding_line,
)
from intreccio.offer.funds.models import FundingLine
from intreccio.offer.funds.queries.lines import all_lines
from intreccio.offer.funds.tests.conftest import FILI, PIANO, SINCE, filled, in_days

SAID = Said("FAMI", "Fondo famiglie", "Sostegno ai genitori.", today(), None, None, "Regione")
LIST = "funding_line_list"


def said_of(line: FundingLine, **changes: object) -> Said:
    names = ("code", "name", "purpose", "since", "until", "funder_id", "funder_words")
    return Said(**{name: getattr(line, name) for name in names} | changes)


@pytest.mark.parametrize(
    ("account", "status"),
    [("educatrice", 200), ("comune", 200), ("admin", 200), ("scuola", 403), ("elio", 403)],
)
def test_funding_line_list(signed_in, account, status):
    answer = signed_in(account).get(reverse(LIST))
    assert answer.status_code == status
    if status == 200:
        text = answer.content.decode()
        assert "Fondazione Campo Lungo" in text
        assert "<b>93,5</b>" in text  # 12 + 24 + 7,5 + 20 + 30
        assert "5 persone" in text


@pytest.mark.parametrize(
    ("account", "may"), [("coordinatrice", True), ("comune", True), ("assistente", False)]
)
def test_create_funding_line(signed_in, acting_as, account, may):
    answers = filled(
        name="Fondo nuovo", code="FN-1", funder_words="Regione", purpose="Prova.", since=str(today())
    )
    answer = signed_in(account).post(reverse("create_funding_line"), answers)
    assert answer.status_code == (302 if may else 403)
    if may:
        with acting_as("educatrice"):
            assert FundingLine.objects.get(code="FN-1").organisation_id in {
                key_for("organisation", "telaio"), key_for("organisation", "comune_opera")
            }  # fmt: skip


@pytest.mark.parametrize(
    "wrong",
    [{"funder_words": ""}, {"funder": str(key_for("organisation", "telaio"))}, {"until": str(today())}],
)
def test_a_line_has_one_funder_and_lasts(signed_in, wrong):
    answers = {
        "name": "X",
        "code": "X",
        "funder_words": "Regione",
        "purpose": "Prova.",
        "since": str(today()),
    }
    answer = signed_in("coordinatrice").post(reverse("create_funding_line"), filled(**answers, **{}) | wrong)
    assert answer.status_code == 422


def test_a_code_is_of_one_line(acting_as):
    with acting_as("coordinatrice") as by:
        line = create_funding_line(SAID, by=by)
        with pytest.raises(Refused):
            create_funding_line(SAID, by=by)
        void_funding_line(line, reason="doppia", by=by)
        assert create_funding_line(SAID, by=by).pk != line.pk


def test_edit_funding_line_is_of_who_answers_for_it(acting_as):
    with acting_as("coordinatrice") as by:
        line = all_lines().get(pk=FILI)
        edit_funding_line(line, said_of(line, name="Fili"), version=1, by=by)
        with pytest.raises(Changed):
            edit_funding_line(line, said_of(line, name="Altri fili"), version=1, by=by)
        with pytest.raises(NotAllowed):
            edit_funding_line(all_lines().get(pk=PIANO), said_of(line), version=1, by=by)


def test_a_line_does_not_leave_agreed_hours_outside(acting_as):
    with acting_as("coordinatrice") as by:
        line = all_lines().get(pk=FILI)
        with pytest.raises(Refused) as no:
            edit_funding_line(line, said_of(line, until=in_days(10)), version=1, by=by)
        assert "ore concordate" in str(no.value.reason)
        with pytest.raises(Refused):
            void_funding_line(line, reason="errore", by=by)


def test_edit_and_void_funding_line_by_page(signed_in, acting_as):
    with acting_as("coordinatrice") as by:
        line = create_funding_line(SAID, by=by)
    client = signed_in("coordinatrice")
    page = reverse("edit_funding_line", args=[line.pk])
    assert "Fondo famiglie" in client.get(page).content.decode()
    answers = {"name": "Fondo famiglie", "code": "FAMI", "funder_words": "Regione", "purpose": "Sostegno."}
    answers |= {"since": str(today()), "until": str(in_days(300)), "version": "1"}
    assert client.post(page, filled(**answers)).status_code == 302
    assert client.post(page, filled(**answers, **{}) | {"purpose": "Altro."}).status_code == 409
    assert signed_in("comune").get(page).status_code == 403
    void = reverse("void_funding_line", args=[line.pk])
    assert client.post(void, filled(reason="era una prova")).status_code == 302
    assert client.get(page).status_code == 404
    with acting_as("educatrice"):
        assert FundingLine.objects.get(pk=line.pk).void_reason == "era una prova"
        assert FundingLine.objects.get(pk=FILI).since == SINCE
