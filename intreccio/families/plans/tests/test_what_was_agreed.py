"""What happens while a new version is in preparation is not lost (`catch_up`); what was agreed is rewritten by nobody, not even in SQL."""

from datetime import timedelta
from html import unescape

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from intreccio.families.cases.actions import reopen_case
from intreccio.families.cases.models import Case
from intreccio.families.cases.vocabulary import Motive
from intreccio.families.plans import actions
from intreccio.families.plans.actions.copying import catch_up
from intreccio.families.plans.models import Goal, Plan, PlanAction
from intreccio.families.plans.queries.sheet import Sheet
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.people.models import Person

FIRST = key_for("plan", "marchetti-1")


def elena():
    return actions.Signer(Person.objects.get(pk=key_for("person", "elena")))


def one_to_do():
    rows = PlanAction.objects.select_related("goal__plan__case__household")
    return rows.filter(goal__plan=FIRST, state="to_do", voided_at=None).order_by("id").first()


def goal_of_the_first():
    rows = Goal.objects.select_related("plan__case__household")
    return rows.filter(plan=FIRST, voided_at=None).order_by("order").first()


def come_into_force(draft, viewer, today):
    actions.accept_plan(draft, elena(), how="voice", day=today, by=viewer, today=today)
    begin(draft, viewer, today)


def begin(draft, viewer, today):
    actions.put_in_force(
        draft, review_on=today + timedelta(days=90), by=viewer, today=today, without_reason="è in viaggio"
    )


def test_catch_up_with_what_was_done_in_the_meantime(acting_as, plan_of, today):
    with acting_as("assistente") as viewer:
        draft = actions.revise_plan(plan_of("marchetti"), by=viewer, today=today)
        action = one_to_do()
        actions.finish_action(action, state="done", version=action.version, by=viewer, today=today)
        come_into_force(draft, viewer, today)
        assert PlanAction.objects.get(goal__plan=draft, carried_from=action).state == "done"


def test_what_was_added_in_the_meantime_goes_over_and_once(acting_as, plan_of, today):
    with acting_as("assistente") as viewer:
        draft = actions.revise_plan(plan_of("marchetti"), by=viewer, today=today)
        before = PlanAction.objects.filter(goal__plan=draft).count()
        deed, doer = actions.Deed("Accompagna Leo il sabato"), actions.Doer(somebody="la zia")
        actions.add_action(goal_of_the_first(), deed, doer, by=viewer, today=today)
        come_into_force(draft, viewer, today)
        assert PlanAction.objects.filter(goal__plan=draft, what=deed.what).count() == 1
        assert PlanAction.objects.filter(goal__plan=draft).count() == before + 1


def test_after_a_yes_what_is_added_stands_outside_of_it_and_is_said(acting_as, plan_of, signed_in, today):
    with acting_as("assistente") as viewer:
        draft = actions.revise_plan(plan_of("marchetti"), by=viewer, today=today)
        signed = actions.accept_plan(draft, elena(), how="paper", day=today, by=viewer, today=today)
        deed, doer = actions.Deed("Accompagna Leo il sabato"), actions.Doer(somebody="la zia")
        actions.add_action(goal_of_the_first(), deed, doer, by=viewer, today=today)
    lead = unescape(signed_in("assistente").get(reverse("put_in_force", args=[draft.pk])).content.decode())
    assert (
        "Aggiunto nel frattempo nel progetto in corso: «Accompagna Leo il sabato». Passa in questo, segnato"
        in lead
    )
    with acting_as("assistente") as viewer:
        begin(draft, viewer, today)
        added = PlanAction.objects.get(goal__plan=draft, what=deed.what)
        assert added.pk not in signed.covers
        sheet = Sheet(viewer, Plan.objects.select_related("case__household").get(pk=draft.pk))
        (yes,) = sheet.yes
        assert yes.stands, "what was signed reads as it was signed"
        assert yes.outside == {added.pk}
    page = unescape(signed_in("assistente").get(reverse("plan_page", args=[draft.pk])).content.decode())
    assert "aggiunta dopo il sì di Elena" in page
    assert "Dopo il suo sì è stata aggiunta 1 azione: non ne fa parte." in page
    assert "le azioni aggiunte dopo sono segnate" in page


