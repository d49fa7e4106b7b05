"""What every step of a case does: lock what its rule reads, write its line in the log."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from intreccio.families.cases import policies
from intreccio.families.cases.models import Case, CaseStep
from intreccio.families.cases.rules.stages import transition, why_not_step
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.panels import objections
from intreccio.ground.kernel.refused import NotAllowed, Refused, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Household


def lock_household(household: Household, *, by: Viewer) -> Household:
    """Holds a family still for this transaction. Raises NotAllowed when the actor's team does not answer for it."""
    require_in_charge(household.team_id, by=by)
    held = Household.objects.select_for_update().filter(pk=household.pk).first()
    if held is None:
        raise gone()
    return held


def lock_case(case: Case, *, by: Viewer) -> Case:
    """Holds the family first, then its case, as it stands now: somebody may have been quicker."""
    household = lock_household(case.household, by=by)
    held = Case.objects.select_for_update().filter(pk=case.pk).first()
    if held is None:
        raise gone()
    if held.voided_at is not None:
        raise Refused(_("Questa presa in carico è stata annullata."), code="voided")
    held.household = household
    return held


def require_in_charge(team_id: object, *, by: Viewer) -> None:
    """Who sees a family because it was opened to them reads; only the team in charge acts."""
    if not policies.is_in_charge(by, team_id):
        raise NotAllowed(
            _("Su questa famiglia decide l'équipe che la accompagna."),
            code="not_in_charge",
            way_out=_("Parlatene con il suo riferimento: il nome è nella pagina della famiglia."),
        )


def gone() -> Refused:
    """While one was writing, the family changed hands."""
    return Refused(_("Nel frattempo la famiglia è stata affidata a un'altra équipe."), code="handed_over")


def take_step(
    case: Case,
    verb: str,
    *,
    motive: str,
    words: str,
    by: Viewer,
    day: date,
    held_back_by: str = "",
    **changes: Any,
) -> None:
    """Goes where the transition table leads from the stage of now, and writes it down. The case is locked.

    held_back_by: the name under which areas above object. Raises Refused with the reason, or with all of theirs.
    """
    source = case.stage
    row = transition(verb, source)
    refuse_if(
        why_not_step(verb, source, motive=motive, day=day, today=day, since=case.stage_since), code="stage"
    )
    if held_back_by:
        reasons = objections(held_back_by, case, motive=motive)
        refuse_if(" ".join(map(str, reasons)) or None, code="held_back")
    target = row.target if row else source
    write_over(case, version=case.version, stage=target, stage_since=day, **changes)
    write_step(case, verb=verb, source=source, day=day, motive=motive, words=words, by=by)


def write_step(
    case: Case, *, verb: str, source: str, day: date, motive: str, words: str, by: Viewer, **more: Any
) -> CaseStep:
    """One line of the log; `case.stage` is where the step has arrived."""
    step = CaseStep(
        household_id=case.household_id, team_id=case.team_id, case=case, verb=verb, stage_from=source,
        stage_to=case.stage, day=day, motive=motive, words=words.strip(), by_id=by.membership_id, **more,
    )  # fmt: skip
    step.save(force_insert=True)
    return step
