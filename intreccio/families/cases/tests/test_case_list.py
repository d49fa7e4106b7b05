"""GET cases/: a team's families by stage, the longest there first."""

from datetime import timedelta

from django.urls import reverse

from intreccio.families.cases import actions
from intreccio.families.cases.models import Case
from intreccio.families.cases.queries import cases
from intreccio.families.cases.vocabulary import IN_CHARGE_STAGES, Motive
from intreccio.ground.kernel.keys import key_for

NORTH = key_for("team", "equipe_nord")


def test_each_team_reads_its_own(signed_in):
    def text(account):
        return signed_in(account).get(reverse("case_list"), {"team": NORTH, "stage": "plan"}).content.decode()

    assert "Marchetti" in text("educatrice")
    for account in ("sara", "davide", "scuola", "admin", "elio", "comune"):
        assert "Marchetti" not in text(account), account


def test_a_foreign_team_in_the_address_opens_nothing(signed_in):
    text = (
        signed_in("sara")
        .get(reverse("case_list"), {"team": NORTH, "stage": "preliminary_analysis"})
        .content.decode()
    )
    assert "Gashi" not in text
    assert "Équipe Rozzano" not in text


def test_not_even_the_query_opens_a_foreign_team(acting_as):
    with acting_as("sara") as viewer:
        assert cases.case_list(viewer, team_id=NORTH, stage="preliminary_analysis").rows == []
        names = [
            row.household.name
            for stage in IN_CHARGE_STAGES
            for row in cases.case_list(viewer, stage=stage).rows
        ]
        assert {"Famiglia Traoré", "Famiglia Brambati", "Famiglia Tosi"} <= set(names)
        assert not [name for name in names if "Marchetti" in name or "Lombardo" in name]


def test_a_made_up_filter_is_the_first_one(signed_in):
    assert (
        signed_in("educatrice")
        .get(reverse("case_list"), {"stage": "'; drop", "team": "x", "after": "y_z"})
        .status_code
        == 200
    )


def test_the_longest_there_comes_first(acting_as):
    with acting_as("assistente") as viewer:
        rows = cases.case_list(viewer, team_id=NORTH, stage="preliminary_analysis").rows
        assert [row.household.name for row in rows] == ["Famiglia Gashi", "Famiglia Ramos"]


def test_pages_follow_one_another_and_lose_nobody(acting_as, new_family, today, monkeypatch):
    monkeypatch.setattr(cases, "PAGE", 3)
    with acting_as("assistente") as viewer:
        for _ in range(5):
            case = actions.open_case(
                new_family(viewer), reasons=actions.Reasons(Motive.OWN_REQUEST), by=viewer, today=today
            )
        Case.objects.filter(pk=case.pk).update(
            stage_since=today - timedelta(days=90), opened_on=today - timedelta(days=90)
        )
        seen, after = [], ""
        while True:
            page = cases.case_list(viewer, team_id=NORTH, stage="preliminary_analysis", after=after)
            seen += [row.pk for row in page.rows]
            after = page.after
            if not after:
                break
        wanted = Case.objects.filter(team_id=NORTH, stage="preliminary_analysis", voided_at=None).order_by(
            "stage_since", "id"
        )
        assert seen == list(wanted.values_list("pk", flat=True))


def test_it_costs_as_much_with_more_families(signed_in, counted, acting_as, new_family, today):
    client = signed_in("assistente")
    address = f"{reverse('case_list')}?team={NORTH}&stage=preliminary_analysis"
    client.get(address)
    with counted() as few:
        client.get(address)
    with acting_as("assistente") as viewer:
        for _ in range(6):
            actions.open_case(
                new_family(viewer), reasons=actions.Reasons(Motive.OWN_REQUEST), by=viewer, today=today
            )
    client.get(address)
    with counted() as more:
        client.get(address)
    assert len(more) == len(few)