def test_after_a_yes_who_does_it_and_by_when_stay_as_they_were_read(acting_as, plan_of, signed_in, today):
    with acting_as("assistente") as viewer:
        draft = actions.revise_plan(plan_of("marchetti"), by=viewer, today=today)
        actions.accept_plan(draft, elena(), how="paper", day=today, by=viewer, today=today)
        action = one_to_do()
        before = PlanAction.objects.get(goal__plan=draft, carried_from=action)
        moved = actions.Deed(action.what, today + timedelta(days=9))
        actions.edit_action(action, moved, actions.Doer(somebody="la zia"), version=action.version, by=viewer)
    lead = unescape(signed_in("assistente").get(reverse("put_in_force", args=[draft.pk])).content.decode())
    assert f"chi lo fa, o entro quando: «{action.what}». Qui resta come l'ha letto" in lead
    with acting_as("assistente") as viewer:
        begin(draft, viewer, today)
        copy = PlanAction.objects.get(pk=before.pk)
        assert (copy.by_when, copy.somebody) == (before.by_when, before.somebody)


def test_before_any_yes_what_was_moved_goes_over_as_before(acting_as, plan_of, today):
    with acting_as("assistente") as viewer:
        draft = actions.revise_plan(plan_of("marchetti"), by=viewer, today=today)
        action = one_to_do()
        moved = actions.Deed(action.what, today + timedelta(days=9))
        actions.edit_action(action, moved, actions.Doer(somebody="la zia"), version=action.version, by=viewer)
        catch_up(Plan.objects.get(pk=FIRST), draft)
        copy = PlanAction.objects.get(goal__plan=draft, carried_from=action)
        assert (copy.by_when, copy.somebody) == (today + timedelta(days=9), "la zia")


def test_what_was_corrected_in_preparation_stays_corrected(acting_as, plan_of, today):
    with acting_as("assistente") as viewer:
        draft = actions.revise_plan(plan_of("marchetti"), by=viewer, today=today)
        rows = PlanAction.objects.select_related("goal__plan__case__household")
        copy = rows.get(carried_from=one_to_do())
        deed = actions.Deed("In un altro modo", today + timedelta(days=9))
        actions.edit_action(copy, deed, actions.Doer(somebody="la zia"), version=1, by=viewer)
        come_into_force(draft, viewer, today)
        assert rows.get(pk=copy.pk).what == "In un altro modo"


def test_a_yes_is_to_what_was_read(acting_as, plan_of, today):
    with acting_as("assistente") as viewer:
        draft = actions.revise_plan(plan_of("marchetti"), by=viewer, today=today)
        actions.accept_plan(draft, elena(), how="paper", day=today, by=viewer, today=today)
        with pytest.raises(Refused, match="accepted"):
            actions.add_goal(
                draft, person=None, by=viewer, side="parents", strand="work", title="Mai letto da nessuno", why="",
                need_code="", steps=["a", "b", "c", "d", "e"], start=-1, aim=0,
            )  # fmt: skip


def test_a_goal_in_force_is_rewritten_by_nobody(acting_as):
    with acting_as("educatrice"):
        assert Goal.objects.filter(plan=FIRST).exists()
        assert Goal.objects.filter(plan=FIRST).update(title="altro") == 0


def test_a_goal_leads_into_no_other_family(acting_as):
    with acting_as("educatrice"):
        ours = goal_of_the_first()
        other = Plan.objects.exclude(household_id=ours.household_id).filter(state="draft").first()
        assert other is not None
        key = new_key()
        with pytest.raises(DatabaseError), transaction.atomic():
            Goal(
                id=key, origin=key, plan=other, household_id=ours.household_id, team_id=ours.team_id,
                side="children", strand="work", title="x", steps=list("abcde"), start=-1,
            ).save(force_insert=True)  # fmt: skip
        with pytest.raises(DatabaseError), transaction.atomic():
            Plan.objects.filter(pk=FIRST).update(household_id=other.household_id)


def test_the_words_of_an_action_stay_as_they_were_read(acting_as, today):
    with acting_as("assistente") as viewer:
        action = one_to_do()
        who = actions.Doer(somebody="la zia")
        with pytest.raises(Refused, match="accepted"):
            actions.edit_action(action, actions.Deed("Altro"), who, version=action.version, by=viewer)
        when = actions.Deed(action.what, today + timedelta(days=9))
        actions.edit_action(action, when, who, version=action.version, by=viewer)
        with pytest.raises(DatabaseError, match="agreed"), transaction.atomic():
            PlanAction.objects.filter(pk=action.pk).update(what="Altro")


