"""A disagreement through time: corrected, settled, annulled; never barred, never deleted."""

from datetime import date, timedelta
from html import unescape

import pytest
from django.urls import reverse

from intreccio.families.plans import actions
from intreccio.families.plans.models import Disagreement
from intreccio.families.plans.rules.differing import why_not_said, why_not_settle
from intreccio.families.plans.tests.test_print_plan import read
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import Changed, Refused
from intreccio.parties.people.models import Person

D = date(2026, 11, 29)
PLAN = key_for("plan", "marchetti-1")
ROW = key_for("disagreement", "marchetti-1", "karim")


def row():
    return Disagreement.objects.select_related("plan__case__household").get(pk=ROW)


@pytest.mark.parametrize(
    ("said", "settled", "says"),
    [
        (D, None, ""),
        (D - timedelta(1), D, ""),
        (D + timedelta(1), None, "futuro"),
        (D, D - timedelta(1), "dopo"),
    ],
)
def test_why_not_said(said, settled, says):
    reason = why_not_said(said_on=said, settled_on=settled, today=D)
    assert (says in str(reason)) if says else reason is None


@pytest.mark.parametrize(
    ("is_settled", "day", "says"),
    [
        (False, D, ""),
        (True, D, "già"),
        (False, D + timedelta(1), "futuro"),
        (False, D - timedelta(9), "prima"),
    ],
)
def test_why_not_settle(is_settled, day, says):
    reason = why_not_settle(is_settled=is_settled, day=day, said_on=D - timedelta(3), today=D)
    assert (says in str(reason)) if says else reason is None


def test_edit_disagreement_mends_a_wrong_name_and_a_wrong_day(acting_as, today):
    with acting_as("educatrice") as by:
        found = row()
        said = actions.Disagreed("La visita è presto.", said_on=today - timedelta(days=2))
        elena = Person.objects.get(pk=key_for("person", "elena"))
        actions.edit_disagreement(found, said, version=found.version, person=elena, by=by, today=today)
        found = row()
        assert (found.person_id, found.words, found.said_on) == (
            elena.pk,
            "La visita è presto.",
            said.said_on,
        )
        assert Event.objects.filter(kind="disagreement.edited", subject_id=ROW).exists()
        with pytest.raises(Changed):
            actions.edit_disagreement(
                found, said, version=1, person=None, somebody="la zia", by=by, today=today
            )
        later = actions.Disagreed("poi", said_on=today + timedelta(days=1))
        with pytest.raises(Refused):
            actions.edit_disagreement(found, later, version=found.version, person=elena, by=by, today=today)


def test_settle_disagreement_says_how_and_once(acting_as, signed_in, today):
    with acting_as("educatrice") as by:
        actions.settle_disagreement(
            row(), how="La visita si è fatta, insieme.", day=today, by=by, today=today
        )
        found = row()
        assert (found.settled_on, found.settled_how) == (today, "La visita si è fatta, insieme.")
        with pytest.raises(Refused):
            actions.settle_disagreement(found, how="ancora", day=today, by=by, today=today)
    client = signed_in("educatrice")
    page = unescape(client.get(reverse("plan_page", args=[PLAN])).content.decode())
    assert "Si è risolto" in page
    assert "La visita si è fatta, insieme." in page
    assert reverse("settle_disagreement", args=[ROW]) not in page
    _, theirs = read(client.get(reverse("print_plan", args=[PLAN])))
    assert "Secondo me Leo parla poco" not in theirs, "what is settled does not follow the family on paper"
    _, ours = read(client.get(reverse("print_plan_professional", args=[PLAN])))
    assert "La visita si è fatta, insieme." in ours


def test_void_disagreement_takes_it_off_pages_and_papers_and_keeps_it_readable(acting_as, signed_in):
    with acting_as("educatrice") as by:
        actions.void_disagreement(row(), reason="era di un'altra famiglia", by=by)
        with pytest.raises(Refused):
            actions.void_disagreement(row(), reason="due volte", by=by)
    client = signed_in("educatrice")
    for name in ("plan_page", "compare_plans"):
        args = [PLAN, PLAN] if name == "compare_plans" else [PLAN]
        assert "Secondo me Leo parla poco" not in unescape(
            client.get(reverse(name, args=args)).content.decode()
        )
    versions = unescape(client.get(reverse("plan_versions", args=[PLAN])).content.decode())
    assert "era di un'altra famiglia" in versions


def test_who_may_write_one_may_end_it_and_nobody_else(answers):
    allowed = answers(reverse("write_disagreement", args=[PLAN]))
    assert set(allowed.values()) == {200, 404}
    for name in ("edit_disagreement", "settle_disagreement", "void_disagreement"):
        assert answers(reverse(name, args=[ROW])) == allowed


def test_the_page_leads_to_each_step_and_the_forms_keep_what_is_wrong(signed_in, today):
    client = signed_in("educatrice")
    page = unescape(client.get(reverse("plan_page", args=[PLAN])).content.decode())
    names = ("edit_disagreement", "settle_disagreement", "void_disagreement")
    for name in names:
        address = reverse(name, args=[ROW])
        assert address in page
        assert client.get(address).status_code == 200
        assert client.post(address, {"once": new_key()}).status_code == 422
    tomorrow = (today + timedelta(days=1)).isoformat()
    answer = client.post(
        reverse("write_disagreement", args=[PLAN]),
        {"once": new_key(), "somebody": "la nonna", "words": "Per me no", "said_on": tomorrow},
    )
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["said_on"]
    yesterday = (today - timedelta(days=1)).isoformat()
    done = client.post(
        reverse("write_disagreement", args=[PLAN]),
        {"once": new_key(), "somebody": "la nonna", "words": "Per me no", "said_on": yesterday},
    )
    assert done.status_code == 302
