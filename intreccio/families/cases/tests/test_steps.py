"""What every step does: `lock_household`, `lock_case`, `require_in_charge`, `take_step`, `write_step`; codes, limits."""

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError

from conftest import viewer_named
from intreccio.families.cases import actions
from intreccio.families.cases.actions.limits import load_limits
from intreccio.families.cases.actions.opening import next_code
from intreccio.families.cases.actions.steps import (
    lock_case,
    lock_household,
    require_in_charge,
    take_step,
    write_step,
)
from intreccio.families.cases.models import CaseStep
from intreccio.families.cases.queries.waiting import limits_on
from intreccio.families.cases.vocabulary import Motive
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.models import History
from intreccio.ground.kernel.panels import registers
from intreccio.ground.kernel.refused import NotAllowed, Refused


def test_only_the_team_in_charge_holds_a_family_still(acting_as, case_of):
    with acting_as("assistente") as viewer:
        assert lock_household(case_of("gashi").household, by=viewer).name == "Famiglia Gashi"
        assert lock_case(case_of("gashi"), by=viewer).stage == "preliminary_analysis"
        with pytest.raises(NotAllowed):
            lock_case(case_of("lombardo"), by=viewer)
        with pytest.raises(NotAllowed):
            require_in_charge(case_of("lombardo").team_id, by=viewer)


def test_an_annulled_case_takes_no_step(acting_as, case_of):
    with acting_as("assistente") as viewer:
        actions.void_case(case_of("gashi"), reason="doppia", by=viewer)
        with pytest.raises(Refused) as no:
            lock_case(case_of("gashi"), by=viewer)
        assert no.value.code == "voided"


def test_take_step_goes_where_the_table_leads_and_says_all_that_holds_it_back(
    acting_as, case_of, today, monkeypatch
):
    asked = []

    def objecting(reason):
        return lambda case, *, motive: asked.append((case.stage, motive)) or reason

    both = [objecting("Manca questo."), objecting(None), objecting("E questo.")]
    monkeypatch.setitem(registers.objections, "why_not_try", both)
    said = {"motive": Motive.AGREED, "words": "", "day": today}
    with acting_as("assistente") as viewer:
        case = lock_case(case_of("quispe"), by=viewer)
        with pytest.raises(Refused, match="held_back") as no:
            take_step(case, "begin_plan", **said, by=viewer, held_back_by="why_not_try")
        assert no.value.reason == "Manca questo. E questo."
        assert asked == [("in_charge", "agreed")] * 3
        take_step(case, "begin_plan", **said, by=viewer)
        assert (case.stage, case.stage_since) == ("plan", today)
        assert CaseStep.objects.get(case=case, verb="begin_plan").stage_from == "in_charge"


def test_the_log_is_written_once_and_changed_by_nobody(acting_as, case_of, today):
    with acting_as("assistente") as viewer:
        step = write_step(
            case_of("gashi"), verb="hand_over_case", source="preliminary_analysis", day=today,
            motive=Motive.MOVED, words=" prova ", by=viewer,
        )  # fmt: skip
        assert step.words == "prova"
        with pytest.raises(ProgrammingError), transaction.atomic():
            CaseStep.objects.filter(pk=step.pk).update(words="riscritta")


def test_old_values_of_a_case_are_kept(acting_as, case_of, hat, today):
    with acting_as("coordinatrice") as viewer:
        case = case_of("gashi")
        actions.change_responsible(
            case, membership_id=hat("awa"), version=case.version, by=viewer, today=today
        )
        kept = History.objects.filter(row_id=case.pk, table_name="cases_case").latest("at")
        assert kept.old["responsible_id"] == str(hat("assistente"))


def test_short_codes_are_never_the_same(acting_as, today):
    with acting_as("assistente"):
        codes = {next_code(today) for _ in range(3)}
    assert len(codes) == 3
    assert all(code.startswith(f"VSM-PC-{today.year}-") for code in codes)


def test_the_days_agreed_are_loaded_once(acting_as, today):
    with acting_as("assistente"):
        assert load_limits("default") == 0
        assert limits_on(today).preliminary < limits_on(today).quiet


def test_a_network_that_agreed_its_days_before_there_were_reviews_goes_by_them(keeper, today):
    days = '{"preliminary": 10, "quiet": 20}'
    keeper.execute("UPDATE parameters_parameter SET value = %s WHERE code = 'case_waiting_days'", [days])
    with acting(viewer_named("educatrice")):
        limits = limits_on(today)
    assert (limits.review, limits.follow_up) == (20, 10)