def test_a_version_goes_forward_and_never_back_to_be_rewritten(acting_as):
    with acting_as("assistente"), pytest.raises(DatabaseError, match="agreed"), transaction.atomic():
        Plan.objects.filter(pk=FIRST).update(state="draft")


def test_a_draft_with_a_yes_is_rewritten_by_nobody_not_even_in_sql(acting_as, plan_of, today):
    with acting_as("assistente") as viewer:
        draft = actions.revise_plan(plan_of("marchetti"), by=viewer, today=today)
        Goal.objects.filter(plan=draft).update(why="prima")
        actions.accept_plan(draft, elena(), how="paper", day=today, by=viewer, today=today)
        with pytest.raises(DatabaseError, match="agreed"), transaction.atomic():
            Goal.objects.filter(plan=draft).update(why="dopo")


def test_the_form_says_why_the_words_stand_still(signed_in, acting_as):
    with acting_as("educatrice"):
        action = one_to_do()
    page = signed_in("educatrice").get(reverse("edit_action", args=[action.pk])).content.decode()
    assert "Qualcuno ha detto sì a queste parole" in page


def test_what_was_annulled_stays_annulled_and_in_ones_own_name(acting_as, hat):
    with acting_as("educatrice") as viewer:
        mine = PlanAction.objects.filter(goal__plan=FIRST, voided_at=None)
        with pytest.raises(DatabaseError, match="in the name of another"), transaction.atomic():
            mine.update(voided_at="2026-01-01T00:00Z", voided_by=hat("assistente"), void_reason="prova")
        action = mine.first()
        one = PlanAction.objects.filter(pk=action.pk)
        one.update(voided_at="2026-01-01T00:00Z", voided_by=viewer.membership_id, void_reason="prova")
        with pytest.raises(DatabaseError, match="stays annulled"), transaction.atomic():
            one.update(voided_at=None, voided_by=None, void_reason="")


def test_a_plan_begins_as_a_draft(acting_as, plan_of, today):
    with acting_as("educatrice"):
        plan = plan_of("marchetti")
        straight = Plan(
            household_id=plan.household_id, team_id=plan.team_id, case=plan.case, number=9, state="replaced",
            begun_on=today, in_force_since=today, review_on=today,
        )  # fmt: skip
        with pytest.raises(DatabaseError, match="agreed"), transaction.atomic():
            straight.save(force_insert=True)


def test_an_action_is_not_taken_to_a_draft_to_be_rewritten(acting_as, plan_of, today):
    with acting_as("assistente") as viewer:
        draft = actions.revise_plan(plan_of("marchetti"), by=viewer, today=today)
        elsewhere = Goal.objects.filter(plan=draft).first()
        with pytest.raises(DatabaseError, match="agreed"), transaction.atomic():
            PlanAction.objects.filter(pk=one_to_do().pk).update(goal=elsewhere)


def test_a_way_that_goes_on_again_begins_from_the_plan_it_ended_with(acting_as, today):
    with acting_as("assistente") as viewer:
        case = Case.objects.select_related("household").get(pk=key_for("case", "el_amrani"))
        before = Plan.objects.get(case=case, state="ended")
        reopen_case(case, motive=Motive.ASKS_AGAIN, words="Chiede di noi.", by=viewer, today=today)
        draft = actions.draft_plan(case, by=viewer, today=today)
        assert (draft.replaces_id, draft.number) == (before.pk, before.number + 1)
        titles = set(before.goals.filter(voided_at=None).values_list("title", flat=True))
        assert titles
        assert set(draft.goals.values_list("title", flat=True)) == titles


def test_what_was_annulled_is_read_with_its_reason(acting_as, signed_in, plan_of, today):
    with acting_as("assistente") as viewer:
        draft = actions.revise_plan(plan_of("marchetti"), by=viewer, today=today)
        goal = draft.goals.first()
        actions.void_goal(goal, reason="l'abbiamo scritto due volte", by=viewer)
    page = signed_in("assistente").get(reverse("plan_versions", args=[draft.pk])).content.decode()
    assert goal.title in page
    assert "l&#x27;abbiamo scritto due volte" in page
